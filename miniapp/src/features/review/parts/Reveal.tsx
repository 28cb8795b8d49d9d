import { WithReason } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { View } from '@tarojs/components';

export interface RevealProps {
  caseId: string;
  /** 「户主的身份证号」 */
  what: string;
  field: 'ID' | 'PHONE' | 'OBJECTOR';
  /** What the link says. */
  act?: string;
  memberKey?: string;
  masked: string;
  /** Whether this reader's role may see it at all. */
  allowed: boolean;
}

/** A masked number, whole for a written reason. */
export function Reveal({ caseId, what, act = '看全号', field, memberKey, masked, allowed }: RevealProps) {
  return (
    <WithReason
      what={what}
      act={act}
      masked={<View className="sw-num">{masked}</View>}
      allowed={allowed}
      ask={(reason, requestId) =>
        call('reviews.reveal', { caseId, field, memberKey: memberKey ?? null, reason }, requestId)
      }
    >
      {({ value }) => <View className="sw-num">{value}</View>}
    </WithReason>
  );
}
