import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { OPERATIONS } from '@shared/contract';
import { fetched, sendIn, waitingFamily } from '@tests/support/comparison';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/**
 * Every operation answers at least once with 200 on the real database. `openOffice` holds each answer against its
 * contract: every field there, none that is not declared.
 */
let office: Office;
const answered = new Set<string>();

beforeAll(async () => {
  office = await openOffice();
  const { invoke } = office.pipeline;
  office.pipeline.invoke = async (call) => {
    const answer = await invoke(call);
    if (answer.status === 200) answered.add(call.operation);
    return answer;
  };
});
afterAll(() => office.close());

test('a family that is included, and the places around it', async () => {
  await office.must('-', 'local.clock', {});
  await office.must('-', 'local.people', {});
  await office.must('-', 'regions.children', { code: '150521100000' });
  await office.must('-', 'regions.search', { text: '保西' });
  await office.must('-', 'regions.village', { code: FIRST_VILLAGE });
  await office.must('he-ming', 'accounts.chooseVillage', { village: FIRST_VILLAGE });
  await office.must('he-ming', 'accounts.me', {});
  await office.must('he-ming', 'accounts.subscribed', { results: [] });

  const { caseId, version } = await walk(office, 'appraised');
  await office.must('li-chunmei', 'notices.waiting', { kind: 'PROPOSED_INCLUSION' });
  await office.must('li-chunmei', 'notices.preview', { kind: 'PROPOSED_INCLUSION', caseIds: [caseId] });
  office.at('2026-03-06 19:00');
  const photoId = await office.photo('li-chunmei');
  const { noticeId } = await office.must('li-chunmei', 'notices.post', { caseIds: [caseId], photoId });
  await office.must('-', 'notices.list', { village: FIRST_VILLAGE });
  await office.must('he-ming', 'notices.get', { noticeId });
  await office.must('li-chunmei', 'attachments.link', { attachmentId: photoId });

  office.at('2026-03-11 18:00');
  const last = await office.must('zhao-dayong', 'reviews.photographBoard', {
    caseId,
    version: version + 1,
    photoId: await office.photo('zhao-dayong'),
  });
  await office.must('-', 'local.moveClock', { to: '2026-03-12T00:01:00+08:00' });
  const closed = await office.must('chen-li', 'reviews.case', { caseId });
  expect(closed.case).toMatchObject({ state: 'TOWN_REVIEW', version: last.case.version + 1 });
  const reviewed = await office.must('chen-li', 'reviews.townReview', {
    caseId,
    version: closed.case.version,
    opinion: '材料齐全',
  });
  await office.must('gao-zhiyuan', 'reviews.countyDecide', {
    caseId,
    version: reviewed.case.version,
    decision: 'INCLUDE',
    householdType: 'SUDDEN',
    risks: ['ILLNESS'],
    opinion: '同意',
  });
  await office.must('he-min', 'notices.announce', { caseIds: [caseId] });
  const included = await office.must('li-chunmei', 'reviews.case', { caseId });
  await office.must('li-chunmei', 'reviews.recordMeasure', {
    caseId,
    version: included.case.version,
    measureCode: 'HEA',
    name: '医疗救助',
    department: '医保局',
    on: '2026-03-12',
    amountFen: 300_000,
  });
  const { card } = await office.must('tian-xiaoyu', 'households.card', { caseId });
  expect(card.measures).toHaveLength(1);
  await office.must('tian-xiaoyu', 'households.facts', { caseId });
  await office.must('tian-xiaoyu', 'households.looks', { caseId });
  const { request } = await office.must('tian-xiaoyu', 'households.request', {
    caseId,
    kind: 'VISIT',
    fact: 'HOUSE',
  });
  await office.must('li-chunmei', 'households.requests', {});
  await office.must('li-chunmei', 'households.answerRequest', {
    requestId: request.id,
    outcome: 'VISIT',
    text: '后天来看',
  });
  const { certificate } = await office.must('tian-xiaoyu', 'households.issueCertificate', {
    caseId,
    kind: 'ON_LIST',
  });
  const certificateId = certificate.id;
  await office.must('tian-xiaoyu', 'households.certificateFile', { certificateId });
  await office.must('tian-xiaoyu', 'households.certificates', { caseId });
  await office.must('tian-xiaoyu', 'households.revokeCertificate', { certificateId });
  const token = office.adapters.keys.paperToken(certificateId);
  await office.must('-', 'households.checkCertificate', { token });
  await office.must('tian-xiaoyu', 'applications.paper', { caseId, kind: 'RECEIPT' });
  await office.must('li-chunmei', 'reviews.paper', { caseId, kind: 'MINUTES' });
  const { families } = await office.must('li-chunmei', 'households.included', {});
  expect(families).toMatchObject([{ caseId, headName: expect.any(String) }]);
  expect((await office.must('sun-xiuying', 'households.included', {})).families).toEqual([]);
  await office.tick();
  const { messages } = await office.must('tian-xiaoyu', 'accounts.messages', {});
  expect(messages.map(({ title }) => title)).toContainEqual(expect.stringMatching(/列入帮扶名单/));
  await office.must('tian-xiaoyu', 'accounts.readMessage', { messageId: messages[0]?.id ?? '' });
  await office.must('tian-xiaoyu', 'applications.rate', { caseId, stars: 5 });
  await office.must('he-min', 'reviews.ratings', {});
});

