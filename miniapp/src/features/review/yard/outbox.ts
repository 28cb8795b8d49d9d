import { deliver, type Reason } from '@miniapp/features/outbox';
import {
  forgetKeptPhotos,
  issuesOf,
  PhotoLost,
  sendKeptPhotos,
  sendOne,
  somethingWasDone,
} from '@miniapp/features/staff';
import { type ApiError, call, type Input } from '@miniapp/platform/api';
import { newRequestId } from '@miniapp/platform/call';
import { forgetFile } from '@miniapp/platform/kept-files';
import { slot } from '@miniapp/platform/storage';
import { createStore } from '@miniapp/platform/store';
import type { StaffCaseView } from '@shared/casework';
import { afterArrival, filled, nextAct, type Refused, withActs, workOf, type YardAct } from './acts';

/**
 * Acts of verifiers on their way. Each is written to the phone before it is sent and stays until an answer came; they
 * go in their order, photos first, under the request id of the first try. Who may do what, the server asks anew when
 * they arrive.
 */
const place = slot<YardAct[]>('yard-acts');
const store = createStore<readonly YardAct[]>(place.get() ?? []);

export const yardActs = store.get;
export const watchYardActs = store.subscribe;

/** False when the phone has no room: it is sent all the same, and must not be called kept. */
function put(acts: readonly YardAct[]): boolean {
  store.set(acts);
  if (acts.length > 0) return place.set([...acts]);
  place.remove();
  return true;
}

const change = (requestId: string, next: Partial<YardAct>) =>
  put(store.get().map((act) => (act.requestId === requestId ? { ...act, ...next } : act)));

export type HandedIn =
  /** The case as it stands then, where the act was one on it. */
  | { kind: 'received'; view: StaffCaseView | null; unsigned?: string }
  | { kind: 'kept'; because: Reason }
  | { kind: 'refused'; refused: Refused }
  /** Neither sent nor kept: there is no network, and no room on the phone. */
  | { kind: 'lost' };

/** Hands in what a person does on one case, now or when there is a network. */
export async function handIn(
  acts: readonly Omit<YardAct, 'requestId' | 'sent' | 'refused'>[],
): Promise<HandedIn> {
  const fresh = acts.map((act): YardAct => ({ ...act, requestId: newRequestId() }));
  const [first] = fresh;
  if (first === undefined) throw new Error('Nothing to hand in');
  const kept = put(withActs(store.get(), fresh));
  arrived.delete(first.caseId);
  const because = await replay(first.personId);
  const mine = store.get().filter(({ requestId }) => fresh.some((one) => one.requestId === requestId));
  const refused = mine.find((act) => act.refused)?.refused;
  const view = arrived.get(first.caseId);
  // Here somebody looks at it: the form has what was typed, and says what is wrong.
  if (refused !== undefined) put(store.get().filter((act) => !mine.includes(act)));
  if (view !== undefined) return { kind: 'received', view, ...(refused && { unsigned: refused.sentence }) };
  if (refused !== undefined) return { kind: 'refused', refused };
  if (kept) return { kind: 'kept', because: because ?? 'offline' };
  put(store.get().filter((act) => !mine.includes(act)));
  return { kind: 'lost' };
}

/** Cases as the last act left them. */
const arrived = new Map<string, StaffCaseView | null>();

let running: Promise<Reason | undefined> | undefined;

/** Sends what waits of this person's, one after the other. Gives why it stopped, if something still waits to be sent. */
export async function replay(personId: string): Promise<Reason | undefined> {
  // Several pages may try at once when the network returns.
  while (nextAct(store.get(), personId) !== undefined) {
    running ??= run(personId).finally(() => {
      running = undefined;
    });
    const because = await running;
    if (because !== undefined) return because;
  }
  return undefined;
}

async function run(personId: string): Promise<Reason | undefined> {
  for (;;) {
    const act = nextAct(store.get(), personId);
    if (act === undefined) return undefined;
    try {
      const delivery = await deliver(personId, () => send(act));
      if (delivery.kind === 'kept') return delivery.because;
      if (delivery.kind === 'refused') change(act.requestId, { refused: refusedOf(delivery.error) });
      else settle(act, delivery.answer);
    } catch (error) {
      if (!(error instanceof PhotoLost)) throw error;
      change(act.requestId, { refused: { sentence: error.sentence, isConflict: false, issues: {} } });
    }
  }
}

async function send(act: YardAct): Promise<StaffCaseView | null> {
  const sent = act.sent ?? (await prepare(act));
  const answer = (await call(act.operation, sent as never, act.requestId)) as { case?: StaffCaseView };
  return answer.case ?? null;
}

/** Files first, then the input as it will be said at each try. */
async function prepare(act: YardAct): Promise<Input<YardAct['operation']>> {
  const photos = act.photos === undefined ? [] : await sendKeptPhotos(act.photos);
  const signatureId =
    act.signature === undefined ? undefined : await sendOne({ id: act.signature, kind: 'SIGNATURE' });
  const sent = {
    ...filled(act.input, photos),
    ...(signatureId !== undefined && { signatureId }),
    caseId: act.caseId,
    version: act.version ?? 0,
  } as Input<YardAct['operation']>;
  change(act.requestId, { sent });
  return sent;
}

function settle(act: YardAct, view: StaffCaseView | null): void {
  put(afterArrival(store.get(), act, view?.version ?? act.version ?? 0));
  forget(act);
  arrived.set(act.caseId, view);
  somethingWasDone();
}

function forget({ photos, signature, draft }: YardAct): void {
  if (photos !== undefined) forgetKeptPhotos(photos);
  if (signature !== undefined) forgetFile(signature);
  if (draft !== undefined) slot(draft).remove();
}

const refusedOf = (error: ApiError): Refused => ({
  sentence: error.message,
  isConflict: error.status === 409,
  issues: issuesOf(error),
});

/** Takes what waits of a case off the phone, with the form that it came from: the person wants it no more. */
export function dropActs(personId: string, caseId: string, work: string): void {
  const mine = store
    .get()
    .filter((act) => act.personId === personId && act.caseId === caseId && workOf(act.operation) === work);
  put(store.get().filter((act) => !mine.includes(act)));
  for (const act of mine) forget(act);
}
