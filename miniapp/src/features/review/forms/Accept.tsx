import { call } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { QueryView } from '@miniapp/ui/QueryView';
import { useQuery } from '@miniapp/ui/useQuery';
import { ACTION_LABELS, sentence } from '@shared/messages';
import { checked } from '../model/checked';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

const MOST = 4;

/** Accept the report, or send other people: two who are not of the family go there (domain.md 1.1). */
export function AcceptForm({ act, ...props }: FormProps & { act: 'accept' | 'assignVerifiers' }) {
  const { view } = props;
  const colleagues = useQuery(`colleagues:${view.id}`, () => call('reviews.colleagues', { caseId: view.id }));
  const { form, change, problems, submit } = useForm(() => ({
    chosen: view.verifiers.map((verifier) => verifier.personId),
  }));
  const doing = useCaseAct(`reviews.${act}`, props);
  const known = colleagues.data?.colleagues ?? [];
  const hand = () =>
    submit(({ chosen }) => {
      const verifiers = known.filter(({ personId }) => chosen.includes(personId));
      return checked(verifiers.length < 2 ? { verifiers: sentence('TWO_VERIFIERS') } : {}, () => ({
        verifiers,
      }));
    }, doing.run);
  return (
    <FormFrame
      title={act === 'accept' ? '请哪两位去看？' : '换哪两位去看？'}
      hint="两个人一起去，两个人签名。是这家亲戚的，换一位去。"
      bar={ACTION_LABELS[act]}
      problem={doing.problem}
      submit={{
        children: act === 'accept' ? '受理，请他们去看' : '换成他们',
        onTap: hand,
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      <QueryView query={colleagues}>
        {({ colleagues: people }) =>
          people.length === 0 ? (
            <Empty>村里还没有能派的人。请镇里先登记干部。</Empty>
          ) : (
            <Choices
              label="核实人"
              hideLabel
              multiple
              max={MOST}
              onTooMany={() => toast(`最多 ${MOST} 位。先去掉一位再选`)}
              error={problems.verifiers ?? doing.problems.verifiers}
              value={form.chosen}
              onChange={(chosen) => change({ chosen })}
              choices={people.map(({ personId, name, office }) => ({
                value: personId,
                label: name,
                detail: office,
              }))}
            />
          )
        }
      </QueryView>
    </FormFrame>
  );
}
