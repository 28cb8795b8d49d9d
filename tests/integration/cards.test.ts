import { DEMO_COUNTY } from '@functions/runtime/demo';
import { allRoutes, type OperationName } from '@shared/contract/routes';
import { composeIdNumber } from '@shared/people';
import { sendIn } from '@tests/support/comparison';
import { HEAD_ID, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';
import { wordsOf } from '@tests/support/pdf';
import { readable } from '@tests/support/readable';

jest.setTimeout(240_000);

/** Of the same village as the first family; its own member is he-ming. */
const OTHER_ID = composeIdNumber({ area: '990101', birthDate: '1969-01-02', sequence: 33 });

const FAMILY = 'tian-xiaoyu';
const NEIGHBOUR = 'he-ming';
/** Staff in whose region the family lives, and who handle families there. */
const STAFF = [
  'li-chunmei',
  'zhou-zhengping',
  'wang-jianjun',
  'zhao-dayong',
  'he-min',
  'chen-li',
  'wu-haiyan',
  'gao-zhiyuan',
];
/** Everybody to whom the family is none of their business. */
const NOBODY = ['shen-wen', 'sun-xiuying', 'ma-jun', 'guo-minhua', 'su-jing'];
/** A payer, and who helps other families of the village: they work here, and this family is not theirs. */
const ELSEWHERE = ['bao-lin', 'liu-zhigang'];

let office: Office;
let ours: string;
let theirs: string;

beforeAll(async () => {
  office = await openOffice();
  ours = (await walk(office, 'announced')).caseId;
  const asNeighbour: Office = {
    ...office,
    must: (person, ...rest) => office.must(person === FAMILY ? NEIGHBOUR : person, ...rest),
  };
  theirs = (await walk(asNeighbour, 'announced', { headName: '贺家旺', idNo: OTHER_ID })).caseId;
  office.at('2026-03-27 10:00');
  await pay(
    `田有福,${HEAD_ID},医疗救助,5800.50,2026-03-20,,6217 0000 0000 8816\n贺家旺,${OTHER_ID},低保金,610,2026-03-25,,6217 0000 0000 4321`,
  );
  await office.tick();
});
afterAll(() => office.close());

/** What a reading wants beside the family. */
const MORE: Partial<Record<OperationName, object>> = {
  'payments.ours': { year: 2026 },
  'followups.facts': { on: '2026-03-26' },
};

const pay = (rows: string) =>
  sendIn(
    office,
    'wu-haiyan',
    `${DEMO_COUNTY}-FINANCE`,
    new TextEncoder().encode(`姓名,身份证号码,补贴项目,金额（元）,发放日期,所属时段,卡号\n${rows}`),
    'PAYMENTS',
  );

const statusOf = async (person: string, operation: OperationName, input: object) =>
  (await office.ask(person, operation, { input })).status;
const cardOf = async (person: string, caseId: string) => {
  const { card } = await office.must(person, 'cards.get', { caseId });
  if (card === null) throw new Error('no card');
  return card;
};

/** The rooms whose readings and words belong to one family. */
const ROOMS = [
  'households',
  'cards',
  'followups',
  'payments',
  'tickets',
  'policies',
  'measures',
  'eliminations',
];
const OUTSIDE = [...NOBODY, ...ELSEWHERE];
type Answers = Record<number, string[]>;
/** The family alone; its own staff are told whose it is, everybody else that there is nothing. */
const OWN: Answers = { 200: [FAMILY], 401: ['-'], 403: STAFF, 404: [NEIGHBOUR, ...OUTSIDE] };
/** The card and its paper are its village's business too (domain.md 1.4). */
const CARD: Answers = { 200: [FAMILY, ...STAFF], 401: ['-'], 404: [NEIGHBOUR, ...OUTSIDE] };
/** Where offices write, who holds no office is no caller, and the family neither. */
const NO_OFFICE = [FAMILY, NEIGHBOUR, 'shen-wen'];
const officesRead = (those: readonly string[]): Answers => ({
  200: [...those],
  401: ['-'],
  403: [...NO_OFFICE, ...STAFF.filter((person) => !those.includes(person))],
  404: OUTSIDE.filter((person) => !NO_OFFICE.includes(person) && !those.includes(person)),
});
const VILLAGE = ['li-chunmei', 'zhou-zhengping', 'wang-jianjun'];
const sorted = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([status, who]) => [status, [...who].sort()]));
const refusing = (status: number): Answers => ({
  ...OWN,
  200: [],
  [status]: [...(OWN[status] ?? []), FAMILY],
});

