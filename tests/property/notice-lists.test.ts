import { readTable } from '@functions/adapters/sheets';
import { foreignColumns, PAYMENT_COLUMNS } from '@functions/notices/import';
import { composeIdNumber } from '@shared/people';
import { DEMO_2026, publicityWindow } from '@shared/procedure';
import { composeNotice, type EntryOf, faultsOf, scanSensitive, withoutFindings } from '@shared/publicity';
import fc from 'fast-check';

/** Lists that are sent in to be posted: columns that should not be there, and secrets in any of those that should. */

const COUNT = 5_000;
const SEED = 20260311;

const FOREIGN = [
  ...[
    '身份证号',
    '身份证号码',
    '证件号码',
    '公民身份号码',
    '残疾证号',
    '银行账号',
    '银行卡号',
    '社保卡号',
    '开户行',
  ],
  ...[
    '一卡通账号',
    '手机号',
    '联系电话',
    '家庭住址',
    '门牌号',
    '病种',
    '健康状况',
    '致贫原因',
    '残疾等级',
    '出生日期',
  ],
  ...['年龄', '学校', '年级', '家庭收入', '备注', '说明', '监护人', '性别', '民族', '低保类别'],
];
/** A head as people write it: spaces, full-width signs, stars and remarks around it. */
const written = (head: string) =>
  fc
    .constantFrom<(text: string) => string>(
      (text) => text,
      (text) => ` ${text} `,
      (text) => [...text].join(' '),
      (text) => `*${text}`,
      (text) => `${text}（必填）`,
      (text) => `${text}：`,
      (text) => [...text].join('\u3000'),
    )
    .map((form) => ({ head, text: form(head) }));

const list = fc
  .tuple(
    fc.subarray(FOREIGN, { minLength: 1, maxLength: 6 }).chain((heads) => fc.tuple(...heads.map(written))),
    fc.integer(),
  )
  .map(([foreign, turn]) => {
    const own = PAYMENT_COLUMNS.map(({ title }) => ({ head: null as string | null, text: title as string }));
    const all = [...own, ...foreign];
    const by = Math.abs(turn) % all.length;
    return [...all.slice(by), ...all.slice(0, by)];
  });

test('of a list in any order of columns every foreign one is named, and nothing of it is read', async () => {
  const SECRET = '秘密';
  const lists = fc.sample(list, { numRuns: 500, seed: SEED });
  for (const columns of lists) {
    const csv = [
      columns.map(({ text }) => text).join(','),
      columns
        .map(({ head, text }) => (head === null ? (text.startsWith('金额') ? '12' : '田') : SECRET))
        .join(','),
    ].join('\n');
    const table = await readTable(new TextEncoder().encode(csv), PAYMENT_COLUMNS, { maxRows: 10 });
    const named = foreignColumns(table.ignored).map((text) => text.replace(/[\s\u3000*：]|（必填）/g, ''));
    expect(named.sort()).toEqual(columns.flatMap(({ head }) => head ?? []).sort());
    for await (const rows of table.parts) expect(JSON.stringify(rows)).not.toContain(SECRET);
  }
});

const id = fc
  .tuple(
    fc.integer({ min: 1940, max: 2020 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([year, month, sequence]) =>
    composeIdNumber({ area: '990101', birthDate: `${year}-${String(month).padStart(2, '0')}-15`, sequence }),
  );
const phone = fc.integer({ min: 0, max: 99_999_999 }).map((tail) => `139${String(tail).padStart(8, '0')}`);
const card = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((tail) => `6222021${String(tail).padStart(12, '0')}`);
const starred = (text: string) => `${text.slice(0, 4)}****${text.slice(8)}`;
const wide = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const number = fc
  .tuple(
    fc.oneof(id, phone, card),
    fc.constantFrom(
      (t: string) => t,
      starred,
      wide,
      (t: string) => [...t].join(' '),
    ),
  )
  .map(([text, form]) => form(text));
const word = fc.constantFrom(
  '因病',
  '残疾',
  '尿毒症',
  '住院',
  '孤儿',
  '留守儿童',
  '肿 瘤',
  '殘疾',
  '2组15号',
  '幸福路3号',
);
const secret = fc.oneof(number, word);
const FIELDS = ['name', 'group', 'item', 'unit'] as const;
/** As long as a cell of that column may be. */
const ROOM = { name: 30, group: 20, item: 40, unit: 8 } as const;
const INNOCENT = { name: '田有福', group: '2组', item: '交通补助', unit: '人' } as const;

const hidden = fc
  .tuple(secret, fc.constantFrom(...FIELDS), fc.boolean())
  .filter(([text, field]) => [...text].length + [...INNOCENT[field]].length + 1 <= ROOM[field])
  .map(([text, field, before]) => ({
    field,
    cell: before ? `${text} ${INNOCENT[field]}` : `${INNOCENT[field]}${text}`,
  }));

const rowOf = (index: number): EntryOf<'SUBSIDY_PAYMENTS'> => ({
  ...{ id: `line-${index}`, ...INNOCENT, quantity: '1', amountFen: 1500_00 },
});
const noticeOf = (entries: readonly EntryOf<'SUBSIDY_PAYMENTS'>[]) =>
  composeNotice(
    {
      ...{ kind: 'SUBSIDY_PAYMENTS', entries, subject: '交通补助', postedOn: '2026-03-06' },
      ...{ village: { code: '990101001201', name: '青禾村' }, townName: '云岭镇', countyName: '示例县' },
      window: publicityWindow('2026-03-06T11:00:00.000Z', DEMO_2026),
      phones: { village: '0990-000 0101', town: '0990-000 0110', county: '0990-000 0120' },
    },
    DEMO_2026,
  );

test('five thousand secrets in the columns of lists are found in their cell, and mended the scan has no more to say', () => {
  const samples = fc.sample(hidden, { numRuns: COUNT, seed: SEED });
  const content = noticeOf(samples.map(({ field, cell }, index) => ({ ...rowOf(index), [field]: cell })));
  const found = new Set(faultsOf(content).map(({ where }) => where));
  const missed = samples.filter(({ field }, index) => !found.has(`entries.${index}.${field}`));
  process.stdout.write(
    `secrets in columns found: ${(((COUNT - missed.length) / COUNT) * 100).toFixed(2)} % of ${COUNT}\n`,
  );
  expect(missed).toEqual([]);
  for (const { cell } of samples) expect(scanSensitive(withoutFindings(cell))).toEqual([]);
});

const honest = fc.record({
  name: fc.constantFrom('田有福', '欧阳青松', '贺老实', '霍去病', '阿依古丽·买买提', '柳春生'),
  group: fc.integer({ min: 1, max: 19 }).map((n) => `${n}组`),
  item: fc.constantFrom(
    '外出务工交通补助',
    '产业奖补',
    '耕地地力保护补贴',
    '草原生态保护补助奖励',
    '玉米大豆生产者补贴',
    '退耕还林补助',
  ),
  unit: fc.constantFrom('亩', '头', '人', '月', '只', '株'),
  quantity: fc.integer({ min: 1, max: 99_999 }).map((n) => String(n / 100)),
  amountFen: fc.integer({ min: 1, max: 9_999_999 }),
});

test('five thousand honest rows pass', () => {
  const rows = fc
    .sample(honest, { numRuns: COUNT, seed: SEED })
    .map((row, index) => ({ id: `line-${index}`, ...row }));
  const accused = faultsOf(noticeOf(rows));
  process.stdout.write(
    `false alarms in columns: ${((accused.length / COUNT) * 100).toFixed(2)} % of ${COUNT}\n`,
  );
  expect(accused).toEqual([]);
});
