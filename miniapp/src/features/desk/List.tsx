import { EMPTY_WORDS } from '@miniapp/features/review';
import { Button } from '@miniapp/ui/Button';
import { DeskList } from '@miniapp/ui/desk/DeskList';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { Problem } from '@miniapp/ui/Problem';
import { Tag } from '@miniapp/ui/Tag';
import { dueTag, queueDetail } from '@shared/messages';
import { View } from '@tarojs/components';
import { Fetched } from './Fetched';
import type { DeskState } from './useDesk';
import { TAB_WORDS } from './words';

/** The rail is narrow: the date in brackets stands in the case. */
const shortTag = (text: string) => text.replace(/（.*）$/, '');

/** The middle column. A second tap on the row that is shown opens it whole. */
export function List({ desk }: { desk: DeskState }) {
  const { queue, tab, selected } = desk;
  return (
    <Fetched query={queue.query}>
      {({ counts, today }) => (
        <DeskList
          title={`${TAB_WORDS[tab]} ${counts[tab]} 件`}
          order="按到期日排"
          empty={EMPTY_WORDS}
          selected={selected}
          onSelect={(id) => (id === selected ? desk.setFull(true) : desk.select(id))}
          items={queue.rows.map((row) => {
            const tag = dueTag(row, today);
            const people = row.memberCount === null ? '' : `${row.memberCount} 人`;
            return {
              id: row.id,
              name: row.headName,
              about: [row.villageName, people].filter(Boolean).join(' · '),
              detail: queueDetail(row),
              tag: <Tag state={tag.tone}>{shortTag(tag.text)}</Tag>,
            };
          })}
          foot={
            <>
              {queue.problem !== undefined && <Problem text={queue.problem} />}
              {queue.hasMore && (
                <Button size="small" busy={queue.busy} busyText="正在取…" onTap={queue.more}>
                  再看后面的
                </Button>
              )}
              <View>
                上下 <Kbd>J</Kbd> <Kbd>K</Kbd> 打开 <Kbd>Enter</Kbd> 回来 <Kbd>Esc</Kbd>
              </View>
            </>
          }
        />
      )}
    </Fetched>
  );
}
