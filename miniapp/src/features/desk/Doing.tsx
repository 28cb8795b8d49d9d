import { ActForm, FrameContext } from '@miniapp/features/review';
import type { StaffCaseView } from '@shared/casework';
import type { DeskState } from './useDesk';
import { isTall } from './words';

/** The form of the act that was begun, the same as on the phone. */
export function Doing({ desk, view }: { desk: DeskState; view: StaffCaseView }) {
  const { acting, me, conflict } = desk;
  if (acting === undefined || me === undefined) return null;
  return (
    <FrameContext.Provider value={{ kind: 'desk', close: desk.goBack, tall: isTall(acting) }}>
      <ActForm
        key={`${view.id}/${acting}`}
        action={acting}
        view={view}
        me={me}
        conflict={conflict}
        onDone={desk.done}
        onConflict={desk.onConflict}
      />
    </FrameContext.Provider>
  );
}
