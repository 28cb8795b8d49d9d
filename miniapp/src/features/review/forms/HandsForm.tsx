import { call } from '@miniapp/platform/api';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { useQuery } from '@miniapp/ui/useQuery';
import type { StaffCaseView } from '@shared/casework';
import { View } from '@tarojs/components';
import { checked } from '../model/checked';
import type { Hands } from '../useHands';
import { FormFrame } from './FormFrame';
import { useForm } from './useForm';

interface HandsFormProps {
  view: Pick<StaffCaseView, 'id' | 'headName'>;
  hands: Hands;
  onDone: () => void;
}

type Claim = NonNullable<NonNullable<Hands['look']>['claim']>;

/** A case in hand goes to a colleague, or comes from one; either way somebody reads why. */
export function HandsForm({ hands, ...props }: HandsFormProps) {
  const claim = hands.look?.claim;
  if (claim && !claim.mine) return <TakeOver {...props} hands={hands} claim={claim} />;
  return <HandOver {...props} hands={hands} />;
}

const NO_REASON = '写一句为什么，同事看了就明白。';

function HandOver({ view, hands, onDone }: HandsFormProps) {
  const query = useQuery(`office:${view.id}`, () => call('desk.colleagues', { caseId: view.id }));
  const { form, change, problems, submit } = useForm(() => ({ to: '', reason: '' }));
  const colleagues = query.data?.colleagues ?? [];
  const hand = () =>
    submit(
      ({ to, reason }) =>
        checked<{ to: string; reason: string }>(
          {
            ...(to === '' && { to: '交给谁？选一位。' }),
            ...(reason.trim() === '' && { reason: NO_REASON }),
          },
          () => ({ to, reason: reason.trim() }),
        ),
      async (said) => {
        if (await hands.act({ op: 'handOver', ...said })) onDone();
      },
    );
  return (
    <FormFrame
      title={`${view.headName}家这件，交给谁？`}
      hint="交给本单位的同事。他会收到一条消息，里面有您写的原因。"
      bar="转给别人"
      problem={hands.problem}
      submit={{ children: '交给他', onTap: hand, busy: hands.busy, busyText: '正在交…' }}
    >
      {query.data === undefined && (
        <View className="sw-sub">
          {query.error ? (sentenceOf(query.error) ?? '名单没有取到。') : '正在取名单…'}
        </View>
      )}
      {query.data !== undefined && colleagues.length === 0 && (
        <View className="sw-sub">本单位没有别人能办这一步。可以先放回去。</View>
      )}
      {colleagues.length > 0 && (
        <Choices
          label="交给谁"
          choices={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={form.to === '' ? undefined : form.to}
          onChange={(to) => change({ to })}
          error={problems.to}
        />
      )}
      <Reason error={problems.reason} onInput={(reason) => change({ reason })} />
    </FormFrame>
  );
}

function TakeOver({ view, hands, claim, onDone }: HandsFormProps & { claim: Claim }) {
  const { change, problems, submit } = useForm(() => ({ reason: '' }));
  const take = () =>
    submit(
      ({ reason }) =>
        checked<{ reason: string }>(reason.trim() === '' ? { reason: NO_REASON } : {}, () => ({
          reason: reason.trim(),
        })),
      async ({ reason }) => {
        if (await hands.act({ op: 'takeOver', from: claim.personId, reason })) onDone();
      },
    );
  return (
    <FormFrame
      title={`${view.headName}家这件，从${claim.name}手上接过来？`}
      hint={`${claim.name}会收到一条消息，里面有您写的原因。`}
      bar="接过来"
      problem={hands.problem}
      submit={{ children: '接过来', onTap: take, busy: hands.busy, busyText: '正在接…' }}
    >
      <Reason error={problems.reason} onInput={(reason) => change({ reason })} />
    </FormFrame>
  );
}

function Reason({ error, onInput }: { error?: string; onInput: (reason: string) => void }) {
  return (
    <Field
      label="为什么"
      placeholder="比如：我去县里开会，后天回来"
      maxLength={200}
      error={error}
      onInput={onInput}
    />
  );
}
