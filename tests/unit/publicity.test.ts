import { MEASURE_CODES } from '@shared/casework/codes';
import { composeIdNumber } from '@shared/people';
import { DEMO_2026, publicityWindow } from '@shared/procedure';
import {
  A_HOUSEHOLD,
  audienceView,
  canonicalText,
  composeNotice,
  type EntryOf,
  faultsOf,
  mendContent,
  NOTICE_KINDS,
  NoticeContent,
  type NoticeDraft,
  type NoticeKind,
  noticeText,
  noticeWindow,
  publicMeasure,
  publicName,
  sameGroup,
  scanNotice,
  scanSensitive,
  withoutFindings,
} from '@shared/publicity';
import { NOTICE_FIELDS, TIMED_NOTICES } from '@shared/publicity/codes';
import { LONGEST, NEVER, OFFICE_WORDS, sentences } from '@tests/support/plain-words';

const ID = composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 123 });

const draft: NoticeDraft<'PROPOSED_INCLUSION'> = {
  kind: 'PROPOSED_INCLUSION',
  village: { code: '990101001201', name: '青禾村' },
  townName: '云岭镇',
  countyName: '示例县',
  entries: [
    { id: 'case-1', headName: '田有福', memberCount: 4, group: '2组' },
    { id: 'case-2', headName: '贺老实', memberCount: 2, group: '5组' },
    { id: 'case-3', headName: '柳春生', memberCount: 3, group: '4组' },
  ],
  window: publicityWindow('2026-03-06T11:00:00.000Z', DEMO_2026),
  postedOn: '2026-03-06',
  phones: { village: '0990-000 0101', town: '0990-000 0110', county: '0990-000 0120' },
};
const notice = composeNotice(draft, DEMO_2026);

describe('a notice', () => {
  test('says what it is, from when to when, and who put it up', () => {
    expect(notice).toMatchObject({
      title: '关于青禾村拟纳入防止返贫致贫对象的公示',
      from: '2026-03-07',
      to: '2026-03-11',
      days: 5,
      issuer: '青禾村村民委员会',
      phones: { hotline: '12317' },
    });
    expect(noticeText(notice)).toContain('公示时间：2026年3月7日至3月11日，共 5 天。');
    const overNewYear = { ...notice, from: '2026-12-30', to: '2027-01-03' };
    expect(noticeText(overNewYear)).toContain('公示时间：2026年12月30日至2027年1月3日，共 5 天。');
  });

  test('of F01 holds 田有福, 4 and 2组, and nothing else of the family', () => {
    const family = {
      id: 'case-1',
      headName: '田有福',
      memberCount: 4,
      group: '2组',
      idNo: ID,
      phone: '13800005678',
      risk: '因病',
      illness: '脑梗住院',
      income: '54635',
      daughter: '田晓雨',
    };
    const made = composeNotice({ ...draft, entries: [family] }, DEMO_2026);
    expect(made.entries).toEqual([{ id: 'case-1', headName: '田有福', memberCount: 4, group: '2组' }]);
    const whole = canonicalText(made) + noticeText(made).join('');
    for (const secret of [ID, '13800005678', '因病', '脑梗', '54635', '田晓雨'])
      expect(whole).not.toContain(secret);
    expect(scanNotice(made)).toEqual([]);
    expect(noticeText(made).flatMap(scanSensitive)).toEqual([]);
  });

  test('refuses a field that is not on the whitelist', () => {
    const smuggled = { ...notice, entries: [{ ...notice.entries[0], risk: '因病' }] };
    expect(NoticeContent.safeParse(smuggled).success).toBe(false);
  });

  test('of the result is an announcement of the town, without time for objections', () => {
    const result = composeNotice({ ...draft, kind: 'RESULT_ANNOUNCEMENT' }, DEMO_2026);
    expect(result).toMatchObject({ title: '关于青禾村纳入防止返贫致贫对象的公告', issuer: '云岭镇人民政府' });
    expect(noticeText(result).join('')).toContain('现公告如下');
    expect(noticeText(result).join('')).not.toContain('公示时间');
    expect(scanNotice(result)).toEqual([]);
  });

  test('carries the issuer that was given', () => {
    expect(composeNotice({ ...draft, issuer: '青禾嘎查委员会' }, DEMO_2026).issuer).toBe('青禾嘎查委员会');
  });
});

