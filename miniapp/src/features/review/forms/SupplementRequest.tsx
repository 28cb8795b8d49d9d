import { usePhotos } from '@miniapp/features/staff';
import { Button } from '@miniapp/ui/Button';
import { Field } from '@miniapp/ui/Field';
import { Link } from '@miniapp/ui/Link';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import type { SupplementItem, SupplementKind } from '@shared/casework';
import { SUPPLEMENT_HELPERS, SUPPLEMENT_KINDS } from '@shared/casework/codes';
import { ACTION_LABELS, HELPER_LABELS, PAPER_LABELS, SUPPLEMENT_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { isPaper, newItem, OPEN_SUPPLEMENT, paperChoices, toSupplement } from '../model/supplement';
import { useCaseAct } from '../useCase';
import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { choicesOf, One } from './One';
import { summaryOf, useForm } from './useForm';

/** One complete list of what is missing, typed, in the family's words; the clock stands still until it is there. */
export function SupplementRequestForm(props: FormProps) {
  const { view } = props;
  const returnedBefore = view.supplements.length > 0;
  const { form, change, problems, submit } = useForm(() => OPEN_SUPPLEMENT);
  const doing = useCaseAct('reviews.requestSupplement', props);
  const photos = usePhotos();
  const papers = paperChoices(view);
  const withExample = (item: SupplementItem): SupplementItem => {
    const [exampleId] = photos.ids(item.key);
    return exampleId === undefined ? item : { ...item, exampleId };
  };
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
        children: returnedBefore
          ? '请镇领导看'
          : form.items.length === 0
            ? '退回，请农户补'
            : `退回，请农户补 ${form.items.length} 样`,
        onTap: () =>
          submit(
            (filled) => toSupplement({ ...filled, items: filled.items.map(withExample) }, returnedBefore),
            doing.run,
          ),
        off: photos.waiting > 0 ? '照片正在传，传完再交' : undefined,
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
          {isPaper(item.kind) && (
            <One
              label="哪一种"
              chips={papers.on}
              value={item.paper}
              error={problems[`${item.key}.paper`] ?? doing.problems[`items.${index}.paper`]}
              onChange={(paper) =>
                put(item.key, {
                  paper,
                  ...(item.what === '' && paper !== 'OTHER' && { what: PAPER_LABELS[paper] }),
                })
              }
            />
          )}
          <Field
            key={`${item.key}-${item.paper ?? ''}`}
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
          <One
            label="谁能帮他"
            columns={3}
            chips={choicesOf(SUPPLEMENT_HELPERS, HELPER_LABELS)}
            value={item.helper}
            onChange={(helper) => put(item.key, { helper })}
          />
          {item.kind !== 'FACT' && (
            <View className="sw-out">
              <Shot
                title="照着这样拍"
                hint="拍一张样子给他看，不拍别人的名字。没有就不拍"
                example="bill"
                max={1}
                {...photos.shot('OTHER', item.key)}
              />
            </View>
          )}
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
          {papers.off.length > 0 && (
            <View className="sw-sub">
              {`不用叫农户交：${papers.off.map(({ label, off }) => `${label}（${off}）`).join('、')}`}
            </View>
          )}
          {SUPPLEMENT_KINDS.filter((kind) => kind !== 'SIGNATURE').map((kind) => (
            <Button key={kind} icon="plus" onTap={() => add(kind)}>
              {SUPPLEMENT_LABELS[kind]}
            </Button>
          ))}
        </View>
      </Section>
      {returnedBefore && (
        <Section title="这是第二次退回" pad>
          <View className="sw-sub">要镇领导同意才发给农户。</View>
          <Field
            label="为什么第一次没有一起要"
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