/** Of each operation who is answered what; whoever joins the demo county joins this too. */
async function answersTo(asked: readonly [OperationName, object][]): Promise<Record<string, Answers>> {
  const demo = await office.database.look<{ id: string }>("SELECT id FROM person WHERE id LIKE 'demo-%'");
  const everybody = [...demo.map(({ id }) => id.replace('demo-', '')), '-'];
  const all: Record<string, Answers> = {};
  for (const [operation, input] of asked) {
    const answers: Answers = {};
    for (const person of everybody) {
      const status = await statusOf(person, operation, input);
      answers[status] = [...(answers[status] ?? []), person];
    }
    all[operation] = sorted(answers);
  }
  return all;
}
const rows = (expected: Partial<Record<OperationName, Answers>>) =>
  Object.fromEntries(
    Object.entries(expected).map(([name, answers]) => [
      name,
      sorted(Object.fromEntries(Object.entries(answers).filter(([, who]) => who.length > 0))),
    ]),
  );

describe('every persona of the demo against everything that a family on the list is shown or may say', () => {
  test('a family sees exactly its own, and no reading of one family is left out', async () => {
    const card = await cardOf(FAMILY, ours);
    const other = await cardOf(NEIGHBOUR, theirs);
    expect(card.lines.map(({ title, fen, cardTail }) => [title, fen, cardTail])).toEqual([
      ['医疗救助', 5_800_50, '8816'],
    ]);
    expect(other.lines.map(({ title, fen, cardTail }) => [title, fen, cardTail])).toEqual([
      ['低保金', 610_00, '4321'],
    ]);
    const { token } = await office.must(FAMILY, 'cards.link', { cardId: card.id });
    // Taken from the contract: a new reading of a family stands below or fails here.
    const readings = (Object.entries(allRoutes()) as [OperationName, string][]).filter(
      ([name, route]) => ROOMS.includes(name.split('.')[0] ?? '') && /^GET .*\{caseId\}/.test(route),
    );
    const answers = await answersTo([
      ...readings.map(([name]): [OperationName, object] => [name, { caseId: ours, ...MORE[name] }]),
      ['cards.version', { cardId: card.id }],
      ['cards.link', { cardId: card.id }],
      ['cards.open', { token }],
    ]);
    expect(answers).toEqual(
      rows({
        'payments.ours': OWN,
        'policies.ours': OWN,
        'tickets.ours': OWN,
        'measures.ours': OWN,
        'followups.ours': OWN,
        'eliminations.ours': OWN,
        'households.facts': OWN,
        'households.looks': OWN,
        'households.sums': OWN,
        'households.certificates': OWN,
        'cards.get': CARD,
        'cards.version': CARD,
        'cards.link': CARD,
        // A link of the family opens in no other hands, whoever may read the card by a link of the own.
        'cards.open': { 200: [FAMILY], 401: ['-'], 404: [NEIGHBOUR, ...STAFF, ...OUTSIDE] },
        'measures.of': officesRead(STAFF),
        'measures.helpers': officesRead([...VILLAGE, 'he-min', 'chen-li']),
        'followups.family': officesRead(STAFF),
        'followups.facts': officesRead(STAFF),
        'followups.history': officesRead(STAFF),
        // The role of a helper opens no family: whom it is given to helps this one, or reads nothing.
        'eliminations.get': officesRead(STAFF),
      }),
    );
    // No bank data for the grid (domain.md 1.1), and every look of staff is on record.
    expect((await cardOf('zhao-dayong', ours)).lines.map(({ cardTail }) => cardTail)).toEqual(['']);
    const { looks } = await office.must(FAMILY, 'households.looks', { caseId: ours });
    expect(looks.length).toBeGreaterThan(0);
  });

  test('nobody speaks for it, and only who goes there writes down a visit', async () => {
    const never = '2099-01-01';
    const caseId = ours;
    const line = { kind: 'PAYMENT', lineId: 'none-such', what: 'NOT_RECEIVED', text: '没有' };
    const visit = { key: 'visit-by-nobody-1', on: never, way: 'HOME', result: 'STABLE', findings: '都好' };
    // What would be wrong with each for the family itself is found last, so that whoever is refused is refused for who it is.
    const answers = await answersTo([
      ['tickets.file', { caseId, ...line }],
      ['policies.answer', { caseId, fact: 'growsGrain', answer: 'UNSURE' }],
      ['followups.tell', { caseId, what: 'ILL', on: never }],
      ['measures.visit', { caseId, ...visit }],
    ]);
    const goes = [...VILLAGE, 'zhao-dayong'];
    const { 200: visitors = [], ...turnedAway } = officesRead(goes);
    expect(answers).toEqual(
      rows({
        'tickets.file': refusing(404),
        'policies.answer': OWN,
        'followups.tell': refusing(422),
        'measures.visit': { ...turnedAway, 422: visitors },
      }),
    );
  });
});

