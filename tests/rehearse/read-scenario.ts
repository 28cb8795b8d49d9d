import { levelOfRole, type Role, type StaffRole } from '@shared/access';
import {
  ACTION_NAMES,
  ACTIONS,
  type ActionName,
  FAMILY_RELATIONS,
  type ReporterRelation,
} from '@shared/casework';
import { ACTION_LABELS } from '@shared/messages';
import { covers } from '@shared/regions';
import { EXIT_ROLES, EXIT_WORDS } from './elimination';
import { HELP_ROLES, HELP_WORDS } from './help';
import { MAIN, type Person, Scenario, type Step } from './scenario';
import { BadFile, readSource, type Source, schemaProblems } from './source';

/** A scenario with the lines on which its parts stand. */
export interface ReadScenario {
  scenario: Scenario;
  source: Source;
}

/** Steps that are not commands to the case. */
const OTHER_STEPS: Readonly<Record<string, string>> = {
  submit: '申报',
  look: '看',
  wait: '等',
  sendLink: '发签名链接',
  signLink: '点链接签名',
  doneTask: '办好跑腿的事',
  takeOver: '农户自己接过去办',
  changeLine: '改收入线',
  ...EXIT_WORDS,
  ...HELP_WORDS,
};
/** Done by timers, with another step, or no step yet. */
const UNREACHABLE: readonly ActionName[] = [
  'closePublicity',
  'settlePublicity',
  'expireSupplement',
  'takeInReport',
  'giveBackVisit',
  // The step `offerTakeOver` of a cadre.
  'handTakeOverCode',
];
const STEP_NAMES: readonly string[] = [
  ...Object.keys(OTHER_STEPS),
  ...ACTION_NAMES.filter((name) => !UNREACHABLE.includes(name)),
];
const BY_WORD = new Map<string, string>([
  ...STEP_NAMES.map((name) => [name, name] as const),
  ...Object.entries(OTHER_STEPS).map(([name, word]) => [word, name] as const),
  ...Object.entries(ACTION_LABELS).map(([name, word]) => [word, name] as const),
]);

/**
 * Reads a scenario from YAML text: its shape, then whether the story can be told at all. All faults at once.
 * @throws BadFile with `FILE:LINE: reason` for each fault
 */
export function readScenario(text: string, file: string): ReadScenario {
  const source = readSource(text, file);
  const unknown = unknownSteps(source);
  const parsed = Scenario.safeParse(withStepNames(source.data));
  const shape = parsed.success
    ? []
    : schemaProblems(source, parsed.error).filter((problem) => !unknown.lines.has(lineOfProblem(problem)));
  const problems = [...unknown.problems, ...shape];
  if (parsed.success && problems.length === 0) problems.push(...senseProblems(parsed.data, source));
  if (!parsed.success || problems.length > 0) throw new BadFile(inOrder(problems));
  return { scenario: parsed.data, source };
}

function lineOfProblem(problem: string): number {
  return Number(/:(\d+): /.exec(problem)?.[1] ?? 0);
}

function inOrder(problems: readonly string[]): string[] {
  return [...problems].sort((a, b) => lineOfProblem(a) - lineOfProblem(b));
}

function stepsOf(data: unknown): unknown[] {
  const steps = (data as { steps?: unknown } | null)?.steps;
  return Array.isArray(steps) ? steps : [];
}

function unknownSteps(source: Source): { problems: string[]; lines: Set<number> } {
  const problems: string[] = [];
  const lines = new Set<number>();
  for (const [index, step] of stepsOf(source.data).entries()) {
    const name: unknown = (step as { do?: unknown } | null)?.do;
    if (typeof name === 'string' && BY_WORD.has(name.trim())) continue;
    const path = ['steps', index, 'do'];
    const reason =
      name === undefined
        ? 'says not what is done: "do" is missing'
        : `nobody may take the step "${String(name)}"; there are ${STEP_NAMES.join(', ')}`;
    problems.push(source.say(path, name === undefined ? `step ${index + 1} ${reason}` : reason));
    lines.add(source.lineOf(path));
    lines.add(source.lineOf(['steps', index]));
  }
  return { problems, lines };
}

