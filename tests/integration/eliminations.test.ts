import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { actOn, FAMILY_WORD, meetingOn, RESEARCH, walkOff } from '@tests/support/elimination';
import { REPORT, walk } from '@tests/support/f01';
import { openedLedger } from '@tests/support/ledger';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const entryOf = async (caseId: string, person = 'li-chunmei') =>
  (await office.must(person, 'eliminations.get', { caseId })).exit;
const refused = async (person: string, operation: Parameters<Office['ask']>[1], input: object) => {
  const { status, body } = await office.ask(person, operation, { input });
  return [status, (body as { error?: { reason: string } }).error?.reason];
};
const inbox = async (person: string) =>
  (await office.must(person, 'accounts.messages', {})).messages.map(
    ({ title, opens }) => `${opens} ${title}`,
  );

test('off the register: refused by name, then step by step by different people, told, watched, taken back', async () => {
  const { caseId } = await walk(office, 'announced');
  await walkOff(office, [caseId], 'helped');

  // Too early, and nothing proves that the risk is gone: every reason at once, and the family stays where it is.
  office.at('2026-07-01 09:00');
  const early = await actOn(office, 'li-chunmei', caseId, 'eliminations.propose', {
    research: { ...RESEARCH, visitedOn: '2026-06-30', gone: [], houseGrade: 'C', quarters: [] },
  });
  expect(early.exit).toMatchObject({
    status: 'ACTIVE',
    identifiedOn: '2026-03-16',
    entries: 1,
    ready: false,
  });
  expect(early.refused.map(({ code, sentence }) => `${code} ${sentence}`)).toEqual([
    'SIX_MONTHS 3月16日纳入，要满 6 个月，9月16日以后才能提。',
    'INCOME_STABLE 没有最近两个季度的收入，补上再提。',
    'GUARANTEES 三保障和饮水还有问题：住房（房子评为 C 级）。',
    'RISKS_GONE 原来的风险还在：因病、因学。',
    'NO_NEW_RISK 有新的风险：因安全住房。先按新风险帮扶。',
  ]);
  await office.tick();
  const { tasks } = await office.must('zhao-dayong', 'tasks.list', {});
  expect(tasks.find(({ kind }) => kind === 'HELP')).toMatchObject({
    items: ['有新的风险“因安全住房”，60 天内要落实住房安全保障。'],
    dueOn: '2026-08-30',
  });

  // Whoever may not know of the family learns nothing; whoever may not act is told so.
  for (const person of ['sun-xiuying', 'shen-wen', 'ma-jun', 'guo-minhua', 'su-jing', '-'])
    expect([401, 403, 404]).toContain(
      (await office.ask(person, 'eliminations.get', { input: { caseId } })).status,
    );
  const version = early.exit.version;
  const propose = { caseId, version, research: RESEARCH };
  expect(await refused('chen-li', 'eliminations.propose', propose)).toEqual([403, 'ROLE_MAY_NOT']);
  expect(await refused('tian-xiaoyu', 'eliminations.propose', propose)).toEqual([403, 'STAFF_ONLY']);
  expect(
    await refused('li-chunmei', 'notices.post', {
      kind: 'PROPOSED_ELIMINATION',
      caseIds: [caseId],
      photoId: await office.photo('li-chunmei'),
    }),
  ).toEqual([409, 'ELIM_WRONG_STEP']);

  // Four sheets make a year: their figure is offered, and another one says why.
  await office.database.look(
    `INSERT INTO quarterly_ledger (county, case_id, quarter, revision, village, state, on_day, income_a, income_b, income_c,
       income_d, cost_e, net, rigid, reference, heads, profile_code, profile_version, line_fen, housing, water, school,
       insurance, work, feeling, result, signed, recorded_by, recorded_at, key_id, sealed)
     SELECT county, id, q, 1, village, 'DONE', '2026-10-05', 1520000, 0, 0, 0, 0, 1520000, 0, 1520000, '{4,4,4}', 'DEMO-2026', 1,
       870000, false, false, false, false, 'NONE', 'SAME', 'STABLE', 'NOBODY', 'demo-li-chunmei', '2026-10-05', 'k', ''
       FROM case_row, unnest(ARRAY['2025Q4', '2026Q1', '2026Q2', '2026Q3']) q WHERE id = $1`,
    [caseId],
  );
  expect((await entryOf(caseId)).quarters).toEqual([{ quarter: '2026-Q3', netPerCapitaFen: 1_520_000 }]);
  const other = { ...RESEARCH, quarters: [{ quarter: '2026-Q3', netPerCapitaFen: 1_600_000 }], note: '' };
  expect(await refused('li-chunmei', 'eliminations.propose', { ...propose, research: other })).toEqual([
    422,
    'REQUIRED',
  ]);

  // The same request twice is one proposal; the one who proposed does not give the second word.
  office.at('2026-10-09 09:00');
  const once = { input: propose, requestId: 'one-proposal-only' };
  const first = await office.ask('li-chunmei', 'eliminations.propose', once);
  expect(await office.ask('li-chunmei', 'eliminations.propose', once)).toEqual(first);
  expect(await refused('wang-jianjun', 'eliminations.propose', propose)).toEqual([409, 'STALE_VERSION']);
  const now = (await entryOf(caseId)).version;
  expect(now).toBe(version + 1);
  const verifiers = [
    { personId: 'demo-li-chunmei', name: '冒名' },
    { personId: 'demo-wang-jianjun', name: '冒名' },
  ];
  expect(await refused('li-chunmei', 'eliminations.agree', { caseId, version: now, verifiers })).toEqual([
    409,
    'ELIM_SECOND_PERSON',
  ]);
  const { exit: agreed } = await actOn(office, 'wang-jianjun', caseId, 'eliminations.agree', { verifiers });
  expect(agreed.round).toMatchObject({ step: 'VERIFY', dueOn: '2026-10-14' });
  expect(agreed.round?.verifiers.map(({ name }) => name)).toEqual(['李春梅', '王建军']);

  // Two people look and sign, each once, and not before the form is there.
  office.at('2026-10-12 10:00');
  const sign = { opinion: '情况属实' };
  const at = { caseId, version: agreed.version };
  expect(await refused('li-chunmei', 'eliminations.signVerification', { ...at, ...sign })).toEqual([
    409,
    'VERIFICATION_NOT_RECORDED',
  ]);
  await actOn(office, 'li-chunmei', caseId, 'eliminations.verify', {
    research: RESEARCH,
    family: FAMILY_WORD,
  });
  const { exit: half } = await actOn(office, 'li-chunmei', caseId, 'eliminations.signVerification', sign);
  expect(half.round?.step).toBe('VERIFY');
  expect(
    await refused('li-chunmei', 'eliminations.signVerification', { caseId, version: half.version, ...sign }),
  ).toEqual([409, 'ALREADY_SIGNED']);
  const { exit: whole } = await actOn(office, 'wang-jianjun', caseId, 'eliminations.signVerification', sign);
  expect(whole.round?.step).toBe('APPRAISAL');
  office.at('2026-10-13 18:00');
  // A meeting that is named is one that this village held at that hour.
  const meetingId = `150521-${'a'.repeat(32)}`;
  const shared = { caseId, version: whole.version, ...meetingOn('2026-10-13'), meetingId };
  expect(await refused('li-chunmei', 'eliminations.appraise', shared)).toEqual([404, 'NOT_FOUND']);
  const hold = (village: string) =>
    office.database.look(
      `INSERT INTO appraisal_meeting (county, id, village, met_at, cases, passed, recorded_by, recorded_at, key_id, sealed)
       SELECT county, $1, $2, '2026-10-13 15:00+08', 1, 1, recorded_by, '2026-10-13 17:00+08', key_id, sealed
         FROM appraisal_meeting LIMIT 1`,
      [meetingId, village],
    );
  await hold(SECOND_VILLAGE);
  expect(await refused('li-chunmei', 'eliminations.appraise', shared)).toEqual([404, 'NOT_FOUND']);
  await office.database.look('DELETE FROM appraisal_meeting WHERE id = $1', [meetingId]);
  await hold(FIRST_VILLAGE);
  expect(
    (
      await actOn(office, 'li-chunmei', caseId, 'eliminations.appraise', {
        ...meetingOn('2026-10-13'),
        meetingId,
      })
    ).exit.status,
  ).toBe('ELIM_PUBLICITY');

  // Five full days, and an open objection holds them up; whoever verified does not judge it.
  office.at('2026-10-14 09:00');
  const { lastDay } = await office.must('li-chunmei', 'notices.post', {
    kind: 'PROPOSED_ELIMINATION',
    caseIds: [caseId],
    photoId: await office.photo('li-chunmei'),
  });
  expect(lastDay).toBe('2026-10-19');
  office.at('2026-10-16 09:00');
  const { exit: heard } = await actOn(office, 'zhao-dayong', caseId, 'eliminations.hearObjection', {
    statement: '他家儿子年底就不干了',
  });
  const objectionId = heard.round?.objections[0]?.id ?? '';
  office.at('2026-10-20 08:30');
  await office.tick();
  expect((await entryOf(caseId)).round).toMatchObject({ step: 'PUBLICITY', late: false });
  const answer = { objectionId, verdict: 'NOT_UPHELD', record: '看了合同', answer: '合同到后年' };
  const open = { caseId, version: heard.version, ...answer };
  expect(await refused('li-chunmei', 'eliminations.answerObjection', open)).toEqual([
    409,
    'VERIFIER_CANNOT_HANDLE',
  ]);
  await actOn(office, 'he-min', caseId, 'eliminations.answerObjection', answer);
  await office.tick();
  expect((await entryOf(caseId)).status).toBe('ELIM_TOWN');

  // Township and county are other people; until the announcement nothing is marked.
  await actOn(office, 'chen-li', caseId, 'eliminations.townReview', { agrees: true, opinion: '同意' });
  await office.tick();
  office.at('2026-10-21 10:00');
  const { exit: decided } = await actOn(office, 'gao-zhiyuan', caseId, 'eliminations.countyDecide', {
    agrees: true,
    opinion: '同意消除',
  });
  expect(decided).toMatchObject({ status: 'ELIM_COUNTY', round: { step: 'MARK', dueOn: '2026-10-23' } });
  office.at('2026-10-22 09:00');
  await office.must('he-min', 'notices.announce', { kind: 'ELIMINATION_RESULT', caseIds: [caseId] });
  const marked = await entryOf(caseId);
  expect(marked).toMatchObject({
    status: 'ELIMINATED',
    mode: 'BY_SUPPORT',
    eliminatedOn: '2026-10-22',
    observeUntil: '2027-04-22',
    identifiedOn: '2026-03-16',
  });
  await office.tick();
  expect(await inbox('tian-xiaoyu')).toEqual(
    expect.arrayContaining(['AFTER 您家的难处解决了，退出名单', 'AFTER 村里看您家难处好转了，要来核实']),
  );
  expect(await inbox('gao-zhiyuan')).toContain('EXIT 田有福家：消除风险，等您审定');

  // What the family reads: where it stands, and what of its help goes on or stops.
  const ours = await office.must('tian-xiaoyu', 'eliminations.ours', { caseId });
  expect(ours).toMatchObject({ status: 'ELIMINATED', standing: '10月22日难处解决了，退出名单', steps: null });
  expect(ours.afterwards.map(({ how }) => how)).toEqual([
    'CONTINUE_TO_TERM',
    'STOP_NEXT_PERIOD',
    'STOP',
    'UNAFFECTED',
  ]);
  expect(await refused('he-ming', 'eliminations.ours', { caseId })).toEqual([404, 'NOT_FOUND']);

  // Somebody goes there each month for half a year, once a month.
  office.at('2026-11-03 09:00');
  await office.tick();
  await office.tick();
  const visits = (await office.must('zhao-dayong', 'tasks.list', {})).tasks.filter(
    ({ kind }) => kind === 'VISIT',
  );
  expect(visits.map(({ items }) => items)).toEqual([
    ['难处解决后回访（11 月）：看看收入、住房、饮水、看病、上学有没有变。'],
  ]);

  // Who helps the family says so: village and township read it, and nothing begins by it.
  const doubtful = { caseId, version: (await entryOf(caseId)).version, note: '儿子丢了工作，药费又多了' };
  for (const [person, answer] of [
    ['liu-zhigang', [404, 'NOT_FOUND']],
    ['sun-xiuying', [404, 'NOT_FOUND']],
    ['tian-xiaoyu', [403, 'STAFF_ONLY']],
  ] as const)
    expect(await refused(person, 'eliminations.suggestRollBack', doubtful)).toEqual(answer);
  await office.must('li-chunmei', 'measures.assignHelper', {
    ...{ caseId, personId: 'demo-liu-zhigang', unit: '旗农牧局', position: '科员', phone: '13800000001' },
  });
  expect(await refused('liu-zhigang', 'eliminations.suggest', doubtful)).toEqual([409, 'ELIM_WRONG_STEP']);
  const { exit: suggested } = await actOn(office, 'liu-zhigang', caseId, 'eliminations.suggestRollBack', {
    note: doubtful.note,
  });
  expect(suggested).toMatchObject({ status: 'ELIMINATED', round: null, identifiedOn: '2026-03-16' });
  expect(suggested.suggestions.at(-1)).toEqual({
    ...{ kind: 'ROLLBACK', by: '刘志刚', on: '2026-11-03', note: doubtful.note },
  });
  expect(suggested.history[0]).toMatchObject({ what: '建议回退', by: '刘志刚' });
  await office.tick();
  for (const person of ['li-chunmei', 'wang-jianjun', 'he-min', 'chen-li'])
    expect(await inbox(person)).toContain('EXIT 田有福家：有人建议回退，请看看');
  expect((await inbox('tian-xiaoyu')).join()).not.toContain('回退');

  // It does not hold: the mark is taken back by the same steps, and the day of identification stays.
  await actOn(office, 'wang-jianjun', caseId, 'eliminations.proposeRollBack', { reason: '儿子丢了工作' });
  await actOn(office, 'li-chunmei', caseId, 'eliminations.agree', { verifiers });
  const research = { ...RESEARCH, visitedOn: '2026-11-03', gone: [] };
  await actOn(office, 'li-chunmei', caseId, 'eliminations.verify', { research, family: FAMILY_WORD });
  for (const person of ['li-chunmei', 'wang-jianjun'])
    await actOn(office, person, caseId, 'eliminations.signVerification', sign);
  office.at('2026-11-04 18:00');
  await actOn(office, 'li-chunmei', caseId, 'eliminations.appraise', meetingOn('2026-11-04'));
  expect(await entryOf(caseId)).toMatchObject({ status: 'ELIMINATED', round: { step: 'PUBLICITY' } });
  // At the board like the mark itself: five full days, an objection holds them up, whoever went there does not answer.
  office.at('2026-11-05 09:00');
  const waiting = { kind: 'PROPOSED_ROLLBACK' as const };
  expect((await office.must('li-chunmei', 'notices.waiting', waiting)).villages).toMatchObject([
    { cases: [{ caseId, headName: '田有福' }] },
  ]);
  const { lastDay: backUntil, noticeId: backNotice } = await office.must('li-chunmei', 'notices.post', {
    ...waiting,
    caseIds: [caseId],
  });
  expect(backUntil).toBe('2026-11-10');
  expect((await office.must('li-chunmei', 'notices.waiting', waiting)).villages).toEqual([]);
  const [sealed] = await office.database.look<{ content: { entries: object[] } }>(
    'SELECT content FROM notice WHERE id = $1',
    [backNotice],
  );
  expect(sealed?.content.entries).toEqual([
    { id: caseId, headName: '田有福', memberCount: 4, group: expect.any(String) },
  ]);
  const { exit: doubted } = await actOn(office, 'zhao-dayong', caseId, 'eliminations.hearObjection', {
    statement: '他家儿子又上班了',
  });
  const doubt = doubted.round?.objections[0]?.id ?? '';
  office.at('2026-11-11 08:30');
  await office.tick();
  expect((await entryOf(caseId)).round).toMatchObject({ kind: 'ROLLBACK', step: 'PUBLICITY' });
  const seen = { objectionId: doubt, verdict: 'NOT_UPHELD', record: '问了厂里', answer: '厂子停了' };
  expect(
    await refused('wang-jianjun', 'eliminations.answerObjection', {
      caseId,
      version: doubted.version,
      ...seen,
    }),
  ).toEqual([409, 'VERIFIER_CANNOT_HANDLE']);
  await actOn(office, 'he-min', caseId, 'eliminations.answerObjection', seen);
  await office.tick();
  expect((await office.must('tian-xiaoyu', 'eliminations.ours', { caseId })).steps).toMatchObject([
    { title: '到家里看', state: 'DONE' },
    { title: '村里评议', state: 'DONE' },
    { title: '公示', state: 'DONE', on: '2026-11-10' },
    { title: '镇里看', state: 'NOW' },
    { title: '县里定', state: 'LATER' },
    { title: '公告结果', state: 'LATER' },
  ]);
  await actOn(office, 'chen-li', caseId, 'eliminations.townReview', { agrees: true, opinion: '同意回退' });
  await office.tick();
  expect(await inbox('gao-zhiyuan')).toContain('EXIT 田有福家：回退，等您审定');
  const { exit: agreedBack } = await actOn(office, 'gao-zhiyuan', caseId, 'eliminations.countyDecide', {
    agrees: true,
    opinion: '同意回退',
  });
  expect(agreedBack).toMatchObject({ status: 'ELIMINATED', round: { step: 'MARK' } });
  const result = { caseIds: [caseId] };
  expect(await refused('he-min', 'notices.announce', { kind: 'ELIMINATION_RESULT', ...result })).toEqual([
    409,
    'ELIM_WRONG_STEP',
  ]);
  await office.must('he-min', 'notices.announce', { kind: 'ROLLBACK_RESULT', ...result });
  await office.tick();
  expect(await inbox('tian-xiaoyu')).toEqual(
    expect.arrayContaining(['AFTER 村里想再看看您家的情况', 'AFTER 您家回到帮扶名单上了']),
  );
  const back = await entryOf(caseId);
  expect(back).toMatchObject({
    status: 'ACTIVE',
    identifiedOn: '2026-03-16',
    entries: 1,
    eliminatedOn: null,
    mode: null,
  });
  expect(back.past.map(({ kind, how }) => `${kind} ${how}`)).toEqual([
    'ROLLBACK 办成了',
    'ELIMINATION 办成了',
  ]);

  // The ledger of papers has the proposal with every step of it, read by another library; refused ones are none.
  const region = FIRST_VILLAGE.slice(0, 9);
  const { lines } = await openedLedger(office, 'chen-li', { ledger: 'ELIMINATIONS', region });
  const [proposed] = await office.database.look<{ n: number }>(
    "SELECT count(*)::int AS n FROM elimination_event WHERE type IN ('Proposed', 'RollBackProposed')",
  );
  expect(lines).toHaveLength(proposed?.n ?? -1);
  expect(lines).toMatchObject([
    {
      户主: '田有福',
      事项: '消除',
      提议日期: '2026-10-09',
      核实表: expect.stringMatching(/李春梅、王建军/),
      达标指标: expect.stringContaining('纳入满 6 个月：够'),
      评议: expect.stringMatching(/^2026-10-13 \d+ 票同意，通过$/),
      乡镇审核: expect.stringContaining('陈立'),
      县级审定: expect.stringContaining('高志远'),
      结果: '办成了；2026-11-11收回',
    },
    {
      户主: '田有福',
      事项: '回退',
      消除方式: '',
      提议日期: '2026-11-03',
      公示: '2026-11-06到2026-11-10',
      公告: '2026-11-11',
      结果: '办成了',
    },
  ]);
  const next = { ledger: 'ELIMINATIONS' as const, region: SECOND_VILLAGE };
  expect((await openedLedger(office, 'sun-xiuying', next)).lines).toEqual([]);
});

