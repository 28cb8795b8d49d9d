import { HEAD_ID, VERIFICATION, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** What a phone kept in the yard arrives late, twice, or from somebody who may no more: it is done once, or not at all. */

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const CADRE = 'li-chunmei';

async function accepted(headName: string) {
  const { caseId, version } = await walk(office, 'accepted', { headName, idNo: null });
  office.at('2026-03-04 09:00');
  const members = VERIFICATION.members.map((member, index) => ({
    ...member,
    idNo: null,
    ...(index === 0 && { name: headName }),
  }));
  return { record: { ...VERIFICATION, members, caseId, version }, caseId };
}

const viewOf = async (caseId: string) => (await office.must(CADRE, 'reviews.case', { caseId })).case;
const recordedOf = async (caseId: string) =>
  (await viewOf(caseId)).history.filter(({ type }) => /^Verification(Recorded|Signed)$/.test(type)).length;

test('a record and its signature that are sent again, and again, are there once', async () => {
  const { caseId, record } = await accepted('柳春生');
  const photoIds = [await office.photo(CADRE)];
  const first = { input: { ...record, photoIds }, requestId: 'yard-record-1' };
  const answers = [];
  // The answer is lost twice; the phone says the very same.
  for (let round = 0; round < 3; round += 1)
    answers.push(await office.ask(CADRE, 'reviews.recordVerification', first));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const { version } = await viewOf(caseId);
  const sign = { input: { caseId, version, opinion: '情况属实' }, requestId: 'yard-sign-1' };
  const signed = await Promise.all([
    office.ask(CADRE, 'reviews.signVerification', sign),
    office.ask(CADRE, 'reviews.signVerification', sign),
  ]);
  expect(signed.map(({ status }) => status)).toEqual([200, 200]);
  expect(await recordedOf(caseId)).toBe(2);
  expect((await viewOf(caseId)).verification?.record.photoIds).toEqual(photoIds);
});

test('a signature never goes under a record that somebody changed meanwhile', async () => {
  const { caseId, record } = await accepted('施永安');
  const { case: mine } = await office.must(CADRE, 'reviews.recordVerification', record as never);
  await office.must('wang-jianjun', 'reviews.recordVerification', {
    ...record,
    version: mine.version,
    group: '3组',
  } as never);
  const late = await office.ask(CADRE, 'reviews.signVerification', {
    input: { caseId, version: mine.version, opinion: '情况属实' },
  });
  expect(late).toMatchObject({ status: 409, body: { error: { reason: 'STALE_VERSION' } } });
  expect((await viewOf(caseId)).verification?.signatures).toEqual([]);
});

test('who is a verifier no more when it arrives, writes nothing', async () => {
  const { caseId, record } = await accepted('赵有田');
  const { colleagues } = await office.must(CADRE, 'reviews.colleagues', { caseId });
  const others = colleagues.filter(({ personId }) => personId !== `demo-${CADRE}`).slice(0, 2);
  const { case: now } = await office.must(CADRE, 'reviews.assignVerifiers', {
    caseId,
    version: record.version,
    verifiers: others,
  } as never);
  const late = await office.ask(CADRE, 'reviews.recordVerification', {
    input: { ...record, version: now.version },
    requestId: 'yard-record-2',
  });
  expect(late).toMatchObject({ status: 409, body: { error: { reason: 'NOT_A_VERIFIER' } } });
  expect((await viewOf(caseId)).verification).toBeNull();
});

test('photos that show a row, who was called, who mends what, and why: taken when it fits, refused when not', async () => {
  const { caseId, record } = await accepted('钱满仓');
  const photo = await office.photo(CADRE);
  const mend = {
    what: 'HOUSING',
    detail: '东墙裂了',
    fixer: '镇村建站',
    dueOn: '2026-04-01',
    photoIds: [photo],
  };
  const good = {
    ...record,
    mode: 'PHONE',
    contact: { phone: '13800002201', interviewee: '周桂兰' },
    photoIds: [photo],
    findings: { ...record.findings, housingProblem: true, guarantees: [mend] },
  };
  const refusals: [object, string][] = [
    [{ contact: undefined }, 'CONTACT_NEEDED'],
    [{ photoIds: [] }, 'EVIDENCE_MISSING'],
    [{ findings: { ...good.findings, housingProblem: false } }, 'GUARANTEE_NOT_FOUND'],
    [{ findings: { ...good.findings, guarantees: [mend, mend] } }, 'GUARANTEE_NOT_FOUND'],
    [{ findings: { ...good.findings, guarantees: [{ ...mend, dueOn: '2026-03-01' }] } }, 'DUE_BEFORE_VISIT'],
    [{ sheet: { ...record.sheet, income: [] } }, 'NET_REASON_NEEDED'],
  ];
  for (const [change, reason] of refusals) {
    const { status, body } = await office.ask(CADRE, 'reviews.recordVerification', {
      input: { ...good, ...change },
    });
    expect([status, JSON.stringify(body)]).toEqual([422, expect.stringContaining(reason)]);
  }
  await office.must(CADRE, 'reviews.recordVerification', good as never);
  const { verification, version } = await viewOf(caseId);
  expect(verification?.record.contact).toEqual({ phone: '138****2201', interviewee: '周桂兰' });

  // Typed again by who sees the number masked: it stays, for the same person only.
  const again = (interviewee: string) =>
    office.ask('wang-jianjun', 'reviews.recordVerification', {
      input: { ...good, version, contact: { phone: null, interviewee } },
    });
  expect((await again('别的人')).status).toBe(422);
  expect((await again('周桂兰')).status).toBe(200);
  expect((await viewOf(caseId)).verification?.record.contact?.phone).toBe('138****2201');
  const sealed = await office.database.look('SELECT * FROM case_event WHERE case_id = $1', [caseId]);
  expect(JSON.stringify(sealed)).not.toContain('13800002201');
  expect(JSON.stringify(sealed)).not.toContain(HEAD_ID);
});