/** Steps may be called by the words on the buttons: 受理 is accept. */
function withStepNames(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || stepsOf(data).length === 0) return data;
  return {
    ...data,
    steps: stepsOf(data).map((step) => {
      const name: unknown = (step as { do?: unknown } | null)?.do;
      return typeof name === 'string' && typeof step === 'object'
        ? { ...step, do: BY_WORD.get(name.trim()) ?? name }
        : step;
    }),
  };
}

function senseProblems(scenario: Scenario, source: Source): string[] {
  const { people, family, place, steps } = scenario;
  const problems: string[] = [];
  const wrong = (path: readonly PropertyKey[], reason: string) => problems.push(source.say(path, reason));

  if (!place.town.code.startsWith(place.county.code))
    wrong(['place', 'town'], 'the town is not in the county');
  if (!place.village.code.startsWith(place.town.code))
    wrong(['place', 'village'], 'the village is not in the town');
  for (const [key, member] of Object.entries(family.members))
    if ((key === 'head') !== (member.relation === undefined || member.relation === 'HEAD'))
      wrong(
        ['family', 'members', key],
        'the member called head is the head, all others need another relation',
      );
  for (const [key, { role, region }] of Object.entries(people))
    if (region !== undefined && role.length === 0)
      wrong(['people', key, 'region'], 'a region without a role');

  const reporter = reporterOf(scenario);
  if (reporter === null) wrong(['steps'], 'nobody reports: there is no step "submit"');
  let before = '';
  const reported = new Set<string>();
  for (const [index, step] of steps.entries()) {
    const path = ['steps', index];
    const known = (keys: readonly string[], group: object, what: string, at: string) => {
      for (const key of keys.filter((one) => !(one in group)))
        wrong([...path, at], `there is no ${what} "${key}"`);
    };
    if (step.at < before) wrong([...path, 'at'], `${step.at} is before the step above it`);
    before = step.at;
    if (step.by !== 'nobody') known([step.by], people, 'person', 'by');
    if ('verifiers' in step) known(step.verifiers, people, 'person', 'verifiers');
    if (step.do === 'assignReviewers') known(step.reviewers, people, 'person', 'reviewers');
    if (step.do === 'declareKinship' && step.person !== undefined)
      known([step.person], people, 'person', 'person');
    if (step.do === 'assignHelper') known([step.helper], people, 'person', 'helper');
    if (step.do === 'takeOver') known([step.idOf], family.members, 'member of the family', 'idOf');
    if (step.do === 'sendLink' || step.do === 'signLink')
      known([step.member], family.members, 'member of the family', 'member');
    if (step.do === 'submit') {
      if (step.meanwhile !== undefined) known([step.meanwhile], people, 'person', 'meanwhile');
      if (step.meanwhile !== undefined && step.case === MAIN)
        wrong([...path, 'meanwhile'], 'two reports at once: name the second one with "case"');
      if (step.cannot === undefined)
        reported.add(step.case).add(step.meanwhile === undefined ? step.case : MAIN);
    } else if (!reported.has(step.case) && step.case !== MAIN)
      wrong([...path, 'case'], `no report is called "${step.case}" yet`);
    for (const at of ['into', 'previous'] as const) {
      const name = at in step ? (step as { into?: string; previous?: string })[at] : undefined;
      if (name !== undefined && !reported.has(name))
        wrong([...path, at], `no report is called "${name}" yet`);
    }
    if ('members' in step) known(step.members, family.members, 'member of the family', 'members');
    if (step.do === 'requestSupplement')
      known(
        step.items.flatMap((item) => item.member ?? []),
        family.members,
        'member of the family',
        'items',
      );
    const person = people[step.by];
    if (person === undefined || step.cannot !== undefined) continue;
    const reason = whyNever(step, person, scenario);
    if (reason !== null) wrong([...path, 'do'], reason);
  }
  return problems;
}

