import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { useQuery } from '@miniapp/ui/useQuery';
import { day } from '@shared/messages';
import { BoardPhoto } from './BoardPhoto';

type What = Output<'tasks.board'>['tasks'][number]['what'];

const WORDS: Record<What, { title: string; hint: string; said: string }> = {
  START: {
    title: '贴好了，拍一张公示栏',
    hint: '看得见整张公示，看得清日期',
    said: '照片交上了，贴出去的日子有证明了',
  },
  END: { title: '最后一天，拍公示还在', hint: '看得见整张公示，看得清日期', said: '照片交上了' },
  REHANG: { title: '名单变了，换纸再拍', hint: '先换上新印的纸，再拍整张公示', said: '照片交上了' },
  CLEARED: { title: '公示结束，撕下来再拍', hint: '先把纸撕下来，再拍空的公示栏', said: '照片交上了' },
};

/** Photos of the board that the village owes of this notice; the township sees them in its overview and takes none. */
export function OwedPhotos({ noticeId }: { noticeId: string }) {
  const query = useFreshAfterActs(useQuery('board-tasks', () => call('tasks.board', {})));
  const owed = query.data?.tasks.filter((task) => task.noticeId === noticeId) ?? [];
  return (
    <>
      {owed.map(({ what, dueOn, late }) => (
        <BoardPhoto
          key={what}
          name={`board:${what}:${noticeId}`}
          title={WORDS[what].title}
          aside={late ? '晚了' : `${day(dueOn)}前拍`}
          hint={WORDS[what].hint}
          act="交照片"
          said={WORDS[what].said}
          onPhoto={(photoId, requestId) =>
            call('tasks.photographBoard', { noticeId, what, photoId }, requestId)
          }
          onDone={query.reload}
        />
      ))}
    </>
  );
}
