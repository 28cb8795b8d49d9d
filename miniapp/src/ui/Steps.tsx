import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from './a11y';
import { classes } from './classes';
import { Icon } from './Icon';

export type StepState = 'done' | 'now' | 'todo' | 'late';

export interface Step {
  /** Tells two steps of the same name apart. */
  id?: string;
  /** Official name: family and clerk use the same word on the phone. */
  name: string;
  state: StepState;
  /** 「3月5日前」 */
  date?: string;
  /** The plain sentence under the name. */
  detail?: ReactNode;
}

const SPOKEN: Record<StepState, string> = { done: '已办完', now: '正在办', todo: '还没到', late: '晚了' };

/** Where a case stands. */
export function Steps({ steps }: { steps: Step[] }) {
  return (
    <View className="sw-steps" {...a11y({ role: 'list' })}>
      {steps.map((step, index) => (
        <View
          key={step.id ?? step.name}
          className={classes(
            'sw-step',
            `sw-step_${step.state}`,
            index === steps.length - 1 && 'sw-step_last',
          )}
          {...a11y({
            role: 'listitem',
            current: step.state === 'now' || step.state === 'late' ? 'step' : undefined,
          })}
        >
          <View className="sw-step__dot" {...a11y({ hidden: true })}>
            {step.state === 'done' ? <Icon name="check" /> : index + 1}
          </View>
          <View>
            <View className="sw-step__t">
              <View className="sw-step__n">
                {step.name}
                <View className="sw-hide">{`，${SPOKEN[step.state]}`}</View>
              </View>
              {step.date && <View className="sw-step__date">{step.date}</View>}
            </View>
            {step.detail && <View className="sw-step__d">{step.detail}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
