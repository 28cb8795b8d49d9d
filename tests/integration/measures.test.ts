import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeIdNumber } from '@shared/people';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** The help of a family from its helper to the effect, who may see what of it, and visits sent later (domain.md 3.4, 3.5, 8). */
let office: Office;
let caseId: string;

const HELPER = 'liu-zhigang';
const reasonOf = (answer: { body: unknown }) => (answer.body as { error?: { reason: string } }).error?.reason;
const measure = (more: object = {}) => ({
  code: 'HEA' as const,
  name: '慢病签约',
  risk: 'ILLNESS' as const,
  owner: 'POLICE' as const,
  office: '县公安局',
  dueOn: '2026-04-10',
  ...more,
});
const assign = (personId: string, more: object = {}) =>
  office.ask('li-chunmei', 'measures.assignHelper', {
    input: {
      caseId,
      personId: `demo-${personId}`,
      unit: '旗农牧局',
      position: '科员',
      phone: '13800000001',
      ...more,
    },
  });
const family = async () => (await office.must('li-chunmei', 'measures.of', { caseId })).family;
const titles = async (person: string) =>
  (await office.must(person, 'accounts.messages', {})).messages.map(({ title }) => title);

beforeAll(async () => {
  office = await openOffice();
  ({ caseId } = await walk(office, 'announced'));
  office.at('2026-03-18 09:00');
});
afterAll(() => office.close());

