import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findProfile, ownProfile, readProfile } from '@tests/rehearse/find-profile';
import { readScenario } from '@tests/rehearse/read-scenario';
import { realStages } from '@tests/rehearse/real-stage';
import { type RehearseOptions, rehearse } from '@tests/rehearse/rehearse';
import type { Report } from '@tests/rehearse/report';
import { foundInNotice } from '@tests/support/notice-scanner';
import { startTestDatabase } from '@tests/support/stack';

const FOLDER = path.join(__dirname, '..', 'scenarios');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

jest.setTimeout(240_000);

const text = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');

const played = new Map<string, Promise<Report>>();

/** A scenario of the folder as it is, played once for all tests that look at it. */
function asWritten(name: string): Promise<Report> {
  const report = played.get(name) ?? play(name);
  played.set(name, report);
  return report;
}

/** Plays a scenario of the folder; `change` rewrites its text first, `profile` stands in for its own. */
async function play(
  name: string,
  profile?: string,
  change = (yaml: string) => yaml,
  options?: RehearseOptions,
): Promise<Report> {
  const read = readScenario(change(text(name)), name);
  const chosen = profile === undefined ? ownProfile(read) : findProfile(profile);
  return rehearse(read, chosen, realStages(startTestDatabase), options);
}

const unmet = (report: Report) => report.expectations.filter((one) => !one.met);

test.each(FILES)('%s goes as its file expects', async (name) => {
  const report = await asWritten(name);
  expect({ problems: report.problems, unmet: unmet(report) }).toEqual({ problems: [], unmet: [] });
  expect(report.expectations.length).toBeGreaterThan(5);
  expect(report.ok).toBe(true);
});

test("the manual's example is played as it stands", async () => {
  const manual = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(manual) ?? [];
  const read = readScenario(yaml, 'README.md');
  const report = await rehearse(read, ownProfile(read), realStages(startTestDatabase));
  expect({ problems: report.problems, unmet: unmet(report) }).toEqual({ problems: [], unmet: [] });
});

describe('F01', () => {
  let demo: Report;
  beforeAll(async () => {
    demo = await asWritten('F01.yaml');
  });

  test('goes the way of the scenario, on its days', () => {
    expect(demo.path.map(({ state, at }) => `${state} ${at.slice(5, 10)}`)).toEqual([
      'SUBMITTED 03-02',
      'ACCEPTED 03-02',
      'VERIFYING 03-02',
      'DATA_CHECK 03-04',
      'TRIAGE 03-05',
      'APPRAISAL 03-06',
      'PUBLICITY 03-06',
      'TOWN_REVIEW 03-12',
      'COUNTY_DECISION 03-12',
      'ANNOUNCED 03-13',
      'INCLUDED 03-16',
    ]);
    expect(demo.clueToDecisionDays).toEqual({ gross: 11, net: 11 });
    expect(demo.cap).toEqual({ days: 15, unit: 'NATURAL', used: 11, dueOn: '2026-03-17', met: true });
    expect(demo.figures).toEqual({ netPerCapita: 13_658.75, referencePerCapita: 6_283.75 });
    expect(demo.prompts).toEqual(['T-NETREF', 'T-MEDICAL10K']);
  });

  test('puts up head, head count and group, and nothing else of the family', () => {
    const [notice] = demo.notices;
    const lines = (audience: 'OPEN' | 'VILLAGE' | 'STAFF') =>
      notice?.as[audience].filter(
        (line) => /田|人|组/.test(line) && !/^(关于|按照|有意见|也可以)/.test(line),
      );
    expect(lines('OPEN')).toEqual(['一共 1 户 4 人']);
    expect(lines('VILLAGE')).toEqual(['一共 1 户 4 人', '1 田*福 4人 2组']);
    expect(lines('STAFF')).toEqual(['一共 1 户 4 人', '1 田有福 4人 2组']);
  });

  test('tells what each person could see and do', () => {
    const who = Object.fromEntries(demo.personas.map((persona) => [persona.name, persona]));
    expect(Object.keys(who.沈文?.couldDo ?? {})).toEqual([]);
    expect(who.沈文?.couldNotSee).toContain('PUBLICITY');
    expect(Object.keys(who.孙秀英?.couldDo ?? {})).toEqual([]);
    const states = (name: string, step: string) =>
      Object.entries(who[name]?.couldDo ?? {}).flatMap(([state, steps]) =>
        steps.includes(step) ? [state] : [],
      );
    expect(states('陈立', 'townReview')).toEqual(['TOWN_REVIEW']);
    expect(states('陈立', 'countyDecide')).toEqual([]);
    expect(states('高志远', 'townReview')).toEqual([]);
    expect(states('高志远', 'countyDecide')).toEqual(['COUNTY_DECISION']);
    expect(who.赵大勇?.refused).toEqual([]);
    expect(who.沈文?.refused).toEqual([
      '2026-03-02 10:00 look at case: NOT_FOUND',
      '2026-03-02 10:00 accept: STAFF_ONLY',
    ]);
  });
});

/** Every story under one other procedure, in turn; `npm run rehearse -- --profile` plays them all under any. */
const OTHERS = FILES.map((name, at) => [name, at % 2 === 0 ? 'GANSU2023' : 'ANHUI2022'] as const);

