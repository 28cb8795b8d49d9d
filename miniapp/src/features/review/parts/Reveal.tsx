import { call } from '@miniapp/platform/api';
import { Button } from '@miniapp/ui/Button';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';

export interface RevealProps {
  caseId: string;
  /** 「户主的身份证号」 */
  what: string;
  field: 'ID' | 'PHONE';
  memberKey?: string;
  masked: string;
  /** Whether this reader's role may see it at all. */
  allowed: boolean;
}

/** A masked number. To see the whole of it a reason is written first, and it is written down who looked. */
export function Reveal({ caseId, what, field, memberKey, masked, allowed }: RevealProps) {
  const [asking, setAsking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [value, setValue] = useState<string>();
  const reason = useRef('');
  const reveal = useCommand((why: string, requestId: string) =>
    call('reviews.reveal', { caseId, field, memberKey: memberKey ?? null, reason: why }, requestId),
  );
  const look = async () => {
    setMissing(reason.current.trim() === '');
    if (reason.current.trim() === '') return;
    const answer = await reveal.run(reason.current.trim());
    if (answer === undefined) return;
    setValue(answer.value);
    setAsking(false);
  };
  const problem = missing
    ? '写一下为什么要看，会记下来。'
    : reveal.error === undefined
      ? undefined
      : (sentenceOf(reveal.error) ?? '没有取到。可能是网不好，再点一次。');
  return (
    <View>
      <View className="sw-reveal">
        <View className="sw-num">{value ?? masked}</View>
        {allowed && value === undefined && (
          <Link onTap={() => setAsking(!asking)} label={`${asking ? '收起' : '看全号'}，${what}`}>
            {asking ? '收起' : '看全号'}
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
              看全号
            </Button>
          </View>
        </View>
      )}
    </View>
  );
}
