import type { Prompt } from '@shared/assessment';
import type { HouseholdCaseView, QueueRow } from '@shared/casework';
import { CASE_STATES, PLAIN_STEPS } from '@shared/casework';
import * as messages from '@shared/messages';
import {
  ACTION_LABELS,
  caseHint,
  caseReadAloud,
  caseTag,
  caseTitle,
  comparisonSentences,
  day,
  daysLeftText,
  dueTag,
  EVENT_LABELS,
  FLAG_WARNINGS,
  fullDay,
  messageTitle,
  money,
  NEED_LABELS,
  nextStep,
  PHRASE_LABELS,
  promptSentence,
  queueDetail,
  REASONS,
  REJECTION_SENTENCES,
  RELATION_LABELS,
  ROW_REASONS,
  rowSentence,
  SUPPLEMENT_LABELS,
  sentence,
  staffDay,
  stepSentence,
  stepWhen,
  TROUBLE_LABELS,
  yuan,
} from '@shared/messages';
import { CODES, LONGEST, NEVER, OFFICE_WORDS, sentences } from '@tests/support/plain-words';

/** Parameters of every sentence that has some, as long as they come in life. */
const PARAMS = {
  state: 'PROPOSE_REJECT',
  caseNo: '2603 0217 6',
  names: '李春梅、王建军',
  lastDay: '2026-12-31',
  sheet: 5,
  members: 4,
  from: '2025-03',
  to: '2026-02',
  name: '阿依古丽·买买提',
  department: 'DISABLED_FEDERATION',
  need: 9,
  have: 8,
  votes: 10,
  voters: 11,
  villagers: 3,
  digits: 17,
  seconds: 3_600,
  megabytes: 20,
  most: 100_000,
  columns: '查对码、查对结果',
  column: '身份证号码',
  row: 100_000,
  due: '2026-12-31',
  answerBy: '2026-12-31',
  until: '2026-12-31',
};

describe('every reason', () => {
  test.each(REASONS)('%s has a plain sentence of bearable length', (reason) => {
    const text = sentence(reason, PARAMS);
    expect(text).toMatch(/[。？]$/);
    expect(text).not.toMatch(NEVER);
    expect(text).not.toMatch(CODES);
    for (const part of sentences(text)) expect([...part].length).toBeLessThanOrEqual(LONGEST);
  });

  test('an unknown one gets the general sentence, even when it is named like a property of objects', () => {
    for (const reason of ['NO_SUCH_REASON', 'constructor', '__proto__', ''])
      expect(sentence(reason)).toBe(sentence('INTERNAL'));
  });

  test.each([
    'NOT_FOUND',
    'DUPLICATE_OPEN_CASE',
    'ALREADY_AUTHORIZED',
    'UNKNOWN_SUPPLEMENT_ITEM',
    'EMPTY_SUPPLEMENT_ANSWER',
    'WITHDRAWAL_PENDING',
    'SIGN_IN_FIRST',
    'REQUIRED',
    'ID_LENGTH',
    'ID_CHECKSUM',
    'PHONE_LENGTH',
    'NAME_EMPTY',
    'ATTACHMENT_TOO_LARGE',
    'ATTACHMENT_WRONG_TYPE',
    'ATTACHMENT_BROKEN',
    'VOICE_WRONG_TYPE',
    'VOICE_TOO_LONG',
    'TRY_AGAIN',
    'INTERNAL',
  ])('%s, which a family can meet, has no office word', (reason) => {
    expect(sentence(reason, PARAMS)).not.toMatch(OFFICE_WORDS);
  });

  test.each([
    ['ID_LENGTH', { digits: 17 }, '您填了 17 位，身份证号是 18 位。最后一位有时是字母 X，请再看一眼。'],
    ['ID_CHECKSUM', {}, '这个号码对不上，可能有一位写错了。看一眼身份证，或者拍一张。'],
    ['PHONE_LENGTH', { digits: 10 }, '手机号是 11 位，您填了 10 位。没有手机也可以选“没有电话”。'],
    ['NOTICE_ENDED', {}, '这份公示已经结束，名单撤下了。'],
    ['PUBLICITY_NOT_OVER', { lastDay: '2026-03-11' }, '公示到3月11日才满。'],
    ['SHEET_WINDOW_WRONG', { from: '2025-03', to: '2026-02' }, '收支要算 2025年3月到2026年2月这 12 个月。'],
    ['TOO_MANY_CALLS', { seconds: 30 }, '点得太快了，30 秒后再试。'],
    ['TOO_MANY_CALLS', { seconds: 61 }, '点得太快了，2 分钟后再试。'],
    ['TOO_MANY_CALLS', { seconds: 7_200 }, '点得太快了，2 小时后再试。'],
  ])('%s reads as ux.md has it', (reason, params, text) => {
    expect(sentence(reason, params)).toBe(text);
  });
});

