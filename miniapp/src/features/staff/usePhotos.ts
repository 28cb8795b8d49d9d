import { refusalOf, sendFile } from '@miniapp/features/attachments';
import { newRequestId } from '@miniapp/platform/call';
import { keepFile, keptFile } from '@miniapp/platform/kept-files';
import type { LocalFile, LocalPhoto } from '@miniapp/platform/media';
import { useOnline } from '@miniapp/platform/network';
import type { ShotProps, TakenPhoto } from '@miniapp/ui/Shot';
import type { AttachmentKind } from '@shared/casework/codes';
import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetKeptPhotos, type KeptPhoto, photoList } from './kept-photos';

interface Photo extends KeptPhoto, TakenPhoto {
  /** Handed in, and no longer on the phone. */
  forgotten?: true;
}

export interface Photos {
  /** What a Shot needs. Several boxes of one kind are told apart by their group. */
  shot: (kind: AttachmentKind, group?: string) => Pick<ShotProps, 'photos' | 'error' | 'onTake'>;
  /** Those that are on the server, of one group or of all. */
  ids: (group?: string) => string[];
  /** Boxes in which a photo lies that was not refused. */
  groups: string[];
  /** How many are on their way or wait for a network: handing in has to wait for them. */
  waiting: number;
  /** Sends those that could not be sent before. */
  retry: () => void;
  /** After handing in, nothing stays on the phone. */
  forget: () => void;
}

/**
 * Photos of one form: sent as soon as they are taken, again when the network is back. With a name they are kept on the
 * phone until `forget`, so that a closed app loses none.
 */
export function usePhotos(name?: string): Photos {
  const list = useRef(photoList(name ?? ''));
  const local = useRef(new Map<string, LocalFile>());
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [refusals, setRefusals] = useState<Readonly<Record<string, string | undefined>>>({});
  const online = useOnline();

  const change = useCallback(
    (id: string, next: Partial<Photo>) =>
      setPhotos((all) => all.map((photo) => (photo.id === id ? { ...photo, ...next } : photo))),
    [],
  );

  const send = useCallback(
    async ({ id, kind, group }: KeptPhoto) => {
      const photo = local.current.get(id);
      if (photo === undefined) return;
      change(id, { state: 'sending', percent: 0 });
      try {
        const attachmentId = await sendFile(photo, kind, {
          key: id,
          onProgress: (percent) => change(id, { percent }),
        });
        change(id, { state: 'sent', attachmentId, percent: undefined });
      } catch (error) {
        const refusal = refusalOf(error);
        change(id, { state: refusal === undefined ? 'waiting' : 'refused', percent: undefined });
        if (refusal !== undefined) setRefusals((all) => ({ ...all, [group]: refusal }));
      }
    },
    [change],
  );

  const take = async (kind: AttachmentKind, group: string, photo: LocalPhoto) => {
    const id = newRequestId();
    const shown = name === undefined ? photo : await keepFile(id, photo).catch(() => photo);
    local.current.set(id, shown);
    setRefusals((all) => ({ ...all, [group]: undefined }));
    const taken: Photo = { id, kind, group, attachmentId: null, state: 'sending', path: shown.path };
    setPhotos((all) => [...all, taken]);
    await send(taken);
  };

  // What was taken before the app was closed.
  useEffect(() => {
    if (name === undefined) return;
    const bringBack = async () => {
      for (const kept of list.current.get() ?? []) {
        const photo = await keptFile(kept.id);
        if (photo !== undefined) local.current.set(kept.id, photo);
        else if (kept.attachmentId === null) continue;
        const state = kept.attachmentId === null ? 'waiting' : 'sent';
        setPhotos((all) => [...all, { ...kept, state, path: photo?.path }]);
        if (kept.attachmentId === null) send(kept);
      }
    };
    bringBack();
  }, [name, send]);

  const loaded = useRef(false);
  useEffect(() => {
    if (name === undefined) return;
    // The first time the list is still empty, and must not overwrite what was kept.
    if (loaded.current || photos.length > 0) {
      loaded.current = true;
      const kept = photos.filter(({ state, forgotten }) => state !== 'refused' && !forgotten);
      if (kept.length === 0) list.current.remove();
      else
        list.current.set(
          kept.map(({ id, kind, group, attachmentId }) => ({ id, kind, group, attachmentId })),
        );
    }
  }, [name, photos]);

  const waiting = useRef<Photo[]>([]);
  waiting.current = photos.filter(({ state }) => state === 'waiting');
  const retry = useCallback(() => {
    for (const photo of waiting.current) send(photo);
  }, [send]);
  useEffect(() => {
    if (online !== false) retry();
  }, [online, retry]);

  return {
    shot: (kind, group = kind) => ({
      photos: photos.filter((photo) => photo.group === group),
      error: refusals[group],
      onTake: (photo) => {
        take(kind, group, photo);
      },
    }),
    ids: (group) =>
      photos.flatMap((photo) =>
        photo.attachmentId === null || (group !== undefined && photo.group !== group)
          ? []
          : [photo.attachmentId],
      ),
    groups: [...new Set(photos.filter(({ state }) => state !== 'refused').map(({ group }) => group))],
    waiting: photos.filter(({ state }) => state === 'sending' || state === 'waiting').length,
    retry,
    forget: () => {
      if (name === undefined) return;
      local.current.clear();
      // Until the page is another, they are named; there is no picture to show any more.
      setPhotos((all) => all.map((photo) => ({ ...photo, path: undefined, forgotten: true })));
      forgetKeptPhotos(name);
    },
  };
}
