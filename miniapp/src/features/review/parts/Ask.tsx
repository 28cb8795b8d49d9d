import { Note } from '@miniapp/ui/Note';
import type { StaffCaseView } from '@shared/casework';
import { day, LAW_SENTENCES, withinText } from '@shared/messages';
import { View } from '@tarojs/components';
import { askOf } from '../model/facts';

/** 「依据：示例县 2026 年方案，这一步 2 天内。看材料齐不齐、程序对不对。」 */
function lawOf({ profile, stepLimit, state }: StaffCaseView): string {
  const days = stepLimit === null ? '' : `，这一步 ${withinText(stepLimit)}`;
  return `依据：${profile.name}${days}。${LAW_SENTENCES[state] ?? ''}`;
}

/** 「请您定」 in one sentence, or whom the case waits for; a withdrawal that was asked for stands above all else. */
export function Ask({ view }: { view: StaffCaseView }) {
  const { mine, text } = askOf(view);
  const { withdrawal } = view;
  const reminder = view.reminders.at(-1);
  return (
    <View className="sw-stack">
      {withdrawal !== null && withdrawal.confirmedAt === null && (
        <Note state="need" inset title="农户说不办了">
          {withdrawal.reason === '' ? '没有说原因。' : `原因：${withdrawal.reason}`}
        </Note>
      )}
      {reminder !== undefined && reminder.answer === null && (
        <Note state="late" inset title="农户催了">
          {`应该 ${day(reminder.dueOn)}前办好。村里 ${day(reminder.answerBy)}前要答复。`}
        </Note>
      )}
      <Note state={mine ? 'doing' : 'off'} icon={mine ? 'hand' : 'doing'} inset title={text}>
        <View className="sw-min">{lawOf(view)}</View>
      </Note>
    </View>
  );
}
