import { DESK_FROM_PX, Staffed } from '@miniapp/features/staff';
import { go, useParams } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import type { CheckedVillage, CheckRoundPage } from '@shared/contract';
import { day } from '@shared/messages';
import { useState } from 'react';
import { OneVillage } from './CheckVillage';
import { useRound } from './useRound';
import { CHANGE_PAGE, countWords, daysOf, TARGET_LABELS, VILLAGE_PAGE, villageTag } from './words';

const TABS = ['LATE', 'GOING', 'CLOSED'] as const;
type Tab = (typeof TABS)[number];
const TAB_LABELS: Record<Tab, string> = { LATE: '晚了', GOING: '正在查', CLOSED: '查完了' };
const EMPTY: Record<Tab, string> = {
  LATE: '没有晚的村',
  GOING: '没有还在查的村',
  CLOSED: '还没有查完的村',
};
const tabOf = ({ late, state }: CheckedVillage): Tab =>
  state === 'CLOSED' ? 'CLOSED' : late ? 'LATE' : 'GOING';

const TITLE = '一次排查';

/** One round: a village cadre's own village at once; for a township or a county its villages, late ones first. */
export function CheckRound() {
  const { roundId = '' } = useParams<'roundId'>();
  const query = useRound(roundId);
  const [chosen, setChosen] = useState<Tab>();
  const villages = query.data?.villages ?? [];
  const wide = useWidth() >= DESK_FROM_PX;
  const [only] = villages;
  const tab = chosen ?? (only === undefined ? 'GOING' : tabOf(only));
  const rows = villages.filter((one) => tabOf(one) === tab);
  const { shown, more } = useLong(rows.length, '个村');
  const round = query.data?.round;
  const manages = round !== undefined && (round.may.extend || round.may.withdraw || round.isWithdrawn);
  if (only !== undefined && villages.length === 1 && !manages)
    return <OneVillage roundId={roundId} village={only.village} />;
  const open = ({ village }: CheckedVillage) => go(VILLAGE_PAGE, { roundId, village });
  return (
    <Page title={TITLE}>
      <Head
        title={round?.name ?? TITLE}
        {...(round && {
          hint: `${round.places.join('、')}，查${TARGET_LABELS[round.target]}，${daysOf(round)}。${round.isWithdrawn ? '' : `${countWords(round)}。`}`,
        })}
      />
      {round !== undefined && <Changed round={round} />}
      {/* Nobody goes on with it: how far each village was says nothing. */}
      {round?.isWithdrawn !== true && (
        <>
          <Tabs
            label="哪些村"
            value={tab}
            onChange={setChosen}
            tabs={TABS.map((key) => ({
              key,
              label: TAB_LABELS[key],
              ...(query.data && { count: villages.filter((one) => tabOf(one) === key).length }),
            }))}
          />
          <Staffed query={query} rows={6}>
            {() => (
              <Section flush>
                {rows.length === 0 && <Empty>{EMPTY[tab]}</Empty>}
                {rows.length > 0 && wide ? (
                  <VillageTable villages={rows.slice(0, shown)} onOpen={open} />
                ) : (
                  rows
                    .slice(0, shown)
                    .map((one) => (
                      <Row
                        key={one.village}
                        over={one.townName}
                        title={one.villageName}
                        detail={[countWords(one), one.clues > 0 && `线索 ${one.clues} 条`]
                          .filter(Boolean)
                          .join('，')}
                        tag={<Tag state={villageTag(one).state}>{villageTag(one).text}</Tag>}
                        onTap={() => open(one)}
                      />
                    ))
                )}
                {more}
              </Section>
            )}
          </Staffed>
        </>
      )}
    </Page>
  );
}

/** What became of the round's days, and what its office may still do with it. */
function Changed({ round: { id: roundId, withdrawn, extensions, may } }: { round: CheckRoundPage }) {
  if (withdrawn !== null)
    return (
      <Note state="off" title="这次排查撤回了">
        {`${day(withdrawn.on)}${withdrawn.by}撤回：${withdrawn.words}`}
      </Note>
    );
  if (extensions.length === 0 && !may.extend && !may.withdraw) return null;
  return (
    <Section flush>
      {extensions.map(({ was, lastDay, by, on, words }) => (
        <Row
          key={`${was}${lastDay}`}
          title={`从${day(was)}延长到${day(lastDay)}`}
          detail={`${day(on)}${by}：${words}`}
        />
      ))}
      {may.extend && (
        <Row quiet title="时间不够" act="延长" onTap={() => go(CHANGE_PAGE, { roundId, act: 'extend' })} />
      )}
      {may.withdraw && (
        <Row quiet title="开始错了" act="撤回" onTap={() => go(CHANGE_PAGE, { roundId, act: 'withdraw' })} />
      )}
    </Section>
  );
}

function VillageTable({
  villages,
  onOpen,
}: {
  villages: readonly CheckedVillage[];
  onOpen: (village: CheckedVillage) => void;
}) {
  return (
    <DataTable
      caption="各村查到哪了"
      rowKey={({ village }) => village}
      rows={[...villages]}
      columns={[
        {
          title: '村',
          heading: true,
          cell: (one) => (
            <Link edge onTap={() => onOpen(one)}>
              {one.villageName}
            </Link>
          ),
        },
        { title: '乡镇', cell: ({ townName }) => townName },
        { title: '应查户数', right: true, cell: ({ due }) => (due === null ? '还没写' : `${due}`) },
        { title: '查了', right: true, cell: ({ done }) => `${done}` },
        { title: '线索', right: true, cell: ({ clues }) => `${clues}` },
        {
          title: '到哪了',
          cell: (one) => <Tag state={villageTag(one).state}>{villageTag(one).text}</Tag>,
        },
      ]}
    />
  );
}
