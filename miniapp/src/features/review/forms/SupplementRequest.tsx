import { Button } from '@miniapp/ui/Button';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Section } from '@miniapp/ui/Section';
import type { SupplementItem, SupplementKind } from '@shared/casework';
import { SUPPLEMENT_KINDS } from '@shared/casework/codes';
import { ACTION_LABELS, SUPPLEMENT_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { newItem, OPEN_SUPPLEMENT, toSupplement } from '../model/supplement';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { summaryOf, useForm } from './useForm';

/** One complete list of what is missing, typed, in the family's words; the clock stands still until it is there. */
export function SupplementRequestForm(props: FormProps) {
  const { view } = props;
  const returnedBefore = view.supplements.length > 0;
  const { form, change, problems, submit } = useForm(() => OPEN_SUPPLEMENT);
  const doing = useCaseAct('reviews.requestSupplement', props);
  const unsigned = view.members.filter(({ adult, authorized }) => adult && !authorized);
  const add = (kind: SupplementKind, member?: { key: string; name: string }) =>
    change({ items: [...form.items, newItem(kind, form.items, member)] });
  const put = (key: string, next: Partial<SupplementItem>) =>
    change({ items: form.items.map((item) => (item.key === key ? { ...item, ...next } : item)) });
  const asked = new Set(form.items.map((item) => item.memberKey));
  return (
    <FormFrame
      title="要农户补什么？"
      hint="一次说全，补的这几天不算进办理的天数。部门能查到的，不要叫农户跑。"
      bar={ACTION_LABELS.requestSupplement}
      problem={doing.problem ?? problems.items ?? summaryOf(problems)}
      bands
      submit={{
        children: form.items.length === 0 ? '退回，请农户补' : `退回，请农户补 ${form.items.length} 样`,
        onTap: () => submit((filled) => toSupplement(filled, returnedBefore), doing.run),
        busy: doing.busy,
        busyText: '正在交…',
      }}
    >
      {form.items.map((item, index) => (
        <Section
          key={item.key}
          title={`第 ${index + 1} 样：${SUPPLEMENT_LABELS[item.kind]}`}
          aside={
            <Link
              label={`去掉第 ${index + 1} 样`}
              onTap={() => change({ items: form.items.filter(({ key }) => key !== item.key) })}
            >
              去掉
            </Link>
          }
          pad
        >
          <Field
            label="要补什么"
            maxLength={60}
            initial={item.what}
            placeholder="比如：住院费用结算单"
            error={problems[`${item.key}.what`]}
            onInput={(what) => put(item.key, { what })}
          />
          <Field
            label="为什么"
            maxLength={120}
            initial={item.why}
            error={problems[`${item.key}.why`]}
            onInput={(why) => put(item.key, { why })}
          />
        </Section>
      ))}
      <Section title={form.items.length === 0 ? '缺哪一样？' : '还缺别的？'} pad>
        <View className="sw-stack">
          {unsigned
            .filter(({ key }) => !asked.has(key))
            .map(({ key, name }) => (
              <Button key={key} icon="plus" onTap={() => add('SIGNATURE', { key, name })}>
                {`缺签名：${name}`}
              </Button>
            ))}
          {SUPPLEMENT_KINDS.filter((kind) => kind !== 'SIGNATURE').map((kind) => (
            <Button key={kind} icon="plus" onTap={() => add(kind)}>
              {SUPPLEMENT_LABELS[kind]}
            </Button>
          ))}
        </View>
      </Section>
      {returnedBefore && (
        <Section title="这是第二次退回" pad>
          <Field
            label="领导同意的理由"
            type="textarea"
            maxLength={300}
            error={problems.supervisorReason ?? doing.problems.supervisorReason}
            onInput={(supervisorReason) => change({ supervisorReason })}
          />
        </Section>
      )}
    </FormFrame>
  );
}
