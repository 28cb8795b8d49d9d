import { usePhotos } from '@miniapp/features/staff';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Problem } from '@miniapp/ui/Problem';
import { Shot } from '@miniapp/ui/Shot';
import type { MemberRelation } from '@shared/casework';
import { HEAD_KEY } from '@shared/casework/codes';
import { ACTION_LABELS, MEMBER_RELATION_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { type Checked, checked, type Problems } from '../model/checked';
import { useCaseAct } from '../useCase';

import { AUTHORIZATION_METHODS } from '../words';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

type Method = keyof typeof AUTHORIZATION_METHODS;

interface Signing {
  memberKey?: string;
  method: Method;
  bank?: 'YES' | 'NO';
}

/** An authorisation that was signed on paper, or with a fingerprint: its photo is the signature. */
export function AuthorizationForm(props: FormProps) {
  const { view } = props;
  // Before the visit only the head is known.
  const people =
    view.members.length > 0
      ? view.members.filter((member) => member.adult && !member.authorized)
      : [{ key: HEAD_KEY, name: view.headName, relation: 'HEAD' }];
  const photos = usePhotos();
  const { form, change, problems, submit } = useForm<Signing>(() => ({
    memberKey: people.length === 1 ? people[0]?.key : undefined,
    method: 'PAPER',
  }));
  const doing = useCaseAct('reviews.recordAuthorization', props);
  const [signatureId] = photos.ids();
  const check = ({
    memberKey,
    method,
    bank,
  }: Signing): Checked<{ memberKey: string; method: Method; signatureId: string; bank: boolean }> => {
    const found: Problems = {};
    if (memberKey === undefined) found.memberKey = '是谁签的？先选一个人。';
    if (signatureId === undefined) found.photo = '把签了名的同意书拍下来。';
    if (view.profile.asksBank && bank === undefined) found.bank = '纸上存款那一句怎么勾的？选一个。';
    return checked(found, () => ({
      memberKey: memberKey ?? '',
      method,
      signatureId: signatureId ?? '',
      bank: bank === 'YES',
    }));
  };
  return (
    <FormFrame
      title="谁签了同意？"
      hint="签了才能请部门查。一个人登记一次。"
      bar={ACTION_LABELS.recordAuthorization}
      problem={doing.problem}
      submit={{
        children: '登记签名',
        onTap: () => submit(check, doing.run),
        busy: doing.busy,
        busyText: '正在交…',
        off: photos.waiting > 0 ? '照片正在传，传完再交' : undefined,
      }}
    >
      {people.length === 0 ? (
        <Empty>大人都签过了。</Empty>
      ) : (
        <View>
          <Choices
            label="哪一位"
            error={problems.memberKey ?? doing.problems.memberKey}
            value={form.memberKey}
            onChange={(memberKey) => change({ memberKey })}
            choices={people.map(({ key, name, relation }) => ({
              value: key,
              label: name,
              detail: MEMBER_RELATION_LABELS[relation as MemberRelation],
            }))}
          />
          <Choices<Method>
            label="怎么签的"
            value={form.method}
            onChange={(method) => change({ method })}
            choices={(Object.keys(AUTHORIZATION_METHODS) as Method[]).map((value) => ({
              value,
              ...AUTHORIZATION_METHODS[value],
            }))}
          />
          {view.profile.asksBank && (
            <Choices<'YES' | 'NO'>
              label="存款那一句怎么答的"
              error={problems.bank}
              value={form.bank}
              onChange={(bank) => change({ bank })}
              choices={[
                { value: 'YES', label: '同意查银行存款' },
                { value: 'NO', label: '不同意查存款' },
              ]}
            />
          )}
          {problems.photo !== undefined && (
            <View className="sw-mt16">
              <Problem text={problems.photo} />
            </View>
          )}
          <View className="sw-out">
            <Shot
              title="签了名的同意书"
              hint="要看得清名字、日期"
              example="signed"
              max={1}
              {...photos.shot('AUTH_FORM')}
            />
          </View>
        </View>
      )}
    </FormFrame>
  );
}
