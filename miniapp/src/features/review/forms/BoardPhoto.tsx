import { usePhotos } from '@miniapp/features/staff';
import { Problem } from '@miniapp/ui/Problem';
import { Shot } from '@miniapp/ui/Shot';
import { ACTION_LABELS, day } from '@shared/messages';
import { View } from '@tarojs/components';
import { checked } from '../model/checked';
import { useCaseAct } from '../useCase';

import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

/** The board on the notice's last day: shows that it hung to the end (domain.md 6.4). */
export function BoardPhotoForm(props: FormProps) {
  const { publicity } = props.view;
  const photos = usePhotos();
  const { problems, submit } = useForm(() => ({}));
  const doing = useCaseAct('reviews.photographBoard', props);
  const [photoId] = photos.ids();
  return (
    <FormFrame
      title="拍公示栏"
      hint={publicity === null ? undefined : `公示到${day(publicity.lastDay)} 24:00。到期要把纸撤下来。`}
      bar={ACTION_LABELS.photographBoard}
      problem={doing.problem}
      submit={{
        children: '交照片',
        onTap: () =>
          submit(
            () =>
              checked(photoId === undefined ? { photo: '先拍一张公示栏。' } : {}, () => ({
                photoId: photoId ?? '',
              })),
            doing.run,
          ),
        busy: doing.busy,
        busyText: '正在交…',
        off: photos.waiting > 0 ? '照片正在传，传完再交' : undefined,
      }}
    >
      {problems.photo !== undefined && <Problem text={problems.photo} />}
      <View className="sw-out">
        <Shot
          title="公示栏"
          hint="看得见整张公示，看得清日期"
          example="scene"
          max={1}
          {...photos.shot('BOARD_PHOTO')}
        />
      </View>
    </FormFrame>
  );
}
