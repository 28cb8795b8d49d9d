import { ACTION_PAGE, type Unrelated, useUnrelated } from '@miniapp/features/staff';
import { replace } from '@miniapp/platform/navigate';
import type { StaffCaseView } from '@shared/casework';
import { useFrame } from './frame';
import { mayDo } from './model/facts';

/** The line under an act that is signed, with the way to step back from this family. */
export interface KinshipAsked extends Unrelated {
  onKin?: () => void;
}

export function useKinshipAsked(view: Pick<StaffCaseView, 'id' | 'actions'>): KinshipAsked {
  const unrelated = useUnrelated();
  const frame = useFrame();
  const action = 'declareKinship';
  if (!mayDo(view, action)) return unrelated;
  const onKin = () => {
    if (frame.kind === 'phone') replace(ACTION_PAGE, { caseId: view.id, action });
    else frame.turnTo?.(action);
  };
  return { ...unrelated, onKin };
}