test('a link cannot be guessed, changed or passed on, and is over after five minutes', async () => {
  const card = await cardOf(FAMILY, ours);
  const { token } = await office.must(FAMILY, 'cards.link', { cardId: card.id });
  const { base64, contentType } = await office.must(FAMILY, 'cards.open', { token });
  expect(contentType).toBe('application/pdf');
  const text = wordsOf(Buffer.from(base64, 'base64'));
  expect(text).toContain('医疗救助');
  expect(text).toContain('5,800.50');
  expect(text).not.toMatch(/6217|990101|ILLNESS|因病|低保/);
  const theirsToo = await office.must(NEIGHBOUR, 'cards.link', {
    cardId: (await cardOf(NEIGHBOUR, theirs)).id,
  });
  const [key = '', id = '', seal = ''] = token.split('.');
  const [, otherId = ''] = theirsToo.token.split('.');
  const forged = [
    `${key}.${otherId}.${seal}`,
    `${key}.${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}.${seal}`,
    `${key}.${id}.${'A'.repeat(22)}`,
    `${key}.${card.id}.${seal}`,
    card.id,
    '',
  ];
  for (const one of forged) expect(await statusOf(FAMILY, 'cards.open', { token: one })).toBe(404);
  expect(await statusOf(FAMILY, 'cards.open', { token: theirsToo.token })).toBe(404);
  const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const wall = jest.spyOn(office.adapters.clock, 'wall');
  wall.mockReturnValue(soon(4));
  expect(await statusOf(FAMILY, 'cards.open', { token })).toBe(200);
  wall.mockReturnValue(soon(6));
  expect(await statusOf(FAMILY, 'cards.open', { token })).toBe(404);
  wall.mockRestore();
});

