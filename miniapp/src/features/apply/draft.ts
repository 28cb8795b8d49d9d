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
  if (!kept.set(draftOf(after)) && !warned) {
    warned = true;
    toast('手机存满了，这次请一口气填完、交上去。');
  }
  if (after.step !== before.step) sendDraft(after);
  return after;
}

/** On weapp nobody but the server knows who is signed in; a stranger's draft is refused, and that is all. */
const maybeSignedIn = () => isWeapp || hasSession();

function sendDraft(now: Form): void {
  if (!maybeSignedIn()) return;
  call('applications.saveDraft', draftOf(now) as Parameters<typeof call<'applications.saveDraft'>>[1]).catch(
    () => undefined,
  );
}

/** Takes over the draft that the server keeps, when this phone has none: a new phone, an emptied WeChat. */
export async function fetchDraft(): Promise<void> {
  if (!isUntouched(form.get().answers)) return;
  const { draft } = await call('applications.draft', {});
  const found = formOf(draft);
  if (found === null || !isUntouched(form.get().answers)) return;
  form.set(found);
  kept.set(draftOf(found));
}

/** Ends the draft: it was handed in. */
export function forgetDraft(): void {
  kept.remove();
  form.set(NEW_FORM);
}

/** The page to go on with, or null when nothing was begun. */
export function draftStep(now: Form): Form['step'] | null {
  return isUntouched(now.answers) ? null : now.step;
}
