import '@miniapp/styles/glance.css';
import { DESK_FROM_PX, Staffed } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { Chips } from '@miniapp/ui/Chips';
import { classes } from '@miniapp/ui/classes';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type Column, Table } from '@miniapp/ui/Table';
import { Tabs } from '@miniapp/ui/Tabs';
import { Tap } from '@miniapp/ui/Tap';
import { useQuery } from '@miniapp/ui/useQuery';
import { GLANCE_DAYS, type GlanceCount } from '@shared/casework/codes';
import { day, STATE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Chart } from './Chart';
import { COUNT_LABELS, daysSaid, rateOf, WITH } from './words';

export const CASES_PAGE = 'packages/glance/pages/cases';
const RATINGS_PAGE = 'packages/glance/pages/ratings';

type Office = Output<'reviews.glance'>;
type Village = Office['villages'][number];
type Days = `${(typeof GLANCE_DAYS)[number]}`;

const TILES = ['CAME_IN', 'WENT_OUT', 'OPEN', 'OVERDUE', 'DECIDED', 'ON_TIME'] as const;
/** As many villages as a picture can hold; the table below has all of them. */
const DRAWN_VILLAGES = 12;

interface Asked {
  what: GlanceCount;
  part?: string;
  village?: string;
  name?: string;
}

/** 办得怎么样: what came in, what went out, what is late and with whom; every number opens the list that it counts. */
export function Glance() {
  const [days, setDays] = useState<Days>('30');
  const [region, setRegion] = useState('');
  const query = useQuery(`office:${region}:${days}`, () =>
    call('reviews.glance', { region, days: Number(days) }),
  );
  const office = query.data;
  const name = office?.regions.find(({ code }) => code === office.region)?.name ?? '';
  const open = (asked: Asked) =>
    go(CASES_PAGE, { ...asked, days, region: office?.region, name: asked.name ?? name });
  return (
    <Page title="办得怎么样">
      <Head
        title={`${name}办得怎么样`}
        {...(office && { hint: `${day(office.from)}到${day(office.today)}。点数字，看是哪几家。` })}
      />
      <Tabs
        label="看多少天"
        value={days}
        onChange={setDays}
        tabs={GLANCE_DAYS.map((many) => ({ key: `${many}` as Days, label: `近 ${many} 天` }))}
      />
      {office !== undefined && office.regions.length > 1 && (
        <Section pad>
          <Chips
            label="看哪里"
            chips={office.regions.map(({ code, name: label }) => ({ value: code, label }))}
            value={[office.region]}
            onChange={(chosen) => setRegion(chosen.at(-1) ?? region)}
          />
        </Section>
      )}
      <Staffed query={query} rows={6}>
        {(seen) => (
          <>
            <View className="sw-gl">
              {TILES.map((what) => (
                <Tile key={what} what={what} office={seen} onTap={() => open({ what })} />
              ))}
            </View>
            <Late office={seen} open={open} />
            <Steps office={seen} open={open} />
            <Villages office={seen} open={open} />
            <Section>
              <Row
                icon="star"
                title="大家怎么评"
                detail="只数星，看不到是谁评的"
                onTap={() => go(RATINGS_PAGE)}
              />
            </Section>
          </>
        )}
      </Staffed>
    </Page>
  );
}

function Tile({ what, office, onTap }: { what: (typeof TILES)[number]; office: Office; onTap: () => void }) {
  const { counts } = office;
  const late = what === 'OVERDUE' && counts.OVERDUE > 0;
  const words = what === 'ON_TIME' ? `按时的 ${counts.ON_TIME} 件` : COUNT_LABELS[what];
  const value = what === 'ON_TIME' ? rateOf(counts) : String(counts[what]);
  return (
    <Tap role="link" className="sw-gl__n" onTap={onTap}>
      <View className={classes('sw-gl__v', late && 'sw-gl__v_late')}>{value}</View>
      <View className="sw-gl__l">{words}</View>
    </Tap>
  );
}

interface PartProps {
  office: Office;
  open: (asked: Asked) => void;
}

const numberColumn = <R,>(
  title: string,
  value: (row: R) => number,
  name: (row: R) => string,
  onTap: (row: R) => void,
): Column<R> => ({
  title,
  right: true,
  cell: (row) =>
    value(row) === 0 ? (
      '0'
    ) : (
      <Link edge label={`${name(row)}，${title} ${value(row)} 件`} onTap={() => onTap(row)}>
        {String(value(row))}
      </Link>
    ),
});