test('ways back onto the list: found at the door, voted down, an objection that is right, given back, taken back', async () => {
  const idNo = composeIdNumber({ area: '990101', birthDate: '1970-02-01', sequence: 401 });
  const { caseId } = await walk(office, 'announced', { ...REPORT, headName: '施永福', idNo });
  await walkOff(office, [caseId], 'agreed');
  office.at('2026-10-12 10:00');
  const wrong = await actOn(office, 'li-chunmei', caseId, 'eliminations.verify', {
    research: { ...RESEARCH, waterProblem: true },
    family: { ...FAMILY_WORD, agrees: false, said: '水还没通' },
  });
  expect(wrong.exit).toMatchObject({ status: 'ACTIVE', round: null, past: [{ how: '入户核实，条件不够' }] });
  expect(wrong.refused.map(({ code }) => code)).toEqual(['GUARANTEES', 'NO_NEW_RISK']);

  await walkAgain('agreed', 'verified');
  office.at('2026-10-13 18:00');
  await actOn(office, 'li-chunmei', caseId, 'eliminations.appraise', meetingOn('2026-10-13', 5));
  expect(await entryOf(caseId)).toMatchObject({ status: 'ACTIVE', past: [{ how: '评议没通过' }, {}] });

  await walkAgain('agreed', 'verified', 'appraised', 'posted');
  const { exit: heard } = await actOn(office, 'li-chunmei', caseId, 'eliminations.hearObjection', {
    statement: '房子漏',
  });
  await actOn(office, 'he-min', caseId, 'eliminations.answerObjection', {
    objectionId: heard.round?.objections[0]?.id,
    verdict: 'UPHELD',
    record: '去看了，漏',
    answer: '房子要修，先不消除',
  });
  expect(await entryOf(caseId)).toMatchObject({
    status: 'ACTIVE',
    past: [{ how: '意见属实，不办了' }, {}, {}],
  });

  await walkAgain('agreed', 'verified', 'appraised', 'posted', 'closed');
  await actOn(office, 'chen-li', caseId, 'eliminations.townReview', { agrees: false, opinion: '再看看收入' });
  expect(await entryOf(caseId)).toMatchObject({
    status: 'ACTIVE',
    past: [{ how: '镇里退回', reason: '再看看收入' }, {}, {}, {}],
  });

  await walkAgain('agreed');
  await actOn(office, 'li-chunmei', caseId, 'eliminations.withdraw', { reason: '名单弄错了' });
  expect((await entryOf(caseId)).status).toBe('ACTIVE');

  // Gone as a whole: closed without an elimination, and nothing follows.
  const { exit: gone } = await actOn(office, 'he-min', caseId, 'eliminations.leave', {
    how: 'TRANSFERRED_OUT',
    on: '2026-10-09',
    reason: '户口迁到外县',
  });
  expect(gone).toMatchObject({ status: 'TRANSFERRED_OUT', acts: [] });
  const listed = await office.must('chen-li', 'eliminations.list', { list: 'GONE' });
  expect(listed.rows.map(({ headName, statusLabel }) => `${headName} ${statusLabel}`)).toEqual([
    '施永福 整户迁出',
  ]);
  expect(listed.counts).toEqual({ MONITORED: 1, MOVING: 0, ELIMINATED: 0, GONE: 1, LATE: 0 });
  // Her own family is not hers to work on: neither a row nor in the number above the rows.
  await office.database.look(
    "INSERT INTO case_party (county, case_id, person_id, stands_as, village) VALUES ('150521', $1, 'demo-chen-li', 'PROXY', $2)",
    [caseId, FIRST_VILLAGE],
  );
  const others = await office.must('chen-li', 'eliminations.list', { list: 'GONE' });
  expect([others.rows, others.counts.GONE, others.counts.MONITORED]).toEqual([[], 0, 1]);

  /** Proposes anew and goes through these steps. */
  async function walkAgain(
    ...steps: ('agreed' | 'verified' | 'appraised' | 'posted' | 'closed')[]
  ): Promise<void> {
    await walkOff(office, [caseId], steps.at(-1) ?? 'agreed', {}, ['proposed', ...steps]);
  }
});

