import { choicesOf, HowNow } from '@miniapp/features/review/kit';
import type { Photos } from '@miniapp/features/staff';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import type { Guarantee } from '@shared/casework/codes';
import { GUARANTEE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { type Found, NOTHING_BROKEN } from './findings';

interface PartProps {
  form: Found;
  problems: Record<string, string>;
  photos: Photos;
  onChange: (next: Partial<Found>) => void;
}

const GUARANTEE_CODES: readonly Guarantee[] = ['HOUSING', 'WATER', 'SCHOOL', 'INSURANCE'];
const KINDS = { HOUSING: 'HOUSE', WATER: 'WATER', SCHOOL: 'SCHOOL', INSURANCE: 'OTHER' } as const;

/** Three guarantees and water: nothing ticked is nothing broken (domain.md 4.6). */
export function GuaranteesPart({ form, problems, photos, onChange }: PartProps) {
  const { broken } = form;
  const tick = (keys: readonly Guarantee[]) =>
    onChange({ broken: Object.fromEntries(keys.map((key) => [key, broken[key] ?? NOTHING_BROKEN])) });
  return (
    <>
      <Section title="住房、吃水、上学、医保" pad>
        <Choices<Guarantee>
          multiple
          label="有问题就勾上，没有就不勾"
          value={GUARANTEE_CODES.filter((key) => broken[key] !== undefined)}
          onChange={tick}
          choices={choicesOf(GUARANTEE_CODES, GUARANTEE_LABELS)}
        />
      </Section>
      {GUARANTEE_CODES.map((what) => {
        const said = broken[what];
        if (said === undefined) return null;
        const put = (next: Partial<typeof said>) =>
          onChange({ broken: { ...broken, [what]: { ...said, ...next } } });
        const name = GUARANTEE_LABELS[what];
        return (
          <Section key={what} title={`${name}怎么解决`}>
            <Shot
              title={`${name}的照片`}
              hint="没有就不拍"
              example="scene"
              {...photos.shot(KINDS[what], what)}
            />
            <View className="sw-pad sw-pb">
              <Field
                label={`${name}哪里不好`}
                maxLength={200}
                initial={said.detail}
                error={problems[`${what}.detail`]}
                onInput={(detail) => put({ detail })}
              />
              <Field
                label={`${name}谁来解决`}
                maxLength={40}
                initial={said.fixer}
                placeholder="单位或者人"
                error={problems[`${what}.fixer`]}
                onInput={(fixer) => put({ fixer })}
              />
              <Field
                label={`${name}哪天前解决`}
                type="date"
                initial={said.dueOn}
                error={problems[`${what}.dueOn`]}
                onInput={(dueOn) => put({ dueOn })}
              />
            </View>
          </Section>
        );
      })}
    </>
  );
}

/** How the family is now, what is new, and a photo of the home. */
export function ResultPart({ form, problems, photos, onChange }: PartProps) {
  return (
    <Section title="现在怎么样？" pad>
      <HowNow form={form} problems={problems} onChange={onChange} />
      <Field
        label="看到了什么"
        type="textarea"
        maxLength={500}
        initial={form.words}
        error={problems.words}
        placeholder="比如：药够吃，儿子在镇上干活"
        onInput={(words) => onChange({ words })}
      />
      <Shot
        title="家里的照片"
        hint="门口一张就行，不拍人脸"
        example="scene"
        {...photos.shot('OTHER', 'home')}
      />
    </Section>
  );
}
