import { DESK_FROM_PX, Staffed, useFreshAfterActs } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import type { CheckedVillage } from '@shared/contract';
import { useState } from 'react';
import { OneVillage } from './CheckVillage';
import { countWords, daysOf, TARGET_LABELS, VILLAGE_PAGE, villageTag } from './words';

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
  const query = useFreshAfterActs(
    useQuery(roundId === '' ? undefined : `check:${roundId}`, () => call('checks.get', { roundId })),
  );
  const [chosen, setChosen] = useState<Tab>();
  const villages = query.data?.villages ?? [];
  const wide = useWidth() >= DESK_FROM_PX;
  const [only] = villages;
  const tab = chosen ?? (only === undefined ? 'GOING' : tabOf(only));
  const rows = villages.filter((one) => tabOf(one) === tab);
  const { shown, more } = useLong(rows.length, '个村');
  if (only !== undefined && villages.length === 1)
    return <OneVillage roundId={roundId} village={only.village} />;
  const round = query.data?.round;
  const open = ({ village }: CheckedVillage) => go(VILLAGE_PAGE, { roundId, village });
  return (
    <Page title={TITLE}>
      <Head
        title={round?.name ?? TITLE}
        {...(round && {
          hint: `${round.place}，查${TARGET_LABELS[round.target]}，${daysOf(round)}。${countWords(round)}。`,
        })}
      />
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
    </Page>
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
