import { actionsOf, type CaseAction } from '@miniapp/features/review';
import { type DeskAction, DeskActions } from '@miniapp/ui/desk/DeskActions';
import type { StaffCaseView } from '@shared/casework';
import { HELD_ACTIONS } from '@shared/casework/claims';
import type { DeskState } from './useDesk';
import { actByKey } from './words';

/** Exactly what this reader may do, and what is expected and cannot be done yet, with its reason. */
export function Acts({ desk, view }: { desk: DeskState; view: StaffCaseView }) {
  const acts = actionsOf(view);
  const { primary, others, rare } = acts;
  const { look, busy } = desk.hands;
  const claim = look?.claim ?? null;
  const heldBy = claim !== null && !claim.mine && look?.mayClaim ? claim.name : undefined;
  const button = (act: CaseAction, isPrimary: boolean): DeskAction => {
    const held = heldBy !== undefined && HELD_ACTIONS.has(act.action);
    const key = (['R', 'V'] as const).find((one) => actByKey(acts, one)?.action === act.action);
    return {
      key: act.action,
      label: act.label,
      shortcut: isPrimary ? 'A' : key,
      primary: isPrimary,
      off: act.off?.replace(/。$/, '') ?? (held ? `这件在${heldBy}手上，先接过来` : undefined),
      onTap: () => desk.begin(act),
    };
  };
  const hands: DeskAction[] = [
    ...(look !== undefined && (claim === null ? look.mayClaim : claim.mine)
      ? [
          {
            key: 'claim',
            label: claim === null ? '领取' : '放回',
            shortcut: 'C',
            busy,
            onTap: desk.claimOrRelease,
          },
        ]
      : []),
    ...(claim !== null && (claim.mine || look?.mayClaim)
      ? [
          {
            key: 'hands',
            label: claim.mine ? '转给别人' : '接过来',
            shortcut: 'T',
            onTap: () => desk.openPanel('hands'),
          },
        ]
      : []),
  ];
  const actions = [
    ...(primary === undefined ? [] : [button(primary, true)]),
    ...others.filter((act) => actByKey(acts, 'R')?.action === act.action).map((act) => button(act, false)),
    ...hands,
    ...[...others, ...rare]
      .filter((act) => actByKey(acts, 'R')?.action !== act.action)
      .map((act) => button(act, false)),
  ];
  return actions.length === 0 ? null : <DeskActions actions={actions} note="办错了，10 秒内可以撤回。" />;
}