test('a sheet with a mistake is corrected: who is written otherwise gets full days, the others keep theirs', async () => {
  const families: string[] = [];
  for (const [index, headName] of ['施永禄', '施永祥'].entries()) {
    const idNo = composeIdNumber({ area: '990101', birthDate: '1970-02-01', sequence: 410 + index });
    families.push((await walk(office, 'announced', { ...REPORT, headName, idNo })).caseId);
  }
  const [first = '', second = ''] = families;
  const { noticeId } = await walkOff(office, families, 'posted');
  const { round } = await entryOf(second);
  const { exit: heard } = await actOn(office, 'zhao-dayong', second, 'eliminations.hearObjection', {
    statement: '他家的人数不对',
  });
  // The photo of the board follows the paper, which has its code now; so does that of the corrected one.
  const owed = async () => (await office.must('zhao-dayong', 'tasks.board', {})).tasks;
  office.at('2026-10-16 09:00');
  const fix = { noticeId, reason: '人数写错了', rows: [{ row: 1, memberCount: 5 }] };
  expect(await refused('he-min', 'notices.correct', fix)).toEqual([403, 'ROLE_MAY_NOT']);
  expect(
    await refused('li-chunmei', 'notices.correct', { ...fix, rows: [{ row: 1, item: '补贴' }] }),
  ).toEqual([422, 'INVALID']);
  const { noticeId: next } = await office.must('li-chunmei', 'notices.correct', fix);
  expect((await owed()).map(({ noticeId: of, what }) => [of, what])).toContainEqual([next, 'START']);
  expect((await entryOf(first)).round?.publicity).toMatchObject({ noticeId: next, lastDay: '2026-10-19' });
  const after = await entryOf(second);
  expect(after.round?.publicity).toMatchObject({ noticeId: next, lastDay: '2026-10-21' });
  expect(after.round?.objections).toEqual(heard.round?.objections);
  expect(after.round?.publicity?.firstDay).toBe(round?.publicity?.firstDay);
  expect(await refused('li-chunmei', 'notices.correct', fix)).toEqual([409, 'NOTICE_CORRECTED']);
  const { versions } = await office.must('li-chunmei', 'notices.versions', { noticeId: next });
  expect(versions.map(({ rows }) => rows.map(({ cells }) => cells[1]))).toEqual([
    ['4 人', '4 人'],
    ['4 人', '5 人'],
  ]);
  expect(versions.map(({ changes, lastDay }) => [changes, lastDay])).toEqual([
    [[], '2026-10-19'],
    [
      [{ how: 'CHANGED', row: 1, name: '施永祥', cells: [{ title: '人口', was: '4 人', is: '5 人' }] }],
      '2026-10-21',
    ],
  ]);
  // The one whose days are over goes on; the other one waits for its own, and for its answer.
  office.at('2026-10-20 08:30');
  await office.tick();
  expect((await entryOf(first)).status).toBe('ELIM_TOWN');
  expect((await entryOf(second)).status).toBe('ELIM_PUBLICITY');
  await actOn(office, 'he-min', second, 'eliminations.answerObjection', {
    ...{
      objectionId: heard.round?.objections[0]?.id,
      verdict: 'PARTLY',
      record: '数过了',
      answer: '改成 5 人了',
    },
  });
  office.at('2026-10-22 08:30');
  await office.tick();
  expect((await entryOf(second)).status).toBe('ELIM_TOWN');
  await office.tick();
  expect(await inbox('tian-xiaoyu')).toContain('AFTER 名单写错了，改好又贴出来了');
});

