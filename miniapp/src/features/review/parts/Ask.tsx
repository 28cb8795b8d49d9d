import { Note } from '@miniapp/ui/Note';
import type { StaffCaseView } from '@shared/casework';
import { View } from '@tarojs/components';
import { askOf } from '../model/facts';

/** 「请您定」 in one sentence, or whom the case waits for; a withdrawal that was asked for stands above all else. */
export function Ask({ view }: { view: StaffCaseView }) {
  const { mine, text } = askOf(view);
  const { withdrawal } = view;
  return (
    <View className="sw-stack">
      {withdrawal !== null && withdrawal.confirmedAt === null && (
        <Note state="need" inset title="农户说不办了">
          {withdrawal.reason === '' ? '没有说原因。' : `原因：${withdrawal.reason}`}
        </Note>
      )}
      <Note state={mine ? 'doing' : 'off'} icon={mine ? 'hand' : 'doing'} inset title={text}>
        <View className="sw-min">依据：{view.profile.name}</View>
      </Note>
    </View>
  );
}
