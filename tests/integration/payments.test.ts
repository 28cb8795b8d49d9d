import { payments as paymentFiles } from '@functions/payments/import';
import { DEMO_COUNTY } from '@functions/runtime/demo';
import { composeIdNumber } from '@shared/people';
import { fetched, sendIn } from '@tests/support/comparison';
import { HEAD_ID, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';
import { readable } from '@tests/support/readable';
import iconv from 'iconv-lite';
import { read, utils } from 'xlsx';

jest.setTimeout(240_000);

/** `ROWS=100000` for the long run; every kind of row is there at any size. */
const ROWS = Number(process.env.ROWS ?? 4_000);
const SENDER = 'wu-haiyan';
const TARGET = `${DEMO_COUNTY}-FINANCE`;
const HEAD = '姓名,身份证号码,补贴项目,金额（元）,发放日期,所属时段,卡号,村';

let office: Office;
let caseId: string;
beforeAll(async () => {
  office = await openOffice();
  ({ caseId } = await walk(office, 'announced'));
  office.at('2026-04-20 09:20');
});
afterAll(() => office.close());

/** An invented person; `series` counts through days and sequences, so that there are as many as are wanted. */
function idOf(series: number, area = '990101'): string {
  const birth = new Date(Date.UTC(1950, 0, 1 + Math.floor(series / 1000))).toISOString().slice(0, 10);
  return composeIdNumber({ area, birthDate: birth, sequence: series % 1000 });
}

/** The same number with another check digit. */
const wrong = (id: string) => id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');

async function reportOf(jobId: string): Promise<string[]> {
  const { url } = await office.must(SENDER, 'imports.report', { jobId });
  const sheet = Object.values(read(fetched(office, url)).Sheets)[0] ?? {};
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' }).slice(1);
  return rows.map((row) => String(row.at(-1)));
}

const send = (text: string, target = TARGET, person = SENDER) =>
  sendIn(office, person, target, new Uint8Array(iconv.encode(text, 'gb18030')), 'PAYMENTS');
const ours = (person = 'tian-xiaoyu', year = 2026) => office.must(person, 'payments.ours', { caseId, year });

test('each row has its outcome, the family reads its own to the fen, and nothing changes when it is sent again', async () => {
  const rows = [
    `田有福,${HEAD_ID},耕地地力保护补贴,"1,275.00",2026-03-12,2026年,6217 0000 0000 8816,`,
    `田有福,${HEAD_ID},医疗救助金,5800.5,2026/3/20,,8816,`,
    `田有福,${HEAD_ID},医疗救助金,5800.50,2026年3月20日,,8816,`,
    `田有福,${HEAD_ID},养羊协会的奖,20,20260321,,,`,
    `田有福,${HEAD_ID},交通补助,-600,2026-03-27,,,`,
    `田有福,${HEAD_ID},交通补助,0,2026-03-27,,,`,
    `田有福,${HEAD_ID},交通补助,1000000.01,2026-03-27,,,`,
    `田有福,${HEAD_ID},交通补助,六百,2026-03-27,,,`,
    `田有福,${HEAD_ID},交通补助,600,2026-13-27,,,`,
    `田有福,${HEAD_ID},交通补助,600,2026-04-21,,,`,
    `田有福,${wrong(HEAD_ID)},交通补助,600,2026-03-27,,,`,
    `外县人,${idOf(1)},交通补助,600,2026-03-27,,,`,
    `本县人,${idOf(2, DEMO_COUNTY)},交通补助,600,2026-03-27,,,`,
    `本村人,${idOf(3)},交通补助,600,46108,,,保西村`,
    `,${idOf(4)},交通补助,600,2026-03-27,,,保西村`,
    `田有福,${HEAD_ID},,600,2026-03-27,,,`,
    `甲,${idOf(5)},交通补助,700,2026-03-27,,,保西村`,
    `乙,${idOf(5)},交通补助,700,2026-03-27,,,保西村`,
  ];
  const file = `发放表\r\n${[HEAD, ...rows].join('\r\n')}`;
  const { job } = await send(file);
  expect(await reportOf(job.id)).toEqual([
    '登记好了。',
    '登记好了。',
    '和第 4 行是同一笔，只登记一次。',
    '登记好了。这个项目目录里没有，名称照表里的显示。',
    '钱数是负的。退回的钱不在这里登记。',
    '钱数是 0，不用登记。',
    '钱数超过 100 万元。看看是不是多写了零。',
    '钱数要填数字，比如 21000。',
    '发放日期看不懂。写成 2026-03-02 这样。',
    '发放日期还没有到。到账了再登记。',
    '身份证号码不对。照名单上的填。',
    '身份证和住处都不是本县的。请转给那个县。',
    '登记好了。',
    '登记好了。',
    '没有写姓名。补上再传。',
    '没有写是什么补贴。补上再传。',
    '同一笔写了两个姓名，都没有登记。改对了再传。',
    '同一笔写了两个姓名，都没有登记。改对了再传。',
  ]);
  expect(job.rows).toEqual({ total: 18, done: 18, good: 5 });

  const { sumFen, payments, years } = await ours();
  expect(sumFen).toBe(1_275_00 + 5_800_50 + 20_00);
  expect(
    payments.map(({ item, fen, paidOn, payer, cardTail }) => [item, fen, paidOn, payer, cardTail]),
  ).toEqual([
    ['养羊协会的奖', 20_00, '2026-03-21', '财政局', ''],
    ['医疗救助金', 5_800_50, '2026-03-20', '财政局', '8816'],
    ['耕地地力保护补贴', 1_275_00, '2026-03-12', '财政局', '8816'],
  ]);
  expect(years).toEqual([{ year: 2026, sumFen, times: 3 }]);

  const again = await send(file);
  expect(again.job.rows.good).toBe(0);
  expect(await ours()).toMatchObject({ sumFen, payments });

  const kept = await office.database.look<{ text: string }>('SELECT payment::text AS text FROM payment');
  for (const { text } of kept) expect(readable(text)).not.toMatch(/田有福|养羊|8816|6217/);
});

test('a family sees its own money and nobody else’s; a payer reads none back', async () => {
  for (const person of ['he-ming', 'sun-xiuying'])
    expect((await office.ask(person, 'payments.ours', { input: { caseId, year: 2026 } })).status).toBe(404);
  for (const person of ['li-chunmei', 'chen-li', SENDER])
    expect((await office.ask(person, 'payments.ours', { input: { caseId, year: 2026 } })).status).toBe(403);
  const other = await walk(office, 'announced', { idNo: idOf(3), headName: '本村人' });
  office.at('2026-04-20 09:20');
  const theirs = await office.must('tian-xiaoyu', 'payments.ours', { caseId: other.caseId, year: 2026 });
  expect(theirs.payments.map(({ paidOn, fen }) => [paidOn, fen])).toEqual([['2026-03-27', 600_00]]);
  // The list of one's own cases says of each what came this year.
  const { cases } = await office.must('tian-xiaoyu', 'applications.mine', {});
  const { sumFen } = await ours();
  expect(cases.map(({ id, receivedFen }) => [id, receivedFen]).sort()).toEqual(
    [
      [caseId, sumFen],
      [other.caseId, 600_00],
    ].sort(),
  );
});

test('only those send who pay or keep the county’s books', async () => {
  for (const person of ['li-chunmei', 'chen-li', 'tian-xiaoyu'])
    expect(
      (
        await office.ask(person, 'imports.start', {
          input: { kind: 'PAYMENTS', targetId: TARGET, fileName: 'a.csv', size: 10 },
        })
      ).status,
    ).toBe(403);
});

test('a sender says once what its columns mean; the next file is understood', async () => {
  const text = (day: string) =>
    `谁,证号,哪一项,多少钱,哪天\r\n本县人,${idOf(2, DEMO_COUNTY)},交通补助,88,${day}`;
  const { job } = await send(text('2026-02-01'), `${DEMO_COUNTY}-FORESTRY`);
  expect(job.state).toBe('REFUSED');
  const { columns, found } = await office.must(SENDER, 'imports.columns', { jobId: job.id });
  expect(found).toEqual(['谁', '证号', '哪一项', '多少钱', '哪天']);
  expect(columns.filter(({ needed }) => needed).map(({ key }) => key)).toEqual([
    'name',
    'idNo',
    'item',
    'amount',
    'paidOn',
  ]);
  await office.must(SENDER, 'imports.nameColumns', {
    jobId: job.id,
    columns: found.map((title, index) => ({
      title,
      key: ['name', 'idNo', 'item', 'amount', 'paidOn'][index] ?? '',
    })),
  });
  let now = await office.must(SENDER, 'imports.advance', { jobId: job.id });
  while (now.job.state !== 'DONE') now = await office.must(SENDER, 'imports.advance', { jobId: job.id });
  expect(now.job.rows.good).toBe(1);
  const next = await send(text('2026-02-02'), `${DEMO_COUNTY}-FORESTRY`);
  expect(next.job).toMatchObject({ state: 'DONE', rows: { good: 1 } });
  // Another payer has words of its own.
  expect((await send(text('2026-02-03'), `${DEMO_COUNTY}-WATER`)).job.state).toBe('REFUSED');
});

test('a file that was begun before its columns came to stand in another order is read as it was written', async () => {
  const line = `张三,${idOf(9_000)},耕地地力保护补贴,12.34,2026-01-05,,,保西村`;
  const before = await total();
  const { job, upload } = await office.must(SENDER, 'imports.start', {
    kind: 'PAYMENTS',
    targetId: TARGET,
    fileName: '发放表.csv',
    size: 1,
  });
  const content = new Uint8Array(iconv.encode([HEAD, line].join('\n'), 'gb18030'));
  office.store.objects.set(upload.fields.key ?? '', { content, contentType: 'text/csv' });
  const advance = async () => (await office.must(SENDER, 'imports.advance', { jobId: job.id })).job;
  expect((await advance()).state).toBe('APPLYING');
  const turned = jest.replaceProperty(paymentFiles, 'columns', [...paymentFiles.columns].reverse());
  try {
    expect(await advance()).toMatchObject({ rows: { total: 1, done: 1, good: 1 } });
  } finally {
    turned.restore();
  }
  expect((await total()) - before).toBe(1234n);
});

test(`a file of ${ROWS} rows: every row accounted for, totals to the fen, the second time nothing`, async () => {
  const dates = ['2026-01-05', '2026/1/5', '2026年1月5日', '20260105'];
  let good = 0;
  let sum = 0n;
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const kind = index % 10;
    const fen = 1 + ((index * 7919) % 9_999_99);
    const amount = (fen / 100).toFixed(2);
    const id = idOf(10_000 + index, kind === 8 ? '990102' : DEMO_COUNTY);
    if (kind === 6) return `张三,${id},耕地地力保护补贴,-${amount},${dates[index % 4]},,,`;
    if (kind === 7) return `张三,${wrong(id)},耕地地力保护补贴,${amount},${dates[index % 4]},,,`;
    if (kind === 8) return `张三,${id},耕地地力保护补贴,${amount},${dates[index % 4]},,,`;
    // The very row before it once more.
    if (kind === 9)
      return `张三,${idOf(10_000 + index - 4, DEMO_COUNTY)},耕地地力保护补贴,${((1 + (((index - 4) * 7919) % 9_999_99)) / 100).toFixed(2)},2026-01-05,,,`;
    good += 1;
    sum += BigInt(fen);
    return `张三,${id},耕地地力保护补贴,${amount},${dates[index % 4]},,,`;
  });
  const file = [HEAD, ...lines].join('\n');
  const before = await total();
  const { job } = await send(file, `${DEMO_COUNTY}-AGRICULTURE`);
  expect(job.rows).toEqual({ total: ROWS, done: ROWS, good });
  expect((await reportOf(job.id)).filter((why) => why === '').length).toBe(0);
  expect((await total()) - before).toBe(sum);
  const again = await send(file, `${DEMO_COUNTY}-AGRICULTURE`);
  expect(again.job.rows).toEqual({ total: ROWS, done: ROWS, good: 0 });
  expect((await total()) - before).toBe(sum);
});

test('what is known before stands anywhere in a new file: the rest is written, once', async () => {
  const line = (n: number) => `张三,${idOf(50_000 + n, DEMO_COUNTY)},耕地地力保护补贴,2.00,2026-01-05,,,`;
  const before = await total();
  await send([HEAD, line(1_100)].join('\n'));
  // More than one statement's worth, so that some were written when the one that is known is met.
  const { job } = await send([HEAD, ...Array.from({ length: 1_200 }, (_, n) => line(n))].join('\n'));
  expect(job.rows).toEqual({ total: 1_200, done: 1_200, good: 1_199 });
  const report = await reportOf(job.id);
  expect([report[1_099], report[1_100], report[1_101]].map((why) => why === report[0])).toEqual([
    true,
    false,
    true,
  ]);
  expect((await total()) - before).toBe(240_000n);
});

async function total(): Promise<bigint> {
  const [row] = await office.database.look<{ fen: string | null }>(
    'SELECT sum(amount_fen)::text AS fen FROM payment',
  );
  return BigInt(row?.fen ?? 0);
}
