import { Button } from '@miniapp/ui/Button';
import { Field } from '@miniapp/ui/Field';
import { Problem } from '@miniapp/ui/Problem';
import { ATTENDEE_ROLES } from '@shared/casework/codes';
import { ATTENDEE_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { type MeetingForm, type Problems, splitNames } from './form';

/** 「村“两委” 3、村民代表 5」 */
export function countsOf({ names }: Pick<MeetingForm, 'names'>): string {
  return ATTENDEE_ROLES.map((role) => ({ role, count: splitNames(names[role]).length }))
    .filter(({ count }) => count > 0)
    .map(({ role, count }) => `${ATTENDEE_LABELS[role]} ${count}`)
    .join('、');
}

interface WhoProps {
  form: MeetingForm;
  problems: Problems;
  change: (next: Partial<MeetingForm>) => void;
  onDone: () => void;
}

/** When, where, who called it and who came: entered once for the whole meeting. */
export function Who({ form, problems, change, onDone }: WhoProps) {
  return (
    <View className="sw-in">
      <Field
        label="日期"
        type="date"
        initial={form.date}
        error={problems.date}
        onInput={(date) => change({ date })}
      />
      <Field
        label="几点"
        initial={form.time}
        placeholder="15:00"
        maxLength={6}
        error={problems.time}
        onInput={(time) => change({ time })}
      />
      <Field
        label="地点"
        initial={form.place}
        placeholder="村委会会议室"
        error={problems.place}
        onInput={(place) => change({ place })}
      />
      <Field
        label="召集人"
        initial={form.convenor}
        error={problems.convenor}
        onInput={(convenor) => change({ convenor })}
      />
      {problems.attendees !== undefined && <Problem text={problems.attendees} />}
      {ATTENDEE_ROLES.map((role) => (
        <Field
          key={role}
          label={`${ATTENDEE_LABELS[role]} ${splitNames(form.names[role]).length} 人`}
          type="textarea"
          initial={form.names[role]}
          placeholder="名字之间用顿号或空格隔开"
          error={problems[`names.${role}`]}
          onInput={(text) => change({ names: { ...form.names, [role]: text } })}
        />
      ))}
      <View className="sw-mt8">
        <Button onTap={onDone}>写好了，收起</Button>
      </View>
    </View>
  );
}
