import { call, hasSession } from '@miniapp/platform/api';
import { slot } from '@miniapp/platform/storage';
import { createStore } from '@miniapp/platform/store';
import { isWeapp } from '@miniapp/platform/target';
import { toast } from '@miniapp/platform/ui';
import { isUntouched } from './answers';
import { draftOf, type Form, type FormAction, formAfter, formOf, type KeptDraft, NEW_FORM } from './form';

/**
 * The one report that is being filled in on this phone. It is written to the phone at every answer, and to the server
 * at every page when somebody is signed in: a killed app or another phone loses nothing.
 */
const kept = slot<KeptDraft>('report-draft');
const form = createStore<Form>(formOf(kept.get()) ?? NEW_FORM);

/** Which state of the draft the server has, and for whom: what it has and then has no more was handed in elsewhere. */
interface Sent {
  changedAt: number;
  personId: string;
}
const sent = slot<Sent>('report-draft-sent');

export const currentForm = (): Form => form.get();
export const watchForm = form.subscribe;

let warned = false;

/** Lets the person do something to the report; gives the form as it is then. */
export function act(action: FormAction): Form {
  const before = form.get();
  const after = formAfter(before, action);
  if (after === before) return after;
  form.set(after);
  if (isUntouched(after.answers)) return after;
  const draft = draftOf(after, Date.now());
  if (!kept.set(draft) && !warned) {
    warned = true;
    toast('手机存满了，这次请一口气填完、交上去。');
  }
  if (after.step !== before.step) sendDraft(draft).catch(() => undefined);
  return after;
}

/** On weapp nobody but the server knows who is signed in; a stranger's draft is refused, and that is all. */
const maybeSignedIn = () => isWeapp || hasSession();

type Sending = Parameters<typeof call<'applications.saveDraft'>>[1];

/** Puts a draft on the server. There a newer one may lie, from another phone: it stays, and is told. */
async function sendDraft(draft: KeptDraft): Promise<void> {
  if (!maybeSignedIn()) return;
  const { personId } = await call('applications.saveDraft', draft as Sending);
  noteSent({ changedAt: draft.changedAt, personId });
}

/** Answers overtake each other: the latest state that arrived is the one that counts. */
function noteSent(now: Sent): void {
  const before = sent.get();
  if (before?.personId === now.personId && before.changedAt > now.changedAt) return;
  sent.set(now);
}

/**
 * Brings phone and server to the same draft, on the front page, where nobody is typing: the newer one wins. A draft
 * that lay on the server as it is here and is gone from there was handed in on another phone, and ends here too.
 */
export async function settleDraft(personId: string): Promise<void> {
  const { draft } = await call('applications.draft', {});
  const here = kept.get();
  if (draft !== null && draft.changedAt > (here?.changedAt ?? 0)) take(draft);
  else if (here === undefined || formOf(here) === null) return;
  else if (draft === null && wasSent(here, personId)) forgetDraft();
  else if (draft === null || draft.changedAt < here.changedAt) await sendDraft(here);
  else noteSent({ changedAt: here.changedAt, personId });
}

function take(draft: KeptDraft): void {
  const found = formOf(draft);
  if (found === null) return;
  form.set(found);
  kept.set(draft);
}

function wasSent({ changedAt }: KeptDraft, personId: string): boolean {
  const known = sent.get();
  return known !== undefined && known.personId === personId && known.changedAt === changedAt;
}

/** Ends the draft: it was handed in. */
export function forgetDraft(): void {
  kept.remove();
  sent.remove();
  form.set(NEW_FORM);
}

/** The page to go on with, or null when nothing was begun. */
export function draftStep(now: Form): Form['step'] | null {
  return isUntouched(now.answers) ? null : now.step;
}
