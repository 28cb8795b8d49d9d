import { Bulk, FrameContext, PhoneQueue, UndoBar } from '@miniapp/features/review';
import { DESK_FROM_PX } from '@miniapp/features/staff';
import { useWidth } from '@miniapp/platform/width';
import { Desk } from '@miniapp/ui/desk/Desk';
import { DeskSearch } from '@miniapp/ui/desk/DeskSearch';
import { View } from '@tarojs/components';
import { DeskCaseView } from './DeskCaseView';
import { Fetched } from './Fetched';
import { FullCase } from './FullCase';
import { Keys } from './Keys';
import { List } from './List';
import { Rail } from './Rail';
import { useDesk } from './useDesk';
import { Who } from './Who';

/** 20–21: the review desk; a window without room for it shows the phone's pages. */
export function ReviewDesk() {
  return useWidth() < DESK_FROM_PX ? <PhoneQueue /> : <WideDesk />;
}

function WideDesk() {
  const desk = useDesk();
  const view = desk.query.data;
  return (
    <FrameContext.Provider value={{ kind: 'desk', close: desk.goBack, tall: false }}>
      {desk.full && view !== undefined ? (
        <FullCase desk={desk} view={view} />
      ) : (
        <Desk
          title="审核工作台"
          office={desk.me?.grants[0]?.regionName ?? ''}
          search={<DeskSearch onSearch={desk.find} />}
          who={<Who desk={desk} />}
          rail={<Rail desk={desk} />}
          list={<List desk={desk} />}
        >
          {desk.help && <Keys onClose={() => desk.setHelp(false)} />}
          {desk.undoing !== undefined && (
            <UndoBar key={desk.undoing.until} undoing={desk.undoing} onEnd={desk.endUndo} />
          )}
          {desk.panel === 'bulk' ? (
            <FrameContext.Provider value={{ kind: 'desk', close: desk.goBack, tall: true }}>
              <Bulk
                rows={desk.bulkRows}
                hasMore={desk.queue.hasMore}
                open={desk.openFromBulk}
                offerUndo={desk.offerUndo}
                onClose={desk.goBack}
              />
            </FrameContext.Provider>
          ) : desk.selected === undefined ? (
            <View className="sw-void">选一件来看。</View>
          ) : (
            <Fetched query={desk.query}>{(shown) => <DeskCaseView desk={desk} view={shown} />}</Fetched>
          )}
        </Desk>
      )}
    </FrameContext.Provider>
  );
}
