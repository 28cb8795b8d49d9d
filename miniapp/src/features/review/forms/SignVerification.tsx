import type { SignHandle } from '@miniapp/ui/Sign';
import { ACTION_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { FrameContext, useFrame } from '../frame';
import { checked } from '../model/checked';
import { Figures } from '../parts/Figures';
import { Findings } from '../parts/Findings';
import { useHandIn } from '../yard/useHandIn';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { OpinionAndInk } from './OpinionAndInk';
import { useForm } from './useForm';

/** Each of the two who went there signs under the record, with an opinion of the own (domain.md 1.1). */
export function SignVerificationForm(props: FormProps) {
  const { view } = props;
  const frame = useFrame();
  const { form, change, problems, submit } = useForm(() => ({ opinion: '' }));
  const doing = useHandIn(props);
  const ink = useRef<SignHandle>(null);

  const hand = async (opinion: string) => {
    const drawing = await ink.current?.toImage();
    await doing.run([
      {
        operation: 'reviews.signVerification',
        input: { opinion },
        ...(drawing !== undefined && { drawing }),
      },
    ]);
  };
  return (
    <FormFrame
      title="看一遍，没错就签名"
      hint="核实表改动以后，要两个人重新签。"
      bar="核实签名"
      problem={doing.problem}
      unrelated={doing.unrelated}
      bands
      submit={{
        children: ACTION_LABELS.signVerification,
        busy: doing.busy,
        busyText: '正在交…',
        onTap: () =>
          submit(
            ({ opinion: text }) =>
              checked<string>(text.trim() === '' ? { opinion: '您怎么看？点一句，或者写一句。' } : {}, () =>
                text.trim(),
              ),
            hand,
          ),
      }}
    >
      {frame.kind === 'phone' && view.verification !== null && (
        <FrameContext.Provider value={frame}>
          <Figures view={view} />
          <Findings verification={view.verification} />
        </FrameContext.Provider>
      )}
      <View className="sw-sec sw-pad sw-pb">
        <OpinionAndInk
          ink={ink}
          who={props.me.name}
          opinion={form.opinion}
          error={problems.opinion ?? doing.problems.opinion}
          onChange={(opinion) => change({ opinion })}
        />
      </View>
    </FormFrame>
  );
}
