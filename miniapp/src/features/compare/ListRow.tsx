import { somethingWasDone } from '@miniapp/features/staff';
import { SendTable } from '@miniapp/features/tables';
import { call } from '@miniapp/platform/api';
import { openTable } from '@miniapp/platform/tables';
import { Button } from '@miniapp/ui/Button';
import { Problem } from '@miniapp/ui/Problem';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import type { ComparisonList } from '@shared/contract';
import { DEPARTMENT_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';

/** One list: how far it is, and what may be done with it. */
export function ListRow({ list }: { list: ComparisonList }) {
  const { id, listNo, department, people, cases, answered, state, createdBy, mayApprove } = list;
  const taking = useCommand((_: null, requestId) =>
    call('comparisons.download', { listId: id, format: 'xlsx' }, requestId),
  );
  const deciding = useCommand((approved: boolean, requestId) =>
    call('comparisons.approve', { listId: id, approved }, requestId),
  );
  const take = async () => {
    const file = await taking.run(null);
    if (file !== undefined) await openTable(file.url, file.fileName);
  };
  const decide = async (approved: boolean) => {
    if ((await deciding.run(approved)) !== undefined) somethingWasDone();
  };
  const error = taking.error ?? deciding.error;
  return (
    <View>
      <Row
        title={`${DEPARTMENT_LABELS[department]} · ${people} 人`}
        detail={`${listNo} · ${cases} 家 · ${createdBy}做的`}
        right={<StateTag state={state} answered={answered} people={people} />}
      />
      <View className="sw-in sw-stack">
        {error !== undefined && <Problem text={failureOf(error, 'act') ?? ''} />}
        {mayApprove && (
          <View className="sw-cols2">
            <Button kind="primary" busy={deciding.busy} onTap={() => decide(true)}>
              同意取名单
            </Button>
            <Button busy={deciding.busy} onTap={() => decide(false)}>
              不同意
            </Button>
          </View>
        )}
        {state === 'READY' && answered < people && (
          <Button busy={taking.busy} busyText="正在取…" onTap={take}>
            取名单
          </Button>
        )}
        {state === 'READY' && (
          <SendTable kind="COMPARISON_ANSWERS" targetId={id} button="传答复" verb="登记好了" />
        )}
      </View>
    </View>
  );
}

function StateTag({ state, answered, people }: Pick<ComparisonList, 'state' | 'answered' | 'people'>) {
  if (state === 'WAITING_APPROVAL') return <Tag state="need">等另一人同意</Tag>;
  if (state === 'DECLINED') return <Tag state="off">没有同意</Tag>;
  return answered >= people ? (
    <Tag state="ok">都答复了</Tag>
  ) : (
    <Tag state="doing">{`答复了 ${answered} 人`}</Tag>
  );
}
