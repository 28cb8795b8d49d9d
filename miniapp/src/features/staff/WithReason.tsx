import '@miniapp/styles/review.css';
import { Button } from '@miniapp/ui/Button';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { failureOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { type ReactNode, useRef, useState } from 'react';

export interface WithReasonProps<T> {
  /** 「户主的身份证号」 */
  what: string;
  /** What is done, as its button says: 「看全号」. */
  act: string;
  /** What stands there until it is shown. */
  masked: ReactNode;
  /** Whether this reader's role may see it at all. */
  allowed: boolean;
  ask: (why: string, requestId: string) => Promise<T>;
  children: (shown: T) => ReactNode;
}

/** Something masked. To see it a reason is written first, and it is written down who looked. */
export function WithReason<T>({ what, act, masked, allowed, ask, children }: WithReasonProps<T>) {
  const [asking, setAsking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [shown, setShown] = useState<{ value: T }>();
  const reason = useRef('');
  const reveal = useCommand(ask);
  const look = async () => {
    const why = reason.current.trim();
    setMissing(why === '');
    if (why === '') return;
    const value = await reveal.run(why);
    if (value === undefined) return;
    setShown({ value });
    setAsking(false);
  };
  const problem = missing ? '写一下为什么要看，会记下来。' : failureOf(reveal.error, 'fetch');
  return (
    <View>
      <View className="sw-reveal">
        {shown === undefined ? masked : children(shown.value)}
        {allowed && shown === undefined && (
          <Link onTap={() => setAsking(!asking)} label={`${asking ? '收起' : act}，${what}`}>
            {asking ? '收起' : act}
          </Link>
        )}
      </View>
      {asking && (
        <View>
          <Field
            label={`为什么要看${what}？`}
            hint="看一次记一次"
            error={problem}
            onInput={(text) => {
              reason.current = text;
            }}
          />
          <View className="sw-mt8">
            <Button size="small" kind="primary" busy={reveal.busy} busyText="正在取…" onTap={look}>
              {act}
            </Button>
          </View>
        </View>
      )}
    </View>
  );
}
