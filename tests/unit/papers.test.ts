import { familyOf, familyView, standingOf } from '@shared/casework';
import {
  assistLetterPaper,
  certificateFacts,
  certificatePaper,
  certificateSentence,
  certificateText,
  dossierPaper,
  minutesOfCase,
  minutesPaper,
  type Paper,
  type Places,
  receiptPaper,
  refusalLetterPaper,
  textOf,
} from '@shared/papers';
import { DEMO_2026 } from '@shared/procedure';
import { at, attempt, townLeader, type World } from '@tests/support/casework';
import { F01, f01 } from '@tests/support/casework-f01';

/** What stands on each paper, before anybody prints it. */
const PLACES: Places = {
  villageName: '青禾村',
  townName: '云岭镇',
  countyName: '示例县',
  offices: {
    village: { office: '青禾村村民委员会', name: '李春梅', phone: '0990-0000101' },
    town: { office: '云岭镇农业农村办', name: '何敏', phone: '0990-0000110' },
    county: { office: '示例县农业农村局', name: '吴海燕', phone: '0990-0000120' },
  },
};

const caseAt = (...args: Parameters<typeof f01>) => {
  const { case: c } = f01(...args);
  if (c === null) throw new Error('no case');
  return c;
};

/** F01 whose way ends at the township: refused, with a mandatory dossier because of the bills. */
function refused() {
  let world: World = f01('TRIAGE');
  const cadre = F01.find(([, , { type }]) => type === 'triage')?.[1];
  if (cadre === undefined) throw new Error('nobody judges');
  for (const [local, caller, command] of [
    [
      '2026-03-06 09:00',
      cadre,
      {
        type: 'triage',
        proposal: 'NOT_INCLUDE',
        householdType: null,
        risks: [],
        needs: [],
        reasonCode: 'R01',
        opinion: '收入在线上',
      },
    ],
    ['2026-03-09 09:00', townLeader, { type: 'confirmRejection', opinion: '同意，自付的已有救助' }],
  ] as const) {
    const tried = attempt(world, caller, command as never, at(local));
    if (!tried.decision.ok) throw new Error(tried.decision.refusal.code);
    world = tried.world;
  }
  if (world.case === null) throw new Error('no case');
  return world.case;
}

const must = (paper: Paper | null): string => {
  if (paper === null) throw new Error('no paper');
  return textOf(paper);
};

/** Numbers and illness: on no paper that somebody else than the family and the office reads. */
const SECRETS = (c: ReturnType<typeof caseAt>) => [
  c.report.idNo ?? '?',
  c.report.phone ?? '?',
  c.report.difficulty.text || '?',
  ...c.members.flatMap(({ idNo }) => (idNo === null ? [] : [idNo])),
];
const ILLNESS = /病|中风|残疾|住院|癌|瘫/;
const SUMS = /\d[\d,.]* ?元/;

describe('the receipt', () => {
  test('is there once the village took the report in, with number, people and the last day', () => {
    expect(receiptPaper(caseAt('SUBMITTED'), PLACES, '2026-03-17')).toBeNull();
    const text = must(receiptPaper(caseAt('VERIFYING'), PLACES, '2026-03-17'));
    for (const part of [
      '2603 0217 4',
      '李春梅（青禾村村委会）、王建军',
      '2026年3月17日，不管行不行',
      '云岭镇青禾村2组',
      '0990-0000101',
    ])
      expect(text).toContain(part);
  });

  test('names no number, no illness and no sum', () => {
    const c = caseAt();
    const text = must(receiptPaper(c, PLACES, '2026-03-17')).replace('不写病情', '');
    expect(text).not.toMatch(ILLNESS);
    expect(text).not.toMatch(SUMS);
    for (const secret of SECRETS(c)) expect(text).not.toContain(secret);
  });
});

