import { randomUUID } from 'node:crypto';
import { FIRST_VILLAGE } from '@functions/runtime/demo';
import type { OperationName } from '@shared/contract';
import { composeIdNumber } from '@shared/people';
import { sendIn } from '@tests/support/comparison';
import { walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';
import { readQr } from '@tests/support/qr';
import { type ListRow, staffTable } from '@tests/support/staff-list';

/** The end of a service, seen from every door, and its undoing. */
let office: Office;
const COUNTY = '150521';
const ADMIN = 'guo-minhua';
const AN: ListRow = { name: '安娜', phone: '13900000001', role: '镇分管领导', town: '保康镇' };
let anna = '';

beforeAll(async () => {
  office = await openOffice({
    wechat: {
      phoneNumber: async () => '13900000001',
      readIdCard: async () => ({ name: null, idNo: null }),
    },
  });
  await importList();
  await activate();
  anna = ((await by('wx-anna', 'accounts.me')).body as { personId: string }).personId;
});
afterAll(() => office.close());

const importList = async () => sendIn(office, ADMIN, `${COUNTY}-STAFF`, await staffTable([AN]), 'STAFF');
async function activate() {
  const told = await by('wx-anna', 'accounts.phoneNumber', { code: 'once' });
  return by('wx-anna', 'staff.activate', { proof: (told.body as { proof: string }).proof });
}
async function by(openid: string, operation: OperationName, input: unknown = {}) {
  const identity = { kind: 'openid', openid } as const;
  return office.pipeline.invoke({ operation, input, requestId: randomUUID(), identity });
}
/** A computer on which she signed in by scanning. */
async function desk() {
  const { picture, secret } = await office.must('-', 'accounts.askDesk', { browser: 'Linux 电脑' });
  const code = new URL((await readQr(picture)).replace('#/', '')).searchParams.get('c') ?? '';
  await by('wx-anna', 'accounts.confirmDesk', { code, yes: true });
  const { session } = await office.must('-', 'accounts.collectDesk', { secret });
  const identity = { kind: 'session', token: session ?? '' } as const;
  return (operation: OperationName) =>
    office.pipeline.invoke({ operation, input: {}, requestId: randomUUID(), identity });
}
const refused = (reason: string) => ({ body: { error: { reason } } });
const idNo = (sequence: number) => composeIdNumber({ area: '990101', birthDate: '1983-01-01', sequence });
const members = async (view: 'ALL' | 'LEFT' | 'LEAVE', text: string) =>
  (await office.must(ADMIN, 'staff.list', { county: COUNTY, view, text })).rows;

test('only the administrator of that county ends a service, and nobody the own one', async () => {
  const input = { county: COUNTY, staffId: 'demo-he-min', why: '调走' };
  for (const person of ['wu-haiyan', 'gao-zhiyuan', 'he-min', 'tian-xiaoyu'])
    for (const operation of ['staff.end', 'staff.reinstate', 'staff.holdings', 'staff.list'] as const)
      expect((await office.ask(person, operation, { input })).status).toBe(403);
  for (const operation of ['staff.end', 'staff.reinstate'] as const)
    expect(
      await office.ask(ADMIN, operation, { input: { ...input, staffId: `demo-${ADMIN}` } }),
    ).toMatchObject(refused('NOT_YOURSELF'));
});

test('the administrator of the neighbouring county sees, ends and brings back nobody here', async () => {
  const move = (county: string) =>
    office.database.look(
      `UPDATE person_grant SET county = '${county}', region = '${county}' WHERE person_id = 'demo-guo-minhua'`,
    );
  await move('150524');
  const input = { county: '150524', staffId: 'demo-li-chunmei', why: '不归他管' };
  expect((await office.must(ADMIN, 'staff.list', { county: '150524' })).rows.map(({ name }) => name)).toEqual(
    ['郭敏华'],
  );
  for (const operation of ['staff.end', 'staff.reinstate', 'staff.holdings'] as const)
    expect((await office.ask(ADMIN, operation, { input })).status).toBe(404);
  expect((await office.ask(ADMIN, 'staff.list', { input: { county: COUNTY } })).status).toBe(403);
  await move(COUNTY);
});

test('out at once by every door, cases back in the queue, the leader knows; and back again by a new grant', async () => {
  const { caseId } = await walk(office, 'closed', { idNo: idNo(77) });
  expect((await by('wx-anna', 'desk.claim', { caseId })).status).toBe(200);
  const computer = await desk();
  expect((await computer('reviews.queue')).status).toBe(200);
  const who = { county: COUNTY, staffId: anna };
  expect(await office.must(ADMIN, 'staff.holdings', who)).toEqual({
    cases: 1,
    visits: 0,
    errands: 0,
    families: 0,
    lent: 0,
  });

  const said = { ...who, why: '调到别处' };
  expect(await office.must(ADMIN, 'staff.end', said)).toMatchObject({ name: '安娜', cases: 1, visits: 0 });
  expect((await by('wx-anna', 'reviews.queue')).status).toBe(403);
  expect((await by('wx-anna', 'reviews.case', { caseId })).status).toBe(403);
  expect((await computer('reviews.queue')).status).toBe(401);
  expect((await activate()).status).toBe(404);
  const [row] = await office.database.look('SELECT holder_id FROM case_row WHERE id = $1', [caseId]);
  expect(row).toEqual({ holder_id: null });
  expect((await office.must('chen-li', 'desk.claim', { caseId })).claim).toMatchObject({ mine: true });
  await office.tick();
  const { messages } = await office.must('chen-li', 'accounts.messages', {});
  expect(messages).toContainEqual(
    expect.objectContaining({ title: '安娜不在这里办事了', text: '手上的 1 件放回了待办，谁有空谁领。' }),
  );
  expect(await members('ALL', '安娜')).toEqual([]);
  expect(await members('LEFT', '安娜')).toMatchObject([{ state: 'LEFT', posts: [{ role: 'TOWN_LEADER' }] }]);
  expect((await office.ask(ADMIN, 'staff.end', { input: said })).status).toBe(404);

  // A mistake: she serves again from the next call on, with the same number, and nothing comes twice.
  const back = { ...who, why: '弄错了人' };
  expect(await office.must(ADMIN, 'staff.reinstate', back)).toEqual({ name: '安娜', posts: 1 });
  expect(await office.ask(ADMIN, 'staff.reinstate', { input: back })).toMatchObject(
    refused('STAFF_NOT_LEFT'),
  );
  expect((await by('wx-anna', 'reviews.queue')).status).toBe(200);
  expect((await computer('reviews.queue')).status).toBe(401);
  expect((await activate()).status).toBe(200);
  expect((await importList()).job.rows).toMatchObject({ total: 1, good: 1 });
  expect(await members('ALL', '13900000001')).toMatchObject([{ state: 'SERVING', phone: '139****0001' }]);
  const audit = await office.database.look<{ detail: string }>(
    "SELECT detail FROM audit WHERE case_id = $1 AND what = 'SERVICE' ORDER BY at, detail",
    [anna],
  );
  expect(audit.map(({ detail }) => detail)).toEqual(
    expect.arrayContaining([
      'ends: 1 cases, 0 visits, 0 families, 0 errands back',
      'begins anew: TOWN_LEADER 150521100',
    ]),
  );
});

test('what a leaver owed goes back: visits and families wait for another name, and the village knows', async () => {
  const { caseId } = await walk(office, 'accepted', { idNo: idNo(78), headName: '田有禄' });
  const { caseId: helped } = await walk(office, 'announced', { idNo: idNo(79), headName: '田有寿' });
  const contact = { unit: '旗农牧局', position: '科员', phone: '13800000001' };
  const name = { caseId: helped, personId: 'demo-wang-jianjun', ...contact };
  await office.must('li-chunmei', 'measures.assignHelper', name);
  const who = { county: COUNTY, staffId: 'demo-wang-jianjun' };
  expect(await office.must(ADMIN, 'staff.holdings', who)).toMatchObject({
    cases: 0,
    visits: 1,
    families: 1,
  });
  const post = { role: 'TASKFORCE' as const, region: FIRST_VILLAGE };
  expect(await office.must(ADMIN, 'staff.end', { ...who, post, why: '驻村期满' })).toMatchObject({
    name: '王建军',
    visits: 1,
    families: 1,
  });
  expect((await office.must(ADMIN, 'staff.list', { county: COUNTY, text: '王建军' })).rows).toEqual([]);
  await office.tick();
  const { messages } = await office.must('li-chunmei', 'accounts.messages', {});
  expect(messages).toContainEqual(
    expect.objectContaining({ title: '王建军不在这里办事了', text: '1 户要另派人去看。1 户要另定联系人。' }),
  );
  const read = async () => (await office.must('li-chunmei', 'reviews.case', { caseId })).case;
  const before = await read();
  expect(before).toMatchObject({ state: 'VERIFYING', verifiers: [{ name: '李春梅' }] });
  expect(before.history.at(-1)).toMatchObject({ type: 'VisitGivenBack', actorName: '系统' });
  const { rows } = await office.must('li-chunmei', 'reviews.queue', { tab: 'MINE', step: 'VERIFYING' });
  expect(rows.find((row) => row.id === caseId)).toMatchObject({ waitingFor: 'VERIFIERS' });
  const verifiers = ['li-chunmei', 'zhou-zhengping'].map((id) => ({ personId: `demo-${id}`, name: '来人' }));
  await office.must('li-chunmei', 'reviews.assignVerifiers', { caseId, version: before.version, verifiers });
  expect((await read()).verifiers.map((one) => one.name)).toEqual(['李春梅', '周正平']);
  const help = async () => (await office.must('li-chunmei', 'measures.of', { caseId: helped })).family;
  expect((await help()).warnings.map(({ code }) => code)).toContain('NO_HELPER');
  const again = { ...name, personId: 'demo-li-chunmei' };
  await office.must('li-chunmei', 'measures.assignHelper', again);
  expect((await help()).helpers.map((one) => one.name)).toEqual(['李春梅', '王建军']);
});

test('who is on leave is shown so; what was lent ends with the lender', async () => {
  const { today } = await office.must('li-chunmei', 'accounts.delegations', {});
  const loan = { role: 'VILLAGE' as const, region: FIRST_VILLAGE, to: 'demo-zhou-zhengping' };
  await office.must('li-chunmei', 'accounts.delegate', { ...loan, fromDay: today, untilDay: today });
  expect(await members('LEAVE', '')).toMatchObject([{ name: '李春梅', state: 'LEAVE' }]);
  const who = { county: COUNTY, staffId: 'demo-li-chunmei' };
  expect(await office.must(ADMIN, 'staff.holdings', who)).toMatchObject({ lent: 1 });
  await office.must(ADMIN, 'staff.end', { ...who, why: '换届' });
  const { grants } = await office.must('zhou-zhengping', 'accounts.me', {});
  expect(grants.filter(({ onBehalfOf }) => onBehalfOf !== undefined)).toEqual([]);
});

test('whoever never came is taken off the list, and not let in afterwards', async () => {
  const row = { name: '没来', phone: '13900000055', role: '县里经办' };
  await sendIn(office, ADMIN, `${COUNTY}-STAFF`, await staffTable([AN, row]), 'STAFF');
  const [waiting] = await members('ALL', '没来');
  const staffId = waiting?.staffId ?? '';
  expect(await office.must(ADMIN, 'staff.end', { county: COUNTY, staffId, why: '写错了' })).toMatchObject({
    name: '没来',
    cases: 0,
  });
  expect(await members('ALL', '没来')).toEqual([]);
});
