/** An objection while it is written: pure, so that tests read it. */
import type { Input } from '@miniapp/platform/api';
import { checkName } from '@shared/people/name';
import { checkPhone } from '@shared/people/phone';

type Sent = Input<'objections.file'>;
export type About = NonNullable<Sent['about']>;

export interface Ticketed {
  attachmentId: string;
  ticket: string;
}

export interface KeptFile {
  key: string;
  path: string;
  /** Of a recording. */
  seconds?: number;
  /** What the server gave for it, once it is there. */
  sent?: Ticketed;
}

export interface ObjectionDraft {
  /** Which row of the list, from 0; MISSING: somebody who is not on it. */
  row: number | 'MISSING' | null;
  about: About | null;
  text: string;
  /** The same as it was spoken, and what was photographed: on the phone until it is handed in. */
  voice: KeptFile | null;
  photos: readonly KeptFile[];
  /** Of the first try to hand it in: a try after a lost answer, or after the app was closed, is the same one. */
  requestId: string | null;
  named: boolean;
  name: string;
  phone: string;
}

/** Nobody gives a name unless he wants to. */
export const EMPTY_OBJECTION: ObjectionDraft = {
  row: null,
  about: null,
  text: '',
  voice: null,
  photos: [],
  requestId: null,
  named: false,
  name: '',
  phone: '',
};

/** Who objects, or nobody. */
export const objectorOf = ({
  named,
  name,
  phone,
}: Pick<ObjectionDraft, 'named' | 'name' | 'phone'>): Sent['objector'] =>
  named ? { name: name.trim(), phone: phone.trim() } : null;

/** Why the way on is off, one reason at a time; undefined when it is open. */
export function objectionOff(draft: ObjectionDraft, step: 1 | 2): string | undefined {
  if (draft.row === null) return '先点是哪一家';
  if (draft.row === 'MISSING') return '名单上没有的，请替那一家申报';
  if (draft.about === null) return '点一点是哪一种';
  if (draft.text.trim() === '' && draft.voice === null && draft.photos.length === 0)
    return '说一段、写一句，或者拍一张';
  if (step === 1 || !draft.named) return undefined;
  if (!checkName(draft.name.trim()).ok) return '名字还没有写好';
  return checkPhone(draft.phone.trim()).ok ? undefined : '手机号是 11 位，请再看一眼';
}

/** Names as they stand on the list; two of the same name are told apart by their groups, then by their numbers. */
export function familiesOf(rows: ReadonlyArray<{ name: string; group: string }>): string[] {
  const count = (test: (row: { name: string; group: string }) => boolean) => rows.filter(test).length;
  return rows.map(({ name, group }, index) => {
    if (count((row) => row.name === name) === 1) return name;
    const apart = group !== '' && count((row) => row.name === name && row.group === group) === 1;
    return apart ? `${name} ${group}` : `${name} 第 ${index + 1} 号`;
  });
}

/** 「4471 0386」: digits as they are said aloud. */
export const groupsOfFour = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** The draft once a file of it is on the server. */
export function withTicket(draft: ObjectionDraft, key: string, sent: Ticketed): ObjectionDraft {
  const one = (file: KeptFile): KeptFile => (file.key === key ? { ...file, sent } : file);
  return { ...draft, voice: draft.voice && one(draft.voice), photos: draft.photos.map(one) };
}
