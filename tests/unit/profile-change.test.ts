import { ASSET_FLAGS } from '@shared/casework';
import {
  PROFILE_FIELDS,
  PROFILE_GROUPS,
  type ProfileValue,
  profileChanges,
  profileValue,
  withProfileValue,
} from '@shared/messages/profile-fields';
import { storyChangeWords } from '@shared/messages/rehearsal';
import { ANHUI2022, DEMO_2026, GANSU2023, Profile, readProfile } from '@shared/procedure';
import { play, rehearse, STORIES } from '@shared/rehearsal';
import { z } from '@shared/zod';
import { CODES, LONGEST, NEVER } from '@tests/support/plain-words';

/** The demo's procedure with fields of the form changed. */
const changed = (changes: Record<string, ProfileValue>, from: Profile = DEMO_2026): Profile =>
  Object.entries(changes).reduce((profile, [path, value]) => withProfileValue(profile, path, value), from);

const story = (key: string) => {
  const found = STORIES.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no story ${key}`);
  return found;
};

const words = (key: string, after: Profile, before: Profile = DEMO_2026) =>
  rehearse(story(key), before, after).map(storyChangeWords);

describe('the form', () => {
  /** Places of all values that the schema knows, flags by their code. */
  function places(schema: unknown, path: string): string[] {
    if (path === 'assetFlags')
      return ASSET_FLAGS.flatMap((flag) => [`${path}.${flag}.level`, `${path}.${flag}.exemptions`]);
    if (schema instanceof z.ZodOptional) return places(schema.unwrap(), path);
    const below = (key: string, value: unknown) => places(value, path ? `${path}.${key}` : key);
    if (schema instanceof z.ZodObject)
      return Object.entries(schema.shape).flatMap(([key, value]) => below(key, value));
    if (schema instanceof z.ZodRecord)
      return (schema.keyType as z.ZodEnum).options.flatMap((key) => below(String(key), schema.valueType));
    return [path];
  }

  test('has every value of a profile, but for what a version itself is and what follows from another field', () => {
    const fixed = ['code', 'version', 'effectiveFrom', 'regionCode', 'incomeWindow.identify'];
    const follows = ['steps.publicity.limit', 'steps.publicity.unit'];
    const shown = PROFILE_FIELDS.map(({ path }) => path);
    expect([...shown].sort()).toEqual(
      places(Profile, '')
        .filter((path) => ![...fixed, ...follows].includes(path))
        .sort(),
    );
  });

  test.each(PROFILE_FIELDS.map((field) => [field.path, field] as const))(
    '%s is read and written at its place, and nothing else changes',
    (path, field) => {
      const other: ProfileValue =
        field.kind === 'YES_NO'
          ? profileValue(DEMO_2026, path) !== true
          : field.kind === 'SOME'
            ? []
            : field.kind === 'ONE'
              ? Object.keys(field.choices ?? {}).find((key) => key !== profileValue(DEMO_2026, path))
              : field.kind === 'TEXT'
                ? '另写的'
                : 7.5;
      const after = withProfileValue(DEMO_2026, path, other);
      expect(profileValue(after, path)).toEqual(other);
      const differ = PROFILE_FIELDS.filter(
        (one) =>
          JSON.stringify(profileValue(after, one.path)) !== JSON.stringify(profileValue(DEMO_2026, one.path)),
      ).map((one) => one.path);
      expect(differ.filter((one) => one !== path && !one.startsWith('assetFlags'))).toEqual([]);
    },
  );

  test('its words are short and plain', () => {
    for (const { label, unit = '', choices = {} } of PROFILE_FIELDS)
      for (const text of [label, unit, ...Object.values(choices), ...Object.values(PROFILE_GROUPS)]) {
        expect(text).not.toMatch(NEVER);
        expect(text).not.toMatch(CODES);
        expect([...text].length).toBeLessThanOrEqual(20);
      }
  });

  test('leaving an optional field empty takes it out of the profile', () => {
    const after = changed({ 'appraisal.minVillagerShare': 0.5 });
    expect(withProfileValue(after, 'appraisal.minVillagerShare', undefined)).toEqual(DEMO_2026);
  });
});

describe('a faulty field', () => {
  const faultsOf = (changes: Record<string, ProfileValue>) => {
    const read = readProfile(changed(changes));
    return read.ok ? [] : read.faults;
  };

  test.each<[string, Record<string, ProfileValue>, string, string]>([
    ['too short a publicity', { 'publicity.days': 4 }, 'publicity.days', '公示：要填 5 到 366 的整数。'],
    [
      'half a day',
      { 'steps.verify.limit': 2.5 },
      'steps.verify.limit',
      '入户核实，几天内：要填 0 到 366 的整数。',
    ],
    [
      'no line',
      { 'line.perCapitaFen': 0 },
      'line.perCapitaFen',
      '收入线（人均一年）：要填 1 到 1000000 元。',
    ],
    [
      'a warning at the end',
      { 'clock.warnAt': 1 },
      'clock.warnAt',
      '用到多少就提醒：要填 1 到 99，不带百分号。',
    ],
    ['nothing written', { 'names.hotline': '' }, 'names.hotline', '热线电话：不能空着。'],
    ['no number', { 'clock.capDays': undefined }, 'clock.capDays', '总期限：缺这一项。'],
    ['not posted anywhere', { 'publicity.place': [] }, 'publicity.place', '在哪里公示：至少选一样。'],
    [
      'one signature',
      { 'verification.minSigners': 1 },
      'verification.minSigners',
      '入户核实几人签名：要填 2 到 10 的整数。',
    ],
    [
      'a plan beyond the cap',
      { 'budget.county': 16 },
      'budget.county',
      '县级审定，排在第几天：超过了总期限 15 天。',
    ],
    [
      'a plan backwards',
      { 'budget.town': 10 },
      'budget.town',
      '镇级审核，排在第几天：比前面的“公示期满”还早。',
    ],
    [
      'a longer publicity without room',
      { 'publicity.days': 7 },
      'budget.publicity',
      '公示期满，排在第几天：评议到公示结束不够 7 天。',
    ],
  ])('%s', (_, changes, path, message) => {
    expect(faultsOf(changes)).toEqual([{ path, message }]);
    for (const part of message.split('。')) expect([...part].length).toBeLessThanOrEqual(LONGEST);
  });

  test('several are told at once, each once, in the order of the form', () => {
    expect(
      faultsOf({ 'names.plan': '', 'clock.capDays': 0, 'triggers.medicalSelfPaidFen': -1 }).map(
        ({ path }) => path,
      ),
    ).toEqual(['clock.capDays', 'triggers.medicalSelfPaidFen', 'names.plan']);
  });

  test.each([null, [], 'x', 7])('%p is no profile and says so', (input) => {
    const read = readProfile(input);
    expect(read.ok).toBe(false);
  });
});

describe('what differs, in words', () => {
  test('days with their unit, money, yes and no, choices, flags', () => {
    const after = changed({
      'steps.verify.limit': 5,
      'clock.unit': 'WORKING',
      'line.perCapitaFen': 9_200_00,
      'netReference.countEducationAid': false,
      'assetFlags.CAR.level': 'HARD',
      'assetFlags.FUND.level': 'NONE',
      'appraisal.minVillagerShare': 0.6,
    });
    expect(
      profileChanges(DEMO_2026, after).map(({ label, before, after: now }) => `${label} ${before} → ${now}`),
    ).toEqual([
      '总期限按 天 → 个工作日',
      '入户核实，几天内 3 天 → 5 天',
      '收入线（人均一年） 8,700 元 → 9,200 元',
      '教育资助算收入 是 → 不是',
      '村民代表至少占 没有写 → 60 %',
      '有小车 提醒 → 严格',
      '公积金、大额存款 提醒 → 不看',
      '公积金、大额存款，哪些可以不算 留着看病的钱 → 没有',
    ]);
    expect(profileChanges(DEMO_2026, DEMO_2026)).toEqual([]);
  });
});

describe('a story under the rules that it was lived under', () => {
  /** From `expect` of the scenarios in tests/scenarios: the played core and the played system must agree. */
  test('F01 falls due on the days of the scenario', () => {
    const played = play(story('F01'), DEMO_2026);
    expect(Object.fromEntries(played.steps.map(({ step, dueOn }) => [step, dueOn]))).toMatchObject({
      accept: '2026-03-03',
      verify: '2026-03-05',
      dataCheck: '2026-03-07',
      publicity: '2026-03-11',
      town: '2026-03-13',
      county: '2026-03-15',
      announce: '2026-03-15',
    });
    expect(Object.fromEntries(played.steps.map(({ step, doneOn }) => [step, doneOn]))).toMatchObject({
      verify: '2026-03-04',
      dataCheck: '2026-03-05',
      post: '2026-03-06',
      publicity: '2026-03-11',
      town: '2026-03-12',
      county: '2026-03-13',
    });
    expect(played.refused).toBeNull();
  });

  test.each([
    ['F01', 13_658_75, 6_283_75, ['T-NETREF', 'T-MEDICAL10K']],
    ['F02', 3_550_00, 1_450_00, ['T-INCOME', 'T-NETREF']],
    ['F04', 32_000_00, 27_800_00, ['T-MEDICAL10K']],
    ['F05', 7_800_00, 6_225_00, ['T-INCOME', 'T-NETREF']],
    ['F08', 9_523_33, 3_523_33, ['T-NETREF', 'T-FOUR']],
  ])('%s has the figures and prompts of the scenario', (key, net, reference, rules) => {
    const { assessment, prompts, refused } = play(story(key), DEMO_2026);
    expect(assessment).toMatchObject({ netPerCapitaFen: net, referencePerCapitaFen: reference });
    expect(prompts.map(({ rule }) => rule)).toEqual(rules);
    expect(refused).toBeNull();
  });

  test.each([DEMO_2026, GANSU2023, ANHUI2022])('every story comes to its end under $code', (profile) => {
    for (const one of STORIES) expect([one.key, play(one, profile).refused]).toEqual([one.key, null]);
  });

  test('nothing changes between rules that are the same, whatever their version', () => {
    for (const one of STORIES) expect(rehearse(one, DEMO_2026, { ...DEMO_2026, version: 2 })).toEqual([]);
  });
});

/** Every date and figure below was computed by hand from domain.md 3.0, 3.1 and 5.1 and the scenario's days. */
describe('a story under other rules', () => {
  test('two more days for the visit: the later of limit and plan moves the promise', () => {
    // Accepted on 2 March: its own limit would give the 7th, the plan's day 5 too; without the plan it stays at day 3.
    expect(words('F01', changed({ 'steps.verify.limit': 5 }))).toEqual([]);
    expect(words('F01', changed({ 'steps.verify.limit': 5, 'budget.verify': 5 }))).toEqual([
      '入户核实：3月5日前 → 3月7日前',
    ]);
  });

  test('seven days of publicity push out what comes after, and the township cannot come on the sixth', () => {
    const after = changed({ 'publicity.days': 7, 'budget.publicity': 13, 'budget.town': 14 });
    // Posted on Friday the 6th: full from the 7th to the 13th. The township has the 14th, two days from the 13th or
    // day 14 of the plan (16th): the 15th. The county: three days from the 14th or day 14 (16th): the 16th.
    expect(words('F01', after)).toEqual([
      '公示到：3月11日 → 3月13日',
      '镇级审核：3月13日前 → 3月15日前',
      '镇级审核最早：3月12日 → 3月14日',
      '县级审定：3月15日前 → 3月16日前',
      '县级审定最早：3月13日 → 3月14日',
      '公告：3月15日前 → 3月16日前',
      '公告：不再超期',
      '公示：5 天 → 7 天',
    ]);
  });

  test('fifteen working days: the cap goes from the 17th to the 23rd', () => {
    // Working days after Monday 2 March 2026: the 15th of them is Monday the 23rd.
    expect(words('F01', changed({ 'clock.unit': 'WORKING' }))).toContain('总期限：3月17日 → 3月23日');
  });

  test('no pause for papers: the cap is four days earlier, and the decision of the 19th is late', () => {
    const said = words('F05', changed({ 'clock.pauseOn': ['OBJECTION'] }));
    expect(said).toContain('总期限：3月21日 → 3月17日');
    expect(said).toContain('县级审定：会变成超期');
  });

  test('a threshold above what the family paid takes the prompt away, and with it the dossier', () => {
    // F04 paid 42,000 − 29,400 = 12,600 yuan.
    expect(words('F04', changed({ 'triggers.medicalSelfPaidFen': 12_600_00 }))).toEqual([]);
    expect(words('F04', changed({ 'triggers.medicalSelfPaidFen': 12_601_00 }))).toEqual([
      '提示“自付看病花费大”不再出现',
      '不纳入时不再建专档',
    ]);
  });

  test('costs outside the catalogue count: 5,400 yuan less among four heads', () => {
    expect(words('F01', changed({ 'netReference.countOutOfCatalogueMedical': true }))).toEqual([
      '扣支出后人均：6,283.75 元 → 4,933.75 元',
    ]);
  });

  test('a lower line lets a family stand above it', () => {
    // F05 has 7,800 net a head and 6,225 after what must be spent; 1.2 times 6,000 is 7,200.
    expect(words('F05', changed({ 'line.perCapitaFen': 6_000_00 }))).toEqual([
      '收入线：8,700 元 → 6,000 元',
      '人均收入：线下 → 线上',
      '扣支出后人均：线下 → 贴近线',
      '提示“收入在线下”不再出现',
      '提示“扣支出后在线下”不再出现',
    ]);
  });

  test('a larger quorum refuses a meeting of eleven, and the words say how many are missing', () => {
    expect(words('F01', changed({ 'appraisal.quorum': 15 }))).toEqual([
      '评议会办不下去：到会 11 人，至少要 15 人才够数',
    ]);
    const strict = changed({ 'appraisal.quorum': 15 });
    expect(words('F01', DEMO_2026, strict)).toContain('评议会：原来办不下去，现在能办');
  });

  test('a third signature is missing', () => {
    expect(words('F01', changed({ 'verification.minSigners': 3 }))).toContain(
      '入户核实办不下去：还差 1 人签名',
    );
  });

  test('a stricter look at cars is told where a car was found, and nowhere else', () => {
    const after = changed({ 'assetFlags.CAR.level': 'HARD' });
    expect(words('F08', after)).toEqual(['有小车：提醒 → 严格']);
    expect(words('F01', after)).toEqual([]);
  });

  test('every sentence is short and has no code in it', () => {
    const strange = changed({
      'clock.unit': 'WORKING',
      'publicity.days': 9,
      'line.perCapitaFen': 2_000_00,
      'verification.minSigners': 4,
      'assetFlags.CAR.level': 'NONE',
    });
    for (const one of STORIES)
      for (const after of [
        strange,
        GANSU2023,
        ANHUI2022,
        changed({ 'appraisal.oddOnly': true, 'appraisal.quorum': 21 }),
      ])
        for (const text of words(one.key, after)) {
          expect(text).not.toMatch(NEVER);
          expect(text).not.toMatch(CODES);
          expect([...text].length).toBeLessThanOrEqual(LONGEST);
        }
  });
});
