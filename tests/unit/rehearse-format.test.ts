import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ACTION_NAMES, ASSET_FLAGS, DEPARTMENTS, HOUSEHOLD_TYPES, RISK_TYPES } from '@shared/casework';
import { z } from '@shared/zod';
import { findProfile, ownProfile, readProfile } from '@tests/rehearse/find-profile';
import { readScenario } from '@tests/rehearse/read-scenario';
import { DUE_STEPS, Scenario } from '@tests/rehearse/scenario';
import { BadFile } from '@tests/rehearse/source';

const F04 = readFileSync(path.join(__dirname, '..', 'scenarios', 'F04.yaml'), 'utf8');

/** What is said of the file after a change to its text; the change must be one. */
function problems(from: string, to: string): string[] {
  const yaml = F04.replace(from, to);
  expect(yaml).not.toBe(F04);
  return problemsOf(() => readScenario(yaml, 'F04.yaml'));
}

function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof BadFile) return [...error.problems];
    throw error;
  }
  return [];
}

const lineOf = (words: string) => F04.split('\n').findIndex((line) => line.includes(words)) + 1;

describe('a scenario file', () => {
  test('is read as it is', () => {
    expect(problemsOf(() => readScenario(F04, 'F04.yaml'))).toEqual([]);
  });

  test('may say the words of the screens instead of codes', () => {
    const yaml = F04.replace('do: submit', 'do: 申报')
      .replace('do: accept', 'do: 受理')
      .replace('troubles: [ILLNESS]', 'troubles: [因病]')
      .replace('role: TASKFORCE', 'role: 驻村工作队');
    const { scenario } = readScenario(yaml, 'F04.yaml');
    expect(scenario).toEqual(readScenario(F04, 'F04.yaml').scenario);
  });

  test.each([
    [
      'an unknown key',
      'title: A surgery',
      'titel: A surgery',
      ['F04.yaml:2: unknown key "titel"', 'F04.yaml:1: title is missing'],
    ],
    [
      'an unknown key in a step',
      'do: submit',
      'do: submit, whit: 3',
      [`F04.yaml:${lineOf('do: submit')}: unknown key "whit"`],
    ],
    [
      'a day that does not exist',
      '2026-03-02 09:00',
      '2026-02-30 09:00',
      [`F04.yaml:${lineOf('do: submit')}: steps.0.at: must be a day and a time`],
    ],
    [
      'a code that there is none',
      'troubles: [ILLNESS]',
      'troubles: [BROKE]',
      [`F04.yaml:${lineOf('troubles')}: report.troubles.0: "BROKE" is not one of ILLNESS, `],
    ],
    [
      'yuan with three decimals',
      'yuan: 78000',
      'yuan: 78000.005',
      [`F04.yaml:${lineOf('78000')}: sheet.income.0.yuan: must be yuan with at most two decimals`],
    ],
    [
      'text where a number belongs',
      'yuan: 78000',
      'yuan: 七万八',
      [`F04.yaml:${lineOf('78000')}: sheet.income.0.yuan: must be a number`],
    ],
    [
      'a group without a head',
      '    head: { name: 施永安, born',
      '    boss: { name: 施永安, born',
      [`F04.yaml:${lineOf('  members:')}: family.members: needs a member called head`],
    ],
    [
      'a step that nobody may take',
      'do: triage',
      'do: closePublicity',
      [`F04.yaml:${lineOf('do: triage')}: nobody may take the step "closePublicity"`],
    ],
    [
      'a step that this person may never take',
      'by: taskforce, do: triage',
      'by: head, do: triage',
      [
        `F04.yaml:${lineOf('do: triage')}: head may never take the step triage: it is for VILLAGE, TASKFORCE, head is HOUSEHOLD`,
      ],
    ],
    [
      'a step without an office',
      'by: taskforce, do: triage',
      'by: neighbour, do: triage',
      [
        `F04.yaml:${lineOf('do: triage')}: neighbour may never take the step triage: it is for VILLAGE, TASKFORCE, neighbour is none of them`,
      ],
    ],
    [
      'an office of another place',
      'role: TASKFORCE }',
      "role: TASKFORCE, region: '990202003204' }",
      [
        `F04.yaml:${lineOf('by: taskforce, do: sign')}: taskforce may never take the step signVerification: 990202003204 is another place`,
      ],
    ],
    [
      'somebody who is not there',
      'by: taskforce, do: triage',
      'by: nobody else, do: triage',
      [`F04.yaml:${lineOf('do: triage')}: there is no person "nobody else"`],
    ],
    [
      'a member who is not there',
      'members: [head, wife, son] }',
      'members: [head, uncle] }',
      [`F04.yaml:${lineOf('do: recordAuthorization')}: there is no member of the family "uncle"`],
    ],
    [
      'a step before the one above it',
      '2026-03-03 09:00',
      '2026-03-01 09:00',
      [`F04.yaml:${lineOf('do: accept')}: 2026-03-01 09:00 is before the step above it`],
    ],
    [
      'a village of another town',
      '990101001201',
      '990101002201',
      [`F04.yaml:${lineOf('village: {')}: the village is not in the town`],
    ],
    [
      'nobody who reports',
      'do: submit }',
      'do: wait }',
      [`F04.yaml:${lineOf('steps:')}: nobody reports: there is no step "submit"`],
    ],
    [
      'a bracket that is not closed',
      'flags: [CAR, URBAN_HOUSE]',
      'flags: [CAR, URBAN_HOUSE',
      [/^F04\.yaml:\d+: Flow sequence in block collection/],
    ],
    [
      'a key that stands twice',
      'title: A surgery',
      'scenario: again\ntitle: A surgery',
      ['F04.yaml:2: Map keys must be unique'],
    ],
  ])('%s is refused with file, line and reason', (_, from, to, expected) => {
    const found = problems(from, to);
    for (const start of expected)
      expect(found).toContainEqual(
        typeof start === 'string' ? expect.stringContaining(start) : expect.stringMatching(start),
      );
  });

  test('all faults are told at once, in the order of the file', () => {
    const yaml = F04.replace('do: accept', 'do: approve')
      .replace('title:', 'titel:')
      .replace('notices: 0', 'notice: 0');
    const lines = problemsOf(() => readScenario(yaml, 'F04.yaml')).map((one) => Number(one.split(':')[1]));
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});

describe('the manual of the format', () => {
  const manual = readFileSync(path.join(__dirname, '..', 'scenarios', 'README.md'), 'utf8');
  const examples = [...manual.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');

  test('has an example that can be read as it stands', () => {
    expect(examples).toHaveLength(1);
    expect(problemsOf(() => readScenario(examples[0] ?? '', 'README.md'))).toEqual([]);
  });

  test('has a changed profile that makes sense', () => {
    const [, profile = ''] = /```\n(extends: [\s\S]*?)```/.exec(manual) ?? [];
    expect(problemsOf(() => readProfile(profile, 'README.md'))).toEqual([]);
  });

  test('names every key, step and code that a file may hold', () => {
    const words = new Set(manual.match(/[\w>-]+/g));
    const keys = keysOf(z.toJSONSchema(Scenario, { io: 'input', unrepresentable: 'any' }));
    const codes = [
      ...ACTION_NAMES,
      ...DUE_STEPS,
      ...RISK_TYPES,
      ...HOUSEHOLD_TYPES,
      ...DEPARTMENTS,
      ...ASSET_FLAGS,
    ];
    const missing = [...keys, ...codes].filter(
      (word) => !words.has(word) && word !== 'closePublicity' && word !== 'giveBackVisit',
    );
    expect(missing).toEqual([]);
    expect(keys.length).toBeGreaterThan(80);
  });

  /** Every name of a property, however deep. */
  function keysOf(schema: unknown): string[] {
    if (typeof schema !== 'object' || schema === null) return [];
    const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> };
    const inner = [...Object.values(properties), ...Object.values(rest)].flatMap(keysOf);
    return [...new Set([...Object.keys(properties), ...inner])];
  }
});

describe('a profile file', () => {
  test('may change a few things of a profile that comes with the code', () => {
    const changed = readProfile('extends: GANSU2023\ncode: OURS-2026\nclock: { capDays: 18 }', 'ours.yaml');
    const base = findProfile('GANSU2023');
    expect(changed).toEqual({ ...base, code: 'OURS-2026', clock: { ...base.clock, capDays: 18 } });
  });

  test.each([
    ['extends: DEMO-2026\nclock:\n  capDays: 5', 'ours.yaml:1: budget.'],
    ['extends: DEMO-2026\npublicity:\n  days: 4\n', 'ours.yaml:3: publicity.days: '],
    ['extends: DEMO-2026\nclock:\n  capDay: 5', 'ours.yaml:3: clock.capDay: '],
    ['extends: NOWHERE', 'ours.yaml:1: no such profile; there are DEMO-2026, GANSU2023, ANHUI2022'],
    ['code: HALF-A-PROFILE', 'ours.yaml:1: '],
  ])('%j is refused with file, line and reason', (yaml, start) => {
    expect(problemsOf(() => readProfile(yaml, 'ours.yaml'))).toContainEqual(expect.stringContaining(start));
  });

  test('a scenario that names none is refused with its line', () => {
    const read = readScenario(F04.replace('profile: DEMO-2026', 'profile: DEMO-2027'), 'F04.yaml');
    expect(problemsOf(() => ownProfile(read))).toEqual([
      expect.stringMatching(/^F04\.yaml:\d+: no such profile; there are DEMO-2026, /),
    ]);
    expect(ownProfile(readScenario(F04, 'F04.yaml'))).toBe(findProfile('DEMO-2026'));
  });

  test('a name that is neither a code nor a file is refused', () => {
    expect(problemsOf(() => findProfile('GANSU2032'))).toEqual([
      expect.stringContaining('GANSU2032: no such profile'),
    ]);
    expect(problemsOf(() => findProfile('not-there.yaml'))).toEqual(['not-there.yaml: cannot be read']);
  });
});