function Late({ office: { overdue }, open }: PartProps) {
  type Row = (typeof overdue)[number];
  const tap = ({ holder }: Row) => open({ what: 'OVERDUE', part: holder });
  if (overdue.length === 0)
    return (
      <Section title="晚了的在谁手里">
        <Empty>没有晚的</Empty>
      </Section>
    );
  return (
    <Section title="晚了的在谁手里" flush>
      <Chart
        label={`晚了的：${overdue.map(({ holder, cases }) => `${WITH[holder]} ${cases} 件`).join('，')}`}
        series={['件']}
        rows={overdue.map(({ holder, cases }) => ({ label: WITH[holder], values: [cases] }))}
        onPick={(row) => overdue[row] && tap(overdue[row])}
      />
      <View className="sw-gl__part">
        <Table
          caption="晚了的在谁手里"
          rows={overdue}
          rowKey={({ holder }) => holder}
          columns={[
            { title: '在谁手里', heading: true, cell: ({ holder }) => WITH[holder] },
            numberColumn(
              '晚了',
              ({ cases }) => cases,
              ({ holder }) => WITH[holder],
              tap,
            ),
          ]}
        />
      </View>
    </Section>
  );
}

function Steps({ office: { steps }, open }: PartProps) {
  type Row = (typeof steps)[number];
  const tap = ({ state }: Row) => open({ what: 'STEP', part: state });
  if (steps.length === 0)
    return (
      <Section title="每一步几天">
        <Empty>这些天没有办过</Empty>
      </Section>
    );
  return (
    <Section title="每一步几天" flush>
      <Chart
        label={`一半的件在这么多天里办过：${steps.map(({ state, medianDays }) => `${STATE_LABELS[state]} ${daysSaid(medianDays)}`).join('，')}`}
        series={['天']}
        rows={steps.map(({ state, medianDays }) => ({
          label: STATE_LABELS[state],
          values: [Math.round(medianDays * 10) / 10],
        }))}
        onPick={(row) => steps[row] && tap(steps[row])}
      />
      <View className="sw-gl__part">
        <Table
          caption="每一步几天，一半的件不超过"
          rows={steps}
          rowKey={({ state }) => state}
          columns={[
            { title: '步骤', heading: true, cell: ({ state }) => STATE_LABELS[state] },
            { title: '一半不超过', right: true, cell: ({ medianDays }) => daysSaid(medianDays) },
            numberColumn(
              '件',
              ({ cases }) => cases,
              ({ state }) => STATE_LABELS[state],
              tap,
            ),
          ]}
        />
      </View>
    </Section>
  );
}

function Villages({ office: { villages }, open }: PartProps) {
  const wide = useWidth() >= DESK_FROM_PX;
  const column = (what: 'CAME_IN' | 'WENT_OUT' | 'OPEN' | 'OVERDUE') =>
    numberColumn<Village>(
      COUNT_LABELS[what],
      ({ counts }) => counts[what],
      ({ name }) => name,
      ({ code, name }) => open({ what, village: code, name }),
    );
  if (villages.length === 0)
    return (
      <Section title="各村">
        <Empty>这些天没有</Empty>
      </Section>
    );
  const drawn = villages.slice(0, DRAWN_VILLAGES);
  return (
    <Section title="各村" flush>
      <Chart
        label={`各村：${drawn.map(({ name, counts }) => `${name}收到 ${counts.CAME_IN} 件，办完 ${counts.WENT_OUT} 件`).join('；')}`}
        series={[COUNT_LABELS.CAME_IN, COUNT_LABELS.WENT_OUT]}
        rows={drawn.map(({ name, counts }) => ({ label: name, values: [counts.CAME_IN, counts.WENT_OUT] }))}
        onPick={(row, series) => {
          const village = drawn[row];
          if (village !== undefined)
            open({ what: series === 0 ? 'CAME_IN' : 'WENT_OUT', village: village.code, name: village.name });
        }}
      />
      <View className="sw-gl__part">
        <Table
          caption="各村"
          rows={villages}
          rowKey={({ code }) => code}
          columns={[
            { title: '村', heading: true, cell: ({ name }) => name },
            ...(['CAME_IN', 'WENT_OUT', 'OPEN', 'OVERDUE'] as const).map(column),
            ...(wide
              ? [
                  {
                    title: '按时',
                    right: true,
                    cell: ({ code, name, counts }: Village) =>
                      counts.ON_TIME === 0 ? (
                        rateOf(counts)
                      ) : (
                        <Link
                          edge
                          label={`${name}，按时 ${rateOf(counts)}`}
                          onTap={() => open({ what: 'ON_TIME', village: code, name })}
                        >
                          {rateOf(counts)}
                        </Link>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </View>
    </Section>
  );
}