test('a family that is asked for papers, signs, and withdraws', async () => {
  const { caseId, version } = await walk(office, 'submitted', { idNo: null, headName: '白春生' });
  const at = async () => (await office.must('li-chunmei', 'reviews.case', { caseId })).case.version;
  const { colleagues } = await office.must('li-chunmei', 'reviews.colleagues', { caseId });
  const [one, two, three] = colleagues;
  if (!one || !two || !three) throw new Error('not enough colleagues');
  await office.must('li-chunmei', 'reviews.accept', { caseId, version, verifiers: [one, two] });
  await office.must('li-chunmei', 'reviews.assignVerifiers', {
    caseId,
    version: await at(),
    verifiers: [two, three],
  });
  await office.must('zhao-dayong', 'reviews.recordAuthorization', {
    caseId,
    version: await at(),
    memberKey: 'head',
    method: 'FINGERPRINT',
  });
  const items = ['bill', 'school'].map((key) => ({
    key,
    kind: 'MISSING_PAPER' as const,
    what: '单子',
    why: '没有拍',
  }));
  await office.must('li-chunmei', 'reviews.requestSupplement', { caseId, version: await at(), items });
  await office.must('tian-xiaoyu', 'applications.supplement', {
    caseId,
    answers: [{ key: 'bill', attachmentIds: [await office.photo('tian-xiaoyu')] }],
  });
  await office.must('zhao-dayong', 'reviews.provideSupplement', {
    caseId,
    version: await at(),
    answers: [{ key: 'school', text: '在县职中读书' }],
  });
  await office.must('tian-xiaoyu', 'applications.withdraw', { caseId, reason: '不办了' });
  const withdrawn = await office.must('li-chunmei', 'reviews.confirmWithdrawal', {
    caseId,
    version: await at(),
    by: 'VISIT',
    voluntary: true,
  });
  expect(withdrawn.case.state).toBe('WITHDRAWN');
  const own = await office.must('tian-xiaoyu', 'applications.get', { caseId });
  expect(own.case.result.kind).toBe('WITHDRAWN');
});

test('a family that is not included, once overturned and once confirmed', async () => {
  const families = [];
  for (const headName of ['施永安', '施永平']) {
    const journey = await walk(office, 'compared', { idNo: null, headName });
    office.at('2026-03-06 09:00');
    const { case: c } = await office.must('li-chunmei', 'reviews.triage', {
      caseId: journey.caseId,
      version: journey.version,
      proposal: 'NOT_INCLUDE',
      reasonCode: 'R01',
      opinion: '收入在线上',
    });
    families.push({ caseId: c.id, version: c.version });
  }
  const [first, second] = families;
  if (!first || !second) throw new Error('no families');
  const overturned = await office.must('chen-li', 'reviews.overturnRejection', {
    ...first,
    opinion: '送评议',
  });
  expect(overturned.case.state).toBe('APPRAISAL');
  const rejected = await office.must('chen-li', 'reviews.confirmRejection', { ...second, opinion: '同意' });
  expect(rejected.case.rejection?.dossier).not.toBeNull();
  const { cases } = await office.must('tian-xiaoyu', 'applications.mine', {});
  expect(cases.find((own) => own.id === second.caseId)?.result).toMatchObject({
    kind: 'REJECTED',
    reasonCode: 'R01',
    netPerCapitaFen: 1_365_875,
  });
});

