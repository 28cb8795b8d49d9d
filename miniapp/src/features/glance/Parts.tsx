import { DESK_FROM_PX } from '@miniapp/features/staff';
import { useWidth } from '@miniapp/platform/width';
import { Empty } from '@miniapp/ui/Empty';
import { Link } from '@miniapp/ui/Link';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type Column, Table } from '@miniapp/ui/Table';
import { STATE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { Chart } from './Chart';
import { Columns } from './Columns';
import type { Office, PartProps } from './office';
import { COUNT_LABELS, daysSaid, HOLDERS, rateOf, WITH } from './words';

type Village = Office['villages'][number];

/** As many villages as a picture can hold; the table below has all of them. */
const DRAWN_VILLAGES = 12;

const FLOW = ['CAME_IN', 'WENT_OUT', 'DECIDED', 'ON_TIME', 'OPEN'] as const;

/** What came, went and was decided in the period, and what is open now. */
export function Flow({ office: { counts }, open }: PartProps) {
  const title = { ...COUNT_LABELS, ON_TIME: `其中按时的（${rateOf(counts)}）`, OPEN: '现在在办' };
  return (
    <>
      {FLOW.map((what) => {
        const many = `${counts[what]} 件`;
        if (counts[what] === 0) return <Row key={what} title={title[what]} right={<View>{many}</View>} />;
        return (
          <Row
            key={what}
            title={title[what]}
            act={many}
            label={`${title[what]} ${many}`}
            onTap={() => open({ what })}
          />
        );
      })}
    </>
  );
}

const numberColumn = <R,>(
  title: string,
  value: (row: R) => number,
  name: (row: R) => string,
  onTap: (row: R) => void,
  unit = '件',
): Column<R> => ({
  title,
  right: true,
  cell: (row) =>
    value(row) === 0 ? (
      '0'
    ) : (
      <Link edge label={`${name(row)}，${title} ${value(row)} ${unit}`} onTap={() => onTap(row)}>
        {String(value(row))}
      </Link>
    ),
});

/** What is late, by office: who of it has how many stands among what needs care. */
export function Late({ office: { overdue }, open }: PartProps) {
  const offices = HOLDERS.map((holder) => ({
    holder,
    cases: overdue.reduce((sum, one) => sum + (one.holder === holder ? one.cases : 0), 0),
  })).filter(({ cases }) => cases > 0);
  type One = (typeof offices)[number];
  const tap = ({ holder }: One) => open({ what: 'OVERDUE', part: holder });
  if (offices.length === 0) return null;
  return (
    <Section title="晚了的在谁手里">
      <Chart
        label={`晚了的：${offices.map(({ holder, cases }) => `${WITH[holder]} ${cases} 件`).join('，')}`}
        series={['件']}
        rows={offices.map(({ holder, cases }) => ({ label: WITH[holder], values: [cases] }))}
        onPick={(row) => offices[row] && tap(offices[row])}
      />
      <View className="sw-gl__part">
        <Table
          caption="晚了的在谁手里"
          rows={offices}
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

export function Steps({ office: { steps }, open }: PartProps) {
  type One = (typeof steps)[number];
  const tap = ({ state }: One) => open({ what: 'STEP', part: state });
  return (
    <Section title="每一步几天">
      {steps.length === 0 ? (
        <Empty>这些天没有办过</Empty>
      ) : (
        <>
          <Chart
            label={`一半的件在这么多天里办过：${steps.map(({ state, medianDays }) => `${STATE_LABELS[state]} ${daysSaid(medianDays)}`).join('，')}`}
            series={['天']}
            rows={steps.map(({ state, medianDays }) => ({
              label: STATE_LABELS[state],
              values: [medianDays],
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
                  '办过',
                  ({ times }) => times,
                  ({ state }) => STATE_LABELS[state],
                  tap,
                  '次',
                ),
              ]}
            />
          </View>
        </>
      )}
    </Section>
  );
}

export function Villages({ office: { villages }, open }: PartProps) {
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
    <Section title="各村">
      <Columns
        left={
          <Chart
            label={`各村：${drawn.map(({ name, counts }) => `${name}收到 ${counts.CAME_IN} 件，办完 ${counts.WENT_OUT} 件`).join('；')}`}
            series={[COUNT_LABELS.CAME_IN, COUNT_LABELS.WENT_OUT]}
            rows={drawn.map(({ name, counts }) => ({
              label: name,
              values: [counts.CAME_IN, counts.WENT_OUT],
            }))}
            onPick={(row, series) => {
              const village = drawn[row];
              if (village !== undefined)
                open({
                  what: series === 0 ? 'CAME_IN' : 'WENT_OUT',
                  village: village.code,
                  name: village.name,
                });
            }}
          />
        }
        right={
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
        }
      />
    </Section>
  );
}
