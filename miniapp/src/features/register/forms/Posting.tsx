import { usePhotos } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { Note } from '@miniapp/ui/Note';
import { Shot } from '@miniapp/ui/Shot';
import { View } from '@tarojs/components';
import type { Entry } from '../queries';
import { Frame } from './Frame';

/** The notice hangs when its board was photographed; its days run from the day after. */
export function Post({ entry }: { entry: Entry }) {
  const photos = usePhotos();
  const [photoId] = photos.ids();
  return (
    <Frame
      entry={entry}
      act="post"
      off={photos.waiting > 0 ? '照片正在传，传完再交' : photoId === undefined ? '先拍一张公示栏' : undefined}
      send={(requestId) =>
        call(
          'notices.post',
          { kind: 'PROPOSED_ELIMINATION', caseIds: [entry.caseId], photoId: photoId ?? '' },
          requestId,
        )
      }
      done="贴上了，日子从明天算"
    >
      <View className="sw-pad">
        <Shot
          title="公示栏"
          hint="要看得清整张公示"
          example="scene"
          max={1}
          {...photos.shot('BOARD_PHOTO')}
        />
      </View>
    </Frame>
  );
}

/** The announcement is the mark: the family is off the list from that day on. */
export function Mark({ entry }: { entry: Entry }) {
  return (
    <Frame
      entry={entry}
      act="mark"
      send={(requestId) =>
        call('notices.announce', { kind: 'ELIMINATION_RESULT', caseIds: [entry.caseId] }, requestId)
      }
      done="公告了，已标注风险消除"
    >
      <Note state="need" title={`县里同意了，公告${entry.headName}家风险消除`}>
        公告上只有户主和人口。往后半年每月回访一次。
      </Note>
    </Frame>
  );
}
