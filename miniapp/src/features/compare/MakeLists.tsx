import { Staffed, somethingWasDone, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Note } from '@miniapp/ui/Note';
import { Problem } from '@miniapp/ui/Problem';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import type { Department } from '@shared/casework';
import { DEPARTMENTS } from '@shared/casework/codes';
import { DEPARTMENT_LABELS, day } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';

type Waiting = Output<'comparisons.waiting'>['cases'][number];
type Made = Output<'comparisons.create'>;

/** Why a family cannot be on a list today, or undefined when it can. */
function holds({ unsigned, withoutId, requested }: Waiting): string | undefined {
  if (requested) return undefined;
  if (unsigned.length > 0) return `${unsigned.join('、')}还没签同意`;
  return withoutId.length > 0 ? `${withoutId.join('、')}没有身份证号码` : undefined;
}

function about(one: Waiting): string {
  const { villageName, adults, dueOn, requested, waitingFor } = one;
  const where = requested
    ? `问过了，还等 ${waitingFor.length} 个部门答复`
    : (holds(one) ?? `${adults} 个大人`);
  return [villageName, where, dueOn === null ? '' : `${day(dueOn)}前`]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Which families, which departments: one list for each of them. */
export function MakeLists() {
  const query = useFreshAfterActs(
    useQuery('comparison-waiting', async () => (await call('comparisons.waiting', {})).cases),
  );
  return (
    <Staffed query={query} rows={3}>
      {(cases) => <Form key={cases.map(({ caseId }) => caseId).join()} cases={cases} />}
    </Staffed>
  );
}

function Form({ cases }: { cases: readonly Waiting[] }) {
  const ready = cases.filter((one) => holds(one) === undefined);
  const held = cases.filter((one) => holds(one) !== undefined);
  const [caseIds, setCaseIds] = useState(
    ready.filter(({ requested }) => !requested).map(({ caseId }) => caseId),
  );
  const [departments, setDepartments] = useState<Department[]>(DEPARTMENTS.filter((name) => name !== 'BANK'));
  const [problem, setProblem] = useState<string>();
  const [made, setMade] = useState<Made>();
  const making = useCommand((input: { caseIds: string[]; departments: Department[] }, requestId) =>
    call('comparisons.create', input, requestId),
  );
  const make = async () => {
    const wrong =
      caseIds.length === 0
        ? '查哪几家？至少选一家。'
        : departments.length === 0
          ? '请哪个部门查？至少选一个。'
          : undefined;
    setProblem(wrong);
    if (wrong !== undefined) return;
    const answer = await making.run({ caseIds, departments });
    if (answer === undefined) return;
    setMade(answer);
    somethingWasDone();
  };
  return (
    <Section title={`等查对的 ${cases.length} 家`} pad>
      {cases.length === 0 && <Empty>没有等查对的。</Empty>}
      {made !== undefined && <MadeNote made={made} />}
      {ready.length > 0 && (
        <View>
          <Choices
            label="查哪几家"
            multiple
            value={caseIds}
            onChange={setCaseIds}
            choices={ready.map((one) => ({ value: one.caseId, label: one.headName, detail: about(one) }))}
          />
          <Chips
            label="请哪些部门"
            chips={DEPARTMENTS.map((value) => ({ value, label: DEPARTMENT_LABELS[value] }))}
            value={departments}
            onChange={setDepartments}
          />
          <View className="sw-sub sw-mt8">银行存款要本人单独同意，默认不查。</View>
          {(problem ?? sentenceOf(making.error)) !== undefined && (
            <Problem text={problem ?? sentenceOf(making.error) ?? ''} />
          )}
          <View className="sw-mt16">
            <Button kind="primary" busy={making.busy} busyText="正在做名单…" onTap={make}>
              做名单
            </Button>
          </View>
        </View>
      )}
      {held.map((one) => (
        <View key={one.caseId} className="sw-sub sw-mt8">
          {`${one.headName}：${about(one)}`}
        </View>
      ))}
    </Section>
  );
}

function MadeNote({ made: { lists, skipped } }: { made: Made }) {
  return (
    <View>
      <Note state={lists.length > 0 ? 'ok' : 'need'} inset title={`做好了 ${lists.length} 份名单`}>
        {lists.some(({ state }) => state === 'WAITING_APPROVAL')
          ? '人多的名单，要另一个人同意了才能取。'
          : '在下面取名单，发给部门。'}
      </Note>
      {skipped.map(({ caseId, headName, message }) => (
        <Note key={caseId} state="need" inset title={headName}>
          {message}
        </Note>
      ))}
    </View>
  );
}