/** Steps that are no action of the case's own table, and who takes them; none named: anybody. */
const OTHER_ROLES: Partial<Record<Step['do'], readonly Role[]>> = {
  look: [],
  wait: [],
  submit: [],
  signLink: [],
  fileObjection: [],
  rateObjection: [],
  changeLine: ['COUNTY_LEADER'],
  sendLink: ['HOUSEHOLD', 'PROXY'],
  takeOver: [],
  confirmReport: [],
  offerTakeOver: ['PROXY', 'VILLAGE', 'TASKFORCE'],
  doneTask: ['GRID', 'VILLAGE', 'TASKFORCE'],
  answerAssist: ['VILLAGE', 'TASKFORCE', 'TOWN_CLERK'],
  ...EXIT_ROLES,
  ...HELP_ROLES,
};

/** Why this person could never take this step, whatever happens; null when it depends on the case. */
function whyNever(step: Step, person: Person, scenario: Scenario): string | null {
  if (step.do === 'submit')
    return relationOf(person) === null
      ? 'nobody may report without a relation to the head: give the person "relation"'
      : null;
  const roles = OTHER_ROLES[step.do] ?? ACTIONS[step.do as ActionName].roles;
  if (roles.length === 0) return null;
  const part = partOf(scenario, step.by);
  const has = rolesIn(scenario, step.by, part);
  if (!has.some((role) => roles.includes(role)))
    return `${step.by} may never take the step ${step.do}: it is for ${roles.join(', ')}, ${step.by} is ${has.join(', ') || 'none of them'}`;
  const { region } = person;
  return part === null && region !== undefined && !villagesOf(scenario).some((code) => covers(region, code))
    ? `${step.by} may never take the step ${step.do}: ${region} is another place`
    : null;
}

/** The case's village, and those that it is sent to or that are asked about it. */
function villagesOf({ place, steps }: Scenario): string[] {
  const others = steps.flatMap((step) => ('village' in step ? [step.village] : []));
  return [place.village.code, ...others];
}

/** Whoever makes the first report is a party to it and nothing else; of a later one, beside his office. */
function rolesIn(scenario: Scenario, key: string, part: Role | null): readonly Role[] {
  const office = scenario.people[key]?.role ?? [];
  if (part === null) return office;
  return key === reporterOf(scenario)?.key ? [part] : [part, ...office];
}

/** What somebody is to the reports of the scenario: family, proxy, or nothing. */
function partOf(scenario: Scenario, key: string): 'HOUSEHOLD' | 'PROXY' | null {
  const reports = scenario.steps.some(
    (step) =>
      step.do === 'submit' && step.cannot === undefined && (step.by === key || step.meanwhile === key),
  );
  const relation = relationOf(scenario.people[key]);
  if (!reports || relation === null) return null;
  return FAMILY_RELATIONS.includes(relation) ? 'HOUSEHOLD' : 'PROXY';
}

/** Who reports: whoever takes the first "submit" that is not refused. */
export function reporterOf(scenario: Scenario): { key: string; part: 'HOUSEHOLD' | 'PROXY' } | null {
  const first = scenario.steps.find((step) => step.do === 'submit' && step.cannot === undefined);
  if (first === undefined) return null;
  const relation = relationOf(scenario.people[first.by]);
  const isFamily = relation !== null && FAMILY_RELATIONS.includes(relation);
  return { key: first.by, part: isFamily ? 'HOUSEHOLD' : 'PROXY' };
}

/** Relation to the head as given, or as it follows from an office in the village. */
export function relationOf(person: Person | undefined): ReporterRelation | null {
  if (person === undefined) return null;
  if (person.relation !== undefined) return person.relation;
  if (person.role.length === 0) return null;
  return person.role.includes('GRID') ? 'GRID' : 'CADRE';
}

/** The digits of the place that an office is for. */
export function regionOf(role: StaffRole, { region }: Person, place: Scenario['place']): string {
  if (region !== undefined) return region;
  const level = levelOfRole(role);
  if (level === 'TOWN') return place.town.code;
  return level === 'VILLAGE' ? place.village.code : place.county.code;
}
