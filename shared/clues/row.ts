import { WARNING_LABELS } from '@shared/messages/clues';
import { halfWidth } from '@shared/people';
import type { Profile } from '@shared/procedure';
import { cellFen, cellIdNo } from '@shared/tables';
import { WARNING_RULES, WARNINGS, type Warning, type WarningUnit, warns } from './warnings';

/** A line of a department's file of people at risk, as it was read; `lost` when a spreadsheet dropped digits. */
export interface ClueRow {
  idNo: string;
  name: string;
  warning: string;
  figure: string;
  town: string;
  village: string;
  note: string;
  lost: boolean;
}

export interface ReadClue {
  idNo: string;
  name: string;
  warning: Warning;
  /** Fen, percent or days, as the warning counts; null when none was said. */
  value: number | null;
  note: string;
}

export type ClueRowFault =
  | 'ID_DIGITS_LOST'
  | 'ID_NOT_VALID'
  | 'CLUE_ID_MISSING'
  | 'CLUE_NAME_MISSING'
  | 'WARNING_UNKNOWN'
  | 'FIGURE_WRONG'
  | 'BELOW_THRESHOLD';

export type ClueRead = { ok: true; clue: ReadClue } | { ok: false; fault: ClueRowFault };

const MAX_NOTE = 300;
const MAX_NAME = 30;

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s、，,；;。.]/g, '');

const BY_WORD = new Map(
  WARNINGS.flatMap((code) => [WARNING_LABELS[code], code].map((word) => [plain(word), code] as const)),
);

/** One line against the county's rules (domain.md 2.4). What does not fit is never guessed. */
export function readClue(row: ClueRow, profile: Profile): ClueRead {
  const no = (fault: ClueRowFault): ClueRead => ({ ok: false, fault });
  if (row.lost) return no('ID_DIGITS_LOST');
  const id = cellIdNo(row.idNo);
  if (!id.ok) return no(id.reason === 'LOST' ? 'ID_DIGITS_LOST' : 'ID_NOT_VALID');
  if (id.value === null) return no('CLUE_ID_MISSING');
  if (row.name.trim() === '') return no('CLUE_NAME_MISSING');
  const warning = BY_WORD.get(plain(row.warning));
  if (warning === undefined) return no('WARNING_UNKNOWN');
  const figure = readFigure(row.figure, WARNING_RULES[warning].threshold?.unit);
  if (!figure.ok) return no('FIGURE_WRONG');
  if (!warns(warning, figure.value, profile)) return no('BELOW_THRESHOLD');
  // A card of the disabled begins with the ID number of its owner.
  const idNo = id.value.slice(0, 18);
  const said = { name: row.name.trim().slice(0, MAX_NAME), note: row.note.slice(0, MAX_NOTE) };
  return { ok: true, clue: { idNo, warning, value: figure.value, ...said } };
}

type Figure = { ok: true; value: number | null } | { ok: false };

function readFigure(text: string, unit: WarningUnit | undefined): Figure {
  if (unit === undefined) return { ok: true, value: null };
  if (unit === 'YUAN') return cellFen(text);
  const digits = halfWidth(text).replace(/[\s%天日]/g, '');
  if (digits === '') return { ok: true, value: null };
  return /^\d{1,4}(\.\d{1,2})?$/.test(digits) ? { ok: true, value: Number(digits) } : { ok: false };
}

/** By which two lines are about the same person; '' when the number is none. */
export function samePerson({ idNo }: Pick<ClueRow, 'idNo'>): string {
  const id = cellIdNo(idNo);
  return id.ok && id.value !== null ? id.value.slice(0, 18) : '';
}

/** By which two lines are about the same person and the same thing. */
export function sameClue({ idNo, warning }: Pick<ClueRow, 'idNo' | 'warning'>): string {
  const id = halfWidth(idNo).replace(/\s/g, '').toUpperCase().slice(0, 18);
  return id === '' ? '' : `${id} ${BY_WORD.get(plain(warning)) ?? plain(warning)}`;
}
