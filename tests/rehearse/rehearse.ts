import { add, daysBetween, localDate } from '@shared/calendar';
import type { StaffCaseView } from '@shared/casework';
import { sentence } from '@shared/messages';
import type { Profile } from '@shared/procedure';
import { instantOf, localOf } from './china-time';
import { refusedIn } from './elimination';
import { compare, type Expectation } from './expectations';
import { broken } from './invariants';
import { look } from './look';
import { askEverybody, newPersonas, type Persona } from './personas';
import { leaks, type Published, readPublished } from './published';
import type { ReadScenario } from './read-scenario';
import type { Report } from './report';
import { MAIN, type Step } from './scenario';
import { type Answer, NOBODY, type OpenStage } from './stage';
import { seenByStrangers } from './strangers';
import { observe, observeCase, observeRegister, type Play, take } from './take';
import { Timeline } from './timeline';

export interface RehearseOptions {
  /** Asks each person after each step what is open to them: half of a rehearsal's time. */
  personas?: boolean;
}

/** Plays a scenario under a profile and says what happened, and whether that is what its file expects. */
export async function rehearse(
  { scenario, source }: ReadScenario,
  profile: Profile,
  openStage: OpenStage,
  { personas = true }: RehearseOptions = {},
): Promise<Report> {
  const first = scenario.steps[0];
  const stage = await openStage(scenario, profile, instantOf(first?.at ?? ''));
  try {
    const play: Play = {
      scenario,
      stage,
      cases: new Map(),
      noticeIds: [],
      links: new Map(),
      numbers: new Map(),
      codes: new Map(),
    };
    const say = (index: number, reason: string) => source.say(['steps', index], reason);
    const run = new Run(play, profile, say, personas);
    for (const [index, step] of scenario.steps.entries()) if (!(await run.step(step, index))) break;
    return await run.report();
  } finally {
    await stage.close();
  }
}

class Run {
  readonly #personas: Map<string, Persona>;
  readonly #timeline = new Timeline();
  readonly #notices: Published[] = [];
  readonly #seen: Expectation[] = [];
  readonly #problems: string[] = [];
  /** The first refusal: a review that upholds it has a letter of its own. */
  #refusal: StaffCaseView['rejection'] = null;
  readonly #told = new Set<string>();
  #version = 0;
  #late = false;

  constructor(
    private readonly play: Play,
    private readonly profile: Profile,
    private readonly say: (step: number, reason: string) => string,
    private readonly asks: boolean,
  ) {
    this.#personas = newPersonas(play.scenario);
  }

  /** Takes a step; gives false when it went wrong, so that the steps after it have nothing to stand on. */
  async step(step: Step, index: number): Promise<boolean> {
    if (step.onlyUnder !== undefined && !step.onlyUnder.includes(this.profile.code)) return true;
    await this.play.stage.moveTo(instantOf(step.at));
    await this.#watch(index);
    const went = await this.#take(step, index);
    await this.#watch(index);
    return went;
  }