test('a version is signed once, by the family alone, and stays as it was when the records say more', async () => {
  const card = await cardOf(FAMILY, ours);
  expect(card).toMatchObject({ version: 2, maySign: true, signed: null });
  const photo = () => office.photo(FAMILY);
  const sign = (person: string, cardId: string, signatureId: string) =>
    office.ask(person, 'cards.sign', { input: { cardId, signatureId, method: 'SCREEN' } });
  expect((await sign('li-chunmei', card.id, await office.photo('li-chunmei'))).status).toBe(403);
  expect((await sign(NEIGHBOUR, card.id, await office.photo(NEIGHBOUR))).status).toBe(404);
  // Somebody else's photo is no signature.
  expect((await sign(FAMILY, card.id, await office.photo(NEIGHBOUR))).status).toBe(422);
  const [first, second] = await Promise.all([
    sign(FAMILY, card.id, await photo()),
    sign(FAMILY, card.id, await photo()),
  ]);
  expect([first?.status, second?.status].sort()).toEqual([200, 409]);
  const signed = await cardOf('li-chunmei', ours);
  expect(signed).toMatchObject({ signed: { on: '2026-03-27', by: '田晓雨', how: 'SCREEN' }, maySign: false });

  office.at('2026-03-28 09:00');
  await pay(`田有福,${HEAD_ID},外出务工交通补助,600,2026-03-27,,`);
  await office.tick();
  const next = await cardOf(FAMILY, ours);
  expect(next).toMatchObject({ version: 3, signed: null, maySign: true, sumFen: 6_400_50 });
  const { card: kept } = await office.must(FAMILY, 'cards.version', { cardId: card.id });
  expect(kept).toMatchObject({ version: 2, sumFen: 5_800_50, signed: { on: '2026-03-27' } });
  expect((await sign(FAMILY, card.id, await photo())).status).toBe(409);
  // Staff ask for what is there already: nothing new is made, and a second tick makes nothing either.
  expect(await office.must('li-chunmei', 'cards.make', { caseId: ours })).toMatchObject({
    isNew: false,
    card: { version: 3 },
  });
  await office.tick();
  expect((await cardOf(FAMILY, ours)).version).toBe(3);

  // What is kept cannot be read in the database, nor changed by the application.
  const rows = await office.database.look<{ text: string }>(
    'SELECT household_card::text AS text FROM household_card',
  );
  for (const { text } of rows) expect(readable(text)).not.toMatch(/田有福|医疗|8816/);
  await office.database.look(
    `UPDATE household_card SET digest = decode(repeat('00', 32), 'hex') WHERE id = '${card.id}'`,
  );
  expect(await statusOf(FAMILY, 'cards.version', { cardId: card.id })).toBe(500);
});

