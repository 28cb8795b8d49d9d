import { somethingWasDone, usePhotos } from '@miniapp/features/staff';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { useCommand } from '@miniapp/ui/useCommand';
import { View } from '@tarojs/components';
import { whyNot } from './why-not';

interface BoardPhotoProps {
  /** Under which the photo lies on the phone until it was handed in. */
  name: string;
  title: string;
  aside: string;
  hint: string;
  act: string;
  said: string;
  onPhoto: (photoId: string, requestId: string) => Promise<unknown>;
  onDone: () => void;
}

/** One photo of the board, kept on the phone until the server has it, and what follows from it. */
export function BoardPhoto({ name, title, aside, hint, act, said, onPhoto, onDone }: BoardPhotoProps) {
  const photos = usePhotos(name);
  const [photoId] = photos.ids();
  const handing = useCommand((id: string, requestId: string) => onPhoto(id, requestId));
  const hand = async () => {
    if (photoId === undefined) return;
    const done = await handing.run(photoId);
    somethingWasDone();
    if (done !== undefined) {
      photos.forget();
      toast(said);
    }
    onDone();
  };
  const off = photos.waiting > 0 ? '照片正在传，传完再交' : '先拍一张公示栏';
  return (
    <Section title={title} aside={aside}>
      {handing.error !== undefined && <Note state="late" alert title={whyNot(handing.error)} />}
      <Shot title="公示栏" hint={hint} example="scene" max={1} {...photos.shot('BOARD_PHOTO')} />
      <View className="sw-pad sw-pb">
        <Button
          kind="primary"
          onTap={hand}
          busy={handing.busy}
          busyText="正在交…"
          off={photoId === undefined ? off : undefined}
        >
          {act}
        </Button>
      </View>
    </Section>
  );
}
