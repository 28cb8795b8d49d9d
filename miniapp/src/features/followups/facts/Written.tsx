import { DESK_FROM_PX, Staffed } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
import { useWidth } from '@miniapp/platform/width';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Empty } from '@miniapp/ui/Empty';
import { Link } from '@miniapp/ui/Link';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import type { Query } from '@miniapp/ui/useQuery';
import { localDate } from '@shared/calendar/dates';
import type { FactView } from '@shared/contract';
import { evidenceWords, FACT_LABELS, factWords, fullDay } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { FACT_PAGE } from '../pages';
import { factGrounds, factLine, spanWords, type Written as Together, writtenTogether } from './model';

interface WrittenProps {
  caseId: string;
  query: Query<FactView[]>;
}

/** What was left open when somebody came says nothing. */
const says = ({ value, corrects }: FactView): boolean => value !== null || corrects !== null;

/** What was written, by whom and on what; each row that still counts may be put right by who keeps the facts. */
export function Written({ caseId, query }: WrittenProps) {
  const [all, setAll] = useState(false);
  return (
    <Section title="什么时候改的，谁改的" aside={query.data && `${query.data.filter(says).length} 条`}>
      <Staffed query={query} rows={4}>
        {(rows) => {
          // What the visit found is long, and stands above already.
          const said = rows.filter(says);
          const later = said.filter(({ evidence }) => evidence !== 'VERIFICATION');
          const shown = all ? said : later;
          return (
            <>
              {later.length === 0 && <Empty>列入名单以后还没有改过。</Empty>}
              <Rows rows={shown} caseId={caseId} />
              {said.length > later.length && (
                <Row
                  quiet
                  title={`入户核实时记的 ${said.length - later.length} 条`}
                  act={all ? '收起' : '看'}
                  onTap={() => setAll(!all)}
                />
              )}
            </>
          );
        }}
      </Staffed>
    </Section>
  );
}

function Rows({ rows, caseId }: { rows: readonly FactView[]; caseId: string }) {
  const wide = useWidth() >= DESK_FROM_PX;
  const { shown, more } = useLong(rows.length, '条');
  const some = rows.slice(0, shown);
  const open = ({ id }: FactView) => go(FACT_PAGE, { caseId, factId: id });
  if (rows.length === 0) return null;
  if (!wide)
    return (
      <>
        {writtenTogether(some).map((one) => (
          <OneHand key={one.id} written={one} onOpen={open} />
        ))}
        {more}
      </>
    );
  return (
    <>
      <DataTable
        caption="什么时候改的，谁改的"
        rowKey={({ id }) => id}
        rows={some}
        columns={[
          { title: '哪天写的', cell: ({ writtenAt }) => fullDay(localDate(writtenAt)) },
          { title: '谁写的', cell: ({ by }) => by },
          { title: '谁的', cell: ({ who }) => who || '全家' },
          {
            title: '写了什么',
            heading: true,
            cell: ({ key, value }) => `${FACT_LABELS[key]}：${factWords(key, value)}`,
          },
          { title: '哪些天', cell: spanWords },
          {
            title: '凭什么',
            cell: ({ evidence, reason }) => (
              <>
                <View>{evidenceWords(evidence)}</View>
                {reason !== '' && <View className="sw-sub">{`错在：${reason}`}</View>}
              </>
            ),
          },
          { title: '算不算数', cell: (row) => <Standing row={row} sure /> },
          {
            title: '改',
            cell: (row) =>
              row.mayCorrect && (
                <Link edge label={`${factLine(row)}，写错了`} onTap={() => open(row)}>
                  写错了
                </Link>
              ),
          },
        ]}
      />
      {more}
    </>
  );
}

interface OneHandProps {
  written: Together;
  onOpen: (row: FactView) => void;
}

/** On a phone: what one hand wrote at one moment, under one line of when and who. */
function OneHand({ written: { at, by, rows }, onOpen }: OneHandProps) {
  return (
    <>
      {rows.map((row, index) => (
        <Row
          key={row.id}
          over={index === 0 ? `${fullDay(localDate(at))} ${by}` : undefined}
          title={factLine(row)}
          detail={
            <>
              <View>{spanWords(row)}</View>
              <View>{factGrounds(row)}</View>
            </>
          }
          tag={<Standing row={row} />}
          {...(row.mayCorrect && {
            act: '写错了',
            onTap: () => onOpen(row),
          })}
        />
      ))}
    </>
  );
}

function Standing({ row, sure = false }: { row: FactView; sure?: boolean }) {
  if (!row.counts) return <Tag state="off">后来改过</Tag>;
  if (row.corrects !== null) return <Tag state="doing">改正的</Tag>;
  return sure ? <Tag state="ok">算数</Tag> : null;
}
