import { Button } from '@miniapp/ui/Button';
import { Problem } from '@miniapp/ui/Problem';
import { View } from '@tarojs/components';
import type { Pages } from './usePages';

/** The end of a long list, while there are rows behind it. */
export function More({
  list,
}: {
  list: Pick<Pages<unknown, unknown>, 'hasMore' | 'more' | 'busy' | 'problem'>;
}) {
  if (!list.hasMore) return null;
  return (
    <View className="sw-in">
      {list.problem !== undefined && <Problem text={list.problem} />}
      <Button busy={list.busy} busyText="正在取…" onTap={list.more}>
        再看后面的
      </Button>
    </View>
  );
}
