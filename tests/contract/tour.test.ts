import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { deskCodeOf } from '@miniapp/features/account/desk-code';
import type { StaffCaseView } from '@shared/casework';
import { OPERATIONS, type OperationName } from '@shared/contract';
import { composeIdNumber } from '@shared/people';
import { printedAs } from '@shared/publicity';
import { fetched, sendIn, waitingFamily } from '@tests/support/comparison';
import { actOn, walkOff } from '@tests/support/elimination';
import { HEAD_ID, REPORT, walk } from '@tests/support/f01';
import { TINY_PNG } from '@tests/support/files';
import { type Office, openOffice } from '@tests/support/office';
import { readQr } from '@tests/support/qr';
import { staffTable } from '@tests/support/staff-list';
import { CARD_PHOTO, createTestWechat } from '@tests/support/stand-ins';

/**
 * Every operation answers at least once with 200 on the real database. `openOffice` holds each answer against its
 * contract: every field there, none that is not declared.
 */
let office: Office;
const answered = new Set<string>();

beforeAll(async () => {
  const card = {
    name: '田有福',
    idNo: composeIdNumber({ area: '990101', birthDate: '1973-05-16', sequence: 1 }),
  };
  office = await openOffice({ wechat: createTestWechat(card) });
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
  await office.must('he-ming', 'accounts.phoneNumber', { code: 'once' });
  await office.must('he-ming', 'applications.readIdCard', { village: FIRST_VILLAGE, photo: CARD_PHOTO });
  await office.must('he-ming', 'accounts.subscribed', { results: [] });

  const { caseId } = await walk(office, 'appraised');
  await office.must('li-chunmei', 'notices.waiting', { kind: 'PROPOSED_INCLUSION' });
  await office.must('li-chunmei', 'notices.preview', { kind: 'PROPOSED_INCLUSION', caseIds: [caseId] });
  office.at('2026-03-06 19:00');
  const photoId = await office.photo('li-chunmei');
  const { noticeId } = await office.must('li-chunmei', 'notices.prepare', { caseIds: [caseId] });
  await office.must('li-chunmei', 'notices.hang', { noticeId, photoId });
  await office.must('chen-li', 'notices.overview', {});
  const { draft } = await office.must('li-chunmei', 'notices.saveDraft', {
    ...{ village: FIRST_VILLAGE, title: '修水管', text: '先存点水。' },
  });
  const { id: draftId } = draft;
  await office.must('li-chunmei', 'notices.drafts', {});
  await office.must('li-chunmei', 'notices.draft', { draftId });
  const mended = await office.must('li-chunmei', 'notices.mend', {
    draftId,
    version: draft.version,
    mends: [],
  });
  const words = await office.must('li-chunmei', 'notices.postDraft', {
    draftId,
    version: mended.draft.version,
  });
  const { objectionId: noted } = await office.must('zhao-dayong', 'objections.note', {
    ...{ noticeId: words.noticeId, statement: '停水没有提前说', channel: 'PHONE' },
  });
  await office.must('he-min', 'objections.noted', { noticeId: words.noticeId });
  await office.must('wang-jianjun', 'objections.stepBack', { objectionId: noted });
  await office.must('he-min', 'objections.settle', {
    ...{ objectionId: noted, verdict: 'UPHELD', answer: '下回提前三天说。', kinshipDeclared: true },
  });
  const { draft: other } = await office.must('he-min', 'notices.saveDraft', {
    ...{ village: FIRST_VILLAGE, title: '开会', text: '明天开会。' },
  });
  await office.must('he-min', 'notices.dropDraft', { draftId: other.id });
  await office.must('wu-haiyan', 'notices.findings', {
    county: FIRST_VILLAGE.slice(0, 6),
    from: '2026-01',
    to: '2026-12',
  });
  await office.must('-', 'notices.list', { village: FIRST_VILLAGE });
  await office.must('he-ming', 'notices.get', { noticeId });
  await office.must('li-chunmei', 'notices.paper', { noticeId, kind: 'SHEET' });
  const [printed] = await office.database.look<{ digest: Buffer }>(
    'SELECT digest FROM notice WHERE id = $1',
    [noticeId],
  );
  const sheet = office.adapters.keys.paperToken(printedAs(noticeId, printed?.digest.toString('hex') ?? ''));
  await office.must('-', 'notices.check', { token: sheet });
  await office.must('wu-haiyan', 'notices.chain', {});
  const { noticeId: corrected } = await office.must('li-chunmei', 'notices.correct', {
    noticeId,
    reason: '写错了一个字',
    photoId: await office.photo('li-chunmei'),
    rows: [{ row: 0, headName: '田有福', memberCount: 4, group: '2组' }],
  });
  await office.must('li-chunmei', 'notices.versions', { noticeId });
  await office.must('he-ming', 'notices.follow', { village: FIRST_VILLAGE, on: true });
  await office.must('he-ming', 'notices.following', { village: FIRST_VILLAGE });
  await office.must('tian-xiaoyu', 'notices.mine', { noticeId: corrected });
  const wish = { noticeId: corrected, row: 0, kind: 'CORRECT' as const, text: '组写错了' };
  const asked = await office.must('li-chunmei', 'notices.askFor', { ...wish, via: 'PHONE' });
  const { id: requestId } = asked.request;
  await office.must('li-chunmei', 'notices.freeze', { requestId });
  await office.must('chen-li', 'notices.decide', { requestId, outcome: 'KEPT', text: '没有写错' });
  await office.must('chen-li', 'notices.requests', {});
  await office.must('tian-xiaoyu', 'notices.ask', wish);
  await office.must('zhao-dayong', 'notices.poster', { village: FIRST_VILLAGE });
  await office.must('li-chunmei', 'attachments.link', { attachmentId: photoId });

  office.at('2026-03-11 18:00');
  await office.must('chen-li', 'notices.remind', { noticeId: corrected });
  await office.must('chen-li', 'notices.export', {});
  await office.must('zhao-dayong', 'notices.photographEnd', {
    noticeId: corrected,
    photoId: await office.photo('zhao-dayong'),
  });
  const last = await office.must('chen-li', 'reviews.case', { caseId });
  await office.must('-', 'local.moveClock', { to: '2026-03-12T00:01:00+08:00' });
  const { tasks: photos } = await office.must('zhao-dayong', 'tasks.board', {});
  const owed = photos.find((one) => one.noticeId === noticeId);
  await office.must('zhao-dayong', 'tasks.photographBoard', {
    noticeId: owed?.noticeId ?? corrected,
    what: owed?.what ?? 'START',
    photoId: await office.photo('zhao-dayong'),
  });
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
  const { card } = await office.must('li-chunmei', 'cards.make', { caseId });
  expect(card.lines).toHaveLength(1);
  await office.must('tian-xiaoyu', 'cards.get', { caseId });
  await office.must('tian-xiaoyu', 'cards.version', { cardId: card.id });
  const paper = await office.must('tian-xiaoyu', 'cards.link', { cardId: card.id });
  await office.must('tian-xiaoyu', 'cards.open', { token: paper.token });
  await office.must('tian-xiaoyu', 'cards.sign', {
    cardId: card.id,
    signatureId: await office.photo('tian-xiaoyu'),
    method: 'PAPER',
  });
  await office.must('tian-xiaoyu', 'households.facts', { caseId });
  await office.must('tian-xiaoyu', 'households.looks', { caseId });
  const { request } = await office.must('tian-xiaoyu', 'households.request', {
    caseId,
    kind: 'VISIT',
    fact: 'HOUSE',
  });
  await office.must('tian-xiaoyu', 'payments.ours', { caseId, year: 2026 });
  const paid = Buffer.from(
    `姓名,身份证号码,补贴项目,金额（元）,发放日期\r\n田有福,${HEAD_ID},交通补助,88,2026-02-01`,
  );
  await sendIn(office, 'wu-haiyan', '150521-AGRICULTURE', paid, 'PAYMENTS');
  const { payments } = await office.must('tian-xiaoyu', 'payments.ours', { caseId, year: 2026 });
  const paymentId = payments[0]?.id ?? '';
  const said = { caseId, kind: 'PAYMENT', lineId: paymentId, what: 'NOT_RECEIVED' } as const;
  const { ticket } = await office.must('tian-xiaoyu', 'tickets.file', said);
  await office.must('li-chunmei', 'tickets.list', {});
  await office.must('li-chunmei', 'tickets.get', { ticketId: ticket.id });
  const answered = { ticketId: ticket.id, outcome: 'RIGHT', text: '到账了' } as const;
  await office.must('li-chunmei', 'tickets.answer', answered);
  await office.must('li-chunmei', 'tickets.amend', { ...answered, earlier: 0, text: '补到账了' });
  await office.must('tian-xiaoyu', 'tickets.again', { ticketId: ticket.id, text: '没有' });
  await office.must('tian-xiaoyu', 'tickets.ours', { caseId });
  await office.must('-', 'policies.list', { village: '150521100200' });
  await office.must('-', 'policies.sheet', { village: '150521100200' });
  await office.must('-', 'policies.sheetPaper', { village: '150521100200' });
  await office.must('tian-xiaoyu', 'policies.ours', { caseId });
  await office.must('tian-xiaoyu', 'policies.answer', { caseId, fact: 'growsGrain', answer: 'YES' });
  await office.must('li-chunmei', 'ledgers.list', {});
  await office.must('li-chunmei', 'ledgers.take', {
    ...{ ledger: 'LOW_INCOME', region: '150521100200', from: '2026-01-01', to: '2026-12-31', use: 'CHECK' },
  });
  await office.must('wu-haiyan', 'policies.county', { county: '150521' });
  const proposed = { code: 'EDU-07', region: '150521', validFrom: '2026-01-01', validTo: null, change: {} };
  const first = await office.must('wu-haiyan', 'policies.propose', proposed);
  await office.must('gao-zhiyuan', 'policies.publish', first);
  const second = await office.must('wu-haiyan', 'policies.propose', { ...proposed, code: 'EDU-08' });
  await office.must('wu-haiyan', 'policies.drop', second);
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
  const { meetings } = await office.must('li-chunmei', 'meetings.list', {});
  const meetingId = meetings[0]?.id ?? '';
  await office.must('li-chunmei', 'meetings.get', { meetingId });
  await office.must('li-chunmei', 'meetings.paper', { meetingId });
  const { families } = await office.must('li-chunmei', 'households.included', {});
  expect(families).toMatchObject([{ caseId, headName: expect.any(String) }]);
  expect((await office.must('sun-xiuying', 'households.included', {})).families).toEqual([]);
  await followedUp(caseId);
  await office.tick();
  const { messages } = await office.must('tian-xiaoyu', 'accounts.messages', {});
  expect(messages.map(({ title }) => title)).toContainEqual(expect.stringMatching(/列入帮扶名单/));
  await office.must('tian-xiaoyu', 'accounts.readMessage', { messageId: messages[0]?.id ?? '' });
  await office.must('tian-xiaoyu', 'applications.rate', { caseId, stars: 5 });
  await office.must('he-min', 'reviews.ratings', {});
  await office.database.look(
    'UPDATE outbox SET dead = true WHERE id IN (SELECT id FROM outbox WHERE done_at IS NOT NULL ORDER BY id LIMIT 2)',
  );
  const { rows: aside } = await office.must('wu-haiyan', 'deliveries.setAside', {});
  for (const [index, operation] of (['deliveries.retry', 'deliveries.giveUp'] as const).entries())
    await office.must('wu-haiyan', operation, {
      ...{ county: '150521', deliveryId: aside[index]?.id ?? 0, reason: '网断过' },
    });
  await office.must('su-jing', 'supervision.cases', {});
  const { case: supervised } = await office.must('su-jing', 'supervision.case', { caseId });
  const person = supervised.people[0]?.key ?? '';
  await office.must('su-jing', 'supervision.reveal', { caseId, person, reason: '抽查' });
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
  await office.must('tian-xiaoyu', 'applications.again', { caseId });
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

/** One staff command on the version that the case has now. */
async function act<N extends OperationName>(person: string, operation: N, caseId: string, input: object) {
  const { case: c } = await office.must(person, 'reviews.case', { caseId });
  const said = { caseId, version: c.version, ...input };
  return (await office.must(person, operation, said as never)) as { case: StaffCaseView };
}

const report = async (person: string, change: object) =>
  (await office.must(person, 'applications.submit', { ...REPORT, idNo: null, ...change })).case.id;

const someId = (sequence: number) => composeIdNumber({ area: '990101', birthDate: '1961-02-03', sequence });

const colleague = (id: string, name: string) => ({ personId: `demo-${id}`, name, office: '' });

test('a refusal: the letter, and a review by two other people, asked for by the family or through the township', async () => {
  for (const headName of ['柳春生', '柳春旺']) {
    const { caseId } = await walk(office, 'compared', { idNo: null, headName });
    office.at('2026-03-06 09:00');
    const refused = { proposal: 'NOT_INCLUDE', reasonCode: 'R03', opinion: '有车有房' };
    await act('li-chunmei', 'reviews.triage', caseId, refused);
    await act('chen-li', 'reviews.confirmRejection', caseId, { opinion: '同意' });
    const { sums } = await office.must('tian-xiaoyu', 'households.sums', { caseId });
    expect(sums.netFen).toBe(sums.grossFen - sums.costsFen);
    if (headName === '柳春旺') {
      await act('he-min', 'reviews.requestReview', caseId, { reason: '打电话说车不是自己的' });
      continue;
    }
    const letter = { how: 'VISIT', on: '2026-03-06', receivedBy: '柳春生' };
    await act('li-chunmei', 'reviews.deliverRefusal', caseId, letter);
    const asked = await office.must('tian-xiaoyu', 'applications.requestReview', {
      caseId,
      reason: '车是卖菜的',
    });
    expect(asked.case).toMatchObject({ state: 'REVIEW', review: { answerDueOn: '2026-03-20' } });
    const { colleagues } = await office.must('chen-li', 'reviews.reviewers', { caseId });
    expect(colleagues.map(({ name }) => name).sort()).toEqual(['何敏', '周正平']);
    await act('chen-li', 'reviews.assignReviewers', caseId, { verifiers: colleagues });
    const finding = { visitedOn: '2026-03-06', finding: '车值 16 万，不卖菜' };
    await act('zhou-zhengping', 'reviews.recordReviewFinding', caseId, finding);
    await act('he-min', 'reviews.recordReviewFinding', caseId, finding);
    const upheld = { outcome: 'UPHOLD', opinion: '维持' };
    expect((await act('chen-li', 'reviews.answerReview', caseId, upheld)).case.state).toBe('REJECTED');
  }
});

test('papers: more time, a person who reminds, a second list read by the leader, a case that lapses and comes back', async () => {
  office.at('2026-03-02 09:10');
  const caseId = await report('tian-xiaoyu', { headName: '白玉山' });
  const verifiers = [colleague('li-chunmei', '李春梅'), colleague('wang-jianjun', '王建军')];
  await act('li-chunmei', 'reviews.accept', caseId, { verifiers });
  const items = [{ key: 'bill', kind: 'READABLE_PAPER', what: '看得清的单子', why: '看不清', paper: 'BILL' }];
  const answers = [{ key: 'bill', text: '补拍了' }];
  await act('li-chunmei', 'reviews.requestSupplement', caseId, { items });
  const longer = await act('li-chunmei', 'reviews.extendSupplement', caseId, { reason: '住院' });
  expect(longer.case.dueOn).toBe('2026-03-12');
  await office.must('tian-xiaoyu', 'applications.supplement', { caseId, answers });
  const again = { items, supervisorReason: '还是看不清' };
  await act('li-chunmei', 'reviews.requestSupplement', caseId, again);
  const led = { approve: true, opinion: '同意再退一次' };
  expect((await act('chen-li', 'reviews.decideSecondReturn', caseId, led)).case.state).toBe('SUPPLEMENT');
  for (const back of ['applications.reopen', 'reviews.reopen'] as const) {
    await act('zhao-dayong', 'reviews.recordReminder', caseId, { how: 'VISIT' });
    office.at(back === 'applications.reopen' ? '2026-03-08 00:10' : '2026-03-14 00:10');
    await office.tick();
    const lapsed = await office.must('tian-xiaoyu', 'applications.get', { caseId });
    expect(lapsed.case.result.kind).toBe('EXPIRED');
    if (back === 'reviews.reopen') await act('li-chunmei', back, caseId, {});
    else await office.must('tian-xiaoyu', back, { caseId });
  }
  await office.must('tian-xiaoyu', 'applications.supplement', { caseId, answers });
  expect((await office.must('li-chunmei', 'reviews.case', { caseId })).case.state).toBe('VERIFYING');
});

test('leave: a colleague of the office stands in until a day, signs in two names, and the role comes back', async () => {
  office.at('2026-03-02 09:10');
  const caseId = await report('tian-xiaoyu', { headName: '金满仓' });
  const { mayGive, maxDays } = await office.must('li-chunmei', 'accounts.delegations', {});
  expect([maxDays, mayGive.map(({ role, regionName }) => `${role} ${regionName}`)]).toEqual([
    90,
    ['VILLAGE 保西村'],
  ]);
  const colleagues = mayGive[0]?.colleagues.map(({ name }) => name).sort();
  expect(colleagues).toEqual(['周正平', '王建军', '赵大勇'].sort());
  const loan = { role: 'VILLAGE', region: FIRST_VILLAGE, to: 'demo-zhao-dayong' } as const;
  const days = { fromDay: '2026-03-02', untilDay: '2026-03-08' };
  const refused = async (who: string, said: object) => {
    const { body } = await office.ask(who, 'accounts.delegate', { input: { ...loan, ...days, ...said } });
    return (body as { error?: { reason: string } }).error?.reason;
  };
  expect(await refused('li-chunmei', { untilDay: '2026-05-31' })).toBe('DELEGATION_TOO_LONG');
  expect(await refused('li-chunmei', { untilDay: '2026-03-01' })).toBe('DELEGATION_TOO_LONG');
  expect(await refused('li-chunmei', { fromDay: '2026-03-01' })).toBe('DELEGATION_IN_THE_PAST');
  expect(await refused('li-chunmei', { to: 'demo-sun-xiuying' })).toBe('NOT_OF_THIS_OFFICE');
  expect(await refused('chen-li', {})).toBe('NOT_YOURS_TO_GIVE');
  const { delegationId } = await office.must('li-chunmei', 'accounts.delegate', { ...loan, ...days });
  expect(await refused('li-chunmei', { to: 'demo-wang-jianjun' })).toBe('DELEGATED_ALREADY');
  // What was lent is not lent on.
  expect(await refused('zhao-dayong', { to: 'demo-wang-jianjun' })).toBe('NOT_YOURS_TO_GIVE');
  const { grants } = await office.must('zhao-dayong', 'accounts.me', {});
  expect(grants).toMatchObject([{ role: 'GRID' }, { role: 'VILLAGE', onBehalfOf: '李春梅' }]);
  const verifiers = [colleague('li-chunmei', '李春梅'), colleague('wang-jianjun', '王建军')];
  const taken = await act('zhao-dayong', 'reviews.accept', caseId, { verifiers });
  expect(taken.case.history.find(({ type }) => type === 'CaseAccepted')).toMatchObject({
    ...{ actorName: '赵大勇', actorRole: 'VILLAGE', onBehalfOf: '李春梅' },
  });
  // The stand-in hears what comes to the desk, and may be sent to look or to look again.
  const { caseId: second } = await walk(office, 'submitted', { idNo: null, headName: '金满囤' });
  await office.tick();
  const { messages } = await office.must('zhao-dayong', 'accounts.messages', {});
  expect(messages.map(({ title }) => title)).toContain('金满囤家：申报了，等您收下');
  const { colleagues: able } = await office.must('li-chunmei', 'reviews.colleagues', { caseId: second });
  expect(able.map(({ name }) => name)).toContain('赵大勇');
  const own = await office.must('zhao-dayong', 'accounts.delegations', {});
  expect(own.delegations).toMatchObject([{ given: false, from: '李春梅', state: 'RUNNING' }]);
  // Nobody but the giver takes it back.
  const { status } = await office.ask('zhao-dayong', 'accounts.endDelegation', { input: { delegationId } });
  expect(status).toBe(404);
  await office.must('li-chunmei', 'accounts.endDelegation', { delegationId });
  expect((await office.must('zhao-dayong', 'accounts.me', {})).grants).toMatchObject([{ role: 'GRID' }]);
  await office.must('li-chunmei', 'accounts.delegate', { ...loan, ...days });
  office.at('2026-03-09 00:01');
  expect((await office.must('zhao-dayong', 'accounts.me', {})).grants).toMatchObject([{ role: 'GRID' }]);
});

test('objections: from the notice without a name, and by telephone; unfounded the days go on, founded it begins anew', async () => {
  const { caseId, noticeId } = await walk(office, 'posted', { idNo: null, headName: '陶四海' });
  office.at('2026-03-08 09:00');
  const { attachmentId, ticket, upload } = await office.must('-', 'objections.startFile', {
    ...{ noticeId, kind: 'OTHER', contentType: 'image/png', size: TINY_PNG.length },
  });
  office.store.objects.set(upload.fields.key ?? '', { content: TINY_PNG, contentType: 'image/png' });
  await office.must('-', 'objections.finishFile', { attachmentId, ticket });
  const photos = [{ attachmentId, ticket }];
  const filed = await office.must('-', 'objections.file', {
    noticeId,
    row: 0,
    statement: '他家有两台大车',
    photos,
  });
  expect(filed.answerDueOn).toBe('2026-03-13');
  const ours = { village: FIRST_VILLAGE, code: filed.queryCode };
  expect(await office.must('-', 'objections.answer', ours)).toEqual({
    stage: 'RECEIVED',
    filedOn: '2026-03-08',
    answerDueOn: '2026-03-13',
    answer: null,
    mayRate: false,
  });
  office.at('2026-03-10 09:00');
  const { objectionId } = filed;
  await act('zhou-zhengping', 'reviews.recordInvestigation', caseId, { objectionId, record: '是他弟弟的车' });
  const answer = { answer: '查过了，不是他家的', verdict: 'NOT_UPHELD', factsChanged: false };
  const resumed = await act('zhou-zhengping', 'reviews.answerObjection', caseId, { objectionId, ...answer });
  expect(resumed.case).toMatchObject({ state: 'PUBLICITY', publicity: { lastDay: '2026-03-13' } });
  // Whoever holds the number reads the public words, and nothing of the family or of who looked into it.
  expect(await office.must('-', 'objections.answer', ours)).toEqual({
    stage: 'ANSWERED',
    filedOn: '2026-03-08',
    answerDueOn: null,
    answer: { on: '2026-03-10', verdict: 'NOT_UPHELD', words: '查过了，不是他家的', passedTo: null },
    mayRate: true,
  });
  await office.must('-', 'objections.rate', { ...ours, satisfied: 'PARTLY' });
  expect(await office.ask('-', 'objections.rate', { input: { ...ours, satisfied: 'YES' } })).toMatchObject({
    status: 409,
  });
  const near = String((Number(filed.queryCode) + 1) % 100_000_000).padStart(8, '0');
  for (const wrong of [
    { ...ours, code: near },
    { ...ours, village: SECOND_VILLAGE },
  ])
    expect(await office.ask('-', 'objections.answer', { input: wrong })).toMatchObject({ status: 404 });
  const called = {
    statement: '村里照顾亲戚',
    channel: 'PETITION',
    objector: { name: '白德胜', phone: null },
  };
  const second = await act('he-min', 'reviews.fileObjection', caseId, called);
  const id = second.case.objections.at(-1)?.id;
  const up = { objectionId: id, reason: '村里的人都去看过' };
  expect((await act('li-chunmei', 'reviews.handUpObjection', caseId, up)).case.holder).toBe('TOWN');
  await act('he-min', 'reviews.recordInvestigation', caseId, { objectionId: id, record: '属实' });
  const upheld = { objectionId: id, answer: '属实，重新看', verdict: 'UPHELD', factsChanged: true };
  expect((await act('he-min', 'reviews.answerObjection', caseId, upheld)).case.state).toBe('TRIAGE');
  await act('he-min', 'reviews.tellObjector', caseId, { objectionId: id, how: 'VISIT' });
});

test('sent back by township and county: the village says it again, and the notice need not hang twice', async () => {
  const { caseId } = await walk(office, 'closed', { idNo: null, headName: '石满仓' });
  const meeting = {
    metAt: '2026-03-12T08:00:00+08:00',
    place: '村委会',
    convenor: '李春梅',
    attendees: [...'甲乙丙丁戊己庚辛壬'].map((name) => ({ name: `村民${name}`, role: 'VILLAGER' })),
    yes: 9,
    no: 0,
    abstain: 0,
  };
  office.at('2026-03-12 10:00');
  await act('zhao-dayong', 'reviews.photographBoard', caseId, { photoId: await office.photo('zhao-dayong') });
  await act('he-min', 'reviews.recordSiteCheck', caseId, { visitedOn: '2026-03-12', opinion: '去看过' });
  const back = { returnTo: 'APPRAISAL', opinion: '会议记录不全' };
  await act('chen-li', 'reviews.townReturn', caseId, back);
  expect((await act('li-chunmei', 'reviews.recordAppraisal', caseId, meeting)).case.state).toBe(
    'TOWN_REVIEW',
  );
  await act('chen-li', 'reviews.townReview', caseId, { opinion: '齐了' });
  await act('gao-zhiyuan', 'reviews.countyReturn', caseId, back);
  await act('li-chunmei', 'reviews.recordAppraisal', caseId, meeting);
  const refused = { reasonCode: 'R02', opinion: '别的政策已经管了' };
  expect((await act('chen-li', 'reviews.townReject', caseId, refused)).case.state).toBe('REJECTED');
});

test('one meeting appraises a family', async () => {
  const { caseId, version } = await walk(office, 'triaged', { idNo: null, headName: '冯满仓' });
  office.at('2026-03-12 10:00');
  await office.must('li-chunmei', 'meetings.waiting', {});
  await office.must('li-chunmei', 'meetings.record', {
    metAt: '2026-03-12T08:00:00+08:00',
    place: '村委会',
    convenor: '李春梅',
    attendees: [...'甲乙丙丁戊己庚辛壬'].map((name) => ({ name: `村民${name}`, role: 'VILLAGER' as const })),
    cases: [{ caseId, version, yes: 9, no: 0, abstain: 0 }],
  });
});

test('a second report of one family is merged, a wrong village passed on, a test not taken on', async () => {
  office.at('2026-03-02 09:10');
  const first = await report('tian-xiaoyu', { headName: '关大山', idNo: someId(1) });
  const second = await report('he-ming', { headName: '关大山', idNo: someId(1) });
  await office.must('li-chunmei', 'reviews.otherReport', { caseId: second });
  const merged = await act('li-chunmei', 'reviews.merge', second, { opinion: '同一家', sameFamily: true });
  expect(merged.case).toMatchObject({ state: 'MERGED', merged: { intoCaseId: first } });
  const own = await office.must('he-ming', 'applications.mine', {});
  expect(own.cases.map((c) => c.id).sort()).toEqual([first, second].sort());

  const third = await report('he-ming', { headName: '关小山', idNo: someId(2) });
  const fourth = await report('tian-xiaoyu', { headName: '关小山', idNo: someId(2) });
  await act('li-chunmei', 'reviews.notAccept', third, { reasonCode: 'TEST_DATA', opinion: '试填的' });
  await act('li-chunmei', 'reviews.releaseDuplicate', fourth, { opinion: '那一件是试填的' });
  const moved = await act('he-min', 'reviews.transfer', fourth, {
    village: SECOND_VILLAGE,
    reason: '户口在保南村',
  });
  expect(moved.case).toMatchObject({ state: 'SUBMITTED', village: SECOND_VILLAGE });
  const { case: arrived } = await office.must('sun-xiuying', 'reviews.case', { caseId: fourth });
  expect(arrived.history.map(({ type }) => type)).toEqual([
    'ReportSubmitted',
    'DuplicateReleased',
    'CaseTransferred',
    'CaseArrived',
  ]);
  expect((await office.ask('li-chunmei', 'reviews.case', { input: { caseId: fourth } })).status).toBe(404);
});

test('facts from another village, help that comes first, a relative, a false statement', async () => {
  const { caseId } = await walk(office, 'verified', { idNo: null, headName: '佟阿贵' });
  await act('li-chunmei', 'reviews.requestAssist', caseId, {
    village: SECOND_VILLAGE,
    question: '住在那里吗',
  });
  const { requests } = await office.must('sun-xiuying', 'reviews.assists', {});
  expect(requests).toMatchObject([{ headName: '佟阿贵', dueOn: '2026-03-07', answeredAt: null }]);
  const assistId = requests[0]?.assistId ?? '';
  await office.must('sun-xiuying', 'reviews.answerAssist', { assistId, facts: '住了三年' });
  await act('zhou-zhengping', 'reviews.declareKinship', caseId, { relation: '堂弟' });
  await act('li-chunmei', 'reviews.openGreenChannel', caseId, { reason: '房子着火' });
  const help = {
    measureCode: 'COM',
    name: '临时救助',
    department: '民政局',
    on: '2026-03-04',
    emergency: true,
  };
  await act('li-chunmei', 'reviews.recordMeasure', caseId, help);
  const papers = await act('li-chunmei', 'reviews.recordHelpPapers', caseId, { measure: 0 });
  expect(papers.case).toMatchObject({ clock: { cluedOn: '2026-03-04' }, kin: [{ name: '周正平' }] });
  await act('li-chunmei', 'reviews.reportFalseStatement', caseId, { facts: '没有着火' });
  await act('li-chunmei', 'reviews.hearHousehold', caseId, { statement: '说是邻居家' });
  await office.must('tian-xiaoyu', 'applications.giveOwnWords', { caseId, text: '烧的是我家' });
  const decided = { confirmed: true, opinion: '不实', wordsRead: true };
  const ended = await act('gao-zhiyuan', 'reviews.decideFalseStatement', caseId, decided);
  expect(ended.case).toMatchObject({ state: 'REJECTED', rejection: { reasonCode: 'R09' } });
});

test('a family takes over what a neighbour reported for it', async () => {
  const idNo = composeIdNumber({ area: '990101', birthDate: '1960-01-01', sequence: 3 });
  const reporter = { relation: 'NEIGHBOUR' as const, name: '贺明', reason: '没有手机', readBack: true };
  const { case: made } = await office.must('he-ming', 'applications.submit', { ...REPORT, idNo, reporter });
  await office.must('he-ming', 'applications.takeOverCode', { caseId: made.id });
  const { code } = await office.must('li-chunmei', 'reviews.handTakeOverCode', {
    caseId: made.id,
    version: (await office.must('li-chunmei', 'reviews.case', { caseId: made.id })).case.version,
    who: '沈文',
    proof: 'HOUSEHOLD_BOOK',
    checkedInPerson: true,
  });
  await office.must('shen-wen', 'applications.takeOver', { village: FIRST_VILLAGE, code, idNo });
  await office.must('shen-wen', 'applications.confirmReport', { caseId: made.id });
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
  await office.must('chen-li', 'reviews.glance', {});
  await office.must('chen-li', 'reviews.glanceCases', { what: 'OPEN' });
  const { rows: found } = await office.must('li-chunmei', 'reviews.search', { text: '田有福' });
  expect(found.length).toBeGreaterThan(0);
  const { filters } = await office.must('li-chunmei', 'reviews.saveFilter', {
    name: '看病的',
    filter: { tab: 'ALL', risk: 'ILLNESS' },
  });
  expect(await office.must('li-chunmei', 'reviews.savedFilters', {})).toEqual({ filters });
  const filterId = filters[0]?.id ?? '';
  expect(await office.must('li-chunmei', 'reviews.dropFilter', { filterId })).toEqual({ filters: [] });
  await office.pipeline.invoke({ operation: 'timers.tick', input: {}, identity: { kind: 'system' } });
  await office.must('he-ming', 'accounts.signOut', {});
  expect((await office.ask('he-ming', 'accounts.messages')).status).toBe(401);
});

test('clues come from a department and from a cadre, and are answered', async () => {
  const clue = { village: '150521100200', name: '包玉山', risk: 'ILLNESS' as const };
  await office.must('zhao-dayong', 'clues.families', { village: clue.village });
  const { clue: made } = await office.must('zhao-dayong', 'clues.report', clue);
  await office.must('ma-jun', 'clues.template', {});
  await office.must('ma-jun', 'imports.mine', {});
  await office.must('li-chunmei', 'clues.list', {});
  await office.must('li-chunmei', 'clues.get', { clueId: made.id });
  await office.must('li-chunmei', 'clues.answer', {
    clueId: made.id,
    answer: { how: 'NO_RISK', words: '去看过，都好' },
  });
});

test('a round of checks is opened, gone through and signed by two', async () => {
  const village = FIRST_VILLAGE;
  const round = { regions: ['150521'], name: '秋季集中排查', target: 'ALL' as const };
  office.at('2026-03-05 09:00');
  const { roundId } = await office.must('wu-haiyan', 'checks.open', {
    ...{ ...round, firstDay: '2026-03-05', lastDay: '2026-03-20' },
  });
  await office.must('wu-haiyan', 'checks.extend', { roundId, lastDay: '2026-03-25', reason: '下雪' });
  const { roundId: wrong } = await office.must('wu-haiyan', 'checks.open', {
    ...{ ...round, name: '开错了', firstDay: '2026-03-05', lastDay: '2026-03-20' },
  });
  await office.must('wu-haiyan', 'checks.withdraw', { roundId: wrong, reason: '开了两次' });
  await office.must('chen-li', 'checks.list', {});
  await office.must('chen-li', 'checks.get', { roundId });
  await office.must('chen-li', 'checks.setDue', { roundId, village, due: 312 });
  await office.must('zhao-dayong', 'checks.note', { roundId, village, day: '2026-03-05', households: 20 });
  await office.must('li-chunmei', 'checks.report', { roundId, village, words: '都走到了' });
  await office.must('wang-jianjun', 'checks.sign', { roundId, village });
  await office.must('wang-jianjun', 'checks.village', { roundId, village });
});

test('a problem that was found is entered, taken on, put right and closed by another', async () => {
  const found = { region: FIRST_VILLAGE, source: 'AUDIT' as const, words: '公示栏没有更新' };
  const { problem } = await office.must('chen-li', 'problems.enter', { ...found, dueOn: '2026-03-20' });
  const problemId = problem.id;
  await office.must('li-chunmei', 'problems.list', {});
  await office.must('li-chunmei', 'problems.claim', { problemId });
  await office.must('li-chunmei', 'problems.mend', { problemId, words: '换了新的' });
  await office.must('chen-li', 'problems.close', { problemId, right: true });
  await office.must('chen-li', 'problems.get', { problemId });
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
  await office.must('wu-haiyan', 'imports.rows', { jobId: job.id });
  await office.must('wu-haiyan', 'imports.report', { jobId: job.id });
  const strange = Buffer.from(`谁,证号,哪一项,多少钱,哪天\r\n田有福,${HEAD_ID},交通补助,88,2026-02-01`);
  const refused = await sendIn(office, 'wu-haiyan', '150521-FINANCE', strange, 'PAYMENTS');
  const { found: titles } = await office.must('wu-haiyan', 'imports.columns', { jobId: refused.job.id });
  const keys = ['name', 'idNo', 'item', 'amount', 'paidOn'];
  await office.must('wu-haiyan', 'imports.nameColumns', {
    jobId: refused.job.id,
    columns: titles.map((title, index) => ({ title, key: keys[index] ?? '' })),
  });
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

test('a family that no message reaches is told at the door', async () => {
  await walk(office, 'submitted', {
    idNo: null,
    headName: '沈阿公',
    phone: null,
    reporter: { relation: 'NEIGHBOUR', name: '田晓雨', reason: '没有手机' },
  });
  await office.tick();
  const { tasks } = await office.must('zhao-dayong', 'tasks.list', {});
  const [task] = tasks;
  if (!task) throw new Error('no task');
  await office.must('zhao-dayong', 'tasks.done', { taskId: task.id, items: task.items.length, how: 'VISIT' });
});

test('a case goes from hand to hand inside an office', async () => {
  const { caseId } = await walk(office, 'submitted', { idNo: null, headName: '白在手' });
  const { colleagues } = await office.must('li-chunmei', 'desk.colleagues', { caseId });
  const [to] = colleagues.filter(({ personId }) => personId === 'demo-wang-jianjun');
  await office.must('li-chunmei', 'desk.claim', { caseId });
  await office.must('li-chunmei', 'desk.handOver', { caseId, to: to?.personId ?? '', reason: '我去开会' });
  await office.must('li-chunmei', 'desk.takeOver', { caseId, from: to?.personId ?? '', reason: '我回来了' });
  expect(await office.must('li-chunmei', 'desk.release', { caseId })).toEqual({
    claim: null,
    mayClaim: true,
  });
});

test('a decision is taken back at once, and called back later', async () => {
  const { caseId } = await walk(office, 'closed', { idNo: null, headName: '白撤回' });
  const at = async () => (await office.must('chen-li', 'reviews.case', { caseId })).case.version;
  const agree = async () =>
    office.must('chen-li', 'reviews.townReview', { caseId, version: await at(), opinion: '同意' });
  await office.must('chen-li', 'desk.look', { caseId });
  const cases = [{ caseId, version: await at() }];
  const { results } = await office.must('chen-li', 'desk.reviewMany', { cases, opinion: '同意' });
  expect(results).toMatchObject([{ result: 'DONE' }]);
  await office.must('chen-li', 'reviews.undoDecision', { caseId, version: await at() });
  await agree();
  const why = { caseId, version: await at(), opinion: '程序还差一步' };
  const { case: c } = await office.must('chen-li', 'reviews.recallDecision', why);
  expect(c.state).toBe('TOWN_REVIEW');
});

test('a county changes its procedure, by two persons', async () => {
  const county = '150521';
  const { base, today } = await office.must('wu-haiyan', 'profiles.list', { county });
  const { profile: before } = await office.must('wu-haiyan', 'profiles.get', { county, ...base });
  const profile = { ...before, triggers: { ...before.triggers, waterCutDays: 20 } };
  const { families } = await office.must('wu-haiyan', 'households.included', {});
  const { case: c } = await office.must('wu-haiyan', 'reviews.case', { caseId: families[0]?.caseId ?? '' });
  const { story } = await office.must('wu-haiyan', 'profiles.keepStory', {
    county,
    caseNo: c.caseNo,
    title: '办完的一户',
  });
  const { stories } = await office.must('wu-haiyan', 'profiles.preview', { county, profile });
  expect(stories.find(({ key }) => key === story.id)).toMatchObject({ own: true, changes: [] });
  await office.must('wu-haiyan', 'profiles.dropStory', { storyId: story.id });
  const said = { county, code: base.code, baseVersion: base.version, fromDay: today, profile };
  const first = await office.must('wu-haiyan', 'profiles.propose', said);
  await office.must('wu-haiyan', 'profiles.discard', { proposalId: first.proposal.id });
  const { proposal } = await office.must('wu-haiyan', 'profiles.propose', said);
  await office.must('gao-zhiyuan', 'profiles.proposal', { proposalId: proposal.id });
  const { version } = await office.must('gao-zhiyuan', 'profiles.publish', { proposalId: proposal.id });
  expect(version).toMatchObject({ version: base.version + 1, stands: 'NOW' });
});

test('a family leaves the register, comes back, and moves away', async () => {
  const { caseId } = await walk(office, 'announced', { idNo: null, headName: '白退出' });
  await walkOff(office, [caseId], 'helped');
  await actOn(office, 'zhao-dayong', caseId, 'eliminations.suggest', { note: '日子好过了' });
  await walkOff(office, [caseId], 'posted', {}, ['proposed', 'agreed', 'verified', 'appraised', 'posted']);
  const { exit } = await actOn(office, 'li-chunmei', caseId, 'eliminations.hearObjection', {
    statement: '不像',
  });
  const objectionId = exit.round?.objections[0]?.id;
  const answer = { objectionId, verdict: 'WITHDRAWN', record: '本人不提了', answer: '好' };
  await actOn(office, 'he-min', caseId, 'eliminations.answerObjection', answer);
  await walkOff(office, [caseId], 'marked', {}, ['closed', 'accepted', 'decided', 'marked']);
  await office.must('tian-xiaoyu', 'eliminations.ours', { caseId });
  await office.must('chen-li', 'eliminations.list', {});
  await actOn(office, 'zhao-dayong', caseId, 'eliminations.suggestRollBack', { note: '又没活干了' });
  await actOn(office, 'li-chunmei', caseId, 'eliminations.proposeRollBack', { reason: '又没活干了' });
  await actOn(office, 'li-chunmei', caseId, 'eliminations.withdraw', { reason: '又有活干了' });
  const left = { how: 'TRANSFERRED_OUT', on: '2026-10-22', reason: '迁到外县' };
  await actOn(office, 'he-min', caseId, 'eliminations.leave', left);
});
/** What follows the inclusion of a family. */
async function followedUp(caseId: string): Promise<void> {
  const on = '2026-03-12';
  await office.must('li-chunmei', 'followups.list', {});
  await office.must('li-chunmei', 'followups.family', { caseId });
  await office.must('chen-li', 'followups.facts', { caseId, on });
  const said = { fact: 'HOUSE_GRADE', value: 'B' } as const;
  await office.must('li-chunmei', 'followups.writeFact', { caseId, from: on, evidence: '住建局看过', said });
  const { rows } = await office.must('li-chunmei', 'followups.history', { caseId });
  await office.must('li-chunmei', 'followups.correctFact', {
    ...{ caseId, factId: rows[0]?.id ?? '', reason: '看错了单子', evidence: '住建局看过', right: null },
  });
  await office.must('tian-xiaoyu', 'followups.tell', { caseId, what: 'MARRIED', on });
  const { changes } = await office.must('tian-xiaoyu', 'followups.ours', { caseId });
  const { followUp, tasks } = await office.must('li-chunmei', 'followups.record', {
    ...{ caseId, cadence: 'EVENT', event: 'OTHER', on, result: 'RELAPSE', words: '又借了钱' },
    toldId: null,
  });
  expect(followUp.result).toBe('RELAPSE');
  await office.must('chen-li', 'followups.taskDone', { taskId: tasks[0]?.id ?? '', words: '去看过' });
  const [toldId = ''] = changes.map(({ id }) => id);
  await office.must('li-chunmei', 'followups.answerChange', {
    changeId: toldId,
    agree: false,
    words: '还没领证',
  });
  const { change: army } = await office.must('li-chunmei', 'followups.change', {
    ...{ caseId, kind: 'ARMY', on, memberKeys: ['son'], evidence: ['ARMY_NOTICE'] },
  });
  await office.must('li-chunmei', 'followups.takeBackChange', { changeId: army.id, reason: '没有去' });
  await office.must('li-chunmei', 'followups.record', {
    ...{
      caseId,
      cadence: 'EVENT',
      event: 'OTHER',
      on,
      result: 'NEW_RISK',
      newRisks: ['DISASTER'],
      words: '雹灾',
    },
  });
  await office.must('li-chunmei', 'followups.takeBackRisk', { caseId, risk: 'DISASTER', reason: '是邻居家' });
  const sheet = { income: [], costs: [], rigid: [], claimsFen: 0 };
  await office.must('li-chunmei', 'followups.quarter', {
    ...{
      caseId,
      quarter: '2026Q1',
      on,
      sheet,
      work: 'NONE',
      feeling: 'SAME',
      result: 'STABLE',
      words: '平稳',
    },
    ...{ signed: 'SCREEN', signatureId: await office.photo('li-chunmei') },
  });
  const of = { caseId, quarter: '2026Q1', revision: 1, agree: true };
  await office.must('wang-jianjun', 'followups.confirmQuarter', of);
}

test('the help of a family', async () => {
  const { caseId } = await walk(office, 'announced', { idNo: null, headName: '白帮扶' });
  const { people } = await office.must('li-chunmei', 'measures.helpers', { caseId });
  expect(people.map(({ name }) => name)).toContain('刘志刚');
  const phone = '13800000001';
  const personId = 'demo-liu-zhigang';
  await office.must('li-chunmei', 'measures.assignHelper', { caseId, personId, unit: '旗农牧局', phone });
  const one = {
    ...{ code: 'HEA' as const, name: '慢病签约', owner: 'POLICE' as const, office: '县公安局' },
    dueOn: '2026-12-01',
  };
  const { family } = await office.must('liu-zhigang', 'measures.makePlan', {
    ...{ caseId, needs: ['MEDICAL_COST' as const], measures: [one] },
  });
  const planId = family.plans[0]?.id ?? '';
  const { help } = await office.must('tian-xiaoyu', 'measures.signPlan', { caseId, planId, how: 'TICK' });
  const measureId = help.measures.find(({ name }) => name === one.name)?.id ?? '';
  await office.must('ma-jun', 'measures.handed', {});
  const today = help.today;
  const step = { do: 'land' as const, on: today, note: '有单子' };
  await office.must('ma-jun', 'measures.step', { caseId, measureId, step });
  await office.must('tian-xiaoyu', 'measures.confirm', { caseId, measureId, received: true });
  await office.must('li-chunmei', 'measures.add', { caseId, ...one, name: '送医上门' });
  await office.must('tian-xiaoyu', 'measures.ours', { caseId });
  await office.must('liu-zhigang', 'measures.helping', {});
  const visit = { key: 'a-visit-1', on: today, findings: '都好', result: 'STABLE' as const };
  await office.must('liu-zhigang', 'measures.visit', { caseId, ...visit });
  await office.must('li-chunmei', 'measures.of', { caseId });
  await office.must('he-min', 'measures.families', {});
});

test('a desk is signed in by a phone, and who leaves is out', async () => {
  const { picture, secret } = await office.must('-', 'accounts.askDesk', { browser: 'Windows 电脑，Edge' });
  const code = deskCodeOf(await readQr(picture)) ?? '';
  await office.must('wang-jianjun', 'accounts.seeDesk', { code });
  await office.must('wang-jianjun', 'accounts.confirmDesk', { code, yes: true });
  await office.must('-', 'accounts.collectDesk', { secret });
  const { sessions } = await office.must('wang-jianjun', 'accounts.sessions', {});
  const [desk] = sessions.filter(({ device }) => device !== '');
  await office.must('wang-jianjun', 'accounts.endSession', { sessionId: desk?.id ?? '' });
  const { rows: staff } = await office.must('guo-minhua', 'staff.list', { county: '150521', text: '王建军' });
  const leaver = staff.find(({ name }) => name === '王建军');
  const said = { county: '150521', staffId: leaver?.staffId ?? '' };
  await office.must('guo-minhua', 'staff.holdings', said);
  await office.must('guo-minhua', 'staff.end', { ...said, why: '调走了' });
  await office.must('guo-minhua', 'staff.reinstate', { ...said, why: '弄错了人' });
});

test('an administrator’s list of staff', async () => {
  const county = '150521';
  await office.must('guo-minhua', 'staff.template', { county });
  const row = { name: '安娜', phone: '13900001234', role: '镇里经办', town: '保康镇' };
  const { job } = await sendIn(office, 'guo-minhua', `${county}-STAFF`, await staffTable([row]), 'STAFF');
  expect(job.rows).toMatchObject({ good: 1 });
  const { proof } = await office.must('shen-wen', 'accounts.phoneNumber', { code: 'once' });
  expect((await office.must('shen-wen', 'staff.activate', { proof })).me).toMatchObject({ name: '安娜' });
});

test('with that, every operation of the contract has answered', () => {
  expect(OPERATIONS.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual([]);
});
