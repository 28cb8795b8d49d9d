import {
  type Answers,
  ASKED_ACTS,
  type AskedAct,
  askedForm,
  checkAsked,
  NO_ANSWERS,
  openAnswers,
  serverFault,
} from '@miniapp/features/review/model/asked';
import { branchesOf, familyLine, historyFact, objectorWords } from '@miniapp/features/review/model/branches';
import { actionsOf, askOf, capTag, usedDays } from '@miniapp/features/review/model/facts';
import { reportWords, toCaseNo, twoRows } from '@miniapp/features/review/model/two-reports';
import { proposalFacts, refusalProposal } from '@miniapp/features/review/model/village-proposal';
import type { OtherReport, PublicWords, StaffCaseView } from '@shared/casework';
import { contract, type OperationName } from '@shared/contract';
import { REJECTION_LABELS, REJECTION_SENTENCES } from '@shared/messages';
import { composeCaseNo, formatCaseNo } from '@shared/people';
import { declared } from '@tests/support/declared';
import { LONGEST, sentences } from '@tests/support/plain-words';
import { accepted, PEOPLE, published, recorded, type Story, submitted } from '@tests/support/review-story';

const NOW = '2026-03-05T02:00:00.000Z';
const OBJECTION = {
  statement: '他家有小车',
  objector: { name: '白德胜', phone: '19900001234' },
  aboutCadre: false,
  channel: 'BOX' as const,
};
const objected = (change: Partial<typeof OBJECTION> = {}): Story =>
  published().act(
    PEOPLE.li,
    { type: 'fileObjection', objectionId: 'ob-1', ...OBJECTION, ...change },
    '2026-03-09T02:00:00.000Z',
  );
const answered = (): Story => {
  const at = '2026-03-10T02:00:00.000Z';
  return objected()
    .act(PEOPLE.chen, { type: 'recordInvestigation', objectionId: 'ob-1', record: '查过', photoIds: [] }, at)
    .act(
      PEOPLE.chen,
      {
        type: 'answerObjection',
        objectionId: 'ob-1',
        verdict: 'NOT_UPHELD',
        answer: '查过了' as PublicWords,
        factsChanged: false,
      },
      at,
    );
};
const helped = (): Story =>
  accepted().act(PEOPLE.li, { type: 'openGreenChannel', reason: '家里着火：三间房烧了' }, NOW).act(
    PEOPLE.li,
    {
      type: 'recordMeasure',
      measureCode: 'LIV',
      name: '临时住处',
      department: '镇民政办',
      on: '2026-03-04',
      amountFen: 200_000,
      detail: '',
      emergency: true,
    },
    NOW,
  );

const plain = () => recorded().view(PEOPLE.chen, NOW);
const VIEWS: Partial<Record<AskedAct, () => StaffCaseView>> = {
  recordHelpPapers: () => helped().view(PEOPLE.li, NOW),
  recordInvestigation: () => objected().view(PEOPLE.li, NOW),
  answerObjection: () => objected().view(PEOPLE.li, NOW),
  handUpObjection: () => objected().view(PEOPLE.li, NOW),
  tellObjector: () => answered().view(PEOPLE.chen, NOW),
};
const viewFor = (act: AskedAct) => (VIEWS[act] ?? plain)();

/** Chooses the first of everything and writes a word everywhere, until the form asks nothing more. */
function filled(act: AskedAct, view: StaffCaseView, choose: (values: string[]) => string): Answers {
  const form = askedForm(act);
  const people = [
    { personId: 'p-1', name: '周正平', office: '保西村' },
    { personId: 'p-2', name: '何敏', office: '保康镇' },
  ];
  let answers: Answers = openAnswers(form, view);
  for (let round = 0; round < 3; round += 1)
    for (const question of form.questions(view, answers)) {
      const put = (value: string) => {
        answers = { ...answers, said: { ...answers.said, [question.key]: value } };
      };
      if (question.kind === 'one') put(choose(question.options.map(({ value }) => value)));
      if (question.kind === 'words') put(question.type === 'tel' ? '19900001234' : '周正平说得清楚');
      if (question.kind === 'people') answers = { ...answers, people: people.slice(0, question.most) };
      if (question.kind === 'village')
        answers = { ...answers, village: { code: '990101001202', name: '保南村' } };
    }
  return answers;
}

const operationOf = (name: OperationName) => {
  const [area, verb] = name.split('.') as ['reviews', keyof typeof contract.reviews];
  return contract[area][verb];
};

