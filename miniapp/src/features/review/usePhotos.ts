import { refusalOf, sendPhoto } from '@miniapp/platform/attachments';
import { newRequestId } from '@miniapp/platform/call';
import { forgetPhoto, keepPhoto, keptPhoto } from '@miniapp/platform/kept-photos';
import type { LocalPhoto } from '@miniapp/platform/media';
import { useOnline } from '@miniapp/platform/network';
import { slot } from '@miniapp/platform/storage';
import type { TakenPhoto } from '@miniapp/ui/Shot';
import type { AttachmentKind } from '@shared/casework/codes';
import { useCallback, useEffect, useRef, useState } from 'react';

interface Kept {
  id: string;
  kind: AttachmentKind;
  attachmentId: string | null;
}

interface Photo extends Kept, TakenPhoto {}

export interface Photos {
  of: (kind: AttachmentKind) => TakenPhoto[];
  /** The sentence for the last one of this kind that was refused. */
  error: (kind: AttachmentKind) => string | undefined;
  take: (kind: AttachmentKind) => (photo: LocalPhoto) => void;
  /** Those that are on the server. */
  ids: string[];
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
  const list = useRef(slot<Kept[]>(`photos:${name ?? ''}`));
  const local = useRef(new Map<string, LocalPhoto>());
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [refusals, setRefusals] = useState<Partial<Record<AttachmentKind, string>>>({});
  const online = useOnline();

  const change = useCallback(
    (id: string, next: Partial<Photo>) =>
      setPhotos((all) => all.map((photo) => (photo.id === id ? { ...photo, ...next } : photo))),
    [],
  );

  const send = useCallback(
    async (id: string, kind: AttachmentKind) => {
      const photo = local.current.get(id);
      if (photo === undefined) return;
      change(id, { state: 'sending', percent: 0 });
      try {
        const attachmentId = await sendPhoto(photo, kind, (percent) => change(id, { percent }));
        change(id, { state: 'sent', attachmentId, percent: undefined });
      } catch (error) {
        const refusal = refusalOf(error);
        change(id, { state: refusal === undefined ? 'waiting' : 'refused', percent: undefined });
        if (refusal !== undefined) setRefusals((all) => ({ ...all, [kind]: refusal }));
      }
    },
    [change],
  );

  const take = (kind: AttachmentKind) => async (photo: LocalPhoto) => {
    const id = newRequestId();
    const shown = name === undefined ? photo : await keepPhoto(id, photo).catch(() => photo);
    local.current.set(id, shown);
    setRefusals((all) => ({ ...all, [kind]: undefined }));
    setPhotos((all) => [...all, { id, kind, attachmentId: null, state: 'sending', path: shown.path }]);
    await send(id, kind);
  };

  // What was taken before the app was closed.
  useEffect(() => {
    if (name === undefined) return;
    const bringBack = async () => {
      for (const { id, kind, attachmentId } of list.current.get() ?? []) {
        const photo = await keptPhoto(id);
        if (photo !== undefined) local.current.set(id, photo);
        else if (attachmentId === null) continue;
        const state = attachmentId === null ? 'waiting' : 'sent';
        setPhotos((all) => [...all, { id, kind, attachmentId, state, path: photo?.path }]);
        if (attachmentId === null) send(id, kind);
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
      list.current.set(
        photos
          .filter(({ state }) => state !== 'refused')
          .map(({ id, kind, attachmentId }) => ({ id, kind, attachmentId })),
      );
    }
  }, [name, photos]);

  const waiting = useRef<Photo[]>([]);
  waiting.current = photos.filter(({ state }) => state === 'waiting');
  const retry = useCallback(() => {
    for (const { id, kind } of waiting.current) send(id, kind);
  }, [send]);
  useEffect(() => {
    if (online) retry();
  }, [online, retry]);

  return {
    of: (kind) => photos.filter((photo) => photo.kind === kind),
    error: (kind) => refusals[kind],
    take: (kind) => (photo) => {
      take(kind)(photo);
    },
    ids: photos.flatMap(({ attachmentId }) => (attachmentId === null ? [] : [attachmentId])),
    waiting: photos.filter(({ state }) => state === 'sending' || state === 'waiting').length,
    retry,
    forget: () => {
      for (const { id } of photos) forgetPhoto(id);
      list.current.remove();
    },
  };
}
