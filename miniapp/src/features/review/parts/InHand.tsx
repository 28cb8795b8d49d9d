import { Tag } from '@miniapp/ui/Tag';
import { View } from '@tarojs/components';
import type { Look } from '../useHands';

/** In whose hands the case is, and how it came there. */
export function InHand({ look }: { look: Look }) {
  const { claim, mayClaim } = look;
  if (claim === null) return mayClaim ? <Tag state="off">还没人领</Tag> : null;
  const came =
    claim.how === 'CLAIMED'
      ? ''
      : `${claim.maker}${claim.how === 'GIVEN' ? '交来的' : '接过来的'}：${claim.why}`;
  return (
    <View>
      <Tag state={claim.mine ? 'ok' : 'doing'}>{claim.mine ? '在您手上' : `在${claim.name}手上`}</Tag>
      {came !== '' && <View className="sw-sub">{came}</View>}
    </View>
  );
}