describe.each(OTHERS)('%s under %s', (name, profile) => {
  test('comes to the same decision, on other due dates', async () => {
    const [demo, other] = await Promise.all([
      asWritten(name),
      play(name, profile, undefined, { personas: false }),
    ]);
    expect({ problems: other.problems, unmet: unmet(other) }).toEqual({ problems: [], unmet: [] });
    expect(decided(other)).toEqual(decided(demo));
    expect(other.due.map((one) => one.dueOn)).not.toEqual(demo.due.map((one) => one.dueOn));
    expect([demo.cap?.unit, other.cap?.unit]).toEqual(['NATURAL', 'WORKING']);
  });

  /** All that is not days: due dates, whether they were met and the cap are what a profile changes. */
  function decided(report: Report) {
    const { path, others, clueToDecisionDays, figures, prompts, flags, decision, rejection, notices } =
      report;
    return {
      path: path.map(({ state, at, role }) => ({ state, at, role })),
      done: report.due.map(({ step, doneOn }) => ({ step, doneOn })),
      ...{ others, clueToDecisionDays, figures, prompts, flags, decision, notices },
      rejection: rejection && { reason: rejection.reason, dossier: rejection.dossier },
    };
  }
});

describe('what is published of all families', () => {
  test.each(FILES)('%s puts up no number, no cause, no child', async (name) => {
    const { notices } = await asWritten(name);
    const { scenario } = readScenario(text(name), name);
    const children = Object.values(scenario.family.members).filter(({ born }) => born > '2008-06-30');
    for (const { as } of notices)
      for (const lines of Object.values(as))
        expect(
          foundInNotice(
            lines.join('\n'),
            children.map((child) => child.name),
          ),
        ).toEqual([]);
  });

  test('and the scanner would find them', () => {
    const bad = '1 田有福 4人 因病 110101199003070011 19900000001 6222020200112233445 残疾 田小宝 学费';
    expect(foundInNotice(bad, ['田小宝'])).toEqual([
      '110101199003070011',
      '19900000001',
      '6222020200112233445',
      '因病',
      '残疾',
      '疾',
      '病',
      '学费',
      '田小宝',
    ]);
  });
});

describe('a rehearsal that does not go as expected', () => {
  const wrong = (change: (yaml: string) => string) =>
    play('F04.yaml', undefined, change, { personas: false });

  test('names the expectation, what was expected and what came', async () => {
    const report = await wrong((yaml) =>
      yaml
        .replace('referencePerCapita: 27800', 'referencePerCapita: 27801')
        .replace('notices: 0', 'notices: 1'),
    );
    expect(report.ok).toBe(false);
    expect(unmet(report)).toEqual([
      { what: 'reference per head', expected: 27_801, got: 27_800, met: false },
      { what: 'notices', expected: 1, got: 0, met: false },
    ]);
  });

  test('says on which line a step was refused, and stops there', async () => {
    const report = await wrong((yaml) => yaml.replace(', cannot: SAME_PERSON_TWO_LEVELS', ''));
    const line =
      text('F04.yaml')
        .split('\n')
        .findIndex((one) => one.includes('SAME_PERSON_TWO_LEVELS')) + 1;
    expect(report.ok).toBe(false);
    expect(report.problems).toEqual([
      expect.stringMatching(
        new RegExp(
          `^F04\\.yaml:${line}: two hats may not confirmRejection: SAME_PERSON_TWO_LEVELS \\(这一户您`,
        ),
      ),
    ]);
    expect(report.path.at(-1)?.state).toBe('PROPOSE_REJECT');
  });

  test('holds against what somebody should not have been allowed or shown', async () => {
    const report = await wrong((yaml) =>
      yaml
        .replace('do: triage, proposal', 'do: triage, cannot: ROLE_MAY_NOT, proposal')
        .replace('neverSees: [家境宽裕', 'neverSees: [这次没有列入帮扶名单'),
    );
    expect(unmet(report).map((one) => [one.expected, one.got])).toEqual([
      ['ROLE_MAY_NOT', 'it was allowed'],
      [false, true],
    ]);
  });
});

describe('a changed profile', () => {
  test('is tried out before it is used: with seven days of publicity the fifth is not the last', async () => {
    const profile = readProfile(
      `
extends: DEMO-2026
code: SEVEN-DAYS
publicity: { days: 7 }
steps: { publicity: { limit: 7, unit: NATURAL } }
budget: { publicity: 13, town: 14, county: 15 }
`,
      'seven.yaml',
    );
    const report = await rehearse(
      readScenario(text('F01.yaml'), 'F01.yaml'),
      profile,
      realStages(startTestDatabase),
    );
    expect(report.problems).toEqual([
      expect.stringContaining('grid may not photographBoard: END_PHOTO_TOO_EARLY'),
    ]);
    expect(report.due.find((one) => one.step === 'publicity')).toMatchObject({ dueOn: '2026-03-13' });
  });
});

describe('npm run rehearse', () => {
  const run = promisify(execFile);
  const main = path.join(__dirname, '..', 'rehearse', 'main.ts');
  const rehearseCommand = (...args: string[]) => run(process.execPath, ['--import', 'tsx', main, ...args]);
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rehearse-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('prints one JSON line a scenario and ends with 0', async () => {
    const { stdout } = await rehearseCommand(
      path.join(FOLDER, 'not-accepted.yaml'),
      path.join(FOLDER, 'taken-over.yaml'),
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Report);
    expect(lines.map(({ scenario, ok }) => [scenario, ok])).toEqual([
      ['not-accepted', true],
      ['taken-over', true],
    ]);
  });

  test('ends with 1 and file, line and reason when a file cannot be played', async () => {
    const file = path.join(folder, 'bad.yaml');
    await writeFile(file, text('F04.yaml').replace('do: accept,', 'do: approve,'));
    await expect(rehearseCommand(file)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/bad\.yaml:\d+: nobody may take the step "approve"; there are submit, /),
    });
  });

  test('ends with 1 when an expectation is not met', async () => {
    const file = path.join(folder, 'wrong.yaml');
    await writeFile(file, text('taken-over.yaml').replace('notices: 0', 'notices: 1'));
    await expect(rehearseCommand(file)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('"what":"notices","expected":1,"got":0,"met":false'),
    });
  });
});