describe('labels', () => {
  const lists = Object.entries(messages).filter(
    (entry): entry is [string, Record<string, string>] =>
      /_(LABELS|SENTENCES|WORDS)$/.test(entry[0]) && typeof entry[1] === 'object',
  );

  test('are found', () => {
    expect(lists.map(([name]) => name)).toEqual(
      expect.arrayContaining(['STATE_LABELS', 'RISK_LABELS', 'ACTION_LABELS', 'EVENT_LABELS', 'STEP_LABELS']),
    );
  });

  test.each(lists)('%s: each is there, short, no code, and no other has the same', (_, labels) => {
    const words = Object.values(labels);
    expect(words.length).toBeGreaterThan(1);
    for (const word of words) {
      expect(word.trim()).not.toBe('');
      expect(word).not.toMatch(NEVER);
      expect(word.replace('12317', '')).not.toMatch(CODES);
      for (const part of sentences(word)) expect([...part].length).toBeLessThanOrEqual(LONGEST);
    }
    expect(new Set(words).size).toBe(words.length);
  });

  test.each([
    ['troubles', TROUBLE_LABELS],
    ['phrases', PHRASE_LABELS],
    ['needs', NEED_LABELS],
    ['relations', RELATION_LABELS],
    ['missing papers', SUPPLEMENT_LABELS],
    ['reasons of a refusal', REJECTION_SENTENCES],
  ])('%s, which a family reads, have no office word', (_, labels) => {
    for (const word of Object.values(labels)) expect(word).not.toMatch(OFFICE_WORDS);
  });
});

const VIEW: HouseholdCaseView = {
  id: 'c1',
  caseNo: '260302176',
  version: 1,
  village: '990101001201',
  group: '2组',
  headName: '田有福',
  memberCount: 4,
  state: 'VERIFYING',
  cluedOn: '2026-03-02',
  daysUsed: 2,
  netDays: 2,
  paused: false,
  dueOn: '2026-03-05',
  overdueDays: 0,
  resultDueOn: '2026-03-17',
  holder: { level: 'VILLAGE', contact: { office: '村委会', name: '李春梅', phone: '0990-000 0101' } },
  steps: PLAIN_STEPS.map((key, index) => ({
    key,
    status: index === 0 ? 'DONE' : index === 1 ? 'NOW' : 'TODO',
    on: '2026-03-05',
    who: index < 3 ? ['李春梅'] : [],
  })),
  visitors: [],
  missing: [],
  supplementDueOn: null,
  unsigned: [],
  adults: [],
  asksBank: true,
  reminder: null,
  rating: null,
  rateUntil: null,
  begunFrom: null,
  handover: null,
  publicity: null,
  result: { kind: 'NONE' },
  report: {
    submittedAt: '2026-03-02T01:10:00.000Z',
    idNoMasked: null,
    phoneMasked: null,
    reporter: { relation: 'CHILD', name: '田晓雨', reason: '' },
    phrases: [],
    text: '',
    hasVoice: true,
    riskTypes: ['ILLNESS'],
    needs: [],
    photoCount: 0,
  },
  withdrawal: 'NONE',
  mayWithdraw: true,
  allowed: ['requestWithdrawal'],
  refusalLetter: null,
  review: {
    mayAsk: false,
    askUntil: null,
    askedOn: null,
    answerDueOn: null,
    outcome: null,
    answerWithin: { limit: 10, unit: 'WORKING' },
    reviewers: [],
  },
  objection: null,
  moreTimeGiven: false,
  transfer: null,
  returned: null,
  greenChannel: null,
  hearing: null,
};