test('what is left: drafts, signatures on screen, reveals, the way out', async () => {
  const { caseId } = await walk(office, 'accepted', { idNo: null, headName: '沈阿婆' });
  const { token } = await office.must('tian-xiaoyu', 'consents.send', { caseId, memberKey: 'head' });
  await office.must('shen-wen', 'consents.open', { token });
  await office.must('shen-wen', 'consents.prove', { token, answer: '沈阿婆' });
  const signatureId = await office.photo('shen-wen');
  await office.must('shen-wen', 'consents.sign', { token, signatureId, textVersion: null });
  const { consents } = await office.must('shen-wen', 'consents.mine', {});
  await office.must('shen-wen', 'consents.revoke', { consentId: consents[0]?.id ?? '', what: 'ALL' });
  const authorize = { caseId, memberKey: 'head' };
  await office.must('tian-xiaoyu', 'applications.authorize', { ...authorize, method: 'SCREEN' });
  await office.must('tian-xiaoyu', 'applications.consent', authorize);
  await office.must('tian-xiaoyu', 'applications.withdrawConsent', { ...authorize, what: 'ALL' });
  await office.must('tian-xiaoyu', 'applications.authorize', { ...authorize, method: 'SCREEN' });
  const at = async () => (await office.must('li-chunmei', 'reviews.case', { caseId })).case.version;
  const staff = { ...authorize, version: await at() };
  await office.must('li-chunmei', 'reviews.withdrawConsent', { ...staff, what: 'ALL' });
  office.at('2026-03-07 09:00');
  await office.must('tian-xiaoyu', 'applications.remind', { caseId });
  await office.must('li-chunmei', 'reviews.answerReminder', { caseId, version: await at(), note: '明天去' });
  await office.must('tian-xiaoyu', 'applications.saveDraft', {
    formVersion: 1,
    step: 'who',
    answers: { a: [1] },
  });
  await office.must('tian-xiaoyu', 'applications.draft', {});
  await office.must('he-min', 'reviews.reveal', { caseId, field: 'PHONE', reason: '打电话' });
  await office.must('li-chunmei', 'reviews.queue', {});
  await office.pipeline.invoke({ operation: 'timers.tick', input: {}, identity: { kind: 'system' } });
  await office.must('he-ming', 'accounts.signOut', {});
  expect((await office.ask('he-ming', 'accounts.messages')).status).toBe(401);
});

test('departments are asked in lists, and what one found is explained', async () => {
  const { caseId } = await waitingFamily(office, '柳春生', 7);
  office.at('2026-03-05 09:00');
  await office.must('wu-haiyan', 'comparisons.waiting', {});
  const { lists } = await office.must('wu-haiyan', 'comparisons.create', {
    caseIds: [caseId],
    departments: ['POLICE'],
  });
  const listId = lists[0]?.id ?? '';
  await office.must('wu-haiyan', 'comparisons.lists', {});
  const { url } = await office.must('wu-haiyan', 'comparisons.download', { listId, format: 'csv' });
  const csv = Buffer.from(fetched(office, url))
    .toString('utf8')
    .replace(/,,,,\r\n/g, ',查到了,有小车,,\r\n');
  const { job } = await sendIn(office, 'wu-haiyan', listId, Buffer.from(csv));
  expect(job).toMatchObject({ state: 'DONE', rows: { total: 4, done: 4, good: 4 } });
  await office.must('wu-haiyan', 'imports.get', { jobId: job.id });
  await office.must('wu-haiyan', 'imports.report', { jobId: job.id });
  const at = async () => (await office.must('wu-haiyan', 'reviews.case', { caseId })).case;
  const found = await at();
  const flag = found.flags[0]?.key ?? '';
  const said = { caseId, flag, text: '拉菜用', saidBy: 'VERIFIER' as const };
  await office.must('li-chunmei', 'reviews.explainFlag', { ...said, version: found.version });
  const explained = await at();
  await office.must('gao-zhiyuan', 'reviews.reviewFlag', {
    caseId,
    version: explained.version,
    flag,
    accepted: true,
  });
  const disputed = { caseId, department: 'POLICE' as const, memberKey: found.flags[0]?.memberKey ?? null };
  await office.must('wu-haiyan', 'reviews.disputeAnswer', {
    ...disputed,
    version: (await at()).version,
    reason: '已经过户',
  });
  const again = await office.must('wu-haiyan', 'comparisons.create', {
    caseIds: [caseId],
    departments: ['POLICE'],
  });
  expect(again.lists).toMatchObject([{ people: 1, state: 'READY' }]);
  // What a second person is asked about: a list of its own kind, since a profile decides how long is long.
  await office.database.look("UPDATE comparison_list SET state = 'WAITING_APPROVAL' WHERE id = $1", [
    again.lists[0]?.id,
  ]);
  const word = { listId: again.lists[0]?.id ?? '', approved: true };
  expect((await office.ask('wu-haiyan', 'comparisons.approve', { input: word })).status).toBe(403);
  const { list } = await office.must('gao-zhiyuan', 'comparisons.approve', word);
  expect(list).toMatchObject({ state: 'READY', approvedBy: '高志远' });
});

test('with that, every operation of the contract has answered', () => {
  expect(OPERATIONS.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual([]);
});
