import { daysBetween, localDate } from '@shared/calendar';
import type { StaffCaseView } from '@shared/casework';
import { sentence } from '@shared/messages';
import type { Profile } from '@shared/procedure';
import { instantOf, localOf } from './china-time';
import { compare, type Expectation } from './expectations';
import { look } from './look';
import { askEverybody, newPersonas, type Persona } from './personas';
import { leaks, type Published, readPublished } from './published';
import { type ReadScenario, reporterOf } from './read-scenario';
import type { Report } from './report';
import type { Step } from './scenario';
import type { Answer, OpenStage } from './stage';
import { observe, type Play, take } from './take';
import { Timeline } from './timeline';

/** Plays a scenario under a profile and says what happened, and whether that is what its file expects. */
export async function rehearse(
  { scenario, source }: ReadScenario,
  profile: Profile,
  openStage: OpenStage,
): Promise<Report> {
  const first = scenario.steps[0];
  const stage = await openStage(scenario, profile, instantOf(first?.at ?? ''));
  try {
    const play: Play = {
      scenario,
      stage,
      reporter: reporterOf(scenario)?.key ?? '',
      caseId: null,
      cluedOn: '',
      noticeIds: [],
    };
    const run = new Run(play, profile, (index, reason) => source.say(['steps', index], reason));
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
  #version = 0;

  constructor(
    private readonly play: Play,
    private readonly profile: Profile,
    private readonly say: (step: number, reason: string) => string,
  ) {
    this.#personas = newPersonas(play);
  }

  /** Takes a step; gives false when it went wrong, so that the steps after it have nothing to stand on. */
  async step(step: Step, index: number): Promise<boolean> {
    if (step.onlyUnder !== undefined && !step.onlyUnder.includes(this.profile.code)) return true;
    await this.play.stage.moveTo(instantOf(step.at));
    await this.#watch();
    const went = await this.#take(step, index);
    await this.#watch();
    return went;
  }

  async #take(step: Step, index: number): Promise<boolean> {
    if (step.do === 'wait') return true;
    const persona = this.#personas.get(step.by);
    if (step.do === 'look') {
      const { answer, text } = await look(this.play, step.by, step.what);
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

  async #watch(): Promise<void> {
    const view = await observe(this.play);
    if (view === null) return;
    this.#timeline.note(view);
    if (view.version === this.#version) return;
    this.#version = view.version;
    await askEverybody(this.play, view.state, this.#personas);
  }

  async report(): Promise<Report> {
    const view = await observe(this.play);
    const outcome = {
      scenario: this.play.scenario.scenario,
      profile: this.profile.code,
      ...(view === null ? NOTHING : outcomeOf(view)),
      clueToDecisionDays: view === null ? null : daysOf(view, this.profile),
      due: [...this.#timeline.list(view?.today ?? ''), ...(await this.#refusalNotice(view))],
      notices: this.#notices,
      personas: [...this.#personas.values()],
      problems: [...this.#problems, ...this.play.stage.failures()],
    };
    const expectations = [...this.#seen, ...compare(this.play.scenario.expect, outcome, this.profile.code)];
    const ok = outcome.problems.length === 0 && expectations.every((one) => one.met);
    return { ...outcome, expectations, ok };
  }

  /** A refusal must reach the family by a day: it has, when it lies in the inbox. */
  async #refusalNotice(view: StaffCaseView | null): Promise<Report['due']> {
    if (!view?.rejection) return [];
    const { body } = await this.play.stage.call(this.play.reporter, 'accounts.messages', {});
    const { messages } = body as { messages: { at: string; caseId: string | null }[] };
    const sent = messages.find(({ at, caseId }) => caseId === view.id && at >= (view.rejection?.at ?? ''));
    const doneOn = sent === undefined ? null : localDate(sent.at);
    const dueOn = view.rejection.noticeDueOn;
    return [{ step: 'refusalNotice', dueOn, doneOn, met: doneOn === null ? null : doneOn <= dueOn }];
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
    path: view.history
      .filter((line) => line.from !== line.to)
      .map(({ to, at, actorName, actorRole }) => ({
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

/** Counted here once more, in natural days and from the history alone. */
function daysOf(view: StaffCaseView, profile: Profile): Report['clueToDecisionDays'] {
  const decidedOn = decidedDay(view);
  if (decidedOn === null) return null;
  const gross = daysBetween(view.clock.cluedOn, decidedOn);
  if (!profile.clock.pauseOn.includes('SUPPLEMENT')) return { gross, net: gross };
  let paused = 0;
  let since: string | null = null;
  for (const { from, to, at } of view.history) {
    if (to === 'SUPPLEMENT' && from !== to) since = localDate(at);
    if (from === 'SUPPLEMENT' && to !== from && since !== null) paused += daysBetween(since, localDate(at));
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
