import { answerEvent } from '@functions/runtime/cloudbase';
import { DEMO_COUNTY, FIRST_VILLAGE } from '@functions/runtime/demo';
import { createHttpDoor } from '@functions/runtime/http';
import { composeIdNumber } from '@shared/people';
import { sendIn } from '@tests/support/comparison';
import { walkOff } from '@tests/support/elimination';
import { VERIFICATION, walk } from '@tests/support/f01';
import { foundInNotice } from '@tests/support/notice-scanner';
import { type Office, openOffice } from '@tests/support/office';
import fc from 'fast-check';

/**
 * Whatever stands in a family's record, what the public gets of it is the whitelist of its notice: records full of
 * secrets are generated, notices of all kinds are put up, and every byte that leaves by a public door is searched, with
 * heads of answers and the log beside. `FAMILIES=40` for the long run.
 */
const FAMILIES = Number(process.env.FAMILIES ?? 3);
const SEED = 20260310;
// Each family is some forty calls, each read of all notices another thirty.
jest.setTimeout(240_000);

let office: Office;
beforeAll(async () => {
  office = await openOffice({ rateFactor: 100_000 });
});
afterAll(() => office.close());

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''));
const given = fc
  .array(fc.constantFrom(...'瑀珣琰瑄璟玠珩璆瓒瑗玦珺琤璇璈'), { minLength: 2, maxLength: 2 })
  .map((all) => all.join(''));

/** A family with everything that is nobody's business, each of it known again wherever it comes out. */
const record = fc.record({
  head: given,
  child: given.map((name) => `柳小${name}`),
  wife: given.map((name) => `周${name}`),
  sequence: fc.integer({ min: 1, max: 990 }),
  phone: digits(8).map((tail) => `199${tail}`),
  card: digits(15).map((tail) => `6222${tail}`),
  illness: fc.constantFrom('尿毒症', '白血病', '精神分裂', '肝硬化', '艾滋病'),
  house: fc.integer({ min: 100, max: 999 }),
  income: fc.integer({ min: 10_001, max: 98_999 }),
});
type Family = typeof record extends fc.Arbitrary<infer F> ? F : never;

interface Included {
  caseId: string;
  headName: string;
  secrets: string[];
}

/** Walks one family onto the list, its secrets in every field that takes words. */
async function include(family: Family): Promise<Included> {
  const { head, child, wife, sequence, phone, card, illness, house, income } = family;
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
  const { caseId } = await walk(office, 'announced', report, { members, words: all });
  const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
  await office.must('li-chunmei', 'reviews.recordMeasure', {
    ...{ caseId, version: c.version, measureCode: 'HEA', name: `${illness}救治`, department: '卫生健康局' },
    ...{ on: '2026-03-16', amountFen: income * 100, detail: all },
  });
  return {
    caseId,
    headName,
    secrets: [child, wife, illness, address, card, phone, idNo, childId, String(income), caseId],
  };
}

/** Puts up a notice of every kind about these families; the payments' file carries the secrets too. */
async function putUpAll(families: readonly Included[]): Promise<void> {
  const caseIds = families.map(({ caseId }) => caseId);
  const photo = () => office.photo('li-chunmei');
  await office.must('li-chunmei', 'notices.post', {
    kind: 'MEASURES_LANDED',
    caseIds,
    photoId: await photo(),
  });
  const rows = families.map(
    ({ headName, secrets }, index) =>
      `${headName} ${secrets[5]},${secrets[6]},2组${secrets[2]},交通补助（${secrets[0]}）,1,人,${1500 + index},${secrets[4]},${secrets[3]}`,
  );
  const child = `${families[0]?.secrets[0]},,2组,交通补助,1,人,99,,`;
  const file = ['姓名,身份证号,小组,项目,数量,单位,金额,银行账号,备注', ...rows, child].join('\n');
  const bytes = new TextEncoder().encode(file);
  const { job } = await sendIn(
    office,
    'he-min',
    `${DEMO_COUNTY}-${FIRST_VILLAGE}`,
    bytes,
    'SUBSIDY_PAYMENTS',
  );
  await postMended(job.id);
  const { draft } = await office.must('li-chunmei', 'notices.saveDraft', {
    ...{ village: FIRST_VILLAGE, title: '开会' },
    // What staff write themselves may name a neighbour; children and what the scan knows it may not.
    text: families
      .flatMap(({ secrets: [child, _wife, ...others] }) => [child, ...others.slice(0, 6)])
      .join('，\n'),
  });
  await postMended(draft.id);
  await walkOff(office, caseIds, 'marked');
}

