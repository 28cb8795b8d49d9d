import { somethingWasDone, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { failureOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import type { StaffCaseView } from '@shared/casework';

export type Look = Output<'desk.look'>;

type Act =
  | { op: 'claim' | 'release' }
  | { op: 'handOver'; to: string; reason: string }
  | { op: 'takeOver'; from: string; reason: string };

export interface Hands {
  /** In whose hands the case is and what has changed; undefined until the server has noted the look. */
  look: Look | undefined;
  /** Says whether it was done; what stood against it is shown, and the case looked at again. */
  act: (what: Act) => Promise<boolean>;
  busy: boolean;
  /** Why the last one was refused. */
  problem?: string;
}

const SAID: Record<Act['op'], string> = {
  claim: '领到您手上了',
  release: '放回去了，谁都能领',
  handOver: '交过去了，已告诉他',
  takeOver: '接过来了，已告诉他',
};

/** A case is opened: the look is written down, and its claim can be changed (ux.md 9). */
export function useHands(view: Pick<StaffCaseView, 'id' | 'version'> | undefined): Hands {
  const caseId = view?.id ?? '';
  const query = useFreshAfterActs(
    useQuery(view && `look:${caseId}:${view.version}`, () => call('desk.look', { caseId })),
  );
  const command = useCommand((what: Act, requestId: string) => {
    switch (what.op) {
      case 'claim':
        return call('desk.claim', { caseId }, requestId);
      case 'release':
        return call('desk.release', { caseId }, requestId);
      case 'handOver':
        return call('desk.handOver', { caseId, to: what.to, reason: what.reason }, requestId);
      case 'takeOver':
        return call('desk.takeOver', { caseId, from: what.from, reason: what.reason }, requestId);
    }
  });
  const act = async (what: Act) => {
    const answer = await command.run(what);
    if (answer === undefined) {
      query.reload();
      return false;
    }
    if (query.data !== undefined) query.set({ ...query.data, ...answer });
    toast(SAID[what.op]);
    somethingWasDone();
    return true;
  };
  const { error } = command;
  return {
    look: query.data,
    act,
    busy: command.busy,
    problem: failureOf(error, 'act'),
  };
}
