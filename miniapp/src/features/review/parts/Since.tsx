import { New, Old } from '@miniapp/ui/desk/Changed';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Link } from '@miniapp/ui/Link';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { moment } from '../model/facts';
import type { Look } from '../useHands';
import { Block } from './Block';

/** So many lines are read at once. */
const FEW = 8;

/** What others changed since this reader knew the case, field by field; nothing at a first look. */
export function Since({ since }: { since: NonNullable<Look['since']> }) {
  const [all, setAll] = useState(false);
  const { differences, by, at } = since;
  const shown = all ? differences : differences.slice(0, FEW);
  return (
    <Block title={`您 ${moment(at)} 看过以后，变了的`} aside={`${differences.length} 处`} pad>
      <View className="sw-sub">{`${by.join('、')}办过。`}</View>
      {differences.length === 0 ? (
        <View className="sw-sub">填的都没变，只多了经过。</View>
      ) : (
        <DataTable
          caption="变了的"
          rows={shown}
          rowKey={({ key }) => key}
          columns={[
            { title: '项目', heading: true, cell: ({ label }) => label },
            { title: '上次看到', cell: ({ before }) => (before === '' ? '没有' : <Old>{before}</Old>) },
            { title: '现在', cell: ({ after }) => (after === '' ? '没有了' : <New>{after}</New>) },
          ]}
        />
      )}
      {shown.length < differences.length && (
        <Link onTap={() => setAll(true)}>{`还有 ${differences.length - shown.length} 处，都看`}</Link>
      )}
    </Block>
  );
}