/** Takes every mend that is offered until none is left, as staff would, and puts the draft up. */
async function postMended(draftId: string): Promise<void> {
  for (;;) {
    const { draft } = await office.must('he-min', 'notices.draft', { draftId });
    const mends = draft.preview.findings.map(({ where }) => where);
    if (mends.length === 0) {
      await office.must('he-min', 'notices.postDraft', { draftId, version: draft.version });
      return;
    }
    await office.must('he-min', 'notices.mend', { draftId, version: draft.version, mends });
  }
}

/** Everything that both doors say of a village's notices to a stranger, and to somebody who is bound to it. */
async function publicBytes(): Promise<string[]> {
  const door = createHttpDoor(office.pipeline);
  const villager = await office.identity('he-ming');
  const bearer = villager.kind === 'session' ? { authorization: `Bearer ${villager.token}` } : undefined;
  const bytes: string[] = [];
  const get = async (path: string, headers?: Record<string, string>) => {
    const response = await door.request(path, headers && { headers });
    const text = await response.text();
    bytes.push(text, JSON.stringify([...response.headers]));
    return JSON.parse(text);
  };
  const event = { operation: 'notices.list', input: { village: FIRST_VILLAGE } };
  const listed = await get(`/api/notices?village=${FIRST_VILLAGE}`);
  bytes.push(JSON.stringify(await answerEvent(office.pipeline, event, {})));
  for (const { id } of [...listed.running, ...listed.ended]) {
    await get(`/api/notices/${id}`);
    await get(`/api/notices/${id}`, bearer);
    const read = { operation: 'notices.get', input: { noticeId: id } };
    bytes.push(JSON.stringify(await answerEvent(office.pipeline, read, {})));
  }
  return bytes;
}

test('no record, whatever stands in it, puts more into a public answer than its notice may say', async () => {
  const families: Included[] = [];
  for (const family of fc.sample(record, { numRuns: FAMILIES, seed: SEED }))
    families.push(await include(family));
  await putUpAll(families);
  const heads = families.map(({ headName }) => headName);
  // 5 of each family's own: two as it was included, and one each of the kinds that name families anew.
  const kinds = await office.database.look<{ kind: string }>(
    'SELECT DISTINCT kind FROM notice ORDER BY kind',
  );
  expect(kinds).toHaveLength(7);
  for (const day of [
    '2026-03-08 09:00',
    '2026-03-17 09:00',
    '2026-03-20 09:00',
    '2026-03-24 09:00',
    '2026-10-15 09:00',
    '2026-10-23 09:00',
    '2026-12-01 09:00',
  ]) {
    office.at(day);
    const bytes = await publicBytes();
    const said = bytes.join('\n');
    const out = families.flatMap(({ secrets }) => secrets.filter((secret) => said.includes(secret)));
    expect(out).toEqual([]);
    // Names are masked for the village and absent for strangers: no full one leaves at all.
    expect(heads.filter((name) => said.includes(name))).toEqual([]);
  }
  const logs = JSON.stringify(office.logged);
  expect(
    families
      .flatMap(({ secrets, headName }) => [...secrets.slice(0, -1), headName])
      .filter((secret) => logs.includes(secret)),
  ).toEqual([]);
  // What is frozen for the board and for staff holds the names of heads, and nothing else of the record.
  const frozen = await office.database.look<{ content: string }>(
    'SELECT content::text AS content FROM notice',
  );
  for (const { content } of frozen)
    for (const { secrets } of families)
      expect(secrets.slice(0, -1).filter((secret) => content.includes(secret))).toEqual([]);
});

test('and a scanner written apart finds nothing in what the village reads', async () => {
  office.at('2026-03-20 09:00');
  const { running } = await office.must('he-ming', 'notices.list', { village: FIRST_VILLAGE });
  expect(running.length).toBeGreaterThan(2);
  for (const { id } of running) {
    const { notice } = await office.must('he-ming', 'notices.get', { noticeId: id });
    const lines = [notice.title, ...notice.paragraphs, ...notice.rows.flatMap(({ cells }) => cells)].join(
      '\n',
    );
    expect(foundInNotice(lines, [])).toEqual([]);
  }
});
