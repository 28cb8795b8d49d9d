import { villageCodeOf, villageCodeOfText } from '@miniapp/features/account/village-code';
import { answersOf, helpAnswers } from '@miniapp/features/cases/supplement-answers';
import { homeReadAloud } from '@miniapp/features/household/words';
import { type NoticeView, noticeReadAloud } from '@miniapp/features/notices/words';

const CODE = '150521100200';

describe('the village in a code', () => {
  test('comes with a link, a scanned link, or the short scene of a mini-program code', () => {
    expect(villageCodeOf({ v: CODE, k: 'a1b2c3' })).toEqual({ code: CODE, boardCode: 'a1b2c3' });
    expect(villageCodeOf({ scene: `${CODE},a1b2c3` })).toEqual({ code: CODE, boardCode: 'a1b2c3' });
    expect(villageCodeOfText(`https://example.test/#/pages/home/index?v=${CODE}&k=a1b2c3`)).toEqual({
      code: CODE,
      boardCode: 'a1b2c3',
    });
    expect(villageCodeOfText(CODE)).toEqual({ code: CODE, boardCode: '' });
  });

  test('is none when the code is of something else', () => {
    for (const text of ['', 'https://example.test/', '12345', 'v=15052110020x', '<script>'])
      expect(villageCodeOfText(text)).toBeNull();
    expect(villageCodeOf({ v: '150521', k: 'a1' })).toBeNull();
  });

  test('forgets a board code that is none', () => {
    expect(villageCodeOf({ v: CODE, k: 'not hex!' })).toEqual({ code: CODE, boardCode: '' });
  });

  test('a scene fits into the 32 characters that WeChat gives it', () => {
    expect(`${CODE},${'f'.repeat(16)}`.length).toBeLessThanOrEqual(32);
  });
});

describe('what is handed in later', () => {
  const missing = [
    { key: 'bill', helpAsked: false },
    { key: 'fact', helpAsked: true },
  ];

  test('is only what something was done for, and of this round', () => {
    const given = {
      bill: { attachmentIds: ['att-1'], text: '  ' },
      fact: { attachmentIds: [], text: '   ' },
      old: { attachmentIds: ['att-2'], text: 'x' },
    };
    expect(answersOf(missing, given)).toEqual([
      { key: 'bill', attachmentIds: ['att-1'], text: '', askForHelp: false },
    ]);
    const spoken = { attachmentIds: [], text: '', voice: { key: 'v', seconds: 3 } };
    expect(answersOf(missing, { fact: spoken }).map(({ key }) => key)).toEqual(['fact']);
  });

  test('help is asked for once', () => {
    expect(helpAnswers(missing)).toEqual([{ key: 'bill', attachmentIds: [], text: '', askForHelp: true }]);
  });
});

describe('what is said aloud', () => {
  const notice: NoticeView = {
    id: 'n',
    kind: 'PROPOSED_INCLUSION',
    heading: '准备列入帮扶名单的家庭',
    title: '关于青禾村拟纳入防止返贫致贫对象的公示',
    objections: 'ONLINE',
    households: 3,
    people: 9,
    firstDay: '2026-03-07',
    lastDay: '2026-03-11',
    daysLeft: 4,
    started: true,
    ended: false,
    audience: 'VILLAGE',
    village: '150521100200',
    villageName: '青禾村',
    today: '2026-03-08',
    days: 5,
    dayNumber: 2,
    paragraphs: [],
    decided: '',
    totalFen: null,
    columns: [{ key: 'name', title: '户主' }],
    rows: [{ row: 0, name: '田*福', group: '2组', cells: ['田*福'] }],
    phones: { village: '1', town: '2', county: '3', hotline: '12317' },
    issuer: '青禾村村民委员会',
    checkCode: '',
  };

  test('of a notice names nobody: phones are loud in the yard', () => {
    for (const audience of ['VILLAGE', 'STAFF', 'OPEN'] as const) {
      const said = noticeReadAloud({ ...notice, audience });
      expect(said).toContain('一共 3 户');
      expect(said).not.toContain('田');
    }
    expect(noticeReadAloud({ ...notice, ended: true })).toContain('名单撤下了');
  });

  test('of the front page tells the way, free of charge, and what hangs in the village', () => {
    expect(homeReadAloud({ name: '青禾村' }, [], [])).toBe(
      '青禾村。家里有难处，点绿色的大按钮，我要申报，不收钱。村里现在没有公示。',
    );
    expect(homeReadAloud({ name: '青禾村' }, [], [1, 2])).toContain('村里正在公示 2 份名单。');
  });
});
