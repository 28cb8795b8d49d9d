import { composeIdNumber } from '@shared/people';
import { DEMO_2026, publicityWindow } from '@shared/procedure';
import {
  audienceView,
  canonicalText,
  composeNotice,
  NoticeContent,
  type NoticeDraft,
  noticeText,
  scanNotice,
  scanSensitive,
} from '@shared/publicity';

const ID = composeIdNumber({ area: '990101', birthDate: '1973-05-12', sequence: 123 });

const draft: NoticeDraft = {
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

describe('who sees what', () => {
  const mask = { nameOnline: 'MASK' } as const;

  test('the open link sees counts and no row', () => {
    const view = audienceView(notice, 'OPEN', { nameOnline: 'FULL' });
    expect(view).toMatchObject({ households: 3, people: 9, rows: null });
    expect(JSON.stringify(view)).not.toMatch(/田|贺|柳|2组/);
  });

  test('the village sees masked names, or full ones where the profile says so', () => {
    expect(audienceView(notice, 'VILLAGE', mask).rows?.[0]).toEqual({
      headName: '田*福',
      memberCount: 4,
      group: '2组',
    });
    expect(audienceView(notice, 'VILLAGE', { nameOnline: 'FULL' }).rows?.[0]?.headName).toBe('田有福');
  });

  test.each(['BOARD', 'STAFF'] as const)('%s sees full names', (audience) => {
    expect(audienceView(notice, audience, mask).rows?.map((row) => row.headName)).toEqual([
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
