import { refusalOf, sendFile } from '@miniapp/features/attachments';
import { NetworkError, newRequestId } from '@miniapp/platform/call';
import type { LocalPhoto } from '@miniapp/platform/media';
import { Shot, type ShotProps, type TakenPhoto } from '@miniapp/ui/Shot';
import { useRef, useState } from 'react';

interface SentPhotosProps extends Pick<ShotProps, 'title' | 'hint' | 'example' | 'max'> {
  /** Those that are at the store. */
  ids: readonly string[];
  onChange: (ids: string[]) => void;
  /** Why a photo was not taken, or nothing once the next one is tried. */
  onProblem: (sentence: string | undefined) => void;
  /** One more on its way, or one less: nothing is handed in without it. */
  onWay: (more: 1 | -1) => void;
}

/** Why the button is off meanwhile. */
export const PHOTO_ON_ITS_WAY = '照片还在传，传完再交';

const OFFLINE = '没有网，没传上。有网再拍一次。';

/** A paper to photograph; each photo is sent at once and belongs to the answer from then on. */
export function SentPhotos({ ids, onChange, onProblem, onWay, ...shot }: SentPhotosProps) {
  const [onTheWay, setOnTheWay] = useState<TakenPhoto[]>([]);
  const [shown, setShown] = useState<Readonly<Record<string, string>>>({});
  // Two may be on their way at once: the second must not forget the first.
  const there = useRef(ids);
  there.current = ids;
  const take = async (photo: LocalPhoto) => {
    onProblem(undefined);
    const id = newRequestId();
    const set = (state: TakenPhoto) =>
      setOnTheWay((all) => [...all.filter((one) => one.id !== id), { ...state, id, path: photo.path }]);
    set({ id, state: 'sending' });
    onWay(1);
    try {
      const attachmentId = await sendFile(photo, 'OTHER', {
        onProgress: (percent) => set({ id, state: 'sending', percent }),
      });
      setShown((before) => ({ ...before, [attachmentId]: photo.path }));
      onChange([...there.current, attachmentId]);
    } catch (error) {
      onProblem(refusalOf(error) ?? (error instanceof NetworkError ? OFFLINE : '没传上，请再拍一次'));
    } finally {
      onWay(-1);
      setOnTheWay((all) => all.filter((one) => one.id !== id));
    }
  };
  const sent = ids.map((id): TakenPhoto => ({ id, path: shown[id], state: 'sent' }));
  return <Shot {...shot} photos={[...sent, ...onTheWay]} onTake={take} />;
}