describe('what a family reads of its case', () => {
  const withState = (state: HouseholdCaseView['state']): HouseholdCaseView => ({ ...VIEW, state });

  test.each(CASE_STATES)('in %s: a title and a tag without code, blame or office word', (state) => {
    const view = withState(state);
    const texts = [
      caseTitle(view),
      caseHint(view),
      caseTag(view).text,
      nextStep(view),
      caseReadAloud(view),
      ...view.steps.flatMap((step) => [stepSentence(step, view), stepWhen(step, 5)]),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(NEVER);
      expect(text).not.toMatch(CODES);
      expect(text).not.toMatch(OFFICE_WORDS);
      for (const part of sentences(text)) expect([...part].length).toBeLessThanOrEqual(LONGEST);
    }
    expect(caseTitle(view)).not.toBe('');
  });

  test.each(Object.keys(EVENT_LABELS) as (keyof typeof EVENT_LABELS)[])(
    '%s: a message that says it all, or none',
    (type) => {
      const title = messageTitle(type, '2603 0217 6');
      if (title === null) return;
      expect(title).toContain('（编号 2603 0217 6）');
      expect(title).not.toMatch(NEVER);
      expect(title).not.toMatch(OFFICE_WORDS);
      expect([...title].length).toBeLessThanOrEqual(LONGEST);
    },
  );

  test('is told of an end, of a refusal and of a decision', () => {
    for (const type of ['HouseholdIncluded', 'CaseRejected', 'CaseWithdrawn', 'SupplementRequested'] as const)
      expect(messageTitle(type, '1')).not.toBeNull();
    for (const type of ['VerificationSigned', 'DataCheckAnswered', 'TriageCompleted'] as const)
      expect(messageTitle(type, '1')).toBeNull();
  });

  test.each([
    [{ kind: 'INCLUDED', on: '2026-03-16' }, '列入帮扶名单了', '已列入'],
    [{ kind: 'WITHDRAWN', on: '2026-03-16' }, '已经撤回，不办了', '已撤回'],
    [
      {
        kind: 'REJECTED',
        on: '2026-03-16',
        reasonCode: 'R01',
        lineFen: null,
        netPerCapitaFen: null,
        referencePerCapitaFen: null,
        revisitOn: null,
      },
      '这次没有列入帮扶名单',
      '没有列入',
    ],
  ] as const)('the end %j', (result, title, tag) => {
    const view = { ...VIEW, result };
    expect([caseTitle(view), caseTag(view).text, caseHint(view), nextStep(view)]).toEqual([
      title,
      tag,
      '3月16日办完',
      '',
    ]);
  });

  test('says what is missing first, then what is late', () => {
    const missing = [
      {
        key: 'a',
        kind: 'FACT' as const,
        what: '单子',
        why: '',
        memberKey: null,
        helpAsked: false,
        paper: null,
        helper: null,
      },
    ];
    expect(caseTag({ ...VIEW, state: 'SUPPLEMENT', missing, overdueDays: 2 })).toEqual({
      tone: 'need',
      text: '还差 1 样',
    });
    expect(caseTag({ ...VIEW, overdueDays: 2 })).toEqual({ tone: 'late', text: '晚了 2 天' });
    expect(caseReadAloud({ ...VIEW, missing })).toBe(
      '田有福家的申报。正在入户核实。还差单子。现在村委会李春梅在办。最晚3月17日告诉您结果。',
    );
  });

  test.each([
    [5, '还剩 5 天'],
    [2, '还剩 2 天'],
    [1, '今天最后一天'],
    [0, '已结束'],
  ])('%d days left: %s', (left, text) => {
    expect(daysLeftText(left)).toBe(text);
  });
});