describe('a line that is wrong', () => {
  const say = (person: string, input: object) => office.ask(person, 'tickets.file', { input });
  let paid: string;

  beforeAll(async () => {
    office.at('2026-03-28 10:00');
    // What the county's medical insurance pays is answered by its own people.
    await sendIn(
      office,
      'bao-lin',
      `${DEMO_COUNTY}-MEDICAL_INSURANCE`,
      new TextEncoder().encode(
        `姓名,身份证号码,补贴项目,金额（元）,发放日期,卡号\n田有福,${HEAD_ID},参保资助,280,2026-03-26,8816`,
      ),
      'PAYMENTS',
    );
    const { payments } = await office.must(FAMILY, 'payments.ours', { caseId: ours, year: 2026 });
    paid = payments.find(({ item }) => item === '参保资助')?.id ?? '';
  });

  test('waits once with a date; of a line of somebody else nothing can be said', async () => {
    const line = { kind: 'PAYMENT', lineId: paid, what: 'NOT_RECEIVED', text: '卡上没有' };
    const { body, status } = await say(FAMILY, { caseId: ours, ...line });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ticket: {
        dueOn: '2026-04-07',
        line: { title: '参保资助', fen: 280_00, payer: '医保局' },
        answer: null,
      },
    });
    expect((await say(FAMILY, { caseId: ours, ...line })).status).toBe(409);
    expect((await say(NEIGHBOUR, { caseId: theirs, ...line })).status).toBe(404);
    expect((await say(NEIGHBOUR, { caseId: ours, ...line })).status).toBe(404);
    expect((await say('li-chunmei', { caseId: ours, ...line })).status).toBe(403);
    expect(
      (await say(FAMILY, { caseId: ours, kind: 'MEASURE', lineId: paid, what: 'NOT_MINE' })).status,
    ).toBe(404);
    expect(
      (await say(FAMILY, { caseId: ours, kind: 'POLICY', lineId: 'EDU-07', what: 'NOT_RECEIVED' })).status,
    ).toBe(200);
  });

  test('is seen by the family, by who works in its village and by the department that paid, each its part', async () => {
    const seen: Record<string, string[] | number> = {};
    for (const person of [...STAFF, ...NOBODY, 'bao-lin', NEIGHBOUR, FAMILY]) {
      const { status, body } = await office.ask(person, 'tickets.list', { input: {} });
      const { tickets = [] } = body as { tickets?: { line: { title: string } }[] };
      seen[person] = status === 200 ? tickets.map(({ line }) => line.title).sort() : status;
    }
    const both = ['参保资助', '雨露计划'];
    const expected: Record<string, string[] | number> = { [FAMILY]: 403, [NEIGHBOUR]: 403, 'shen-wen': 403 };
    for (const person of STAFF) expected[person] = person === 'zhao-dayong' ? [] : both;
    for (const person of ['sun-xiuying', 'ma-jun', 'guo-minhua', 'su-jing']) expected[person] = [];
    expected['bao-lin'] = ['参保资助'];
    expect(seen).toEqual(expected);
    const { tickets } = await office.must('bao-lin', 'tickets.list', {});
    // Whom it paid and where; nothing else of the family.
    expect(JSON.stringify(tickets)).not.toMatch(/田晓雨|260302|ILLNESS|SUDDEN|雨露|990101/);
    const own = await office.must(FAMILY, 'tickets.ours', { caseId: ours });
    expect(own.tickets).toHaveLength(2);
    expect(await statusOf(NEIGHBOUR, 'tickets.ours', { caseId: ours })).toBe(404);
    const [ticketId = ''] = tickets.map(({ id }) => id);
    for (const person of ['ma-jun', 'sun-xiuying', 'zhao-dayong', 'su-jing']) {
      expect(await statusOf(person, 'tickets.get', { ticketId })).toBe(404);
      expect(await statusOf(person, 'tickets.answer', { ticketId, outcome: 'RIGHT', text: '好' })).toBe(404);
    }
    const yu = own.tickets.find(({ line }) => line.title === '雨露计划')?.id;
    expect(await statusOf('bao-lin', 'tickets.answer', { ticketId: yu, outcome: 'RIGHT', text: '好' })).toBe(
      404,
    );
    expect(await statusOf('gao-zhiyuan', 'tickets.answer', { ticketId, outcome: 'RIGHT', text: '好' })).toBe(
      403,
    );
  });

  test('rises when it is late, is answered once, and may be said to be wrong once more', async () => {
    const told = async (person: string) =>
      (await office.must(person, 'accounts.messages', {})).messages.filter(({ opens }) =>
        ['TICKETS', 'SAID'].includes(opens),
      ).length;
    await office.tick();
    expect([
      await told('bao-lin'),
      await told('li-chunmei'),
      await told('wu-haiyan'),
      await told('ma-jun'),
    ]).toEqual([1, 2, 0, 0]);
    office.at('2026-04-08 09:00');
    await office.tick();
    await office.tick();
    expect([await told('bao-lin'), await told('he-min'), await told('wu-haiyan')]).toEqual([2, 2, 2]);
    const [ticket] = (await office.must('bao-lin', 'tickets.list', {})).tickets;
    expect(ticket).toMatchObject({ lateDays: 1, mayAnswer: true });
    const ticketId = ticket?.id ?? '';
    const answers = await Promise.all(
      ['bao-lin', 'li-chunmei'].map((person) =>
        statusOf(person, 'tickets.answer', { ticketId, outcome: 'PAID', text: '卡号错了，4月8日重新打了' }),
      ),
    );
    expect(answers.sort()).toEqual([200, 409]);
    await office.tick();
    expect(await told(FAMILY)).toBe(1);
    const again = (person: string) =>
      office.ask(person, 'tickets.again', { input: { ticketId, text: '还是没有' } });
    expect((await again(NEIGHBOUR)).status).toBe(404);
    const { status, body } = await again(FAMILY);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ticket: { again: true, dueOn: '2026-04-18', maySayAgain: false } });
    expect((await again(FAMILY)).status).toBe(409);
    const second = (body as { ticket: { id: string } }).ticket.id;
    await office.must('wu-haiyan', 'tickets.answer', {
      ticketId: second,
      outcome: 'RIGHT',
      text: '银行流水里有',
    });
    const { tickets } = await office.must(FAMILY, 'tickets.ours', { caseId: ours });
    expect(tickets.map(({ maySayAgain }) => maySayAgain)).toEqual([false, false, false]);
    const rows = await office.database.look<{ text: string }>(
      'SELECT line_ticket::text AS text FROM line_ticket',
    );
    for (const { text } of rows) expect(readable(text)).not.toMatch(/田有福|参保|8816|卡上没有/);
  });
});

