import { NoticeContent } from './kinds';
import { type NoticeFinding, scanNotice, scanSensitive } from './scan';

/**
 * What is proposed for a finding, done by one tap of staff: the words without what may not stand there, the row left
 * out, the column left out; or nothing, where the words are the county's own and not of this notice.
 */
export type Mend =
  | { act: 'CHANGE'; to: string }
  | { act: 'DROP_ROW' }
  | { act: 'DROP_COLUMN' }
  | { act: 'ASK_COUNTY' };

/** Fields of a notice that nobody of this notice wrote: they come from the county's rules and the register of places. */
const NOT_WRITTEN_HERE: ReadonlySet<string> = new Set([
  'basis',
  'stepsDone',
  'issuer',
  'villageName',
  'townName',
  'countyName',
]);

/** A name as it may stand on a list: two to six characters, a dot in those of many peoples. */
const NAME = /^[\p{Script=Han}·]{2,12}$/u;

/** The mend of a finding in a notice or in a list that is to become one. */
function mendOf({ field, row }: Pick<NoticeFinding, 'field' | 'row'>, text: string): Mend {
  if (row === undefined && NOT_WRITTEN_HERE.has(field)) return { act: 'ASK_COUNTY' };
  const to = withoutFindings(text);
  if (row === undefined) return { act: 'CHANGE', to };
  if (field === 'group') return { act: 'CHANGE', to };
  const named = field === 'headName' || field === 'name';
  return (named ? NAME.test(to) : to !== '') ? { act: 'CHANGE', to } : { act: 'DROP_ROW' };
}

/** What may stand around words that were cut out, and means nothing without them. */
const LEFT_OVER = /[（([【][\s，、,；;：:]*[)）\]】]/gu;
const AT_THE_EDGE = /^[\s，、；：,;:·\-—_。！？）)\]】》”]+|[\s，、；：,;:·\-—_（([【《“]+$/gu;
/** 残疾人 goes with its last sign, 艾滋病患者 with all of it. */
const WHOSE = /^[病症炎]?(?:患者|[人户者])?/;

/**
 * A text with everything that may not be published cut out, until the scan finds nothing more; punctuation that would be
 * left hanging goes along. '' when nothing is left.
 * @param names what else may not stand there, letter by letter
 */
export function withoutFindings(text: string, names: readonly string[] = []): string {
  let left = names.reduce((rest, name) => rest.replaceAll(name, ''), text);
  // Cutting can bring together what stood apart, so it is looked at again; each time it gets shorter.
  for (let found = scanSensitive(left); found.length > 0; found = scanSensitive(left))
    left = found.reduceRight(
      (rest, { from, to }) => rest.slice(0, from) + rest.slice(to).replace(WHOSE, ''),
      left,
    );
  if (left === text) return text;
  return left
    .replace(LEFT_OVER, '')
    .replace(/[，、；]{2,}/g, '，')
    .replace(/\s+(?=[，、；。])/g, '')
    .replace(AT_THE_EDGE, '')
    .trim();
}

/** Where a finding stands, as both sides say it: 「entries.0.group」, 「text.2」, 「title」. */
export function placeOf({ field, row, part }: Pick<NoticeFinding, 'field' | 'row' | 'part'>): string {
  if (row !== undefined) return `entries.${row}.${field}`;
  return part === undefined ? field : `${field}.${part}`;
}

/** One place of a notice at which something may not stand, and its mend. */
export interface Fault {
  kind: string;
  where: string;
  text: string;
  mend: Mend;
}

/** All that keeps a notice from going up, each with its mend. */
export function faultsOf(content: NoticeContent): Fault[] {
  return scanNotice(content).map((finding) => {
    const where = placeOf(finding);
    const whole = textAt(content, where);
    return { kind: finding.kind, where, text: finding.text, mend: mendOf(finding, whole) };
  });
}

function textAt(content: NoticeContent, where: string): string {
  const found = where
    .split('.')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], content);
  return typeof found === 'string' ? found : '';
}

/**
 * The notice with the words changed as these mends propose. A row is never left out here: whoever stands in it is a case,
 * and is left out of the whole sheet.
 */
export function mendContent(content: NoticeContent, faults: readonly Fault[]): NoticeContent {
  const changed = structuredCopy(content);
  for (const { where, mend } of faults) if (mend.act === 'CHANGE') setAt(changed, where.split('.'), mend.to);
  return NoticeContent.parse(changed);
}

const structuredCopy = (content: NoticeContent) =>
  JSON.parse(JSON.stringify(content)) as Record<string, unknown>;

function setAt(at: unknown, [key = '', ...rest]: readonly string[], to: string): void {
  const object = at as Record<string, unknown>;
  if (rest.length === 0) object[key] = to;
  else setAt(object[key], rest, to);
}