describe('what staff read', () => {
  test.each([
    ['2026-03-04', 'late', '晚了 1 天（3月4日）'],
    ['2026-03-05', 'need', '今天到期（3月5日）'],
    ['2026-03-06', 'need', '明天到期（3月6日）'],
    ['2026-03-08', 'doing', '还剩 3 天（3月8日）'],
    [null, 'off', '没有期限'],
  ])('due %s on 5 March: %s %s', (dueOn, tone, text) => {
    expect(dueTag({ dueOn, paused: false }, '2026-03-05')).toEqual({ tone, text });
  });

  test('a case that waits for the family shows no countdown', () => {
    expect(dueTag({ dueOn: '2026-03-01', paused: true }, '2026-03-05')).toEqual({
      tone: 'off',
      text: '暂停计时，等农户',
    });
  });

  test('the second line of a row says what it waits for, a wish to withdraw before all', () => {
    const row: Pick<QueueRow, 'state' | 'waitingFor' | 'withdrawalAsked' | 'reminded'> = {
      state: 'VERIFYING',
      waitingFor: 'SECOND_SIGNATURE',
      withdrawalAsked: false,
      reminded: false,
    };
    expect(queueDetail(row)).toBe('入户核实 · 还差 1 个签名');
    expect(queueDetail({ ...row, waitingFor: 'NOTHING' })).toBe('入户核实');
    expect(queueDetail({ ...row, withdrawalAsked: true })).toBe('农户要撤回，等确认');
  });

  test.each([
    'T-INCOME',
    'T-NETREF',
    'T-MEDICAL10K',
    'T-INCOMEDROP',
    'T-RIGID>INCOME',
    'T-HOUSE',
    'T-WATER',
    'T-SCHOOL',
    'T-INSURANCE',
    'T-FOUR',
    'T-NEWDIBAO',
  ] as const)('prompt %s is a sentence with its figures, and decides nothing', (rule) => {
    const figures = {
      netPerCapitaFen: 13_658_75,
      referencePerCapitaFen: 6_283_75,
      lineFen: 8_700_00,
      medicalSelfPaidFen: 29_000_00,
      thresholdFen: 10_000_00,
      dropPct: 35,
      compliantSelfPaidFen: 1,
      netFen: 1,
      grade: 'C',
      waterCutDays: 40,
      groups: 'BIG_ILLNESS',
    };
    const prompt: Prompt = { rule, mandatoryDossier: false, params: figures };
    const text = promptSentence(prompt);
    expect(text).not.toMatch(NEVER);
    expect(text).not.toMatch(CODES);
    expect(text).not.toMatch(/应当纳入|必须纳入|不得纳入/);
    for (const part of sentences(text)) expect([...part].length).toBeLessThanOrEqual(LONGEST + 5);
  });

  test('prompts that fire at the line itself do not say below or above it', () => {
    const at = (rule: Prompt['rule'], params: Prompt['params']) =>
      promptSentence({ rule, mandatoryDossier: false, params });
    expect(at('T-NETREF', { referencePerCapitaFen: 8_700_00, lineFen: 8_700_00 })).toContain(
      '不高于 8,700 元',
    );
    expect(at('T-MEDICAL10K', { medicalSelfPaidFen: 10_000_00, thresholdFen: 10_000_00 })).toContain(
      '达到 10,000 元',
    );
  });

  test('buttons begin with a verb or name the step', () => {
    for (const label of Object.values(ACTION_LABELS)) expect([...label].length).toBeLessThanOrEqual(10);
  });
});

describe('figures and days', () => {
  test.each([
    [0, '0'],
    [5, '0.05'],
    [150_000, '1,500'],
    [628_375, '6,283.75'],
    [-313_333, '-3,133.33'],
    [100_000_000_00, '100,000,000'],
  ])('%d fen is %s yuan', (fen, text) => {
    expect(yuan(fen)).toBe(text);
    expect(money(fen)).toBe(`${text} 元`);
  });

  test('days are said as people say them', () => {
    expect(day('2026-03-05')).toBe('3月5日');
    expect(fullDay('2026-03-05')).toBe('2026年3月5日');
    expect(staffDay('2026-03-05')).toBe('3月5日 星期四');
  });
});

describe('rows of a table', () => {
  test.each(ROW_REASONS)('%s has a plain sentence', (reason) => {
    const text = rowSentence(reason, { row: 100_000, village: '保西村', place: '保西村', day: '3月5日' });
    expect(text).toMatch(/[。？]$/);
    expect(text).not.toMatch(NEVER);
    expect(text).not.toMatch(CODES);
    for (const part of sentences(text)) expect([...part].length).toBeLessThanOrEqual(LONGEST);
  });
});

test('the result of a comparison is told in short sentences, and so is each warning', () => {
  const most = { departments: 11, people: 20, comparedBefore: 3, waiting: 2, unavailable: 4 };
  const said = comparisonSentences({ ...most, flags: 12, explained: 10, accepted: 9 });
  const nothing = comparisonSentences({ ...most, comparedBefore: 0, flags: 0, explained: 0, accepted: 0 });
  expect(nothing.at(-1)).toBe('没有查到要说明的。');
  for (const text of [...said, ...nothing, ...Object.values(FLAG_WARNINGS)]) {
    expect(text).toMatch(/。$/);
    for (const part of sentences(text)) expect([...part].length).toBeLessThanOrEqual(LONGEST);
  }
});