describe.each(ASKED_ACTS)('%s', (act) => {
  const form = askedForm(act);
  const view = viewFor(act);
  const photos = () => ['photo-1'];

  test.each([
    ['first', (values: string[]) => values[0] ?? ''],
    ['last', (values: string[]) => values[values.length - 1] ?? ''],
  ])('answered with the %s of each choice: what the operation takes', (_which, choose) => {
    const answers = filled(act, view, choose);
    const sent = checkAsked(form, view, answers, photos);
    expect(sent).toMatchObject({ ok: true });
    if (!sent.ok) return;
    const whole = declared(form.operation, {
      ...(sent.input as object),
      caseId: view.id,
      version: view.version,
    });
    expect(operationOf(form.operation).input.safeParse(whole).error).toBeUndefined();
  });

  test('nothing answered: each thing that is needed says so', () => {
    const needed = form
      .questions(view, NO_ANSWERS)
      .filter((question) => 'needed' in question && question.needed !== undefined)
      .map(({ key }) => key);
    const sent = checkAsked(form, view, NO_ANSWERS, () => []);
    if (needed.length === 0) expect(form.questions(view, NO_ANSWERS)).toEqual([]);
    else expect(Object.keys(sent.ok ? {} : sent.problems)).toEqual(expect.arrayContaining(needed));
  });

  test('says everything in short sentences', () => {
    const { title, hint, submit } = form;
    const words = [
      typeof title === 'string' ? title : title(view),
      typeof hint === 'function' ? hint(view) : (hint ?? ''),
      typeof submit === 'string' ? submit : submit(NO_ANSWERS),
      ...form
        .questions(view, NO_ANSWERS)
        .flatMap((question) => [
          question.label,
          'needed' in question ? (question.needed ?? '') : '',
          'hint' in question ? (question.hint ?? '') : '',
        ]),
    ];
    const long = words.flatMap(sentences).filter((one) => [...one.trim()].length > LONGEST);
    expect(long).toEqual([]);
  });
});

describe('what forms ask only sometimes', () => {
  const view = plain();
  const sayTo = (act: AskedAct, of: StaffCaseView, said: Answers['said']) =>
    askedForm(act)
      .questions(of, { ...NO_ANSWERS, said })
      .map(({ key }) => key);

  test('the number of the refusal only for the same facts; only digits count', () => {
    expect(sayTo('notAccept', view, { reasonCode: 'TEST_DATA' })).not.toContain('previousCaseNo');
    const said = { reasonCode: 'SAME_FACTS', previousCaseNo: '2603-00017', opinion: '没有新情况' };
    expect(sayTo('notAccept', view, said)).toContain('previousCaseNo');
    expect(checkAsked(askedForm('notAccept'), view, { ...NO_ANSWERS, said }, () => [])).toMatchObject({
      input: { previousCaseNo: '260300017' },
    });
  });

  test('the number to merge into only when the system has found none', () => {
    const said = { intoCaseNo: '260300017', sameFamily: 'NO', opinion: '问过户主' };
    const sent = (of: StaffCaseView) => checkAsked(askedForm('merge'), of, { ...NO_ANSWERS, said }, () => []);
    expect(sent(view)).toMatchObject({ input: { intoCaseNo: '260300017' } });
    expect(sent({ ...view, duplicateOf: 'case-0' })).toMatchObject({ input: { intoCaseNo: null } });
  });

  test('a name only of whoever left one; nothing of it is sent otherwise', () => {
    const said = {
      channel: 'BOX',
      statement: '有车',
      aboutCadre: 'NO',
      named: 'NO',
      name: '先写了又不留',
    };
    expect(sayTo('fileObjection', view, said)).not.toContain('name');
    expect(checkAsked(askedForm('fileObjection'), view, { ...NO_ANSWERS, said }, () => [])).toMatchObject({
      input: { objector: null },
    });
    expect(sayTo('fileObjection', view, { ...said, named: 'YES' })).toContain('name');
  });

  test('whether facts changed only when the objection holds', () => {
    const open = objected().view(PEOPLE.li, NOW);
    const said = { verdict: 'NOT_UPHELD', answer: '查过了', factsChanged: 'YES', note: ' 问过车管所 ' };
    expect(sayTo('answerObjection', open, said)).not.toContain('factsChanged');
    expect(checkAsked(askedForm('answerObjection'), open, { ...NO_ANSWERS, said }, () => [])).toMatchObject({
      input: { objectionId: 'ob-1', factsChanged: false, note: '问过车管所' },
    });
    expect(sayTo('answerObjection', open, { verdict: 'PARTLY' })).toContain('factsChanged');
  });

  test('only township and county say who else is a relative', () => {
    const options = (of: StaffCaseView) => {
      const [who] = askedForm('declareKinship').questions(of, NO_ANSWERS);
      return who?.kind === 'one' ? who.options.map(({ value }) => value) : [];
    };
    expect(options(recorded().view(PEOPLE.li, NOW))).toEqual(['SELF']);
    expect(options(plain())).toEqual(['SELF', 'OTHER']);
  });

  test('days lie between the report and today', () => {
    const check = (visitedOn: string) =>
      checkAsked(
        askedForm('recordSiteCheck'),
        view,
        { ...NO_ANSWERS, said: { visitedOn, opinion: '一样' } },
        () => [],
      );
    expect(check('2026-03-05').ok).toBe(true);
    expect(check('2026-03-06')).toMatchObject({
      problems: { visitedOn: expect.stringContaining('日期不对') },
    });
    expect(check('2026-03-01')).toMatchObject({
      problems: { visitedOn: expect.stringContaining('日期不对') },
    });
    expect(check('2026-02-30')).toMatchObject({
      problems: { visitedOn: expect.stringContaining('没有这一天') },
    });
  });

  test('the server’s word stands above the question that it is about', () => {
    const [question] = askedForm('assignReviewers').questions(view, NO_ANSWERS);
    if (question === undefined) throw new Error('no question');
    expect(serverFault(question, { 'verifiers.1': '换一位' })).toBe('换一位');
    expect(serverFault(question, { village: '没有这个村' })).toBeUndefined();
  });
});

