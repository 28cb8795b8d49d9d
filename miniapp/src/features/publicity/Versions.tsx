import { call, type Output } from '@miniapp/platform/api';
import { New, Old } from '@miniapp/ui/desk/Changed';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { type Column, Table } from '@miniapp/ui/Table';
import { type State, Tag } from '@miniapp/ui/Tag';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import { day, moment } from '@shared/messages';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';

type Version = Output<'notices.versions'>['versions'][number];
type Change = Version['changes'][number];
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

const HOW: Record<Change['how'], { state: State; text: string }> = {
  ADDED: { state: 'ok', text: '加上的' },
  REMOVED: { state: 'off', text: '撤下的' },
  CHANGED: { state: 'need', text: '改过的' },
};

/** What each correction changed, row by row; whole lists are a tap away. Nothing where there is only one version. */
export function Versions({ noticeId }: { noticeId: string }) {
  const query = useQuery(`versions:${noticeId}`, () => call('notices.versions', { noticeId }));
  const versions = query.data?.versions ?? [];
  if (versions.length < 2) return null;
  return (
    <>
      {versions.slice(1).map((version, index) => (
        <Correction
          key={version.noticeId}
          before={versions[index] ?? version}
          version={version}
          nth={index + 1}
        />
      ))}
      {versions.map((version, index) => (
        <Whole
          key={version.noticeId}
          version={version}
          title={version.replaced === null ? '现在的一版' : `旧的第 ${index + 1} 版`}
        />
      ))}
    </>
  );
}

/** One correction: why, by whom, and what is otherwise now. */
function Correction({ before, version, nth }: { before: Version; version: Version; nth: number }) {
  const { changes, lastDay } = version;
  const { shown, more } = useLong(changes.length, '处');
  const { replaced } = before;
  return (
    <Section title={`第 ${nth} 次更正`} aside={changes.length === 0 ? undefined : `${changes.length} 行`}>
      {replaced !== null && (
        <View className="sw-pad sw-sub">{`${moment(replaced.at)}，${replaced.by}更正：${replaced.reason}`}</View>
      )}
      {changes.slice(0, shown).map((change) => (
        <Row
          key={`${change.how} ${change.row}`}
          title={`${change.how === 'REMOVED' ? '原来的 ' : ''}${change.row + 1} 号 ${change.name}`}
          detail={<Cells change={change} />}
          tag={<Tag state={HOW[change.how].state}>{HOW[change.how].text}</Tag>}
        />
      ))}
      {more}
      {changes.length === 0 && <View className="sw-pad sw-pb">名单上没有变的。</View>}
      {before.lastDay !== lastDay && (
        <Row title="最后一天" detail={<Was was={day(before.lastDay)} is={day(lastDay)} />} />
      )}
    </Section>
  );
}

function Cells({ change: { how, cells } }: { change: Change }) {
  if (how !== 'CHANGED')
    return <View>{cells.map(({ title, was, is }) => `${title} ${was || is}`).join('，')}</View>;
  return (
    <>
      {cells.map(({ title, was, is }) => (
        <View key={title}>
          {`${title}：`}
          <Was was={was || '没有写'} is={is || '没有写'} />
        </View>
      ))}
    </>
  );
}

/** What it was, struck out, and what it is: said in words too, for who does not see the line through it. */
const Was = ({ was, is }: { was: string; is: string }) => (
  <Text>
    原来 <Old>{was}</Old>，现在 <New>{is}</New>
  </Text>
);

/** The whole list of a version, opened by who wants it. */
function Whole({ version, title }: { version: Version; title: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Section title={title} aside={`校验码 ${version.checkCode}`}>
      {open ? (
        <Table
          caption={`${title}名单`}
          columns={columnsOf(version)}
          rows={version.rows.map((row, at) => ({ ...row, number: at + 1 }))}
          rowKey={({ number }) => String(number)}
        />
      ) : (
        <Row title={`看整张名单，${version.rows.length} 行`} onTap={() => setOpen(true)} />
      )}
    </Section>
  );
}
