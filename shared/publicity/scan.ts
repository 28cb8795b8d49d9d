import { isLocalDate } from '@shared/calendar';
import { inPlainSigns, type Sign } from './disguises';
import type { NoticeContent } from './kinds';
import { SENSITIVE_WORDS } from './sensitive-words';

export type SensitiveKind =
  | 'ID_NUMBER'
  | 'PHONE'
  | 'BANK_CARD'
  | 'LONG_NUMBER'
  | 'ADDRESS'
  | keyof typeof SENSITIVE_WORDS;

/** A place that must not be published: `text.slice(from, to)` of what was scanned. */
export interface Finding {
  kind: SensitiveKind;
  from: number;
  to: number;
  text: string;
}

/**
 * Finds ID numbers, disability cards, mobile numbers, bank cards, any other number of eleven digits and more, house
 * numbers and words of health, disability, cause or minors (domain.md 6.2). Disguises do not help: other forms of digits
 * and signs, Chinese numerals, traditional characters, signs and spaces in between, stars (disguises.ts). In the order of
 * the text, not overlapping: where two could begin at one place, the longer wins.
 */
export function scanSensitive(text: string): Finding[] {
  const signs = inPlainSigns(text);
  // Between the characters of a word nothing that is no character counts: 残 疾, 残-疾.
  const dense = signs.filter(({ char }) => !SEPARATOR.test(char));
  const found = [...scanNumbers(signs, text), ...scanWords(dense, text), ...scanAddresses(dense, text)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  const findings: Finding[] = [];
  for (const finding of found) {
    const last = findings[findings.length - 1];
    if (!last || finding.from >= last.to) findings.push(finding);
  }
  return findings;
}

/** A finding in a notice: the field it stands in, the row of the list, and which of several texts of a field. */
export interface NoticeFinding extends Finding {
  field: string;
  row?: number;
  part?: number;
}

/** What holds no words that anybody wrote: codes, days and the office phones, which are there to be called. */
const UNWRITTEN: ReadonlySet<string> = new Set([
  'kind',
  'villageCode',
  'from',
  'to',
  'postedOn',
  'phones',
  'id',
]);

/** Scans everything in a notice that somebody may have written: every text of it, but for what is known to be none. */
export function scanNotice(content: NoticeContent): NoticeFinding[] {
  const { entries, ...rest } = content;
  const inFields = (fields: object, row?: number): NoticeFinding[] =>
    Object.entries(fields).flatMap(([field, value]) =>
      UNWRITTEN.has(field)
        ? []
        : [value].flat().flatMap((text, part) =>
            typeof text !== 'string'
              ? []
              : scanSensitive(text).map((finding) => ({
                  ...finding,
                  field,
                  ...(row !== undefined && { row }),
                  ...(Array.isArray(value) && { part }),
                })),
          ),
    );
  return [...inFields(rest), ...entries.flatMap(inFields)];
}

function scanWords(dense: readonly Sign[], text: string): Finding[] {
  const plain = dense.map(({ char }) => char).join('');
  return Object.entries(SENSITIVE_WORDS).flatMap(([kind, words]) =>
    words.flatMap((word) => {
      const findings: Finding[] = [];
      for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + 1))
        findings.push(findingAt(dense, at, at + word.length, kind as SensitiveKind, text));
      return findings;
    }),
  );
}

/** A house, a building, a flat: more of an address than the village group (domain.md 6.3). */
const ADDRESS =
  /(路|街|巷|弄|胡同|[组队屯社庄寨湾沟坪村])第?\d{1,5}号(?!公|文|令|通|楼会)|\d{1,4}(号楼|幢|栋|单元)|门牌号?\d+/g;

function scanAddresses(dense: readonly Sign[], text: string): Finding[] {
  const plain = dense.map(({ char, digit }) => digit ?? char).join('');
  return [...plain.matchAll(ADDRESS)].map((match) =>
    findingAt(dense, match.index, match.index + match[0].length, 'ADDRESS', text),
  );
}