describe('the refusal letter', () => {
  test('gives the reason, the own figures, ten working days to ask again, and other ways', () => {
    const c = refused();
    const text = must(refusalLetterPaper(c, PLACES, DEMO_2026));
    for (const part of [
      '没有列入帮扶名单',
      '您家的收入，扣掉必须花的钱以后，还在本地的线上。',
      '平均每人一年净收入 13,658.75 元',
      '扣掉必须花的钱，平均每人还有',
      '本县的线是',
      '收到这封信以后 10 个工作日以内，可以请镇里再查一次',
      '云岭镇农业农村办  0990-0000110',
      '申请医疗救助',
      '只告诉您家，不公示',
    ])
      expect(text).toContain(part);
    for (const secret of SECRETS(c)) expect(text).not.toContain(secret);
  });

  test('says the last day once it was delivered, counted from then, as the county has it', () => {
    const delivery = { how: 'VISIT', on: '2026-03-11', receivedBy: '户主', photoId: null, note: '' } as const;
    const c = {
      ...refused(),
      delivery: {
        ...delivery,
        actor: { personId: 'x', name: '李春梅', role: 'VILLAGE' as const },
        at: at('2026-03-11 10:00'),
      },
    };
    const { reviewFiling } = DEMO_2026.steps;
    const other = {
      ...DEMO_2026,
      steps: { ...DEMO_2026.steps, reviewFiling: { ...reviewFiling, limit: 5 } },
    };
    expect(must(refusalLetterPaper(c, PLACES, DEMO_2026))).toContain('2026年3月25日前，可以请镇里再查一次');
    expect(must(refusalLetterPaper(c, PLACES, other))).toContain('2026年3月18日前，可以请镇里再查一次');
  });

  test('speaks plainly: no office word, no sentence of more than 45 signs', () => {
    const paper = refusalLetterPaper(refused(), PLACES, DEMO_2026);
    const sentences = (paper?.blocks ?? [])
      .flatMap((block) => (block.kind === 'LIST' ? block.items : block.kind === 'TEXT' ? [block.text] : []))
      .flatMap((text) => text.split(/[。？：]/));
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/监测对象|补正|逾期|复核|刚性|合规|人均|予以|须知|凭证/);
      expect([sentence, [...sentence].length <= 45]).toEqual([sentence, true]);
    }
  });

  test('is not there for who was not refused, and stands without figures for who was never visited', () => {
    expect(refusalLetterPaper(caseAt(), PLACES, DEMO_2026)).toBeNull();
    const text = must(
      refusalLetterPaper({ ...refused(), verification: null, dataCheck: null }, PLACES, DEMO_2026),
    );
    expect(text).not.toMatch(SUMS);
    expect(text).toContain('您家申报时说的情况');
  });
});

describe('the dossier', () => {
  test('is there when a mandatory prompt fired: why, sums, bills, answers, next visit', () => {
    const text = must(dossierPaper(refused(), PLACES));
    for (const part of [
      '内部档案',
      '下次回访 2026年6月7日前',
      '不管纳不纳入都要建专档',
      '住院自付（目录内）',
      '家庭纯收入',
      '医保 没有发现问题',
      '同意，自付的已有救助',
    ])
      expect(text).toContain(part);
  });

  test('is not there otherwise', () => {
    const c = refused();
    if (c.rejection === null) throw new Error('not refused');
    expect(dossierPaper({ ...c, rejection: { ...c.rejection, dossier: null } }, PLACES)).toBeNull();
    expect(dossierPaper(caseAt(), PLACES)).toBeNull();
  });
});

