/** Recording and photos of an objection: they lie on the phone until it is handed in, and belong to nobody on the server. */
import { ApiError, call } from '@miniapp/platform/api';
import { newRequestId } from '@miniapp/platform/call';
import { forgetFile, keepFile, keptFile } from '@miniapp/platform/kept-files';
import { type LocalFile, UploadRefused, uploadFile } from '@miniapp/platform/media';
import type { KeptFile, ObjectionDraft, Ticketed } from './objection-draft';

/** A file is gone from the phone, or is no photo or recording: it has to be made again. */
export class FileLost extends Error {
  constructor(readonly sentence: string) {
    super(sentence);
    this.name = 'FileLost';
  }
}

/** Keeps a new file on the phone; gives what the draft remembers of it. */
export async function keep(file: LocalFile): Promise<KeptFile> {
  const key = newRequestId();
  const kept = await keepFile(key, file).catch(() => file);
  return { key, path: kept.path, ...('seconds' in file && { seconds: file.seconds }) };
}

/** Sends one file, unless it was; what the server gave for it is kept, so that a lost answer sends nothing twice. */
async function sendOne(noticeId: string, { key, seconds }: KeptFile): Promise<Ticketed> {
  const isVoice = seconds !== undefined;
  const file = await keptFile(key);
  if (file === undefined)
    throw new FileLost(isVoice ? '录音找不到了，请重新说一遍。' : '照片找不到了，请重新拍一张。');
  try {
    const { attachmentId, ticket, upload } = await call('objections.startFile', {
      noticeId,
      kind: isVoice ? 'VOICE' : 'OTHER',
      contentType: file.type,
      size: file.size,
      ...(isVoice && { seconds }),
    });
    await uploadFile(file, upload);
    await call('objections.finishFile', { attachmentId, ticket });
    return { attachmentId, ticket };
  } catch (error) {
    if (error instanceof UploadRefused)
      throw new FileLost(isVoice ? '没传上，请重新说一遍。' : '没传上，请重新拍一张。');
    if (error instanceof ApiError && error.status === 422) throw new FileLost(error.message);
    throw error;
  }
}

/**
 * Sends what waits of a draft, one after the other; `keepTicket` is told of each. Gives the tickets.
 * @throws FileLost, NetworkError or ApiError: what was sent before stays sent
 */
export async function sendFiles(
  noticeId: string,
  { voice, photos }: Pick<ObjectionDraft, 'voice' | 'photos'>,
  keepTicket: (key: string, sent: Ticketed) => void,
): Promise<{ voice: Ticketed | null; photos: Ticketed[] }> {
  const send = async (file: KeptFile): Promise<Ticketed> => {
    if (file.sent !== undefined) return file.sent;
    const sent = await sendOne(noticeId, file);
    keepTicket(file.key, sent);
    return sent;
  };
  const tickets: Ticketed[] = [];
  for (const photo of photos) tickets.push(await send(photo));
  return { voice: voice === null ? null : await send(voice), photos: tickets };
}

/** After handing in, nothing of it stays on the phone. */
export function forgetFiles({ voice, photos }: Pick<ObjectionDraft, 'voice' | 'photos'>): void {
  for (const { key } of [...photos, ...(voice === null ? [] : [voice])]) void forgetFile(key);
}