describe('help for a family', () => {
  test('begins with a helper who serves there, is no party and has room', async () => {
    const before = await family();
    expect(before.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['NO_HELPER', 'NO_PLAN', 'NO_MEASURE', 'RISK_WITHOUT_MEASURE']),
    );
    expect(reasonOf(await office.ask(HELPER, 'measures.of', { input: { caseId } }))).toBe('NOT_FOUND');
    const { cap, people } = await office.must('li-chunmei', 'measures.helpers', { caseId });
    expect(cap).toBe(5);
    expect(people.map(({ personId }) => personId)).toContain('demo-liu-zhigang');
    expect(people.map(({ personId }) => personId)).not.toContain('demo-sun-xiuying');
    expect(reasonOf(await assign('sun-xiuying'))).toBe('HELPER_NOT_SERVING');
    expect(reasonOf(await assign('tian-xiaoyu'))).toBe('PARTY_CANNOT_HELP');
    expect((await assign(HELPER)).status).toBe(200);
    expect(reasonOf(await assign(HELPER))).toBe('HELPER_SAME');
    await office.tick();
    expect(await titles('tian-xiaoyu')).toContain('定了刘志刚联系您家');
    expect(await titles(HELPER)).toContain('请您联系田有福家');

    // Somebody else takes over with a reason, and gives it back: all of it stays readable.
    expect(reasonOf(await assign('wang-jianjun'))).toBe('REQUIRED');
    office.at('2026-03-18 10:00');
    expect((await assign('wang-jianjun', { reason: '调走了' })).status).toBe(200);
    expect(reasonOf(await office.ask(HELPER, 'measures.of', { input: { caseId } }))).toBe('NOT_FOUND');
    office.at('2026-03-18 11:00');
    expect((await assign(HELPER, { reason: '又回来了' })).status).toBe(200);
    expect((await family()).helpers.map(({ name, reason }) => [name, reason])).toEqual([
      ['刘志刚', '又回来了'],
      ['王建军', '调走了'],
      ['刘志刚', ''],
    ]);
  });

  test('has a plan that the family signs, and measures that land and are confirmed', async () => {
    const { families } = await office.must(HELPER, 'measures.helping', {});
    expect(families).toHaveLength(1);
    expect(families[0]).toMatchObject({ headName: '田有福', visitDueOn: '2026-03-31' });
    expect(JSON.stringify(families)).not.toMatch(/\d{17}[\dX]/);
    const plan = {
      caseId,
      needs: ['MEDICAL_COST' as const, 'JOB' as const],
      measures: [
        measure(),
        measure({ code: 'EDX', name: '雨露计划', risk: 'SCHOOLING', owner: 'EDUCATION', office: '教育局' }),
        measure({
          code: 'JOB',
          name: '交通补助',
          risk: null,
          owner: 'HUMAN_RESOURCES',
          office: '人社局',
          amountFen: 60000,
        }),
      ],
    };
    const past = { ...plan, measures: [measure({ dueOn: '2026-03-01' })] };
    expect(reasonOf(await office.ask(HELPER, 'measures.makePlan', { input: past }))).toBe('DUE_IN_PAST');
    expect(reasonOf(await office.ask('zhao-dayong', 'measures.makePlan', { input: plan }))).toBe(
      'ROLE_MAY_NOT',
    );
    const made = await office.must(HELPER, 'measures.makePlan', plan);
    const planId = made.family.plans[0]?.id ?? '';
    expect(made.family.measures.map(({ state }) => state)).toEqual(['PLANNED', 'PLANNED', 'PLANNED']);
    await office.tick();
    expect(await titles('tian-xiaoyu')).toContain('帮您家的计划写好了，请看');

    const sign = { caseId, planId, how: 'TICK' as const };
    expect(reasonOf(await office.ask('he-ming', 'measures.signPlan', { input: sign }))).toBe('NOT_FOUND');
    expect(reasonOf(await office.ask(HELPER, 'measures.signPlan', { input: sign }))).toBe(
      'CONFIRM_NEEDS_PAPER',
    );
    const { help } = await office.must('tian-xiaoyu', 'measures.signPlan', sign);
    expect(help.helper).toEqual({ name: '刘志刚', unit: '旗农牧局', phone: '13800000001' });
    expect(help.measures.every(({ state }) => state === 'CONFIRMED')).toBe(true);
    expect(reasonOf(await office.ask('tian-xiaoyu', 'measures.signPlan', { input: sign }))).toBe(
      'PLAN_SIGNED',
    );

    // The department sees what was handed to it, by name and place, and nothing of the rest.
    const { measures: handed } = await office.must('ma-jun', 'measures.handed', {});
    expect(handed.map(({ headName, measure: m }) => [headName, m.name])).toEqual([['田有福', '慢病签约']]);
    const measureId = handed[0]?.measure.id ?? '';
    const land = { do: 'land' as const, on: '2026-03-20', amountFen: 19000 };
    const step = (person: string, id: string, what: object) =>
      office.ask(person, 'measures.step', { input: { caseId, measureId: id, step: what } });
    office.at('2026-03-20 10:00');
    const others = help.measures.find(({ name }) => name === '雨露计划')?.id ?? '';
    expect(reasonOf(await step('ma-jun', others, { ...land, note: '单子' }))).toBe('NOT_FOUND');
    expect(reasonOf(await step('ma-jun', measureId, land))).toBe('LANDING_EVIDENCE');
    expect(reasonOf(await step('ma-jun', measureId, { ...land, note: '单子', on: '2026-03-21' }))).toBe(
      'MEASURE_IN_FUTURE',
    );
    const photo = await office.photo('ma-jun');
    expect((await step('ma-jun', measureId, { ...land, attachmentIds: [photo] })).status).toBe(200);
    await office.tick();
    expect(await titles('tian-xiaoyu')).toContain('慢病签约办好了，请看收到没有');
    // Card, notices and the way off the register read the case: it hears of what the family confirmed, and of no more.
    const onCase = async () => (await office.must('li-chunmei', 'reviews.case', { caseId })).case.measures;
    expect((await onCase()).map(({ name }) => name)).not.toContain('慢病签约');

    const confirm = (person: string, received: boolean, text = '') =>
      office.ask(person, 'measures.confirm', { input: { caseId, measureId, received, text } });
    expect(reasonOf(await confirm('li-chunmei', true))).toBe('FAMILY_CONFIRMS_ITSELF');
    expect(reasonOf(await step(HELPER, measureId, { do: 'judge', words: '好些了' }))).toBe(
      'MEASURE_NOT_CONFIRMED',
    );
    expect(reasonOf(await confirm('tian-xiaoyu', false))).toBe('SAY_WHAT_IS_MISSING');
    expect((await confirm('tian-xiaoyu', false, '医生没来过')).status).toBe(200);
    await office.tick();
    expect(await titles(HELPER)).toContain('田有福家说慢病签约没收到');
    expect((await family()).warnings.map(({ code }) => code)).toContain('NOT_RECEIVED');
    expect((await step('ma-jun', measureId, { ...land, note: '医生上门了' })).status).toBe(200);
    expect((await confirm('tian-xiaoyu', true)).status).toBe(200);
    expect((await onCase()).find(({ name }) => name === '慢病签约')).toMatchObject({
      department: '县公安局',
      amountFen: 19000,
    });
    expect((await step(HELPER, measureId, { do: 'judge', words: '血压稳了' })).status).toBe(200);
    expect((await step('li-chunmei', measureId, { do: 'close', words: '' })).status).toBe(200);
    const events = await office.database.look<{ type: string }>(
      'SELECT type FROM support_measure_event WHERE measure_id = $1 ORDER BY seq',
      [measureId],
    );
    expect(events.map(({ type }) => type)).toEqual([
      'Planned',
      'Agreed',
      'Landed',
      'NotReceived',
      'Landed',
      'Received',
      'Judged',
      'Closed',
    ]);
    // A department adds to a family that was handed to it, in its own name only.
    const own = { caseId, ...measure({ name: '送医上门', dueOn: '2026-05-01' }) };
    expect((await office.ask('ma-jun', 'measures.add', { input: own })).status).toBe(200);
    expect(
      reasonOf(await office.ask('ma-jun', 'measures.add', { input: { ...own, owner: 'EDUCATION' } })),
    ).toBe('ROLE_MAY_NOT');
  });

  test('is visited: what was written down without a line is sent later, and counts once', async () => {
    const requestId = randomUUID();
    const visit = {
      caseId,
      key: 'visit-on-phone-1',
      on: '2026-03-22',
      findings: '吃药按时，儿子打来钱了',
      problem: '药费还是高',
      solved: '带去办慢病卡',
      result: 'STABLE' as const,
      photoIds: [await office.photo(HELPER)],
    };
    office.at('2026-03-25 09:00');
    const first = await office.ask(HELPER, 'measures.visit', { input: visit, requestId });
    expect(first.status).toBe(200);
    expect((await office.ask(HELPER, 'measures.visit', { input: visit, requestId })).body).toEqual(
      first.body,
    );
    // Even under another request id, when the first one is forgotten long since.
    expect((await office.ask(HELPER, 'measures.visit', { input: visit })).body).toEqual(first.body);
    expect((await office.database.look('SELECT 1 FROM follow_up')).length).toBe(1);
    // It is the visit of the month for whoever follows the family up, and theirs is one for the helper.
    const month = await office.must('li-chunmei', 'followups.family', { caseId });
    expect(month.family.visit).toMatchObject({ month: '2026-03', done: 1 });
    expect(month.family.followUps).toMatchObject([
      { cadence: 'MONTH', on: '2026-03-22', words: visit.findings, problem: '药费还是高', way: 'HOME' },
    ]);
    expect((await office.must('li-chunmei', 'followups.list', { list: 'VISIT' })).rows).toEqual([]);
    const late = { ...visit, key: 'visit-on-phone-2', on: '2026-03-26' };
    expect(reasonOf(await office.ask(HELPER, 'measures.visit', { input: late }))).toBe('VISIT_OUT_OF_RANGE');
    expect(
      reasonOf(await office.ask('ma-jun', 'measures.visit', { input: { ...late, on: '2026-03-25' } })),
    ).toBe('ROLE_MAY_NOT');
    expect((await family()).visits[0]).toMatchObject({
      on: '2026-03-22',
      by: '刘志刚',
      problem: '药费还是高',
      photos: 1,
    });
    expect((await family()).visitDueOn).toBe('2026-04-30');
    const seen = { caseId, on: '2026-04-01', words: '都好', result: 'STABLE' as const };
    office.at('2026-04-01 09:00');
    // What happened in between is no visit of the month; a visit by the village is.
    await office.must('zhao-dayong', 'followups.record', {
      ...seen,
      cadence: 'EVENT',
      event: 'OTHER',
    });
    expect((await family()).visitDueOn).toBe('2026-04-30');
    await office.must('zhao-dayong', 'followups.record', { ...seen, cadence: 'MONTH' });
    expect((await family()).visitDueOn).toBe('2026-05-31');
    expect((await office.must(HELPER, 'measures.helping', {})).families[0]).toMatchObject({
      visitDueOn: '2026-05-31',
      lastVisit: { on: '2026-04-01' },
    });

    // Two shut doors send somebody else; a new risk calls for a new plan.
    for (const [key, on] of [
      ['visit-on-phone-3', '2026-04-02'],
      ['visit-on-phone-4', '2026-04-05'],
    ] as const) {
      office.at(`${on} 18:00`);
      await office.must(HELPER, 'measures.visit', { caseId, key, on, result: 'UNREACHABLE' });
    }
    const { twiceShut } = await office.must(HELPER, 'measures.visit', {
      caseId,
      key: 'visit-on-phone-4',
      on: '2026-04-05',
      result: 'UNREACHABLE',
    });
    expect(twiceShut).toBe(true);
    const tasks = async () =>
      (await office.must('li-chunmei', 'followups.family', { caseId })).family.tasks.map(
        ({ kind, dueOn }) => [kind, dueOn],
      );
    expect(await tasks()).toEqual([['FIND_FAMILY', '2026-04-12']]);
    await office.must(HELPER, 'measures.visit', {
      caseId,
      key: 'visit-on-phone-5',
      on: '2026-04-05',
      result: 'NEW_RISK',
      newRisks: ['HOUSING'],
      findings: '房子漏雨',
    });
    expect(await tasks()).toEqual([
      ['FIND_FAMILY', '2026-04-12'],
      ['REPLAN', '2026-04-15'],
    ]);
    const now = await family();
    expect(now.risks).toEqual(['ILLNESS', 'SCHOOLING', 'HOUSING']);
    const codes = now.warnings.map(({ code, risk }) => (risk === null ? code : `${code} ${risk}`));
    expect(codes).toEqual(expect.arrayContaining(['NEW_RISK_TOLD', 'RISK_NEEDS HOUSING']));
    await office.tick();
    expect(await titles(HELPER)).toContain('田有福家有新难处');
  });

  test('that is late is told once, and the list shows it', async () => {
    office.at('2026-04-12 09:00');
    await office.tick();
    await office.tick();
    const late = (await titles('li-chunmei')).filter((title) => title === '田有福家的帮扶有事过期了');
    expect(late).toHaveLength(1);
    const { families } = await office.must('he-min', 'measures.families', {});
    expect(families[0]).toMatchObject({
      headName: '田有福',
      helper: '刘志刚',
      planSigned: true,
      late: 2,
      lastVisitOn: '2026-04-05',
    });
    expect((await office.must('sun-xiuying', 'measures.families', {})).families).toEqual([]);
    expect(reasonOf(await office.ask('sun-xiuying', 'measures.of', { input: { caseId } }))).toBe('NOT_FOUND');
    expect(reasonOf(await office.ask('tian-xiaoyu', 'measures.of', { input: { caseId } }))).toBe(
      'STAFF_ONLY',
    );
    expect(reasonOf(await office.ask('li-chunmei', 'measures.ours', { input: { caseId } }))).toBe(
      'FAMILY_ONLY',
    );
  });

  test('stands on the card: what came and is on record, what it waits for, and who helps', async () => {
    const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
    await office.must('li-chunmei', 'reviews.recordMeasure', {
      ...{ caseId, version: c.version, measureCode: 'COM', name: '临时救助', department: '民政局' },
      ...{ on: '2026-04-11', amountFen: 1_800_50 },
    });
    await office.tick();
    const card = async () => (await office.must('tian-xiaoyu', 'cards.get', { caseId })).card;
    const said = await card();
    const lines = [
      ['临时救助', 1_800_50, '2026-04-11', '民政局', false],
      ['慢病签约', 190_00, '2026-03-20', '县公安局', false],
      ['交通补助', 600_00, '2026-03-18', '人社局', true],
      ['雨露计划', null, '2026-03-18', '教育局', true],
    ];
    const shown = (one: typeof said) =>
      one?.lines.map(({ title, fen, on, payer, doing }) => [title, fen, on, payer, doing]).sort();
    expect(shown(said)).toEqual([...lines].sort());
    expect(said?.helper).toEqual({ name: '刘志刚', unit: '旗农牧局', phone: '13800000001' });

    // As it was before measures had rows of their own: the timers take over what the case recorded, once.
    const { look } = office.database;
    const ofCase = () =>
      look(
        'SELECT code, state, landed_on, amount_fen, received FROM support_measure WHERE case_index IS NOT NULL',
      );
    const before = await ofCase();
    expect(before).toHaveLength(1);
    await look(`ALTER TABLE support_measure_event DISABLE TRIGGER ALL;
      DELETE FROM support_measure_event WHERE measure_id IN (SELECT id FROM support_measure WHERE case_index IS NOT NULL);
      DELETE FROM support_measure WHERE case_index IS NOT NULL; DROP INDEX support_measure_landed`);
    const migration = readFileSync('infra/database/migrations/0107_measures_of_before.sql', 'utf8');
    await look(migration);
    await office.tick();
    expect(await ofCase()).toEqual(before);
    expect(shown(await card())).toEqual([...lines].sort());
    await look(`DROP INDEX support_measure_landed; ${migration}`);
    await office.tick();
    expect(await ofCase()).toEqual(before);
  });

  test("that is more than a department's list holds is counted to the end, and what presses most is listed", async () => {
    const handed = () => office.must('ma-jun', 'measures.handed', {});
    const before = await handed();
    expect(before).toMatchObject({ cut: false });
    expect(before.left).toBe(before.measures.filter(({ measure: one }) => one.acts.length > 0).length);
    const twenty = (dueOn: string) => Array.from({ length: 20 }, () => measure({ dueOn }));
    let minute = 10;
    const agreed = async (measures: ReturnType<typeof twenty>) => {
      minute += 1;
      office.at(`2026-04-12 12:${minute}`);
      const made = await office.must(HELPER, 'measures.makePlan', {
        caseId,
        needs: ['MEDICAL_COST'],
        measures,
      });
      const planId = made.family.plans[0]?.id ?? '';
      await office.must('tian-xiaoyu', 'measures.signPlan', { caseId, planId, how: 'TICK' });
    };
    await agreed([measure({ name: '没来的', dueOn: '2026-12-01' })]);
    const { measures } = await family();
    const measureId = measures.find(({ name }) => name === '没来的')?.id ?? '';
    const land = { do: 'land' as const, on: '2026-04-12', note: '上门签了' };
    await office.must('li-chunmei', 'measures.step', { caseId, measureId, step: land });
    await office.must('tian-xiaoyu', 'measures.confirm', {
      caseId,
      measureId,
      received: false,
      text: '没来',
    });
    for (let plan = 0; plan < 10; plan += 1) await agreed(twenty('2026-06-01'));
    // What nobody agreed to yet can wait, even when its day is the nearest.
    await office.must(HELPER, 'measures.makePlan', {
      caseId,
      needs: ['MEDICAL_COST'],
      measures: twenty('2026-05-01'),
    });
    const now = await handed();
    expect(now).toMatchObject({ cut: true, left: before.left + 201 });
    expect(now.measures).toHaveLength(200);
    expect(now.measures[0]?.measure).toMatchObject({ id: measureId, notReceived: '没来' });
    expect(now.measures.filter(({ measure: one }) => one.acts.length === 0)).toEqual([]);
  });

  test('visits of before they were follow-ups read as they were written', async () => {
    const sql = (name: string) => readFileSync(join('infra/database/migrations', `${name}.sql`), 'utf8');
    const [was] = /CREATE TABLE visit \([\s\S]*?\n\);/.exec(sql('0075_help')) ?? [];
    const id = `${caseId.slice(0, 6)}-old-visit`;
    const said = { met: '田有福 13800000001', findings: '在外地打工', problem: '', solved: '', photoIds: [] };
    const { keyId, bytes } = office.adapters.keys.seal(JSON.stringify(said), `visit/150521/${id}`);
    const { look } = office.database;
    await look(`${was}
      DROP POLICY region_or_helper ON follow_up; CREATE POLICY region ON follow_up USING (in_scope(village));
      ALTER TABLE follow_up DROP COLUMN visit_key, DROP COLUMN way, DROP COLUMN was_visit, DROP COLUMN new_risk`);
    await look(
      `INSERT INTO visit SELECT '150521', $1, $2, village, 'demo-liu-zhigang', 'old-key-1', 'HELPER', '2026-04-08', 'PHONE',
         'NEW_RISK', 'WATER', now(), $3, $4 FROM case_row WHERE id = $2`,
      [id, caseId, keyId, bytes],
    );
    await look(sql('0106_visit_is_follow_up'));
    expect((await family()).visits[0]).toMatchObject({
      on: '2026-04-08',
      by: '刘志刚',
      way: 'PHONE',
      met: said.met,
      findings: '在外地打工',
      newRisks: ['WATER'],
      cadence: 'MONTH',
    });
    const again = {
      caseId,
      key: 'old-key-1',
      on: '2026-04-08',
      findings: '在外地打工',
      result: 'STABLE' as const,
    };
    expect((await office.must(HELPER, 'measures.visit', again)).visitId).toBe(id);
  });
});

