import { ActForm, FrameContext, HandsForm, mayDo } from '@miniapp/features/review';
import { Button } from '@miniapp/ui/Button';
import { Note } from '@miniapp/ui/Note';
import type { StaffCaseView } from '@shared/casework';
import { View } from '@tarojs/components';
import { Acts } from './Acts';
import type { DeskState } from './useDesk';
import { isTall } from './words';

/** What is being done with the case: nothing, the form of an act, or who has it in hand. */
export function Foot({ desk, view }: { desk: DeskState; view: StaffCaseView }) {
  if (desk.panel === 'hands')
    return (
      <FrameContext.Provider value={{ kind: 'desk', close: desk.goBack, tall: false }}>
        <HandsForm view={view} hands={desk.hands} onDone={desk.goBack} />
      </FrameContext.Provider>
    );
  return desk.acting === undefined ? <Acts desk={desk} view={view} /> : <Doing desk={desk} view={view} />;
}

/** The form of the act that was begun, the same as on the phone. */
export function Doing({ desk, view }: { desk: DeskState; view: StaffCaseView }) {
  const { acting, me, conflict } = desk;
  if (acting === undefined || me === undefined) return null;
  if (!mayDo(view, acting) && !desk.query.loading)
    return (
      <View className="sw-d__act">
        <Note
          state="need"
          inset
          alert
          title={conflict ?? '这一步已经办过了，或者还没轮到。'}
          action={
            <Button size="small" onTap={desk.goBack}>
              回案卷
            </Button>
          }
        />
      </View>
    );
  return (
    <FrameContext.Provider
      value={{ kind: 'desk', close: desk.goBack, tall: isTall(acting), turnTo: desk.turnTo }}
    >
      <ActForm
        key={`${view.id}/${acting}`}
        action={acting}
        view={view}
        me={me}
        conflict={conflict}
        reading={conflict !== undefined && desk.query.loading}
        onDone={desk.done}
        onConflict={desk.onConflict}
      />
    </FrameContext.Provider>
  );
}
