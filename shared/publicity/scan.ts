import { isLocalDate } from '@shared/calendar';
import { halfWidth } from '@shared/people';
import type { NoticeContent } from './notice';
import { SENSITIVE_WORDS } from './sensitive-words';

export type SensitiveKind = 'ID_NUMBER' | 'PHONE' | 'BANK_CARD' | keyof typeof SENSITIVE_WORDS;

/** A place that must not be published: `text.slice(from, to)` of what was scanned. */
export interface Finding {
  kind: SensitiveKind;
  from: number;
  to: number;
  text: string;
}

/**
 * Finds ID numbers, disability cards, mobile numbers, bank cards and words of health, disability or cause. Numbers are
 * found through full-width digits, spaces and hyphens, and partly starred. In the order of the text, not overlapping:
 * where two could begin at one place, the longer wins.
 */
export function scanSensitive(text: string): Finding[] {
  const found = [...scanNumbers(text), ...scanWords(text)].sort((a, b) => a.from - b.from || b.to - a.to);
  const findings: Finding[] = [];
  for (const finding of found) {
    const last = findings[findings.length - 1];
    if (!last || finding.from >= last.to) findings.push(finding);
  }
  return findings;
}

/** A finding in a notice: the field, and the row of the list it stands in. */
export interface NoticeFinding extends Finding {
  field: 'title' | 'basis' | 'stepsDone' | 'issuer' | 'headName' | 'group';
  row?: number;
}

/** Scans all free words of a notice. The office phones are left out: they are there to be called. */
export function scanNotice(content: NoticeContent): NoticeFinding[] {
  const inField = (field: NoticeFinding['field'], text: string, row?: number): NoticeFinding[] =>
    scanSensitive(text).map((finding) => ({ ...finding, field, ...(row === undefined ? {} : { row }) }));
  return [
    ...inField('title', content.title),
    ...inField('basis', content.basis),
    ...content.stepsDone.flatMap((step) => inField('stepsDone', step)),
    ...content.entries.flatMap((entry, row) => [
      ...inField('headName', entry.headName, row),
      ...inField('group', entry.group, row),
    ]),
    ...inField('issuer', content.issuer),
  ];
}

function scanWords(text: string): Finding[] {
  return Object.entries(SENSITIVE_WORDS).flatMap(([kind, words]) =>
    words.flatMap((word) => occurrences(text, word, kind as keyof typeof SENSITIVE_WORDS)),
  );
}

function occurrences(text: string, word: string, kind: SensitiveKind): Finding[] {
  const findings: Finding[] = [];
  for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + 1))
    findings.push({ kind, from, to: from + word.length, text: word });
  return findings;
}

/** One digit or mask sign, with its place in the text. */
interface Mark {
  char: string;
  at: number;
}

const SEPARATOR = /[\s\-‐-―_.·\u200b-\u200d\ufeff]/;
const MAX_SEPARATORS = 3;
const STAR = '*';

/**
 * Digits and mask signs in groups that only separators interrupt. A regular expression with look-behind would do, but
 * older phones cannot read one.
 */
function numberGroups(text: string): Mark[][] {
  const plain = halfWidth(text);
  const groups: Mark[][] = [];
  let group: Mark[] = [];
  let gap = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const char = plain.charAt(at);
    if (/[\d*●○•×xX]/.test(char)) {
      group.push({ char: /\d/.test(char) ? char : /[xX]/.test(char) ? 'X' : STAR, at });
      gap = 0;
    } else if (group.length > 0) {
      gap += 1;
      if (!SEPARATOR.test(char) || gap > MAX_SEPARATORS) {
        groups.push(group);
        group = [];
        gap = 0;
      }
    }
  }
  return [...groups, group];
}

/** Lengths that a number can have, longest first, and how to tell its kind. */
const SHAPES: { length: number; kind: SensitiveKind; fits: (marks: string) => boolean }[] = [
  ...[20, 18, 15].map((length) => ({ length, kind: 'ID_NUMBER' as const, fits: looksLikeId })),
  ...[19, 18, 17, 16].map((length) => ({ length, kind: 'BANK_CARD' as const, fits: looksLikeCard })),
  { length: 13, kind: 'PHONE', fits: (marks) => marks.startsWith('86') && looksLikePhone(marks.slice(2)) },
  { length: 11, kind: 'PHONE', fits: looksLikePhone },
];

function scanNumbers(text: string): Finding[] {
  return numberGroups(text).flatMap((group) => {
    const findings: Finding[] = [];
    for (let start = 0; start < group.length; start += 1) {
      const shape = SHAPES.find(
        ({ length, fits }) =>
          start + length <= group.length &&
          !continues(group, start + length) &&
          fits(
            group
              .slice(start, start + length)
              .map((mark) => mark.char)
              .join(''),
          ),
      );
      const first = group[start];
      const last = shape && group[start + shape.length - 1];
      if (!shape || !first || !last) continue;
      findings.push({
        kind: shape.kind,
        from: first.at,
        to: last.at + 1,
        text: text.slice(first.at, last.at + 1),
      });
      start += shape.length - 1;
    }
    return findings;
  });
}

/**
 * Whether the mark at `index` stands directly behind the one before it, so that no number ends there. A number may
 * begin within a run, though: 0 before a mobile, a row number glued to an ID.
 */
function continues(group: Mark[], index: number): boolean {
  const before = group[index - 1];
  const mark = group[index];
  return before !== undefined && mark !== undefined && mark.at === before.at + 1;
}

const MIN_SHOWN = { ID: 6, CARD: 8, PHONE: 6 };

function shown(marks: string): number {
  return marks.replace(/[*X]/g, '').length;
}

/** Area in front, a real date or a masked one inside; 15 digits is the form before 1999. */
function looksLikeId(marks: string): boolean {
  if (!/^[1-9]\d{3}/.test(marks) || shown(marks) < MIN_SHOWN.ID) return false;
  const born = marks.length === 15 ? `19${marks.slice(6, 12)}` : marks.slice(6, 14);
  if (/[*X]/.test(born)) return true;
  return isLocalDate(`${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`);
}

function looksLikeCard(marks: string): boolean {
  return /^[3-69]\d{3}/.test(marks) && shown(marks) >= MIN_SHOWN.CARD;
}

function looksLikePhone(marks: string): boolean {
  return /^1[3-9]\d/.test(marks) && shown(marks) >= MIN_SHOWN.PHONE;
}