/** One notice of each kind, made from objects that carry far more than they may say. */
const secret = {
  idNo: ID,
  phone: '13800005678',
  risk: '因病',
  illness: '脑梗住院',
  card: '6222021234567890123',
};
const family = { id: 'case-1', headName: '田有福', memberCount: 4, group: '2组', ...secret };
const office = { ...draft, subject: '交通补助', text: ['3月20日上午修水管，家里先存点水。'] };
const entriesOf: { [K in NoticeKind]: (EntryOf<K> & typeof secret)[] } = {
  PROPOSED_INCLUSION: [{ ...family, category: 'SUDDEN' }],
  RESULT_ANNOUNCEMENT: [{ ...family, category: 'SUDDEN', decidedOn: '2026-03-13' }],
  PROPOSED_ELIMINATION: [{ ...family, mode: 'BY_SUPPORT' }],
  ELIMINATION_RESULT: [family],
  PROPOSED_ROLLBACK: [family],
  ROLLBACK_RESULT: [family],
  MEASURES_LANDED: [
    { ...family, measure: 'INDUSTRY', served: 4 },
    { ...family, measure: 'LIVELIHOOD', served: 1 },
  ],
  SUBSIDY_PAYMENTS: [
    {
      ...{ id: 'r1', name: '田有福', group: '2组', item: '外出务工交通补助', quantity: '1', unit: '人' },
      ...{ amountFen: 1500_00, ...secret },
    },
  ],
  VILLAGE_NOTICE: [],
};
const noticeOf = <K extends NoticeKind>(kind: K, profile = DEMO_2026) =>
  composeNotice<K>({ ...office, kind, entries: entriesOf[kind] as readonly EntryOf<K>[] }, profile);
const printing = { ...DEMO_2026, notices: { fields: [...NOTICE_FIELDS] } };

describe.each(NOTICE_KINDS)('a notice of the kind %s', (kind) => {
  test('says nothing that is not on its whitelist, to nobody', () => {
    const made = noticeOf(kind, printing);
    const texts = [
      canonicalText(made),
      ...noticeText(made),
      ...(['OPEN', 'VILLAGE', 'BOARD', 'STAFF'] as const).map((audience) =>
        JSON.stringify(audienceView(made, audience, { nameOnline: 'FULL' })),
      ),
    ].join('\n');
    expect(Object.values(secret).filter((value) => texts.includes(value))).toEqual([]);
    expect(scanNotice(made)).toEqual([]);
    expect(noticeText(made).flatMap(scanSensitive)).toEqual([]);
    expect(NoticeContent.safeParse({ ...made, ...secret }).success).toBe(false);
    const smuggled = made.entries.map((entry) => ({ ...entry, ...secret }));
    expect(NoticeContent.safeParse({ ...made, entries: smuggled }).success).toBe(smuggled.length === 0);
  });

  test('shows no row and no name to the open link, and as many cells as columns to the others', () => {
    const made = noticeOf(kind, printing);
    const open = audienceView(made, 'OPEN', { nameOnline: 'FULL' });
    expect(open.rows).toBeNull();
    expect(JSON.stringify(open)).not.toContain('有福');
    const village = audienceView(made, 'VILLAGE', { nameOnline: 'MASK' });
    expect(JSON.stringify(village)).not.toContain('有福');
    for (const { cells } of village.rows ?? []) expect(cells).toHaveLength(village.columns.length);
  });

  test('is called and explained in plain words', () => {
    const { heading, decided } = audienceView(noticeOf(kind), 'OPEN', { nameOnline: 'MASK' });
    for (const text of [heading, ...sentences(decided)]) {
      expect(text).not.toMatch(NEVER);
      expect(text).not.toMatch(OFFICE_WORDS);
      expect([...text].length).toBeLessThanOrEqual(LONGEST);
    }
  });

  test('keeps the days that the profile has for it', () => {
    const timed = { limit: 9, unit: 'WORKING' as const };
    const days = Object.fromEntries(TIMED_NOTICES.map((one) => [one, timed]));
    const county = {
      ...DEMO_2026,
      publicity: { ...DEMO_2026.publicity, days: 9, unit: 'WORKING' as const },
      elimination: { ...DEMO_2026.elimination, publicityDays: 9 },
      notices: { days },
    };
    const { firstDay, lastDay } = noticeWindow(kind, '2026-03-06T11:00:00.000Z', county);
    const sameDay = [
      'RESULT_ANNOUNCEMENT',
      'ELIMINATION_RESULT',
      'ROLLBACK_RESULT',
      'VILLAGE_NOTICE',
    ].includes(kind);
    // 6 March is a Friday: nine working days end on Thursday of the week after next, with the Friday itself on Wednesday.
    expect([firstDay, lastDay]).toEqual(
      sameDay ? ['2026-03-06', '2026-03-18'] : ['2026-03-07', '2026-03-19'],
    );
  });
});

