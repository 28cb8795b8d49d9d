import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Problem } from '@miniapp/ui/Problem';
import { Row } from '@miniapp/ui/Row';
import { DEPARTMENTS } from '@shared/casework/codes';
import { ACTION_LABELS, DEPARTMENT_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { type DataRequest, queryable, toDataRequest, USUAL_DEPARTMENTS } from '../model/data-check';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { choicesOf } from './One';
import { useForm } from './useForm';

const bankWords = (bank: boolean | null | undefined): string =>
  bank === null ? '签了同意' : bank === true ? '签了同意，也同意查存款' : '签了同意，不同意查存款';

/** Departments are asked about adults who signed, and about nobody else (domain.md 3.1, I2). */
export function DataRequestForm(props: FormProps) {
  const people = queryable(props.view.members);
  const may = people.filter(({ off }) => off === undefined).map(({ member }) => member);
  const { form, change, problems, submit } = useForm<DataRequest>(() => ({
    memberKeys: may.map(({ key }) => key),
    departments: [...USUAL_DEPARTMENTS],
    comparedBefore: [],
  }));
  const doing = useCaseAct('reviews.requestDataCheck', props);
  const found = { ...doing.problems, ...problems };
  return (
    <FormFrame
      title="请部门查对"
      hint="只查签了同意的大人。银行只查单独同意了的人，默认不查。"
      bar={ACTION_LABELS.requestDataCheck}
      problem={doing.problem}
      submit={{
        children: '请部门查对',
        onTap: () => submit(toDataRequest, doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      <Choices
        label="查谁"
        multiple
        error={found.memberKeys}
        value={form.memberKeys}
        onChange={(memberKeys) => change({ memberKeys })}
        choices={may.map(({ key, name, consent }) => ({
          value: key,
          label: name,
          detail: bankWords(consent?.bank),
        }))}
      />
      <View className="sw-out">
        {people
          .filter(({ off }) => off !== undefined)
          .map(({ member, off }) => (
            <Row key={member.key} title={member.name} detail={off} quiet />
          ))}
      </View>
      <Choices
        label="谁因为低保，民政已经比对过？"
        multiple
        error={found.comparedBefore}
        value={form.comparedBefore}
        onChange={(comparedBefore) => change({ comparedBefore })}
        choices={people
          .filter(({ member }) => member.adult)
          .map(({ member }) => ({
            value: member.key,
            label: member.name,
            detail: form.comparedBefore.includes(member.key) ? '比对过，这次不再查' : '没有就不选',
          }))}
      />
      {found.departments !== undefined && (
        <View className="sw-mt16">
          <Problem text={found.departments} />
        </View>
      )}
      <Chips
        label="请哪些部门"
        chips={choicesOf(DEPARTMENTS, DEPARTMENT_LABELS)}
        value={form.departments}
        onChange={(departments) => change({ departments })}
      />
    </FormFrame>
  );
}
