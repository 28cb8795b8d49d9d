import { DESK_FROM_PX, ENTRY_PAGE, More, Staffed } from '@miniapp/features/staff';
import { go } from '@miniapp/platform/navigate';
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
import { fullDay } from '@shared/messages/format';
import { useState } from 'react';
import { type EntryRow, LISTS, type List, useRegister } from './queries';
import { EMPTY_LIST, LIST_LABELS, rowTag } from './words';

const TITLE = '风险消除';

/** The register of monitored households by where each stands. */
export function Register() {
  const [list, setList] = useState<List>('MOVING');
  const pages = useRegister(list);
  const wide = useWidth() >= DESK_FROM_PX;
  const counts = pages.query.data?.counts;
  const late = counts === undefined || counts.LATE === 0 ? '' : `${counts.LATE} 户晚了。`;
  return (
    <Page title={TITLE}>
      <Head title={TITLE} hint={`${late}条件够了才提，没有比例要求。`} />
      <Tabs
        label={TITLE}
        value={list}
        onChange={setList}
        tabs={LISTS.map((key) => ({ key, label: LIST_LABELS[key], count: counts?.[key] }))}
      />
      <Staffed query={pages.query} rows={5}>
        {() => (
          <Section flush>
            {pages.rows.length === 0 && <Empty>{EMPTY_LIST[list]}</Empty>}
            {pages.rows.length > 0 && wide ? (
              <RegisterTable rows={pages.rows} />
            ) : (
              pages.rows.map((row) => <EntryLine key={row.caseId} row={row} />)
            )}
            <More list={pages} />
          </Section>
        )}
      </Staffed>
    </Page>
  );
}

const open = ({ caseId }: EntryRow) => go(ENTRY_PAGE, { caseId });
const placeOf = ({ villageName, group }: EntryRow) => [villageName, group].filter(Boolean).join(' ');
const sinceOf = ({ identifiedOn, entries }: EntryRow) =>
  `${fullDay(identifiedOn)}纳入${entries > 1 ? `，第 ${entries} 次` : ''}`;

function EntryLine({ row }: { row: EntryRow }) {
  const tag = rowTag(row);
  return (
    <Row
      title={`${row.headName}家`}
      detail={`${placeOf(row)} · ${sinceOf(row)}`}
      tag={<Tag state={tag.state}>{tag.text}</Tag>}
      onTap={() => open(row)}
    />
  );
}

function RegisterTable({ rows }: { rows: readonly EntryRow[] }) {
  return (
    <DataTable
      caption={TITLE}
      rowKey={({ caseId }) => caseId}
      rows={[...rows]}
      columns={[
        {
          title: '户主',
          heading: true,
          cell: (row) => (
            <Link edge label={`${row.headName}家，打开`} onTap={() => open(row)}>
              {row.headName}
            </Link>
          ),
        },
        { title: '村组', cell: placeOf },
        { title: '人口', cell: ({ memberCount }) => (memberCount === null ? '' : `${memberCount} 人`) },
        { title: '纳入', cell: sinceOf },
        {
          title: '到哪了',
          cell: (row) => <Tag state={rowTag(row).state}>{rowTag(row).text}</Tag>,
        },
      ]}
    />
  );
}
