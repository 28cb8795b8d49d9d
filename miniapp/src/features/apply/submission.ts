import { deliver, type Reason } from '@miniapp/features/outbox';
import { type ApiError, call, type Output } from '@miniapp/platform/api';
import { newRequestId } from '@miniapp/platform/call';
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
  const delivery = await deliver(isWaiting() ? owner : undefined, async () => {
    const sent = pending.get() ?? (await prepare());
    return call('applications.submit', sent.report, sent.requestId);
  });
  if (delivery.kind === 'kept') return keep(delivery.because, owner);
  settle();
  if (delivery.kind === 'refused') return delivery;
  forgetPhotos();
  forgetVoice();
  forgetDraft();
  forgetQueries();
  return { kind: 'received', case: delivery.answer.case };
}

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
