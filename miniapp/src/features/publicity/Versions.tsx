import { call, type Output } from '@miniapp/platform/api';
import { Section } from '@miniapp/ui/Section';
import { type Column, Table } from '@miniapp/ui/Table';
import { useQuery } from '@miniapp/ui/useQuery';
import { moment } from '@shared/messages';
import { View } from '@tarojs/components';

type Version = Output<'notices.versions'>['versions'][number];
type VersionRow = Version['rows'][number] & { number: number };

/** The columns of its kind, a number in front. */
const columnsOf = ({ columns }: Version): Array<Column<VersionRow>> => [
  { title: '序号', cell: ({ number }) => String(number) },
  ...columns.map(({ key, title }, index) => ({
    title,
    cell: ({ cells }: VersionRow) => cells[index] || '—',
    heading: key === 'name',
  })),
];

/** What each version of a corrected notice said, the old one beside the new; nothing where there is only one. */
export function Versions({ noticeId }: { noticeId: string }) {
  const query = useQuery(`versions:${noticeId}`, () => call('notices.versions', { noticeId }));
  const versions = query.data?.versions ?? [];
  if (versions.length < 2) return null;
  return (
    <>
      {versions.map((version, index) => (
        <Section
          key={version.noticeId}
          title={version.replaced === null ? '现在的一版' : `旧的第 ${index + 1} 版`}
          aside={`校验码 ${version.checkCode}`}
        >
          {version.replaced !== null && (
            <View className="sw-pad sw-sub">{`${moment(version.replaced.at)}，${version.replaced.by}更正：${version.replaced.reason}`}</View>
          )}
          <Table
            caption={version.replaced === null ? '现在的名单' : `旧的第 ${index + 1} 版名单`}
            columns={columnsOf(version)}
            rows={version.rows.map((row, at) => ({ ...row, number: at + 1 }))}
            rowKey={({ number }) => String(number)}
          />
        </Section>
      ))}
    </>
  );
}
