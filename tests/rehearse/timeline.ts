/** What was due by when and when it was done, watched from step to step. */
import { type LocalDate, localDate } from '@shared/calendar';
import { type CaseState, type StaffCaseView, stepOf } from '@shared/casework';
import type { DueStep } from './scenario';

export interface Due {
  step: DueStep;
  dueOn: LocalDate;
  doneOn: LocalDate | null;
  /** null while it is neither done nor overdue. */
  met: boolean | null;
}

/** The part of the case's view that the timeline reads. */
type Seen = Pick<StaffCaseView, 'state' | 'dueOn' | 'publicity' | 'rejection' | 'history' | 'today'>;

export class Timeline {
  readonly #done: Due[] = [];
  #running: { step: DueStep; dueOn: LocalDate } | null = null;

  /** Looks at the case: before a step, so that the date by which it was due is known, and after it. */
  note(view: Seen): void {
    const step = runningStep(view);
    if (this.#running !== null && this.#running.step !== step) this.#close(this.#running, view);
    this.#running = step !== null && view.dueOn !== null ? { step, dueOn: view.dueOn } : null;
  }

  /** All that fell due so far, in order; what still runs has no `doneOn`. */
  list(today: LocalDate): Due[] {
    if (this.#running === null) return this.#done;
    const { step, dueOn } = this.#running;
    return [...this.#done, { step, dueOn, doneOn: null, met: today > dueOn ? false : null }];
  }

  #close({ step, dueOn }: { step: DueStep; dueOn: LocalDate }, view: Seen): void {
    const last = view.history.at(-1);
    if (last === undefined) return;
    // Publicity is over with its last day, whenever the timer saw it.
    const doneOn =
      step === 'publicity' ? (view.publicity?.lastDay ?? localDate(last.at)) : leftOn(step, view);
    this.#done.push({ step, dueOn, doneOn, met: doneOn <= dueOn });
  }
}

/** What the case waits for. Posting the notice and the days it hangs are two things. */
function runningStep({ state, publicity }: Seen): DueStep | null {
  if (state === 'PUBLICITY') return publicity === null ? 'post' : 'publicity';
  return stepOf(state) as DueStep | null;
}

function leftOn(step: DueStep, { history }: Seen): LocalDate {
  const lines = history.filter((one) =>
    step === 'post'
      ? one.type === 'PublicityPosted'
      : one.from !== one.to && stepOf(one.from as CaseState) === step,
  );
  const line = lines.at(-1) ?? history.at(-1);
  if (line === undefined) throw new Error('a case without history');
  return localDate(line.at);
}
