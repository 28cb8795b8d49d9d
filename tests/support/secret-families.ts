import { composeIdNumber } from '@shared/people';
import fc from 'fast-check';
import type { Step, StoryOffice } from './f01';
import { VERIFICATION, walk } from './f01';

/** Families with everything that is nobody's business, each secret known again wherever it comes out. */

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''));
const given = fc
  .array(fc.constantFrom(...'瑀珣琰瑄璟玠珩璆瓒瑗玦珺琤璇璈'), { minLength: 2, maxLength: 2 })
  .map((all) => all.join(''));

const record = fc.record({
  head: given,
  child: given.map((name) => `柳小${name}`),
  wife: given.map((name) => `周${name}`),
  sequence: fc.integer({ min: 1, max: 990 }),
  phone: digits(8).map((tail) => `199${tail}`),
  card: digits(15).map((tail) => `6222${tail}`),
  illness: fc.constantFrom('尿毒症', '白血病', '精神分裂', '肝硬化', '艾滋病'),
  house: fc.integer({ min: 100, max: 999 }),
  // Seven digits: fewer stand by chance in some digest.
  income: fc.integer({ min: 1_000_001, max: 9_899_999 }),
});
export type SecretRecord = typeof record extends fc.Arbitrary<infer F> ? F : never;

/** So many records, the same for a seed. */
export const secretRecords = (count: number, seed: number): SecretRecord[] =>
  fc.sample(record, { numRuns: count, seed });

/** What of a family may stand in no public byte, by what it is. */
export type Secrets = Record<
  'child' | 'wife' | 'illness' | 'address' | 'card' | 'phone' | 'idNo' | 'childId' | 'income' | 'caseId',
  string
>;

export interface SecretFamily {
  caseId: string;
  noticeId: string;
  /** Full only on the board's own sheet and for staff. */
  headName: string;
  secrets: Secrets;
  /** All of it in one sentence, for every field that takes words. */
  all: string;
}

/** Walks one family up to a step, its secrets in every field that takes words. */
export async function walkSecret(
  office: StoryOffice,
  { head, child, wife, sequence, phone, card, illness, house, income }: SecretRecord,
  until: Step,
): Promise<SecretFamily> {
  const headName = `田${head}`;
  const address = `幸福路${house}号`;
  const idNo = composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence });
  const childId = composeIdNumber({ area: '990101', birthDate: '2014-05-01', sequence });
  const all = `${child}${illness}，住${address}，卡${card}，电话${phone}，${idNo}，收入${income}元`;
  const [, , son, daughter] = VERIFICATION.members;
  const members = [
    { ...VERIFICATION.members[0], name: headName, idNo },
    { ...VERIFICATION.members[1], name: wife },
    ...[son, daughter],
    { key: 'child', name: child, relation: 'DAUGHTER', birthDate: '2014-05-01', idNo: childId },
  ];
  const report = {
    ...{ headName, idNo, phone, group: '2组' },
    difficulty: { phrases: ['BIG_ILLNESS' as const], text: all },
    reporter: { relation: 'CHILD' as const, name: wife, reason: all },
  };
  const { caseId, noticeId } = await walk(office, until, report, { members, words: all });
  const secrets = {
    child,
    wife,
    illness,
    address,
    card,
    phone,
    idNo,
    childId,
    income: String(income),
    caseId,
  };
  return { caseId, noticeId, headName, secrets, all };
}

/** Bytes that are read by people or machines outside, and where they were found. */
export interface Leaf {
  from: string;
  bytes: Buffer;
}

export const leaf = (from: string, said: string | Uint8Array): Leaf => ({ from, bytes: Buffer.from(said) });

/** How a text may lie in bytes: as it is, for a URL, in the two orders of UTF-16, as JSON escapes it, as base64 of it alone. */
function formsOf(text: string): Buffer[] {
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    Buffer.from(text),
    Buffer.from(encodeURIComponent(text)),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(text.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)),
    Buffer.from(Buffer.from(text).toString('base64').slice(0, -2)),
  ];
}

/** What of the families stands in these bytes: 「GET /api/notices/… says card of 0」. Names only where they may not be full. */
export function leaksIn(
  leaves: readonly Leaf[],
  families: readonly SecretFamily[],
  { names }: { names: boolean },
): string[] {
  const wanted = families.flatMap(({ secrets, headName }, at) =>
    Object.entries({ ...secrets, ...(names && { headName }) }).map(([what, text]) => ({
      what: `${what} of ${at}`,
      forms: formsOf(text),
      spaced: /^\d+$/.test(text) ? Buffer.from(text) : null,
    })),
  );
  return leaves.flatMap(({ from, bytes }) => {
    // Amounts and numbers may be written in groups.
    const closed = Buffer.from(bytes.toString('latin1').replace(/[ ,]/g, ''), 'latin1');
    return wanted
      .filter(
        ({ forms, spaced }) =>
          forms.some((form) => bytes.includes(form)) || (spaced !== null && closed.includes(spaced)),
      )
      .map(({ what }) => `${from} says ${what}`);
  });
}
