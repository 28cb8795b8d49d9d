import type { Photos } from '@miniapp/features/staff';
import { Field } from '@miniapp/ui/Field';
import { Section } from '@miniapp/ui/Section';
import { Shot } from '@miniapp/ui/Shot';
import { View } from '@tarojs/components';

/** When and by what a measure reached the family. */
export interface Landing {
  on: string;
  note: string;
}

/** What is still missing: a day that has come, and a paper or words that name it. */
export function landingProblems(
  { on, note }: Landing,
  today: string,
  photos: Pick<Photos, 'ids' | 'waiting'>,
): Record<string, string> {
  return {
    ...((on === '' || on > today) && { on: '选办好的那天，不能晚于今天。' }),
    ...(note.trim() === '' && photos.ids().length === 0 && { note: '写一句凭什么，或者拍一张单子。' }),
    ...(photos.waiting > 0 && { photos: '照片还在传，等一下再交。' }),
  };
}

interface LandFieldsProps {
  form: Landing;
  problems: Record<string, string>;
  photos: Photos;
  onChange: (next: Partial<Landing>) => void;
}

/** What shows that it came. */
export function LandFields({ form, problems, photos, onChange }: LandFieldsProps) {
  const shot = photos.shot('OTHER');
  return (
    <Section title="凭什么说办好了">
      <View className="sw-pad">
        <Field
          label="哪天办好的"
          type="date"
          initial={form.on}
          error={problems.on ?? problems['landing.on'] ?? problems['step.on']}
          onInput={(on) => onChange({ on })}
        />
        <Field
          label="怎么办的"
          optional
          maxLength={200}
          initial={form.note}
          placeholder="比如：3 月 20 日打到卡上了"
          error={problems.note ?? problems['landing.note'] ?? problems['step.note']}
          onInput={(note) => onChange({ note })}
        />
      </View>
      <Shot
        title="单子、照片"
        hint="打款单、发放表、现场都行"
        example="paper"
        {...shot}
        error={problems.photos ?? shot.error}
      />
    </Section>
  );
}