describe('what a county may leave out', () => {
  test('is not even frozen where it does not print it', () => {
    expect(noticeOf('PROPOSED_INCLUSION').entries[0]).not.toHaveProperty('category');
    expect(noticeOf('PROPOSED_INCLUSION', printing).entries[0]).toHaveProperty('category', 'SUDDEN');
    expect(noticeOf('RESULT_ANNOUNCEMENT', printing).entries[0]).toHaveProperty('decidedOn');
    const noAmounts = noticeOf('SUBSIDY_PAYMENTS', { ...DEMO_2026, notices: { fields: [] } });
    expect(noAmounts.entries).toEqual([
      { id: 'r1', name: '田有福', group: '2组', item: '外出务工交通补助', unit: '人' },
    ]);
    expect(audienceView(noAmounts, 'OPEN', { nameOnline: 'MASK' })).toMatchObject({
      totalFen: 1500_00,
      people: 1,
    });
  });

  test('and a notice frozen before there were other kinds is read as it was', () => {
    const old = { ...notice, entries: [{ id: 'case-1', headName: '田有福', memberCount: 4, group: '2组' }] };
    expect(NoticeContent.parse(JSON.parse(canonicalText(old)))).toEqual(old);
  });
});

describe('help that has reached a family', () => {
  test('tells of no illness, no disability and no school: those go under one name', () => {
    expect(MEASURE_CODES.filter((code) => publicMeasure(code) === 'LIVELIHOOD')).toEqual([
      'HEA',
      'EDU',
      'EDX',
      'COM',
    ]);
    const [first, second] =
      audienceView(noticeOf('MEASURES_LANDED'), 'BOARD', { nameOnline: 'MASK' }).rows ?? [];
    expect([first?.cells, second?.cells]).toEqual([
      ['田有福', '产业帮扶', '4 人', '2 组'],
      ['田有福', '民生保障', '1 人', '2 组'],
    ]);
  });

  test('counts a family once, in however many rows it stands', () => {
    expect(audienceView(noticeOf('MEASURES_LANDED'), 'OPEN', { nameOnline: 'MASK' })).toMatchObject({
      households: 1,
      people: 4,
    });
  });
});

