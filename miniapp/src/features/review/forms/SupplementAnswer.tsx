import { usePhotos } from '@miniapp/features/staff';
import { Field } from '@miniapp/ui/Field';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { ACTION_LABELS, sentence } from '@shared/messages';
import { View } from '@tarojs/components';
import { checked } from '../model/checked';
import { openItems } from '../model/supplement';
import { useCaseAct } from '../useCase';

import { FormFrame } from './FormFrame';
import type { FormProps } from './form';
import { useForm } from './useForm';

/** Hands in for the family what it was asked for; what is left empty stays with the family. */
export function SupplementAnswerForm(props: FormProps) {
  const items = openItems(props.view);
  const photos = usePhotos();
  const { change, problems, submit } = useForm<Record<string, string>>(() => ({}));
  const doing = useCaseAct('reviews.provideSupplement', props);
  const answersOf = (said: Record<string, string>) =>
    items
      .map(({ key }) => ({
        key,
        attachmentIds: photos.ids(key),
        text: (said[key] ?? '').trim(),
        askForHelp: false,
      }))
      .filter(({ attachmentIds, text }) => attachmentIds.length > 0 || text !== '');
  const hand = () =>
    submit((said) => {
      const answers = answersOf(said);
      return checked(answers.length === 0 ? { answers: sentence('EMPTY_SUPPLEMENT_ANSWER') } : {}, () => ({
        answers,
      }));
    }, doing.run);
  return (
    <FormFrame
      title="替农户补交"
      hint="补到哪样交哪样，没补的还等农户。"
      bar={ACTION_LABELS.provideSupplement}
      problem={problems.answers ?? doing.problem}
      bands
      submit={{
        children: '替农户补交',
        onTap: hand,
        busy: doing.busy,
        busyText: '正在交…',
        off: photos.waiting > 0 ? '照片正在传，传完再交' : undefined,
      }}
    >
      {items.map((item) => (
        <Section key={item.key} title={item.what}>
          <View className="sw-pad sw-sub">{item.why}</View>
          {item.kind === 'FACT' ? (
            <View className="sw-pad sw-pb">
              <Field label="农户怎么说" type="textarea" onInput={(said) => change({ [item.key]: said })} />
            </View>
          ) : (
            <Shot
              title={item.what}
              hint="要看得清字"
              example={item.kind === 'SIGNATURE' ? 'signed' : 'bill'}
              {...photos.shot('OTHER', item.key)}
            />
          )}
        </Section>
      ))}
    </FormFrame>
  );
}
