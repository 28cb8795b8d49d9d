import { call } from '@miniapp/platform/api';
import { Section } from '@miniapp/ui/Section';
import { type Column, Table } from '@miniapp/ui/Table';
import { useQuery } from '@miniapp/ui/useQuery';
import { moment } from '@shared/messages';
import { View } from '@tarojs/components';

interface VersionRow {
  number: number;
  name: string;
  memberCount: number;
  group: string;
}

const COLUMNS: Array<Column<VersionRow>> = [
  { title: '序号', cell: ({ number }) => String(number) },
  { title: '户主', cell: ({ name }) => name, heading: true },
  { title: '人口', cell: ({ memberCount }) => `${memberCount} 人` },
  { title: '小组', cell: ({ group }) => (group === '' ? '—' : group) },
];

/** What each version of a corrected notice said, the old one beside the new; nothing where there is only one. */
export function Versions({ noticeId }: { noticeId: string }) {
  const query = useQuery(`versions:${noticeId}`, () => call('notices.versions', { noticeId }));
  const versions = query.data?.versions ?? [];
  if (versions.length < 2) return null;
  return (
    <>
      {versions.map(({ noticeId: id, checkCode, rows, replaced }, index) => (
        <Section
          key={id}
          title={replaced === null ? '现在的一版' : `旧的第 ${index + 1} 版`}
          aside={`校验码 ${checkCode}`}
        >
          {replaced !== null && (
            <View className="sw-pad sw-sub">{`${moment(replaced.at)}，${replaced.by}更正：${replaced.reason}`}</View>
          )}
          <Table
            caption={replaced === null ? '现在的名单' : `旧的第 ${index + 1} 版名单`}
            columns={COLUMNS}
            rows={rows.map((row, at) => ({ ...row, number: at + 1 }))}
            rowKey={({ number }) => String(number)}
          />
        </Section>
      ))}
    </>
  );
}