describe('two of one name', () => {
  const named = (entries: EntryOf<'PROPOSED_INCLUSION'>[], audience: 'VILLAGE' | 'BOARD') =>
    audienceView(composeNotice({ ...draft, entries }, DEMO_2026), audience, { nameOnline: 'MASK' }).rows?.map(
      ({ name }) => name,
    );
  const of = (id: string, headName: string, memberCount: number, group: string) => ({
    id,
    headName,
    memberCount,
    group,
  });

  test('are told apart by the columns, and by their order where those agree', () => {
    const twins = [of('a', '田有福', 4, '2组'), of('b', '田大福', 4, '2组'), of('c', '田有福', 4, '3组')];
    expect(named(twins, 'BOARD')).toEqual(['田有福', '田大福', '田有福']);
    expect(named(twins, 'VILLAGE')).toEqual(['田*福（第 1 个）', '田*福（第 2 个）', '田*福']);
  });

  test('of payments are one person for two items, and two for one and the same', () => {
    const paid = (id: string, item: string, group = '2组') => ({ id, name: '田有福', group, item });
    const rows = (entries: EntryOf<'SUBSIDY_PAYMENTS'>[]) =>
      audienceView(composeNotice({ ...office, kind: 'SUBSIDY_PAYMENTS', entries }, DEMO_2026), 'BOARD', {
        nameOnline: 'MASK',
      });
    expect(rows([paid('1', '交通补助'), paid('2', '产业奖补')])).toMatchObject({ people: 1, households: 1 });
    expect(rows([paid('1', '交通补助'), paid('2', '交通补助', '3组')])).toMatchObject({ people: 2 });
  });

  test('whose head is a minor stand there as a household', () => {
    expect(publicName('田小禾', '2010-05-01', '2026-03-06')).toBe(A_HOUSEHOLD);
    expect(publicName('田小禾', '2008-03-06', '2026-03-06')).toBe('田小禾');
    expect(publicName('田小禾', null, '2026-03-06')).toBe('田小禾');
  });

  test.each([
    ['2组', '二组', true],
    ['2组', '第２组', true],
    ['2组', '02 组', true],
    ['2组', '', true],
    ['2组', '东头', true],
    ['12组', '十二组', true],
    ['2组', '3组', false],
    ['2组', '三组', false],
    ['2组', '12组', false],
  ])('%s and %s may be one group: %s', (one, other, same) => {
    expect(sameGroup(one, other)).toBe(same);
    expect(sameGroup(other, one)).toBe(same);
    expect(named([of('a', A_HOUSEHOLD, 2, '2组')], 'VILLAGE')).toEqual(['一户']);
  });
});

describe('who sees what', () => {
  const mask = { nameOnline: 'MASK' } as const;

  test('the open link sees counts and no row', () => {
    const view = audienceView(notice, 'OPEN', { nameOnline: 'FULL' });
    expect(view).toMatchObject({ households: 3, people: 9, rows: null });
    expect(JSON.stringify(view)).not.toMatch(/田|贺|柳|2组/);
  });

  test('the village sees masked names, or full ones where the profile says so', () => {
    expect(audienceView(notice, 'VILLAGE', mask).rows?.[0]).toEqual({
      row: 0,
      name: '田*福',
      group: '2组',
      cells: ['田*福', '4 人', '2 组'],
    });
    expect(audienceView(notice, 'VILLAGE', { nameOnline: 'FULL' }).rows?.[0]?.name).toBe('田有福');
  });

  test.each(['BOARD', 'STAFF'] as const)('%s sees full names', (audience) => {
    expect(audienceView(notice, audience, mask).rows?.map((row) => row.name)).toEqual([
      '田有福',
      '贺老实',
      '柳春生',
    ]);
  });

  test.each(['OPEN', 'VILLAGE', 'BOARD', 'STAFF'] as const)(
    '%s does not see the numbers of cases',
    (audience) => {
      expect(JSON.stringify(audienceView(notice, audience, mask))).not.toContain('case-1');
    },
  );
});

