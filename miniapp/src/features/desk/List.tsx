import {
  aboveList,
  EMPTY_WORDS,
  filterWords,
  isNarrow,
  Narrow,
  NONE_SUCH,
  openedVersion,
  rowDetail,
  TAB_WORDS,
  usePlaces,
  whole,
} from '@miniapp/features/review';
import { Button } from '@miniapp/ui/Button';
import { type DeskItem, DeskList } from '@miniapp/ui/desk/DeskList';
import { Kbd } from '@miniapp/ui/desk/Kbd';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Problem } from '@miniapp/ui/Problem';
import { Tag } from '@miniapp/ui/Tag';
import { Tap } from '@miniapp/ui/Tap';
import { dueTag } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Fetched } from './Fetched';
import type { DeskState } from './useDesk';

/** The rail is narrow: the date in brackets stands in the case. */
const shortTag = (text: string) => text.replace(/（.*）$/, '');

/** The middle column: a queue, or what was found. A second tap on the row that is shown opens it whole. */
export function List({ desk }: { desk: DeskState }) {
  return (
    <>
      {desk.search.problem !== undefined && (
        <Note state="need" inset alert>
          {desk.search.problem}
        </Note>
      )}
      {desk.search.found === undefined ? <QueueList desk={desk} /> : <FoundList desk={desk} />}
    </>
  );
}

function QueueList({ desk }: { desk: DeskState }) {
  const { queue, filter, saved } = desk;
  const seen = desk.bulkRows.filter(({ id }) => openedVersion(id) !== undefined).length;
  const [narrowing, setNarrowing] = useState(false);
  const { nameOf } = usePlaces(filter.place);
  const narrow = isNarrow(filter);
  return (
    <Fetched query={queue.query}>
      {({ count, today }) => (
        <DeskList
          title={`${TAB_WORDS[filter.tab]} ${aboveList(count)}`}
          order={
            <>
              按到期日排 <Link onTap={() => setNarrowing(!narrowing)}>{narrowing ? '收起筛选' : '筛选'}</Link>
            </>
          }
          top={
            <>
              {narrowing && (
                <Narrow
                  filter={filter}
                  onChange={desk.openQueue}
                  saved={saved}
                  onClose={() => setNarrowing(false)}
                />
              )}
              {narrow && !narrowing && (
                <View className="sw-chosen">
                  <View>{filterWords(filter, nameOf(filter.place))}</View>
                  <Link onTap={() => desk.openQueue(whole(filter.tab))}>清掉</Link>
                </View>
              )}
            </>
          }
          empty={narrow ? NONE_SUCH : EMPTY_WORDS}
          selected={desk.selected}
          onSelect={(id) => choose(desk, id)}
          items={itemsOf(desk, today)}
          foot={
            <>
              {queue.problem !== undefined && <Problem text={queue.problem} />}
              {queue.hasMore && (
                <Button size="small" busy={queue.busy} busyText="正在取…" onTap={queue.more}>
                  再看后面的
                </Button>
              )}
              {desk.bulkRows.length > 1 && (
                <Tap className="sw-dbtn" keys="B" onTap={() => desk.openPanel('bulk')}>
                  <View>{`看过的 ${seen} 件一起同意`}</View>
                  <Kbd>B</Kbd>
                </Tap>
              )}
              <View className="sw-mt8">
                上下 <Kbd>J</Kbd> <Kbd>K</Kbd> 打开 <Kbd>Enter</Kbd> 回来 <Kbd>Esc</Kbd> 领取 <Kbd>C</Kbd>
              </View>
            </>
          }
        />
      )}
    </Fetched>
  );
}

function FoundList({ desk }: { desk: DeskState }) {
  const { found, putAway } = desk.search;
  if (found === undefined) return null;
  return (
    <DeskList
      title={`找到 ${found.rows.length} 件`}
      order={<Link onTap={putAway}>回到队列</Link>}
      empty="没有找到。看一眼写得对不对，也可能不归您看。"
      selected={desk.selected}
      onSelect={(id) => choose(desk, id)}
      items={itemsOf(desk, found.today)}
      foot={found.more ? '同名的还有。请用编号或身份证号找。' : '查一次记一次。'}
    />
  );
}

function choose(desk: DeskState, id: string): void {
  if (id === desk.selected) desk.setFull(true);
  else desk.select(id);
}

function itemsOf({ rows }: DeskState, today: string): DeskItem[] {
  return rows.map((row) => {
    const tag = dueTag(row, today);
    const people = row.memberCount === null ? '' : `${row.memberCount} 人`;
    return {
      id: row.id,
      name: row.headName,
      about: [row.villageName, people].filter(Boolean).join(' · '),
      detail: rowDetail(row),
      unread: openedVersion(row.id) === undefined,
      tag: <Tag state={tag.tone}>{shortTag(tag.text)}</Tag>,
    };
  });
}
