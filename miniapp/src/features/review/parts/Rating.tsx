import { Stars } from '@miniapp/ui/Stars';
import type { StaffCaseView } from '@shared/casework';
import { View } from '@tarojs/components';
import { Block } from './Block';

/** What the family said of it at the end: read, never changed. */
export function Rating({ view: { rating } }: { view: StaffCaseView }) {
  if (rating === null) return null;
  return (
    <Block title="农户评价">
      <View className="sw-pad sw-pb">
        <Stars label="农户评的" value={rating.stars} />
        {rating.words !== '' && <View className="sw-p sw-mt8">{`“${rating.words}”`}</View>}
      </View>
    </Block>
  );
}