describe('the minutes', () => {
  test('say who came in which role, who stood back, the votes and that the comparison was told', () => {
    const c = caseAt();
    if (c.appraisal === null) throw new Error('no meeting');
    const [first] = c.appraisal.attendees;
    const recused = {
      ...c,
      appraisal: {
        ...c.appraisal,
        yes: 10,
        recusals: [{ name: first?.name ?? '', relation: '表兄弟' }],
        minutes: '大家都同意',
      },
    };
    const other = { ...c, id: 'case-2', headName: '贺老实', group: '5组' };
    const families = [familyOf(recused), familyOf(other)].flatMap((family) => family ?? []);
    const meeting = { ...c.appraisal, minutes: '十点散会', families };
    const text = must(minutesPaper(meeting, PLACES));
    for (const part of [
      '青禾村\n民主评议会议记录',
      '2026年3月6日 15:00',
      '村部',
      '11 人',
      '田有福 2组 10 人 10 0 0 通过',
      '贺老实 5组 11 人 11 0 0 通过',
      `${first?.name}（表兄弟），不参加这一户的投票`,
      '没有人要回避',
      '信息比对做过了（公安、医保）',
      '发言：大家都同意',
      '2 户，通过 2 户',
      '十点散会',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(ILLNESS);
    expect(text).not.toMatch(SUMS);
    for (const secret of SECRETS(c)) expect(text).not.toContain(secret);
  });

  test('are not there before the meeting', () => {
    expect(minutesOfCase(caseAt('APPRAISAL'), PLACES)).toBeNull();
    expect(must(minutesOfCase(caseAt(), PLACES))).toContain('田有福 2组 11 人 11 0 0 通过');
  });
});

test('the request for assistance names the family and the questions, and nothing of why it reported', () => {
  const c = caseAt('VERIFYING');
  const text = must(
    assistLetterPaper(
      c,
      {
        to: '保南村村民委员会',
        livesAt: '幸福小区',
        questions: ['现在住的房子', '一年打工的收入'],
        askedOn: '2026-03-03',
        answerBy: '2026-03-06',
      },
      PLACES,
    ),
  );
  for (const part of [
    '协查函',
    '保南村村民委员会：',
    '现在住在贵处（幸福小区）',
    '2026年3月6日前回复',
    '现在住的房子',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(ILLNESS);
  for (const secret of SECRETS(c)) expect(text).not.toContain(secret);
});

describe('the certificate', () => {
  test('that a family is on the list exists from its inclusion on, that it reported from the first day', () => {
    expect(certificateFacts(caseAt('SUBMITTED'), 'ON_LIST', PLACES)).toBeNull();
    expect(certificateFacts(caseAt('SUBMITTED'), 'REPORTED', PLACES)).toMatchObject({
      standing: 'OPEN',
      since: null,
    });
    expect(certificateFacts(caseAt(), 'ON_LIST', PLACES)).toMatchObject({
      standing: 'ON_LIST',
      since: '2026-03-16',
    });
    expect(certificateFacts(refused(), 'REPORTED', PLACES)).toMatchObject({ standing: 'NOT_LISTED' });
  });

  test('states the same for the same facts and another thing for any other', () => {
    const facts = certificateFacts(caseAt(), 'ON_LIST', PLACES);
    if (facts === null) throw new Error('no facts');
    const again = certificateFacts(caseAt(), 'ON_LIST', PLACES);
    expect(again && certificateText(again)).toBe(certificateText(facts));
    const changes = [
      { kind: 'REPORTED' as const },
      { caseNo: '260302184' },
      { headName: '田有禄' },
      { memberCount: 5 },
      { memberCount: null },
      { place: '别处' },
      { group: '3组' },
      { reportedOn: '2026-03-03' },
      { standing: 'ENDED' as const },
      { since: '2026-03-17' },
    ];
    const texts = changes.map((change) => certificateText({ ...facts, ...change }));
    expect(new Set([certificateText(facts), ...texts]).size).toBe(changes.length + 1);
  });

  test('masks the name for strangers, and carries neither number, nor illness, nor sum', () => {
    const c = caseAt();
    const facts = certificateFacts(c, 'ON_LIST', PLACES);
    if (facts === null) throw new Error('no facts');
    expect(certificateSentence(facts, true)).toBe(
      '示例县云岭镇青禾村2组田*福一家，一共 4 口人，从 2026年3月16日起在防返贫帮扶名单上。',
    );
    const paper = certificatePaper(
      facts,
      { issuedOn: '2026-03-20', expiresOn: '2026-06-18', code: 'https://x.example/t' },
      PLACES,
    );
    const text = textOf(paper);
    expect(text).toContain('2026年6月18日（含当天）');
    expect(text).not.toMatch(ILLNESS);
    expect(text).not.toMatch(SUMS);
    for (const secret of SECRETS(c)) expect(text).not.toContain(secret);
  });
});

describe('what a family reads of itself', () => {
  test('holds no whole number and no word of the staff', () => {
    const c = caseAt();
    const text = JSON.stringify(familyView(c));
    for (const secret of SECRETS(c).filter((secret) => secret !== c.report.difficulty.text))
      expect(text).not.toContain(secret);
    for (const opinion of ['属实', '刚性支出大', '程序齐全']) expect(text).not.toContain(opinion);
  });

  test('says how it stands and since when', () => {
    expect(familyView(caseAt('VERIFYING'))).toMatchObject({
      standing: 'OPEN',
      since: '2026-03-02',
      householdType: null,
      members: [],
      money: null,
    });
    expect(familyView(caseAt())).toMatchObject({
      standing: 'ON_LIST',
      since: '2026-03-16',
      householdType: 'SUDDEN',
    });
    expect(standingOf({ state: 'WITHDRAWN', closedAt: '2026-03-04T00:00:00Z' })).toBe('WITHDRAWN');
    expect(standingOf({ state: 'EXPIRED', closedAt: '2026-03-04T00:00:00Z' })).toBe('ENDED');
  });
});
