import { ANNOUNCE_PAGE, POST_PAGE } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { openTable } from '@miniapp/platform/tables';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { useKeys } from '@miniapp/ui/desk/useKeys';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { type Command, useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';

/** Takes the overview out as a table. */
export function useExport(): Command<undefined, boolean> {
  return useCommand(async (_: undefined, requestId: string) => {
    try {
      const { url, fileName } = await call('notices.export', {}, requestId);
      await openTable(url, fileName);
      return true;
    } catch (error) {
      toast(sentenceOf(error) ?? '没有取到。可能是网不好。');
      throw error;
    }
  });
}

/** At the head of the desk: the table, and what the reader puts up most. */
export function TopActions({ announces, posts }: { announces: boolean; posts: boolean }) {
  const exporting = useExport();
  const put = () => go(announces ? ANNOUNCE_PAGE : POST_PAGE);
  useKeys({ e: () => void exporting.run(undefined), ...((announces || posts) && { p: put }) });
  return (
    <View className="sw-cols2">
      <Button
        size="small"
        busy={exporting.busy}
        busyText="正在取…"
        onTap={() => void exporting.run(undefined)}
      >
        导出表格 <Kbd>E</Kbd>
      </Button>
      {(announces || posts) && (
        <Button size="small" kind="primary" onTap={put}>
          {announces ? '发公告' : '发公示'} <Kbd>P</Kbd>
        </Button>
      )}
    </View>
  );
}
