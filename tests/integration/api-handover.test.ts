/** Somebody reports for another family; the family takes over, says that it is so, and the proxy is out of it for ever. */
import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { HEAD_ID, REPORT, WIFE_ID } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

let office: Office;
let caseId = '';
/** A cadre of the village who merely helped: he would be its handler otherwise. */
const PROXY = 'zhou-zhengping';
const FAMILY = 'tian-xiaoyu';
const VILLAGE = FIRST_VILLAGE;

beforeAll(async () => {
  office = await openOffice();
  const reporter = { relation: 'CADRE' as const, name: '周正平', reason: '没有手机', readBack: true };
  const made = await office.must(PROXY, 'applications.submit', { ...REPORT, reporter });
  caseId = made.case.id;
});
afterAll(() => office.close());

const reasonOf = ({ body }: { body: unknown }) => (body as { error: { reason: string } }).error.reason;
const take = (person: string, code: string, idNo = HEAD_ID) =>
  office.ask(person, 'applications.takeOver', { input: { village: VILLAGE, code, idNo } });
const status = async (person: string, operation: Parameters<Office['ask']>[1], input: object) =>
  (await office.ask(person, operation, { input })).status;

/** Everything that staff could do with it and he may not, whatever his grants say. */
async function expectNoHandling(person: string, status404or403: number): Promise<void> {
  const verifiers = [
    { personId: 'demo-li-chunmei', name: '李春梅' },
    { personId: 'demo-wang-jianjun', name: '王建军' },
  ];
  expect(await status(person, 'reviews.case', { caseId })).toBe(status404or403);
  expect(await status(person, 'reviews.accept', { caseId, version: 1, verifiers })).toBe(status404or403);
  const { rows } = await office.must(person, 'reviews.queue', { tab: 'MINE' });
  expect(rows.map(({ id }) => id)).not.toContain(caseId);
}

test('who reported for another follows the case and is not its handler; a colleague is', async () => {
  expect((await office.must(PROXY, 'applications.get', { caseId })).case).toMatchObject({
    handover: { takenOn: null, confirmedOn: null },
    allowed: expect.arrayContaining(['offerTakeOver']),
  });
  await expectNoHandling(PROXY, 403);
  const { colleagues } = await office.must('li-chunmei', 'reviews.colleagues', { caseId });
  expect(colleagues.map(({ personId }) => personId)).not.toContain('demo-zhou-zhengping');
});

test('neither code nor ID number alone takes a case over, nor does the proxy himself; each code is the last', async () => {
  const first = await office.must(PROXY, 'applications.takeOverCode', { caseId });
  expect(first.code).toMatch(/^\d{8}$/);
  const other = first.code === '00000000' ? '00000001' : '00000000';
  expect(reasonOf(await take(FAMILY, other))).toBe('TAKE_OVER_NOT_PROVEN');
  expect(reasonOf(await take(FAMILY, first.code, WIFE_ID))).toBe('TAKE_OVER_NOT_PROVEN');
  expect(reasonOf(await take(PROXY, first.code))).toBe('PROXY_TAKES_NOT_OVER');
  expect(
    await status('-', 'applications.takeOver', { village: VILLAGE, code: first.code, idNo: HEAD_ID }),
  ).toBe(401);
  // He gives another: the first one is over.
  await office.must(PROXY, 'applications.takeOverCode', { caseId });
  expect(reasonOf(await take(FAMILY, first.code))).toBe('TAKE_OVER_NOT_PROVEN');
  expect(await status('he-ming', 'applications.takeOverCode', { caseId })).toBe(404);
  expect(await office.must(FAMILY, 'applications.mine', {})).toEqual({ cases: [] });
  // Whoever reports for a neighbour learns nothing of the family's money.
  const { cases } = await office.must(PROXY, 'applications.mine', {});
  expect(cases.map(({ receivedFen }) => receivedFen)).toEqual([null]);
});

test('no code is kept as it was told', async () => {
  const { code } = await office.must(PROXY, 'applications.takeOverCode', { caseId });
  const [row] = await office.database.look<{ text: string }>('SELECT t::text AS text FROM take_over_code t');
  expect(row?.text).not.toContain(code);
  expect(JSON.stringify(office.logged)).not.toContain(code);
});

test('the family takes over once and confirms; the proxy sees nothing more and still never handles it', async () => {
  const { code } = await office.must(PROXY, 'applications.takeOverCode', { caseId });
  const taken = await office.must(FAMILY, 'applications.takeOver', { village: VILLAGE, code, idNo: HEAD_ID });
  expect(taken.case).toMatchObject({
    id: caseId,
    handover: { takenOn: '2026-03-02', confirmedOn: null },
    mayWithdraw: true,
    allowed: expect.arrayContaining(['confirmReport']),
  });
  expect(reasonOf(await take('he-ming', code))).toBe('TAKE_OVER_NOT_PROVEN');

  const { case: confirmed } = await office.must(FAMILY, 'applications.confirmReport', { caseId });
  expect(confirmed.handover).toEqual({ takenOn: '2026-03-02', confirmedOn: '2026-03-02' });
  const again = await office.ask(FAMILY, 'applications.confirmReport', { input: { caseId } });
  expect(reasonOf(again)).toBe('NOTHING_TO_CONFIRM');

  expect((await office.must(FAMILY, 'applications.mine', {})).cases).toMatchObject([{ receivedFen: 0 }]);
  expect(await office.must(PROXY, 'applications.mine', {})).toEqual({ cases: [] });
  expect(await status(PROXY, 'applications.get', { caseId })).toBe(404);
  await expectNoHandling(PROXY, 404);
  expect(await status(PROXY, 'applications.takeOverCode', { caseId })).toBe(404);
  expect(await status('li-chunmei', 'applications.takeOverCode', { caseId })).toBe(403);
});