describe('the scan', () => {
  const kinds = (text: string) => scanSensitive(text).map(({ kind }) => kind);
  const spaced = (text: string, every: number, by: string) =>
    text.replace(new RegExp(`(.{${every}})(?=.)`, 'g'), `$1${by}`);
  const fullWidth = (text: string) =>
    text.replace(/[0-9X]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

  test.each([
    ID,
    spaced(ID, 6, ' '),
    spaced(ID, 4, '-'),
    fullWidth(ID),
    `${ID.slice(0, 6)}********${ID.slice(14)}`,
    `${ID.slice(0, 4)}**********${ID.slice(14)}`,
    `${ID.slice(0, 6)}XXXXXXXX${ID.slice(14)}`,
    '990101730512123', // before 1999
    `${ID}42`, // disability card
  ])('finds the ID number in 户主%s，', (number) => {
    const [finding, ...others] = scanSensitive(`户主${number}，`);
    expect(others).toEqual([]);
    expect(finding).toEqual({ kind: 'ID_NUMBER', from: 2, to: 2 + number.length, text: number });
  });

  test.each([
    '13800005678',
    '138 0000 5678',
    '138-0000-5678',
    '138****5678',
    '139 **** 2201',
    '138xxxx5678',
    fullWidth('13800005678'),
    '8613800005678',
  ])('finds the phone number in 柳春生%s。', (number) => {
    expect(scanSensitive(`柳春生${number}。`)).toEqual([
      { kind: 'PHONE', from: 3, to: 3 + number.length, text: number },
    ]);
  });

  test.each(['6222021234567890123', '6222 0212 3456 7890', '6222 **** **** 7890'])(
    'finds the bank card %s',
    (number) => {
      expect(scanSensitive(`卡号${number}`)).toMatchObject([{ kind: 'BANK_CARD', text: number }]);
    },
  );

  test('finds a number that something is glued to in front', () => {
    expect(scanSensitive('电话013800005678')).toMatchObject([{ kind: 'LONG_NUMBER', text: '013800005678' }]);
    expect(scanSensitive(`1 ${ID}`)).toMatchObject([{ kind: 'ID_NUMBER', text: ID }]);
  });

  test('tells two numbers side by side apart', () => {
    expect(kinds(`1 ${ID} 13800005678`)).toEqual(['ID_NUMBER', 'PHONE']);
    expect(kinds(`13800005678 13900005678`)).toEqual(['PHONE', 'PHONE']);
  });

  test.each([
    ['因病住院', ['CAUSE', 'HEALTH']],
    ['肢体残疾二级', ['DISABILITY']],
    ['患有尿毒症，常年透析', ['HEALTH', 'HEALTH', 'HEALTH']],
    ['因残', ['CAUSE']],
    ['丧失劳动力', ['DISABILITY']],
  ])('finds the words in %s', (text, found) => {
    expect(kinds(text)).toEqual(found);
  });

  test.each([
    '关于青禾村拟纳入防止返贫致贫对象的公示',
    '2026年3月7日至3月11日，共 5 天',
    '2026-03-07—2026-03-11',
    '2026.03.07-2026.03.11',
    '村委会 0990-000 0101，镇里 0990-000 0110，热线 12317',
    '编号 2603 0217 6',
    '1、2、3、5、8、10、12、13、15、16、17、18、19组',
    '6000.00 3600.00 6000.00 1200.00',
    '霍去病 4 2组',
    '田有福 4 2 贺老实 2 5',
    '',
  ])('passes %p', (text) => {
    expect(scanSensitive(text)).toEqual([]);
  });

  test.each([
    ['990101001201', 'LONG_NUMBER'],
    ['138000056789012', 'LONG_NUMBER'],
    ['一三八零零零零五六七八', 'PHONE'],
    ['①③⑧ ⓪⓪⓪⓪ ⑤⑥⑦⑧', 'PHONE'],
    ['殘疾', 'DISABILITY'],
    ['残·疾', 'DISABILITY'],
    ['尿 毒 症', 'HEALTH'],
    ['2组15号', 'ADDRESS'],
    ['幸福路 12 号 3 单元', 'ADDRESS'],
    ['孤儿', 'MINOR'],
  ])('finds %s in disguise', (text, kind) => {
    expect(kinds(text)[0]).toBe(kind);
  });

  test('points at the row and field of a notice', () => {
    const careless = {
      ...notice,
      entries: [
        { id: 'a', headName: '田有福', memberCount: 4, group: '2组 因病住院' },
        { id: 'b', headName: '柳春生 139****2201', memberCount: 3, group: '4组' },
      ],
    };
    expect(scanNotice(careless)).toEqual([
      { field: 'group', row: 0, kind: 'CAUSE', from: 3, to: 5, text: '因病' },
      { field: 'group', row: 0, kind: 'HEALTH', from: 5, to: 7, text: '住院' },
      { field: 'headName', row: 1, kind: 'PHONE', from: 4, to: 15, text: '139****2201' },
    ]);
  });

  test('reads every free word of a notice', () => {
    const told = { title: '因病', basis: '因病', stepsDone: ['因病'], issuer: '因病' };
    expect(scanNotice({ ...notice, ...told }).map(({ field }) => field)).toEqual([
      'title',
      'basis',
      'stepsDone',
      'issuer',
    ]);
  });
});

describe('the mend', () => {
  test.each([
    ['贺老实 139****2201', '贺老实'],
    ['2组（因病住院）', '2组'],
    ['2组 因病', '2组'],
    ['残疾人田二', '田二'],
    ['2组艾滋病', '2组'],
    ['田二（艾滋病患者）', '田二'],
    ['13800005678', ''],
    ['田小明家因病停水', '田小明家停水'],
    ['3月20日修水管。有事打 13800005678。', '3月20日修水管。有事打。'],
    ['3月20日修水管。', '3月20日修水管。'],
  ])('of %s is %s, and the scan has nothing more to say', (text, mended) => {
    expect(withoutFindings(text)).toBe(mended);
    expect(scanSensitive(mended)).toEqual([]);
  });

  test.each([
    ['交通补助（田小禾）', '交通补助'],
    ['田小禾', ''],
    ['，田小禾，', ''],
    ['交通补助', '交通补助'],
  ])('of %s leaves nothing hanging where a name stood: %s', (text, mended) => {
    expect(withoutFindings(text, ['田小禾'])).toBe(mended);
  });

  test('leaves a family out of whose name nothing is left, and sends to the county what the county wrote', () => {
    const careless = {
      ...notice,
      basis: '因病帮扶方案',
      entries: [
        { id: 'a', headName: '13800005678', memberCount: 4, group: '2组' },
        { id: 'b', headName: '柳春生 139****2201', memberCount: 3, group: '4组因病' },
      ],
    };
    const faults = faultsOf(careless);
    expect(faults.map(({ where, mend }) => [where, mend])).toEqual([
      ['basis', { act: 'ASK_COUNTY' }],
      ['entries.0.headName', { act: 'DROP_ROW' }],
      ['entries.1.headName', { act: 'CHANGE', to: '柳春生' }],
      ['entries.1.group', { act: 'CHANGE', to: '4组' }],
    ]);
    expect(mendContent(careless, faults).entries).toEqual([
      { id: 'a', headName: '13800005678', memberCount: 4, group: '2组' },
      { id: 'b', headName: '柳春生', memberCount: 3, group: '4组' },
    ]);
  });
});

describe('the text for the digest', () => {
  test('does not depend on the order of the fields', () => {
    const turned = Object.fromEntries(Object.entries(notice).reverse()) as NoticeContent;
    expect(canonicalText(turned)).toBe(canonicalText(notice));
    expect(NoticeContent.parse(JSON.parse(canonicalText(notice)))).toEqual(notice);
  });

  test('depends on every value and on the order of the rows', () => {
    const texts = [
      notice,
      { ...notice, days: 6 },
      { ...notice, entries: [...notice.entries].reverse() },
      { ...notice, phones: { ...notice.phones, town: '' } },
    ].map(canonicalText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
