import { useWidth } from '@miniapp/platform/width';
import { Bar } from '@miniapp/ui/Bar';
import type { ButtonProps } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Section } from '@miniapp/ui/Section';
import { Tabs } from '@miniapp/ui/Tabs';
import type { ReactNode } from 'react';
import { More } from './More';
import { DESK_FROM_PX } from './pages';
import { Staffed } from './Staffed';
import type { Pages } from './usePages';

interface Known {
  open: number;
  late: number;
}

interface OpenOrDoneProps<Tab extends string, Row, Found extends Known> {
  title: string;
  /** What one of them is counted by: 个, 件. */
  unit: string;
  /** Whether the page is as wide as its table on a desk. */
  wide?: boolean;
  /** What is to be done with them; how many are late stands before it. */
  hint: string;
  /** Words of each tab, the open ones first, and of one in which there is nothing. */
  tabs: Record<Tab, { label: string; empty: string }>;
  tab: Tab;
  onTab: (tab: Tab) => void;
  list: Pages<Row, Found>;
  /** Begins another one. */
  begin?: ButtonProps | false;
  row: (row: Row) => ReactNode;
  table: (rows: readonly Row[]) => ReactNode;
}

/** A list of what is open by its day, and of what is done: rows on a phone, a table on a desk. */
export function OpenOrDone<Tab extends string, Row, Found extends Known>({
  title,
  unit,
  wide,
  hint,
  tabs,
  tab,
  onTab,
  list,
  begin,
  row,
  table,
}: OpenOrDoneProps<Tab, Row, Found>) {
  const onDesk = useWidth() >= DESK_FROM_PX;
  const found = list.query.data;
  const late = found === undefined || found.late === 0 ? '' : `晚了 ${found.late} ${unit}。`;
  const keys = Object.keys(tabs) as Tab[];
  return (
    <Page title={title} {...(wide && { wide })} {...(begin && { bar: <Bar primary={begin} /> })}>
      <Head title={found === undefined ? title : `${title} ${found.open} ${unit}`} hint={`${late}${hint}`} />
      <Tabs
        label={title}
        value={tab}
        onChange={onTab}
        tabs={keys.map((key, index) => ({
          key,
          label: tabs[key].label,
          ...(index === 0 && { count: found?.open }),
        }))}
      />
      <Staffed query={list.query} rows={5}>
        {() => (
          <Section flush>
            {list.rows.length === 0 && <Empty>{tabs[tab].empty}</Empty>}
            {list.rows.length > 0 && onDesk ? table(list.rows) : list.rows.map(row)}
            <More list={list} />
          </Section>
        )}
      </Staffed>
    </Page>
  );
}