test('the database hides it from a former proxy by itself, and every step is in the history', async () => {
  const scope = { region: null, person: 'demo-zhou-zhengping' };
  const rows = await office.adapters.database.transaction(scope, (db) =>
    db.rows({ name: 'test.seen', text: 'SELECT id FROM case_row' } as never),
  );
  expect(rows).toEqual([]);
  const types = await office.database.look<{ type: string; actor_person: string }>(
    'SELECT type, actor_person FROM case_event WHERE case_id = $1 ORDER BY seq DESC LIMIT 2',
    [caseId],
  );
  expect(types).toEqual([
    { type: 'ReportConfirmed', actor_person: 'demo-tian-xiaoyu' },
    { type: 'ReportTakenOver', actor_person: 'demo-tian-xiaoyu' },
  ]);
});

test('a cadre gives the code to one of the family whom he checked face to face, and to nobody else', async () => {
  const reporter = { relation: 'NEIGHBOUR' as const, name: '贺明', reason: '不在家', readBack: true };
  const idNo = composeIdNumber({ area: '990101', birthDate: '1966-06-06', sequence: 7 });
  const made = await office.must('he-ming', 'applications.submit', { ...REPORT, idNo, reporter });
  const { id } = made.case;
  const said = { caseId: id, version: 1, who: '田有福', proof: 'ID_CARD' as const };
  const hand = (person: string, change: object) =>
    office.ask(person, 'reviews.handTakeOverCode', {
      input: { ...said, checkedInPerson: true, ...change },
    });
  const unchecked = await hand('li-chunmei', { checkedInPerson: false });
  expect([unchecked.status, JSON.stringify(unchecked.body)]).toEqual([
    422,
    expect.stringContaining('IDENTITY_NOT_CHECKED'),
  ]);
  // Neither the grid, the township, another village nor the proxy; and none of the family's relatives.
  expect((await hand('zhao-dayong', {})).status).toBe(403);
  expect((await hand('he-min', {})).status).toBe(403);
  expect((await hand('sun-xiuying', {})).status).toBe(404);
  expect((await hand('he-ming', {})).status).toBe(403);
  expect((await hand('li-chunmei', { version: 9 })).status).toBe(409);
  const { case: kin } = await office.must('zhou-zhengping', 'reviews.declareKinship', {
    caseId: id,
    version: 1,
    relation: '表弟',
  });
  expect(reasonOf(await hand('zhou-zhengping', { version: kin.version }))).toBe('KIN_MUST_STEP_BACK');

  const old = await office.must('he-ming', 'applications.takeOverCode', { caseId: id });
  const { case: now } = await office.must('li-chunmei', 'reviews.case', { caseId: id });
  expect(now.actions.map(({ action }) => action)).toContain('handTakeOverCode');
  const given = await office.must('li-chunmei', 'reviews.handTakeOverCode', {
    ...said,
    version: now.version,
    checkedInPerson: true,
  });
  expect(given.code).toMatch(/^\d{8}$/);
  expect(given.case.history.at(-1)).toMatchObject({ type: 'TakeOverOffered', actorName: '李春梅' });
  expect(JSON.stringify(given.case)).not.toContain(given.code);
  expect(JSON.stringify(office.logged)).not.toContain(given.code);
  const trail = await office.database.look<{ person_id: string; detail: string; row: string }>(
    "SELECT person_id, detail, a::text AS row FROM audit a WHERE case_id = $1 AND detail LIKE 'TAKE_OVER_CODE%'",
    [id],
  );
  expect(trail).toMatchObject([{ person_id: 'demo-li-chunmei', detail: 'TAKE_OVER_CODE ID_CARD' }]);
  expect(trail[0]?.row).not.toContain('田有福');

  // The proxy's code ended with it; the family's own takes the case over, and then there is nothing to hand out.
  expect(reasonOf(await take(FAMILY, old.code, idNo))).toBe('TAKE_OVER_NOT_PROVEN');
  expect((await take(FAMILY, given.code, idNo)).status).toBe(200);
  const { case: after } = await office.must('li-chunmei', 'reviews.case', { caseId: id });
  expect(after.actions.map(({ action }) => action)).not.toContain('handTakeOverCode');
  expect((await hand('li-chunmei', { version: after.version })).status).toBe(409);
});