function findingAt(
  signs: readonly Sign[],
  from: number,
  to: number,
  kind: SensitiveKind,
  text: string,
): Finding {
  const first = signs[from]?.from ?? 0;
  const last = signs[to - 1]?.to ?? first;
  return { kind, from: first, to: last, text: text.slice(first, last) };
}

/** One digit or mask sign, with its place in the text and among the signs. */
interface Mark {
  char: string;
  at: number;
  from: number;
  to: number;
}

/** What somebody puts between the characters of a word. */
const SEPARATOR = /[\s\p{P}\p{S}]/u;
/** What somebody puts between the digits of one number; 、 and commas stand between several. */
const INSIDE_NUMBER = /[\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pc}.·/\\|~'":：#+=&@]/u;
const MAX_SEPARATORS = 3;
const STAR = '*';

/** Digits and mask signs in groups that only separators interrupt. */
function numberGroups(signs: readonly Sign[]): Mark[][] {
  const groups: Mark[][] = [];
  let group: Mark[] = [];
  let gap = 0;
  for (const [at, { char, digit, from, to }] of signs.entries()) {
    const mark = digit ?? (/[xX]/.test(char) ? 'X' : /[*●○•×]/.test(char) ? STAR : undefined);
    if (mark !== undefined) {
      group.push({ char: mark, at, from, to });
      gap = 0;
    } else if (group.length > 0) {
      gap += 1;
      if (!INSIDE_NUMBER.test(char) || gap > MAX_SEPARATORS || isDecimalPoint(signs, at)) {
        groups.push(group);
        group = [];
        gap = 0;
      }
    }
  }
  return [...groups, group];
}

/** The point of an amount, 600.00, and not one that cuts a long number into pieces. */
function isDecimalPoint(signs: readonly Sign[], at: number): boolean {
  const digit = (place: number) => signs[place]?.digit !== undefined;
  const isPoint = (place: number) => signs[place]?.char === '.';
  if (!isPoint(at) || !digit(at + 1) || !digit(at + 2) || digit(at + 3) || isPoint(at + 3)) return false;
  let before = at - 1;
  while (digit(before)) before -= 1;
  return !isPoint(before);
}

/** Lengths that a number can have, longest first, and how to tell its kind. */
const SHAPES: { length: number; kind: SensitiveKind; fits: (marks: string) => boolean }[] = [
  ...[20, 18, 15].map((length) => ({ length, kind: 'ID_NUMBER' as const, fits: looksLikeId })),
  ...[19, 18, 17, 16].map((length) => ({ length, kind: 'BANK_CARD' as const, fits: looksLikeCard })),
  { length: 13, kind: 'PHONE', fits: (marks) => marks.startsWith('86') && looksLikePhone(marks.slice(2)) },
  { length: 11, kind: 'PHONE', fits: looksLikePhone },
];

function scanNumbers(signs: readonly Sign[], text: string): Finding[] {
  return numberGroups(signs).flatMap((group) => {
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
        from: first.from,
        to: last.to,
        text: text.slice(first.from, last.to),
      });
      start += shape.length - 1;
    }
    return [...findings, ...longNumbers(group, text)];
  });
}

const LONG = 11;

/** Whatever it is: no number of eleven digits or more stands on a notice. */
function longNumbers(group: readonly Mark[], text: string): Finding[] {
  const findings: Finding[] = [];
  let first = 0;
  for (let next = 1; next <= group.length; next += 1) {
    if (next < group.length && continues(group, next) && group[next]?.char !== STAR) continue;
    const [begin, end] = [group[first], group[next - 1]];
    if (begin && end && next - first >= LONG)
      findings.push({
        kind: 'LONG_NUMBER',
        from: begin.from,
        to: end.to,
        text: text.slice(begin.from, end.to),
      });
    first = next;
  }
  return findings;
}

/**
 * Whether the mark at `index` stands directly behind the one before it, so that no number ends there. A number may
 * begin within a run, though: 0 before a mobile, a row number glued to an ID.
 */
function continues(group: readonly Mark[], index: number): boolean {
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
