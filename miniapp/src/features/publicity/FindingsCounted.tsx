import { useMe } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { Empty } from '@miniapp/ui/Empty';
import { Section } from '@miniapp/ui/Section';
import { type Column, Table } from '@miniapp/ui/Table';
import { useQuery } from '@miniapp/ui/useQuery';
import type { StaffRole } from '@shared/access';
import { View } from '@tarojs/components';
import { foundWords } from './words';

const READERS: readonly StaffRole[] = [
  'COUNTY_CLERK',
  'COUNTY_LEADER',
  'SUPERVISOR',
  'TOWN_CLERK',
  'TOWN_LEADER',
];

interface Counted {
  words: string;
  found: number;
  mended: number;
}

const COLUMNS: Column<Counted>[] = [
  { title: '查出什么', cell: ({ words }) => words, heading: true },
  { title: '查出', cell: ({ found }) => `${found} 处`, right: true },
  { title: '改好', cell: ({ mended }) => `${mended} 处`, right: true },
];

/** What the scan found this year before anything went up, for the county and the township (domain.md 6.2, 9). */
export function FindingsCounted() {
  const grant = useMe().data?.grants.find(({ role }) => READERS.includes(role));
  const county = grant?.region.slice(0, 6) ?? '';
  const town = grant?.region.length === 9 ? grant.region : undefined;
  const query = useQuery(grant === undefined ? undefined : `findings:${town ?? county}`, async () => {
    const { today } = await call('notices.overview', {});
    const year = today.slice(0, 4);
    const asked = { county, from: `${year}-01`, to: today.slice(0, 7), ...(town !== undefined && { town }) };
    return (await call('notices.findings', asked)).counts;
  });
  if (query.data === undefined) return null;
  const rows = countedBy(query.data);
  const sum = (of: (one: Counted) => number) => rows.reduce((all, one) => all + of(one), 0);
  return (
    <Section
      title="内容检查，今年查出的"
      aside={`${sum(({ found }) => found)} 处，改好 ${sum(({ mended }) => mended)} 处`}
    >
      {rows.length === 0 ? (
        <Empty>今年还没有查出不能公示的。</Empty>
      ) : (
        <Table caption="内容检查今年查出的" columns={COLUMNS} rows={rows} rowKey={({ words }) => words} />
      )}
      <View className="sw-pad sw-pb sw-sub">贴出去以前查的。写的是什么，没有留下来。</View>
    </Section>
  );
}

function countedBy(counts: readonly { kind: string; found: number; mended: number }[]): Counted[] {
  const by = new Map<string, Counted>();
  for (const { kind, found, mended } of counts) {
    const words = foundWords(kind);
    const before = by.get(words) ?? { words, found: 0, mended: 0 };
    by.set(words, { words, found: before.found + found, mended: before.mended + mended });
  }
  return [...by.values()].sort((a, b) => b.found - a.found);
}