test('families whose help is late or did not come are read first, however long the list and old the others', async () => {
  const village = await openOffice();
  try {
    const walked: { caseId: string; headName: string }[] = [];
    for (const [index, headName] of ['田有福', '施永禄', '施永祥'].entries()) {
      const idNo = composeIdNumber({ area: '990101', birthDate: '1970-02-01', sequence: 310 + index });
      const { caseId: id } = await walk(village, 'announced', { headName, idNo });
      walked.push({ caseId: id, headName });
    }
    // Of one moment, so their numbers come in any order.
    walked.sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
    const late = walked.at(-1);
    village.at('2026-03-20 09:00');
    await village.must('li-chunmei', 'measures.makePlan', {
      ...{ caseId: late?.caseId ?? '', needs: ['MEDICAL_COST'], measures: [measure()] },
    });
    const read = async () => {
      const all: { headName: string; late: number }[] = [];
      let cursor = '';
      do {
        const page = await village.must('li-chunmei', 'measures.families', { cursor, limit: 1 });
        all.push(...page.families);
        cursor = page.next ?? '';
      } while (cursor !== '');
      return all.map((one) => [one.headName, one.late]);
    };
    const others = walked.slice(0, -1).map(({ headName }) => [headName, 0]);
    expect(await read()).toEqual([...others, [late?.headName, 0]]);
    village.at('2026-04-11 09:00');
    expect(await read()).toEqual([[late?.headName, 1], ...others]);
  } finally {
    await village.close();
  }
});
