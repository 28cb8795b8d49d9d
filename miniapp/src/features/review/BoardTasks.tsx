import { somethingWasDone, useFreshAfterActs, usePhotos } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';

type BoardTask = Output<'tasks.board'>['tasks'][number];

const WHAT: Record<BoardTask['what'], { title: string; hint: string }> = {
  START: { title: '拍刚贴上的公示', hint: '看得见整张公示，看得清日期' },
  END: { title: '最后一天，拍公示还在', hint: '看得见整张公示，看得清日期' },
  REHANG: { title: '名单变了，换纸再拍', hint: '先换上新印的纸，再拍整张公示' },
  CLEARED: { title: '公示结束，撕下来再拍', hint: '先把纸撕下来，再拍空的公示栏' },
};

/** Photos of the board that the village still owes, above the errands to families; nothing when none is owed. */
export function BoardTasks() {
  const query = useFreshAfterActs(useQuery('board-tasks', () => call('tasks.board', {})));
  return (
    <>
      {query.data?.tasks.map((task) => (
        <Owed key={`${task.noticeId}-${task.what}`} task={task} />
      ))}
    </>
  );
}

function Owed({ task }: { task: BoardTask }) {
  const { noticeId, what, title, villageName, dueOn, late } = task;
  const [open, setOpen] = useState(false);
  const words = WHAT[what];
  return (
    <Section flush>
      <Row
        title={words.title}
        detail={
          <>
            <View>{title}</View>
            <View>{`${villageName} · 公示到${day(task.lastDay)}`}</View>
          </>
        }
        tag={<Tag state={late ? 'late' : 'doing'}>{late ? '晚了' : `${day(dueOn)}前拍`}</Tag>}
      />
      <View className="sw-in">
        {open ? (
          <Taking noticeId={noticeId} what={what} hint={words.hint} />
        ) : (
          <Button label={`${words.title}，${title}`} icon="camera" onTap={() => setOpen(true)}>
            现在拍
          </Button>
        )}
      </View>
    </Section>
  );
}

/** The camera alone: a picture out of the album may be of another day, and the server's clock would not know it. */
const CAMERA: ['camera'] = ['camera'];

function Taking({ noticeId, what, hint }: Pick<BoardTask, 'noticeId' | 'what'> & { hint: string }) {
  const photos = usePhotos();
  const [photoId] = photos.ids();
  const sending = useCommand((id: string, requestId: string) =>
    call('tasks.photographBoard', { noticeId, what, photoId: id }, requestId),
  );
  const send = async (id: string) => {
    if ((await sending.run(id)) === undefined) return;
    toast('照片交上了');
    somethingWasDone();
  };
  return (
    <View className="sw-stack">
      {sending.error !== undefined && (
        <Note state="late" alert inset>
          {sentenceOf(sending.error) ?? '没有交上，再点一次。'}
        </Note>
      )}
      <Shot
        title="公示栏"
        hint={hint}
        example="scene"
        max={1}
        {...photos.shot('BOARD_PHOTO')}
        sources={CAMERA}
      />
      <Button
        kind="primary"
        busy={sending.busy}
        busyText="正在交…"
        off={photos.waiting > 0 ? '照片正在传，传完再交' : photoId === undefined ? '先拍一张' : undefined}
        onTap={() => photoId !== undefined && send(photoId)}
      >
        交照片
      </Button>
    </View>
  );
}