test('a payment that was not theirs leaves statement and next card, stays on record, and comes back with no file', async () => {
  office.at('2026-04-09 10:00');
  const file = `田有福,${HEAD_ID},农机补贴,4321.09,2026-04-02,,9999`;
  await pay(file);
  await office.tick();
  const statement = () => office.must(FAMILY, 'payments.ours', { caseId: ours, year: 2026 });
  const before = await statement();
  const wrong = before.payments.find(({ item }) => item === '农机补贴');
  const card = await cardOf(FAMILY, ours);
  expect(card.lines.map(({ title }) => title)).toContain('农机补贴');
  const say = (what: string) =>
    office.must(FAMILY, 'tickets.file', {
      ...{
        caseId: ours,
        kind: 'PAYMENT',
        lineId: wrong?.id ?? '',
        what: what as 'NOT_MINE',
        text: '我家没有农机',
      },
    });
  const answer = (ticketId: string, outcome: 'RIGHT' | 'CORRECTED') =>
    office.must('li-chunmei', 'tickets.answer', { ticketId, outcome, text: '同名同姓，发错人了' });
  // What was looked up and is right stays; so does what is right but was paid late.
  await answer((await say('NOT_MINE')).ticket.id, 'RIGHT');
  await answer((await say('NOT_RECEIVED')).ticket.id, 'CORRECTED');
  expect((await statement()).sumFen).toBe(before.sumFen);
  const { ticket } = await say('NOT_MINE');
  await answer(ticket.id, 'CORRECTED');
  const after = await statement();
  expect(after.sumFen).toBe(before.sumFen - 4_321_09);
  expect(after.payments).toEqual(before.payments.filter(({ id }) => id !== wrong?.id));
  expect(after.years[0]?.sumFen).toBe(after.sumFen);
  expect(
    await statusOf(FAMILY, 'tickets.file', {
      caseId: ours,
      kind: 'PAYMENT',
      lineId: wrong?.id,
      what: 'NOT_MINE',
    }),
  ).toBe(404);
  await office.tick();
  const next = await cardOf(FAMILY, ours);
  expect(next.version).toBe(card.version + 1);
  expect(next.lines).toEqual(card.lines.filter(({ title }) => title !== '农机补贴'));
  const { card: kept } = await office.must(FAMILY, 'cards.version', { cardId: card.id });
  expect(kept.lines).toEqual(card.lines);
  // Reported is reported: sent again it is known, and still not theirs.
  const { job } = await pay(file);
  expect(job.rows.good).toBe(0);
  expect((await statement()).sumFen).toBe(after.sumFen);
  const [found] = await office.database.look(
    "SELECT n.found_by, n.found_as, a.what, a.detail FROM payment_not_theirs n JOIN audit a ON a.what = 'CORRECT'",
  );
  expect(found).toEqual({
    ...{ found_by: 'demo-li-chunmei', found_as: 'VILLAGE', what: 'CORRECT', detail: `PAYMENT ${wrong?.id}` },
  });

  // It was theirs after all: a later answer, by whoever may answer, brings it back; the earlier one stays to be read.
  const amend = { ticketId: ticket.id, earlier: 0, outcome: 'RIGHT' as const, text: '查错了，这笔是您家的' };
  for (const person of [FAMILY, 'sun-xiuying', 'gao-zhiyuan'])
    expect([403, 404]).toContain(await statusOf(person, 'tickets.amend', amend));
  const both = await Promise.all(
    ['li-chunmei', 'wang-jianjun'].map((person) => statusOf(person, 'tickets.amend', amend)),
  );
  expect(both.sort()).toEqual([200, 409]);
  const own = await statement();
  expect([own.sumFen, own.payments]).toEqual([
    before.sumFen,
    before.payments.map((one) => expect.objectContaining({ id: one.id })),
  ]);
  await office.tick();
  const restored = await cardOf(FAMILY, ours);
  expect(restored.lines.map(({ title }) => title)).toContain('农机补贴');
  const { tickets: told } = await office.must(FAMILY, 'tickets.ours', { caseId: ours });
  expect(told.find(({ id }) => id === ticket.id)).toMatchObject({
    answer: { outcome: 'RIGHT', text: '查错了，这笔是您家的' },
    earlier: [{ outcome: 'CORRECTED', text: '同名同姓，发错人了' }],
  });
  const { messages } = await office.must(FAMILY, 'accounts.messages', {});
  expect(messages.filter(({ title }) => title === '您说不对的那一笔，答复改了')).toHaveLength(1);
  // And away again: each turn is on record, one stands; of a line that was spoken of since nothing is put right.
  await office.must('li-chunmei', 'tickets.amend', { ...amend, earlier: 1, outcome: 'CORRECTED' });
  expect((await statement()).sumFen).toBe(after.sumFen);
  expect(
    await office.database.look('SELECT taken_back_at IS NULL AS stands FROM payment_not_theirs ORDER BY nth'),
  ).toEqual([{ stands: false }, { stands: true }]);
  const { ticket: last } = await office.must(FAMILY, 'tickets.again', {
    ticketId: ticket.id,
    text: '就是我家的',
  });
  expect(await statusOf('li-chunmei', 'tickets.amend', { ...amend, earlier: 2 })).toBe(409);
  await answer(last.id, 'RIGHT');
  expect((await statement()).sumFen).toBe(before.sumFen);
  await office.must('li-chunmei', 'tickets.amend', {
    ...amend,
    ticketId: last.id,
    earlier: 0,
    outcome: 'CORRECTED',
  });
  await office.tick();
  expect((await cardOf(FAMILY, ours)).lines).toEqual(next.lines);

  // One leaves and another comes before the card is looked at again: there are as many as before, of the same sum.
  const line = (item: string) => `田有福,${HEAD_ID},${item},77.01,2026-04-03,,9999`;
  await pay(line('良种补贴'));
  await office.tick();
  const first = (await statement()).payments.find(({ item }) => item === '良种补贴');
  const { ticket: leaving } = await office.must(FAMILY, 'tickets.file', {
    ...{ caseId: ours, kind: 'PAYMENT', lineId: first?.id ?? '', what: 'NOT_MINE', text: '' },
  });
  await answer(leaving.id, 'CORRECTED');
  await pay(line('农膜补贴'));
  await office.tick();
  const titles = (await cardOf(FAMILY, ours)).lines.map(({ title }) => title);
  expect([titles.includes('良种补贴'), titles.includes('农膜补贴')]).toEqual([false, true]);
});