test('whoever leaves before having looked is not waited for: another is named, and the step goes on', async () => {
  const idNo = composeIdNumber({ area: '990101', birthDate: '1970-02-01', sequence: 402 });
  const { caseId } = await walk(office, 'announced', { ...REPORT, headName: '施永寿', idNo });
  await walkOff(office, [caseId], 'agreed');
  const { round, version } = await entryOf(caseId);
  const who = { county: '150521', staffId: 'demo-wang-jianjun' };
  expect(await office.must('guo-minhua', 'staff.holdings', who)).toMatchObject({ visits: 1 });
  expect(await office.must('guo-minhua', 'staff.end', { ...who, why: '调走' })).toMatchObject({ visits: 1 });
  const given = await entryOf(caseId);
  expect(given.version).toBe(version + 1);
  expect(given.round?.verifiers.map(({ name }) => name)).toEqual(['李春梅']);
  await office.tick();
  expect(await inbox('zhou-zhengping')).toContainEqual(expect.stringMatching(/^EXIT 施永寿家：/));
  const verifiers = ['li-chunmei', 'zhou-zhengping'].map((id) => ({ personId: `demo-${id}`, name: '来人' }));
  const { exit: anew } = await actOn(office, 'zhou-zhengping', caseId, 'eliminations.agree', { verifiers });
  expect(anew.round).toMatchObject({ step: 'VERIFY', dueOn: round?.dueOn });
  expect(anew.round?.verifiers.map(({ name }) => name)).toEqual(['李春梅', '周正平']);
  const twice = { caseId, version: anew.version, verifiers };
  expect(await refused('zhou-zhengping', 'eliminations.agree', twice)).toEqual([409, 'ELIM_WRONG_STEP']);
  await actOn(office, 'li-chunmei', caseId, 'eliminations.withdraw', { reason: '名单弄错了' });
  await office.must('guo-minhua', 'staff.reinstate', { ...who, why: '又回来了' });
});