describe('what the case page shows afterwards', () => {
  const words = (view: StaffCaseView, id: string) => {
    const branch = branchesOf(view).find((one) => one.id === id);
    return branch === undefined
      ? undefined
      : [branch.tag?.text ?? '', ...branch.facts.map(({ key, value }) => `${key}：${value}`)];
  };

  test('an objection with its maker for those who handle it alone', () => {
    const town = objected().view(PEOPLE.chen, NOW);
    expect(words(town, 'objections')).toEqual([
      '1 条等答复',
      '3月9日收到：“他家有小车”，意见箱里的',
      '谁提的：留了名字，保密',
      '调查：还没有记',
    ]);
    expect(town.objections).toMatchObject([{ handles: true, anonymous: false }]);
    expect(JSON.stringify(town)).not.toContain('白德胜');
    const county = objected().view(PEOPLE.wu, NOW);
    expect(JSON.stringify(county)).not.toContain('白德胜');
    expect(words(county, 'objections')).toContain('谁提的：留了名字，保密');
    expect(objectorWords({ anonymous: true })).toBe('没有留名字');
    const aboutCadre = objected({ aboutCadre: true }).view(PEOPLE.li, NOW);
    expect(aboutCadre.objections).toMatchObject([{ handles: false }]);
  });

  test('first the investigation is pressed, then the answer', () => {
    const open = objected();
    // Who verified the family does not look into it: the township does.
    expect(actionsOf(open.view(PEOPLE.chen, NOW)).primary?.action).toBe('recordInvestigation');
    const looked = open.act(
      PEOPLE.chen,
      { type: 'recordInvestigation', objectionId: 'ob-1', record: '查了车管所', photoIds: [] },
      '2026-03-10T02:00:00.000Z',
    );
    const view = looked.view(PEOPLE.chen, '2026-03-10T03:00:00.000Z');
    expect(actionsOf(view).primary?.action).toBe('answerObjection');
    expect(askOf(view).text).toBe('查清了，请您答复提意见的人。');
    expect(usedDays(view)).toContain('正在暂停计时');
  });

  test('help that came first, with the day for its papers', () => {
    const view = helped().view(PEOPLE.li, NOW);
    expect(words(view, 'green')?.[0]).toBe('1 项手续要补');
    expect(words(view, 'green')?.[2]).toMatch(
      /^先帮的：临时住处，2,000 元，3月4日，2026年\d+月\d+日前补手续$/,
    );
  });

  test('who steps back, and that it is in the history in words', () => {
    const at = '2026-03-05T01:00:00.000Z';
    const story = accepted().act(
      PEOPLE.li,
      { type: 'declareKinship', person: null, relation: '户主的堂妹' },
      at,
    );
    const view = story.view(PEOPLE.chen, NOW);
    expect(words(view, 'kin')).toEqual(['', '李春梅：户主的堂妹，3月5日登记，不办这一家']);
    expect(historyFact(view, 'KinshipDeclared', at)).toBe('李春梅，户主的堂妹');
  });

  test('a case on the straight path has nothing beside it', () =>
    expect(branchesOf(accepted().view(PEOPLE.li, '2026-03-02T09:00:00.000Z'))).toEqual([]));

  test('what is late says who has been told', () => {
    const view = accepted().view(PEOPLE.li, '2026-03-07T02:00:00.000Z');
    expect(words(view, 'late')).toEqual([
      '有晚了的',
      expect.stringMatching(/^入户核实：应该 3月5日前，晚了；提醒村委会、驻村工作队、镇里经办、镇分管领导/),
    ]);
  });

  test('staff read the date in the words of the family', () => {
    const story = accepted();
    expect(familyLine(story.view(PEOPLE.li, NOW))).toBe(
      '农户看到：3月5日前到家里看情况，最晚 3月17日告诉结果',
    );
    expect(familyLine(published().view(PEOPLE.li, '2026-03-09T02:00:00.000Z'))).toBe(
      '农户看到：公示到3月11日，最晚 3月17日告诉结果',
    );
    expect(familyLine(objected().view(PEOPLE.li, '2026-03-09T02:00:00.000Z'))).toContain('不算进办理的天数');
  });

  test('the whole time is told by a word, not by a colour alone', () => {
    const view = accepted().view(PEOPLE.li, NOW);
    expect(capTag(view)).toBeUndefined();
    expect(capTag(accepted().view(PEOPLE.li, '2026-03-14T02:00:00.000Z'))?.text).toContain('快到了');
    expect(capTag(accepted().view(PEOPLE.li, '2026-03-20T02:00:00.000Z'))?.text).toContain('晚了');
  });

  test('pauses are told net and gross', () => {
    const view = accepted().view(PEOPLE.li, NOW);
    const clock = { ...view.clock, grossDays: 14, netDays: 10, pausedDays: 4 };
    expect(usedDays({ ...view, clock })).toBe('已用 10 天，最多 15 天（3月17日），暂停过 4 天，从头算 14 天');
  });

  test('two reports are told by the same keys', () => {
    const mine = reportWords(submitted().view(PEOPLE.li, NOW));
    expect(mine).toMatchObject({ 户主: '田有福', 谁报的: '田晓雨（子女）', 报的日子: '3月2日' });
  });

  test('the other report stands beside this one; of another village it says where, and not what was told', () => {
    const view = submitted().view(PEOPLE.li, NOW);
    const other: OtherReport = {
      caseNo: '260302176',
      elsewhere: false,
      villageName: '保南村',
      group: '二组',
      headName: '田有福',
      sameHead: true,
      idNoMasked: null,
      sameId: null,
      phoneMasked: '199****1234',
      samePhone: false,
      reporter: { relation: 'SELF', name: '田有福' },
      cluedOn: '2026-03-02',
      riskTypes: ['ILLNESS'],
      phrases: [],
      text: '住院花了钱',
      voice: true,
      closed: false,
    };
    const rows = Object.fromEntries(twoRows(view, other).map((row) => [row.key, row]));
    expect(rows.户主).toMatchObject({ mine: '田有福', other: '田有福', same: true });
    expect(rows.身份证?.same).toBeNull();
    expect(rows.电话?.same).toBe(false);
    expect(rows.说的话?.other).toBe('住院花了钱；有录音');
    const far = twoRows(view, { ...other, elsewhere: true, text: '不该看到' });
    expect(far.find(({ key }) => key === '哪个组')?.other).toBe('保南村 二组');
    expect(JSON.stringify(far)).not.toContain('不该看到');
  });

  test.each([
    [formatCaseNo(composeCaseNo('2026-03-02', 217)), true],
    [`编号 ${composeCaseNo('2026-03-02', 217)}`, true],
    [composeCaseNo('2026-03-02', 217).replace('0217', '0271'), false],
    ['', false],
  ])('「%s」 can be the number of a case: %s', (text, right) => {
    expect(toCaseNo(text).ok).toBe(right);
  });

  test('whoever has the last word on a refusal reads what was proposed, why, by whom and when', () => {
    const triage: NonNullable<StaffCaseView['triage']> = {
      proposal: 'NOT_INCLUDE',
      householdType: null,
      risks: [],
      needs: [],
      reasonCode: 'R01',
      opinion: '收入在线上，没有大的花销',
      actor: { personId: 'p-1', name: '王建军', role: 'TASKFORCE' },
      at: '2026-03-07T01:30:00.000Z',
    };
    const facts = Object.fromEntries(refusalProposal(triage).map(({ key, value }) => [key, value]));
    expect(facts).toEqual({
      村里建议: '不纳入',
      原因: REJECTION_LABELS.R01,
      理由: '收入在线上，没有大的花销',
      谁提的: '王建军，3月7日 09:30',
      农户会看到: REJECTION_SENTENCES.R01,
    });
    const included = proposalFacts({ ...triage, proposal: 'INCLUDE', risks: ['ILLNESS'], reasonCode: null });
    expect(included.map(({ key }) => key)).toEqual(['建议', '风险', '理由']);
  });
});
