import { ApiError, call, type Output } from '@miniapp/platform/api';
import { NetworkError, newRequestId } from '@miniapp/platform/call';
import { slot } from '@miniapp/platform/storage';
import { forgetQueries } from '@miniapp/ui/useQuery';
import type { ReportInput } from '@shared/casework';
import { currentForm, forgetDraft } from './draft';
import { forgetPhotos, sendWaitingPhotos } from './photos';
import { reportOf } from './report';

/** A report on its way, with the id under which the server knows it. */
interface Pending {
  requestId: string;
  report: ReportInput;
}

/** Written before the report is sent and removed once an answer came, so that nothing is handed in twice. */
const pending = slot<Pending>('report-pending');

/** A report that was sent, or meant to be, and of which nobody knows yet whether it arrived. */
const waiting = slot<true>('report-waiting');

export const isWaiting = (): boolean => waiting.get() === true || pending.get() !== undefined;

export type Outcome =
  | { kind: 'received'; case: Output<'applications.submit'>['case'] }
  /** Kept on the phone; `offline` tells a missing network from a server in trouble. */
  | { kind: 'kept'; offline: boolean }
  | { kind: 'signIn' }
  | { kind: 'refused'; error: ApiError };

/**
 * Hands the report in, once, however often it is called: photos first, then the report, under the request id of the
 * first try until an answer comes. Never rejects for anything that the server or the network can do.
 */
export function submit(): Promise<Outcome> {
  // Two pages may try at once when the network returns; the photos must not lead to two reports.
  running ??= attempt().finally(() => {
    running = undefined;
  });
  return running;
}

let running: Promise<Outcome> | undefined;

async function attempt(): Promise<Outcome> {
  try {
    const sent = pending.get() ?? (await prepare());
    const answer = await call('applications.submit', sent.report, sent.requestId);
    pending.remove();
    waiting.remove();
    forgetPhotos();
    forgetDraft();
    forgetQueries();
    return { kind: 'received', case: answer.case };
  } catch (error) {
    if (error instanceof NetworkError) return keep(true);
    if (!(error instanceof ApiError)) throw error;
    if (error.status >= 500) return keep(false);
    pending.remove();
    waiting.remove();
    return error.status === 401 ? { kind: 'signIn' } : { kind: 'refused', error };
  }
}

async function prepare(): Promise<Pending> {
  await sendWaitingPhotos();
  const next = { requestId: newRequestId(), report: reportOf(currentForm().answers) };
  pending.set(next);
  return next;
}

function keep(offline: boolean): Outcome {
  waiting.set(true);
  return { kind: 'kept', offline };
}
