import { FLAG_LABELS } from '@shared/messages/staff-labels';
import { readRequestCode } from '@shared/people';
import { cellFen, cellIdNo } from '@shared/tables';
import type { AssetFlag, Department } from './codes';
import type { DataAnswer } from './inputs';

/** One person that a department was asked about, as far as an answer has to fit. */
export interface AskedItem {
  code: string;
  memberKey: string;
  name: string;
  idNo: string | null;
  answered: boolean;
}

/** A line of a department's list, as it was read; `lost` when a spreadsheet dropped digits of the ID number. */
export interface AnswerRow {
  code: string;
  name: string;
  idNo: string;
  result: string;
  flags: string;
  amount: string;
  note: string;
  lost: boolean;
}

export type AnswerRowFault =
  | 'CODE_WRONG'
  | 'NOT_ON_LIST'
  | 'WRONG_PERSON'
  | 'ID_DIGITS_LOST'
  | 'ID_NOT_VALID'
  | 'NOBODY_NAMED'
  | 'ROW_ANSWERED_BEFORE'
  | 'RESULT_UNKNOWN'
  | 'FLAG_UNKNOWN'
  | 'FLAG_NOT_SAID'
  | 'FLAG_BUT_CLEAR'
  | 'AMOUNT_WRONG';

/** What a department may write; the first word of each is what the list offers. */
export const RESULT_WORDS: Record<DataAnswer['result'], readonly string[]> = {
  CLEAR: ['没有查到', '没查到', '未查到', '无'],
  FLAGGED: ['查到了', '查到', '有'],
  UNAVAILABLE: ['查不了', '无法查询'],
};

export type Matched =
  | { ok: true; item: AskedItem; answer: DataAnswer }
  | { ok: false; fault: AnswerRowFault };

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s·.]/g, '');

/**
 * One line against what was asked: the code says which question it answers, the ID number (or, where the column is
 * empty, the name) that it is about the same person. What does not fit is never guessed.
 */
export function matchAnswer(
  row: AnswerRow,
  department: Department,
  asked: ReadonlyMap<string, AskedItem>,
): Matched {
  const no = (fault: AnswerRowFault): Matched => ({ ok: false, fault });
  const code = readRequestCode(row.code);
  if (code === null) return no('CODE_WRONG');
  const item = asked.get(code);
  if (item === undefined) return no('NOT_ON_LIST');
  const stranger = personFault(row, item);
  if (stranger !== null) return no(stranger);
  if (item.answered) return no('ROW_ANSWERED_BEFORE');
  const result = resultOf(row.result);
  if (result === undefined) return no('RESULT_UNKNOWN');
  const flags = flagsOf(row.flags);
  if (flags === null) return no('FLAG_UNKNOWN');
  const amount = cellFen(row.amount);
  if (!amount.ok) return no('AMOUNT_WRONG');
  if (result === 'FLAGGED' && flags.length === 0 && row.note === '') return no('FLAG_NOT_SAID');
  if (result !== 'FLAGGED' && flags.length > 0) return no('FLAG_BUT_CLEAR');
  const answer = {
    department,
    memberKey: item.memberKey,
    result,
    flags,
    amountFen: amount.value,
    note: row.note.slice(0, 500),
  };
  return { ok: true, item, answer };
}

function personFault(row: AnswerRow, item: AskedItem): AnswerRowFault | null {
  if (row.name !== '' && plain(row.name) !== plain(item.name)) return 'WRONG_PERSON';
  if (row.idNo === '') return row.name === '' ? 'NOBODY_NAMED' : null;
  if (row.lost) return 'ID_DIGITS_LOST';
  const read = cellIdNo(row.idNo);
  if (!read.ok) return read.reason === 'LOST' ? 'ID_DIGITS_LOST' : 'ID_NOT_VALID';
  // A card of the disabled begins with the ID number of its owner.
  return read.value?.slice(0, 18) === item.idNo?.slice(0, 18) ? null : 'WRONG_PERSON';
}

function resultOf(text: string): DataAnswer['result'] | undefined {
  const word = plain(text);
  const results = Object.keys(RESULT_WORDS) as DataAnswer['result'][];
  return results.find((result) => RESULT_WORDS[result].includes(word));
}

/** Null when a word is none of ours: a flag is never made up. */
function flagsOf(text: string): AssetFlag[] | null {
  const codes = Object.keys(FLAG_LABELS) as AssetFlag[];
  const words = text
    .split(/[、，,;；\n]/)
    .map(plain)
    .filter((word) => word !== '');
  const flags: AssetFlag[] = [];
  for (let at = 0; at < words.length; ) {
    // Some labels hold a 、 themselves: the longest run of words that is one label is taken.
    const found = [2, 1]
      .map((many) => ({ many, text: words.slice(at, at + many).join('') }))
      .map(({ many, text: run }) => ({ many, code: codes.find((c) => plainLabel(c) === run) }))
      .find(({ code }) => code !== undefined);
    if (found?.code === undefined) return null;
    flags.push(found.code);
    at += found.many;
  }
  return [...new Set(flags)];
}

const plainLabel = (code: AssetFlag): string => plain(FLAG_LABELS[code]).replace(/[、，,]/g, '');
