import { actionsOf, type CaseAction } from '@miniapp/features/review';
import { type DeskAction, DeskActions } from '@miniapp/ui/desk/DeskActions';
import type { StaffCaseView } from '@shared/casework';
import type { DeskState } from './useDesk';

/** Keys of acts that have one (ux.md 9); the primary's is A whatever it is. */
const SHORTCUTS: Readonly<Record<string, string>> = { requestSupplement: 'R' };

/** Exactly what this reader may do, and what is expected and cannot be done yet, with its reason. */
export function Acts({ desk, view }: { desk: DeskState; view: StaffCaseView }) {
  const { primary, others, rare } = actionsOf(view);
  const button = (act: CaseAction, isPrimary: boolean): DeskAction => ({
    key: act.action,
    label: act.label,
    shortcut: isPrimary ? 'A' : SHORTCUTS[act.action],
    primary: isPrimary,
    off: act.off?.replace(/。$/, ''),
    onTap: () => desk.begin(act),
  });
  const actions = [
    ...(primary === undefined ? [] : [button(primary, true)]),
    ...[...others, ...rare].map((act) => button(act, false)),
  ];
  return actions.length === 0 ? null : <DeskActions actions={actions} />;
}