  async #take(step: Step, index: number): Promise<boolean> {
    if (step.do === 'wait') return true;
    if (step.do === 'changeLine') {
      const answer = await this.play.stage.changeLine(step.by, step.perCapita);
      return this.#asExpected(step, index, answer, step.do);
    }
    const persona = this.#personas.get(step.by);
    if (step.do === 'look') {
      const { answer, text } = await look(this.play, step.by, step.what, step.case);
      const allowed = this.#asExpected(step, index, answer, `look at ${step.what}`);
      for (const words of step.sees)
        this.#hold(index, `${step.by} sees ${words}`, true, text.includes(words));
      for (const words of step.neverSees)
        this.#hold(index, `${step.by} never sees ${words}`, false, text.includes(words));
      if (answer.status === 200) persona?.saw.push(`${step.at} ${step.what}`);
      return allowed;
    }
    const posted = this.play.noticeIds.length;
    const answer = await take(step, this.play);
    if (answer.status === 200) persona?.did.push(`${step.at} ${step.do}`);
    for (const noticeId of this.play.noticeIds.slice(posted)) await this.#read(noticeId, index);
    if ('refused' in step && answer.status === 200)
      this.#hold(index, 'the checklist names', step.refused.join(' '), refusedIn(answer.body).join(' '));
    return this.#asExpected(step, index, answer, step.do);
  }

  #asExpected(step: Step, index: number, answer: Answer, what: string): boolean {
    const reason = reasonOf(answer);
    if (reason !== null) this.#personas.get(step.by)?.refused.push(`${step.at} ${what}: ${reason}`);
    if (step.cannot !== undefined) {
      this.#hold(index, `${step.by} cannot ${what}`, step.cannot, reason ?? 'it was allowed');
      return true;
    }
    if (reason === null) return true;
    this.#problems.push(this.say(index, `${step.by} may not ${what}: ${reason} ${wordsOf(answer)}`));
    return false;
  }

  /** An expectation that stands in a step. */
  #hold(index: number, what: string, expected: unknown, got: unknown): void {
    this.#seen.push({ what: this.say(index, what), expected, got, met: expected === got });
  }

  async #read(noticeId: string, index: number): Promise<void> {
    const published = await readPublished(this.play, noticeId);
    this.#notices.push(published);
    for (const leak of leaks(this.play.scenario, published))
      this.#problems.push(this.say(index, `the notice shows what may not be published, ${leak}`));
  }

  async #watch(index: number): Promise<void> {
    const view = await observe(this.play);
    if (view === null) return;
    this.#timeline.note(view);
    this.#refusal ??= view.rejection;
    const late = view.clock.severity === 'RED';
    if (view.version === this.#version && late === this.#late) return;
    this.#version = view.version;
    this.#late = late;
    for (const wrong of broken(view, this.profile)) this.#problem(index, wrong);
    if (!this.asks) return;
    await askEverybody(this.play, view.state, this.#personas);
    for (const wrong of [...(await seenByStrangers(this.play)), ...this.#nobodyCan(view)])
      this.#problem(index, wrong);
  }

  /** The same fault is told where it first showed. */
  #problem(index: number, what: string): void {
    if (this.#told.has(what)) return;
    this.#told.add(what);
    this.#problems.push(this.say(index, what));
  }

  /** I6: past its cap a case can still be carried on by somebody. */
  #nobodyCan({ state, clock, holder }: StaffCaseView): string[] {
    if (clock.severity !== 'RED' || holder === 'NOBODY') return [];
    const steps = [...this.#personas.values()].flatMap(({ couldDo }) => couldDo[state] ?? []);
    return steps.length > 0 ? [] : [`past its cap, and nobody can do anything in ${state}`];
  }

  async report(): Promise<Report> {
    const view = await observe(this.play);
    const outcome = {
      scenario: this.play.scenario.scenario,
      profile: this.profile.code,
      ...(view === null ? NOTHING : outcomeOf(view)),
      clueToDecisionDays: view === null ? null : daysOf(view, this.profile),
      others: await this.#others(),
      register: await observeRegister(this.play),
      due: [
        ...this.#timeline.list(view?.today ?? ''),
        ...(await this.#refusalNotice()),
        ...helpPapers(view, this.profile),
      ],
      notices: this.#notices,
      personas: [...this.#personas.values()],
      problems: [...this.#problems, ...this.play.stage.failures()],
    };
    const expectations = [...this.#seen, ...compare(this.play.scenario.expect, outcome, this.profile.code)];
    const ok = outcome.problems.length === 0 && expectations.every((one) => one.met);
    return { ...outcome, expectations, ok };
  }

  async #others(): Promise<Report['others']> {
    const found: Report['others'] = {};
    for (const [name, { id }] of this.play.cases)
      if (name !== MAIN) found[name] = statesOf(await observeCase(this.play, id)).map((line) => line.to);
    return found;
  }

  /** A refusal must reach the family by a day: it has, when it lies in the inbox. */
  async #refusalNotice(): Promise<Report['due']> {
    const refusal = this.#refusal;
    if (refusal === null) return [];
    const known = this.play.cases.get(MAIN);
    const [reader = NOBODY] = known?.parties ?? [];
    const { body } = await this.play.stage.call(reader, 'accounts.messages', {});
    const { messages } = body as { messages: { at: string; caseId: string | null }[] };
    const [sent] = messages
      .filter(({ at, caseId }) => caseId === known?.id && at >= refusal.at)
      .map(({ at }) => localDate(at))
      .sort();
    const { noticeDueOn: dueOn } = refusal;
    const met = sent === undefined ? null : sent <= dueOn;
    return [{ step: 'refusalNotice', dueOn, doneOn: sent ?? null, met }];
  }
}

const NOTHING = {
  path: [],
  cap: null,
  figures: null,
  prompts: [],
  flags: [],
  decision: null,
  rejection: null,
};

function outcomeOf(view: StaffCaseView) {
  const { verification, decision, rejection, clock } = view;
  const decidedOn = decidedDay(view);
  return {
    path: statesOf(view).map(({ to, at, actorName, actorRole }) => ({
      state: to,
      at: localOf(at),
      by: actorName,
      role: actorRole,
    })),
    cap: {
      days: clock.capDays,
      unit: clock.unit,
      used: clock.netDays,
      dueOn: clock.capDueOn,
      met: (decidedOn ?? view.today) <= clock.capDueOn,
    },
    figures: verification && {
      netPerCapita: verification.assessment.netPerCapitaFen / 100,
      referencePerCapita: verification.assessment.referencePerCapitaFen / 100,
    },
    prompts: verification?.prompts.map((prompt) => prompt.rule) ?? [],
    flags: [...new Set(view.dataCheck?.answers.flatMap((answer) => answer.flags) ?? [])],
    decision: decision && { type: decision.householdType, risks: decision.risks },
    rejection: rejection && {
      reason: rejection.reasonCode,
      dossier: rejection.dossier !== null,
      noticeDueOn: rejection.noticeDueOn,
    },
  };
}

function decidedDay({ decision, rejection }: StaffCaseView): string | null {
  const at = decision?.at ?? rejection?.at;
  return at === undefined ? null : localDate(at);
}

/** The events with which the case came to another state. */
const statesOf = (view: StaffCaseView) => view.history.filter((line) => line.from !== line.to);

/** The papers of help that came first: due in working days from that day, done when all are there. */
function helpPapers(view: StaffCaseView | null, { steps }: Profile): Report['due'] {
  const help = view?.measures.filter((one) => one.emergency === true) ?? [];
  const { limit, unit } = steps.helpPapers;
  return help.map(({ on, papersAt }) => {
    const dueOn = add(on, limit, unit);
    const doneOn = papersAt === null ? null : localDate(papersAt);
    const late = (view?.today ?? '') > dueOn ? false : null;
    return { step: 'helpPapers', dueOn, doneOn, met: doneOn === null ? late : doneOn <= dueOn };
  });
}

const CLOSED_UNTIL: readonly string[] = ['CaseRejected', 'CaseExpired'];

/** Counted here once more, in natural days and from the history alone: days of a pause, and those in which it was closed. */
function daysOf(view: StaffCaseView, profile: Profile): Report['clueToDecisionDays'] {
  const decidedOn = decidedDay(view);
  if (decidedOn === null) return null;
  const gross = daysBetween(view.clock.cluedOn, decidedOn);
  const pausing: readonly string[] = profile.clock.pauseOn;
  let paused = 0;
  let since: string | null = null;
  for (const { to, at, type } of statesOf(view)) {
    const day = localDate(at);
    if (day > decidedOn) break;
    const stands = pausing.includes(to) || CLOSED_UNTIL.includes(type) || to === 'REVIEW';
    if (stands) since ??= day;
    else if (since !== null) {
      paused += daysBetween(since, day);
      since = null;
    }
  }
  return { gross, net: gross - paused };
}

function reasonOf({ status, body }: Answer): string | null {
  return status === 200 ? null : (body as { error: { reason: string } }).error.reason;
}

function wordsOf({ body }: Answer): string {
  const {
    reason,
    message,
    issues = [],
  } = (body as { error: { reason: string; message: string; issues?: { field: string; message: string }[] } })
    .error;
  const fields = issues.map((issue) => `${issue.field}: ${issue.message}`);
  return `(${[message || sentence(reason), ...fields].join(' ')})`;
}
