import { call } from '@miniapp/platform/api';
import { confirm } from '@miniapp/platform/ui';
import { DataTable } from '@miniapp/ui/desk/DataTable';
import { Link } from '@miniapp/ui/Link';
import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import type { ProfilePreview } from '@shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useIsDesk } from './Frame';
import { Part } from './Part';

type Told = ProfilePreview['stories'][number];

/** What the stored stories would come to, and what happens to cases that are open: nothing. */
export function Rehearsal({ preview }: { preview: ProfilePreview }) {
  const { openCases } = preview;
  const isDesk = useIsDesk();
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const stories = preview.stories.filter(({ key }) => !dropped.includes(key));
  const dropping = useCommand((storyId: string, requestId) =>
    call('profiles.dropStory', { storyId }, requestId),
  );
  const drop = async (storyId: string) => {
    const sure = { title: '不要这个例子了？', yes: '不要了', no: '留着', danger: true };
    if ((await confirm(sure)) && (await dropping.run(storyId)) !== undefined)
      setDropped([...dropped, storyId]);
  };
  const changed = stories.filter(({ changes }) => changes.length > 0).length;
  const count = openCases.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <Part title={`预演：${stories.length} 个例子，${changed} 个会变`}>
        {isDesk ? (
          <DataTable
            caption="每个例子会变什么"
            columns={[
              { title: '例子', cell: nameOf, heading: true },
              { title: '会变什么', cell: (story) => <Changes story={story} onDrop={drop} /> },
            ]}
            rows={stories}
            rowKey={({ key }) => key}
          />
        ) : (
          stories.map((story) => (
            <Row key={story.key} title={nameOf(story)} detail={<Changes story={story} onDrop={drop} />} />
          ))
        )}
      </Part>
      <Part title="正在办的" pad>
        <Note state="ok" title={`正在办的 ${count} 件，一件也不变`} inset={!isDesk}>
          哪一版收的，就按哪一版办完。
          {openCases.map(({ code, version, count: some }) => (
            <View key={`${code} ${version}`}>{`按第 ${version} 版办的：${some} 件`}</View>
          ))}
        </Note>
      </Part>
    </>
  );
}

const nameOf = ({ title, own }: Told) => (own ? `${title}（本县的）` : title);

function Changes({ story, onDrop }: { story: Told; onDrop: (key: string) => void }) {
  const { key, own, changes, stops } = story;
  return (
    <View>
      {changes.length === 0 && <View className="sw-sub">不变</View>}
      {stops && <Tag state="late">办不下去</Tag>}
      {changes.map((change) => (
        <View key={change}>{change}</View>
      ))}
      {own && (
        <Link edge onTap={() => onDrop(key)}>
          不要这个例子
        </Link>
      )}
    </View>
  );
}