test('a new quarter makes a card anew, with the same lines, and the family is told once', async () => {
  const before = await cardOf(FAMILY, ours);
  office.at('2026-07-01 08:00');
  await office.tick();
  await office.tick();
  const { card, versions } = await office.must(FAMILY, 'cards.get', { caseId: ours });
  expect([card?.version, versions[0]?.why]).toEqual([before.version + 1, 'QUARTER']);
  expect(card?.lines).toEqual(before.lines);
  const { messages } = await office.must(NEIGHBOUR, 'accounts.messages', {});
  expect(messages.filter(({ opens }) => opens === 'CARD')).toHaveLength(1);
});

test('what comes already is not offered again', async () => {
  const { received, maybe } = await office.must(FAMILY, 'policies.ours', { caseId: ours });
  expect(received.map(({ code, member, lastOn, lastFen }) => [code, member?.name, lastOn, lastFen])).toEqual([
    ['JOB-01', '田有福', '2026-03-27', 600_00],
    ['HEA-03', '田有福', '2026-03-20', 5_800_50],
  ]);
  for (const { code, member } of received)
    expect(maybe.filter((one) => one.policy.code === code && one.member?.key === member?.key)).toEqual([]);
});

test('nobody confirms, signs, says again or answers in its name: who may not is refused, and nothing changes', async () => {
  const caseId = ours;
  const help = { code: 'HEA' as const, name: '慢病签约', owner: 'HEALTH' as const, office: '旗卫健委' };
  const { family } = await office.must('li-chunmei', 'measures.makePlan', {
    ...{ caseId, needs: ['MEDICAL_COST' as const], measures: [{ ...help, dueOn: '2026-12-01' }] },
  });
  const planId = family.plans[0]?.id ?? '';
  const measureId = family.measures.find(({ name }) => name === help.name)?.id ?? '';
  await pay(`田有福,${HEAD_ID},外出务工交通补助,300,2026-06-30,,`);
  const { payments } = await office.must(FAMILY, 'payments.ours', { caseId, year: 2026 });
  const lineId = payments.find(({ fen }) => fen === 300_00)?.id ?? '';
  const file = { caseId, kind: 'PAYMENT' as const, lineId, what: 'NOT_RECEIVED' as const, text: '没到' };
  const { ticket: open } = await office.must(FAMILY, 'tickets.file', file);
  const { tickets } = await office.must(FAMILY, 'tickets.ours', { caseId });
  const medical = tickets.find(({ line, answer }) => line.title === '参保资助' && answer !== null)?.id ?? '';
  await office.must(FAMILY, 'measures.signPlan', { caseId, planId, how: 'TICK' });
  const records = () =>
    office.database.look(
      `SELECT (SELECT string_agg(t::text, ',' ORDER BY id) FROM line_ticket t) AS tickets,
              (SELECT count(*)::int FROM line_ticket_answer) AS answers,
              (SELECT string_agg(m::text, ',' ORDER BY id) FROM support_measure m) AS measures,
              (SELECT string_agg(p::text, ',' ORDER BY id) FROM support_plan p) AS plans,
              (SELECT count(*)::int FROM payment_not_theirs) AS others`,
    );
  const before = await records();
  // What is wrong with each for whoever may do it is found last: signed already, nothing came, not answered, answered already.
  const said = { outcome: 'RIGHT', text: '查过了' };
  const answers = await answersTo([
    ['measures.signPlan', { caseId, planId, how: 'TICK' }],
    ['measures.confirm', { caseId, measureId, received: true }],
    ['tickets.again', { ticketId: open.id, text: '还是没有' }],
    ['tickets.amend', { ticketId: open.id, earlier: 0, ...said }],
    ['tickets.answer', { ticketId: medical, ...said }],
  ]);
  // A family that has no phone confirms on paper before whoever goes there; offices above only read.
  const goThere = [...VILLAGE, 'zhao-dayong'];
  const above = STAFF.filter((person) => !goThere.includes(person));
  const outside = [NEIGHBOUR, ...OUTSIDE];
  // Village, township and county clerk answer for what was paid; of the medical insurance's money its own people too.
  const answering = [...VILLAGE, 'he-min', 'chen-li', 'wu-haiyan'];
  const shut = (may: readonly string[]): Answers => ({
    401: ['-'],
    403: [...NO_OFFICE, 'gao-zhiyuan'],
    404: ['zhao-dayong', ...OUTSIDE.filter((one) => !NO_OFFICE.includes(one) && !may.includes(one))],
    409: [...may],
  });
  expect(answers).toEqual(
    rows({
      'measures.signPlan': { 401: ['-'], 403: above, 404: outside, 409: [FAMILY], 422: goThere },
      'measures.confirm': { 401: ['-'], 403: above, 404: outside, 409: [FAMILY, ...goThere] },
      'tickets.again': { 401: ['-'], 403: STAFF, 404: outside, 409: [FAMILY] },
      'tickets.amend': shut(answering),
      'tickets.answer': shut([...answering, 'bao-lin']),
    }),
  );
  expect(await records()).toEqual(before);
});
