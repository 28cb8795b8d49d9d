import { ApiError, call, type Output } from '@miniapp/platform/api';
import { NetworkError, newRequestId } from '@miniapp/platform/call';
import { slot } from '@miniapp/platform/storage';
import { forgetQueries } from '@miniapp/ui/useQuery';
import type { ReportInput } from '@shared/casework';
import { currentForm, forgetDraft } from './draft';
import { forgetPhotos, sendWaitingPhotos } from './photos';
import { reportOf } from './report';
import { forgetVoice, sendWaitingVoice } from './voice';

/** A report on its way, with the id under which the server knows it. */
interface Pending {
  requestId: string;
  report: ReportInput;
}

/** Written before the report is sent and removed once an answer came, so that nothing is handed in twice. */
const pending = slot<Pending>('report-pending');

/** Why a report that somebody wanted to hand in lies on the phone. */
export type Reason = 'offline' | 'trouble' | 'signIn';
interface Waiting {
  because: Reason;
  /** Whose report it is, where the phone knew: nobody else hands it in by signing in here. */
  personId?: string;
}
const waiting = slot<Waiting>('report-outbox');

export const isWaiting = (): boolean => waiting.get() !== undefined || pending.get() !== undefined;
export const waitsBecause = (): Reason => waiting.get()?.because ?? 'offline';

export type Outcome =
  | { kind: 'received'; case: Output<'applications.submit'>['case'] }
  /** Kept on the phone: no network, a server in trouble, or nobody is signed in any more. */
  | { kind: 'kept'; because: Reason }
  | { kind: 'refused'; error: ApiError };

/**
 * Hands the report in, once, however often it is called: photos first, then the report, under the request id of the
 * first try until an answer comes. Never rejects for anything that the server or the network can do.
 * @param personId who is signed in when she taps 「交给村里」; later tries are hers alone
 */
export function submit(personId?: string): Promise<Outcome> {
  // Two pages may try at once when the network returns; the photos must not lead to two reports.
  running ??= attempt(personId).finally(() => {
    running = undefined;
  });
  return running;
}

let running: Promise<Outcome> | undefined;

async function attempt(personId: string | undefined): Promise<Outcome> {
  const owner = waiting.get()?.personId ?? personId;
  try {
    if (isWaiting() && owner !== undefined && !(await isSignedInAs(owner))) return keep('signIn', owner);
    const sent = pending.get() ?? (await prepare());
    const answer = await call('applications.submit', sent.report, sent.requestId);
    settle();
    forgetPhotos();
    forgetVoice();
    forgetDraft();
    forgetQueries();
    return { kind: 'received', case: answer.case };
  } catch (error) {
    if (error instanceof NetworkError) return keep('offline', owner);
    if (!(error instanceof ApiError)) throw error;
    // The session ended meanwhile: whoever signs in again sends the same report under the same id.
    if (error.status === 401) return keep('signIn', owner);
    if (error.status >= 500 || error.status === TOO_MANY) return keep('trouble', owner);
    settle();
    return { kind: 'refused', error };
  }
}

const TOO_MANY = 429;

const isSignedInAs = async (personId: string) => (await call('accounts.me', {})).personId === personId;

async function prepare(): Promise<Pending> {
  await sendWaitingPhotos();
  await sendWaitingVoice();
  const next = { requestId: newRequestId(), report: reportOf(currentForm().answers) };
  pending.set(next);
  return next;
}

function keep(because: Reason, personId: string | undefined): Outcome {
  waiting.set({ because, ...(personId !== undefined && { personId }) });
  return { kind: 'kept', because };
}

function settle(): void {
  pending.remove();
  waiting.remove();
}
