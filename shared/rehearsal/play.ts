import type { Assessment, Prompt } from '@shared/assessment';
import { addDays, type Instant, type LocalDate, localDate, startOfDay } from '@shared/calendar';
import {
  type AssetFlag,
  type Case,
  type CaseState,
  clockOf,
  decide,
  dueOn,
  evolve,
  type Refusal,
  recordEvents,
  stepOf,
} from '@shared/casework';
import type { Profile, StepKey } from '@shared/procedure';
import { type Act, actsOf, TIMER } from './commands';
import type { Deed, Story } from './story';

/** Posting a notice and the days that it hangs are two things with a date. */
export type PlayedStep = StepKey | 'post';

/** What a story comes to under one profile. */
export interface Played {
  /** In the order in which they fell due; `doneOn` is null for the one that the story ends in. */
  steps: { step: PlayedStep; dueOn: LocalDate; doneOn: LocalDate | null }[];
  capDueOn: LocalDate | null;
  assessment: Assessment | null;
  prompts: Prompt[];
  /** Flags that departments raised, with their level in this profile; null where it does not look at them. */
  flags: { flag: AssetFlag; level: 'HARD' | 'SOFT' | null }[];
  publicity: { lastDay: LocalDate; days: number } | null;
  /** A refusal's dossier must be made (domain.md 3.3). */
  dossier: boolean | null;
  /** What the rules would not have let through; the story stops there. */
  refused: { deed: Deed['do']; state: CaseState; missing: number; refusal: Refusal } | null;
}

/**
 * Plays a story through the very rules of the procedure (`decide`, `evolve`, `dueOn`) under one profile. People act at
 * the times of the story; who would come while a notice still has to hang comes on the first day after it, and nobody
 * before the one before him. Pure: same story and profile, same result.
 */
export function play(story: Story, profile: Profile): Played {
  const stage = new Stage(story, profile);
  for (const deed of story.deeds) if (!stage.take(deed)) break;
  return stage.result();
}

const chinaTime = (day: LocalDate, time: string): Instant =>
  new Date(`${day}T${time}:00+08:00`).toISOString();

class Stage {
  readonly #steps: Played['steps'] = [];
  #case: Case | null = null;
  #now: Instant = '';
  #refused: Played['refused'] = null;

  constructor(
    readonly story: Story,
    readonly profile: Profile,
  ) {}

  /** Does one deed. False when the rules refused it. */
  take(deed: Deed): boolean {
    this.#waitFor(deed);
    return actsOf(this.story, deed, this.#now, this.profile).every((act) => this.#do(deed.do, act));
  }

  #waitFor({ at, do: what }: Deed): void {
    const [day = '', time = ''] = at.split(' ');
    let now = chinaTime(day, time);
    if (now < this.#now) now = this.#now;
    const publicity = this.#case?.state === 'PUBLICITY' ? this.#case.publicity : null;
    if (publicity && what === 'town') {
      const over = addDays(publicity.lastDay, 1);
      if (localDate(now) < over) now = chinaTime(over, time);
      this.#now = startOfDay(over);
      this.#do('town', TIMER);
    }
    this.#now = now;
  }

  #do(deed: Deed['do'], { caller, command }: Act): boolean {
    const before = this.#case;
    const due = this.#running();
    // The people of a story are invented: nobody is kin.
    const said = { ...command, kinshipDeclared: true };
    const decision = decide(before, said, { caller, now: this.#now, profile: this.profile });
    if (!decision.ok) {
      const missing = this.profile.verification.minSigners - (before?.verification?.signatures.length ?? 0);
      const state = before?.state ?? 'DRAFT';
      this.#refused = { deed, state, missing, refusal: decision.refusal };
      return false;
    }
    this.#case = recordEvents(before, decision, this.#now).reduce<Case | null>(evolve, before);
    if (due !== null && due.step !== this.#running()?.step) this.#close(due);
    return true;
  }

  #running(): { step: PlayedStep; dueOn: LocalDate } | null {
    const c = this.#case;
    if (c === null) return null;
    const due = dueOn(c, this.profile, this.#now);
    const step = c.state === 'PUBLICITY' && c.publicity === null ? 'post' : stepOf(c.state);
    return step === null || due === null ? null : { step, dueOn: due };
  }

  #close(due: { step: PlayedStep; dueOn: LocalDate }): void {
    const lastDay = this.#case?.publicity?.lastDay;
    const doneOn = due.step === 'publicity' && lastDay !== undefined ? lastDay : localDate(this.#now);
    this.#steps.push({ ...due, doneOn });
  }

  result(): Played {
    const c = this.#case;
    const open = this.#running();
    const notice = c?.rejection?.noticeDueOn;
    return {
      steps: [
        ...this.#steps,
        ...(open === null ? [] : [{ ...open, doneOn: null }]),
        ...(notice === undefined ? [] : [{ step: 'refusalNotice' as const, dueOn: notice, doneOn: null }]),
      ],
      capDueOn: c === null ? null : clockOf(c, this.profile, this.#now).capDueOn,
      assessment: c?.verification?.assessment ?? null,
      prompts: c?.verification?.prompts ?? [],
      flags: this.#flags(),
      publicity: c?.publicity ?? null,
      dossier: c?.rejection ? c.rejection.dossier !== null : null,
      refused: this.#refused,
    };
  }

  #flags(): Played['flags'] {
    const raised = new Set(this.#case?.dataCheck?.answers.flatMap(({ flags }) => flags));
    return [...raised].map((flag) => ({
      flag,
      level: this.profile.assetFlags.find(({ code }) => code === flag)?.level ?? null,
    }));
  }
}
