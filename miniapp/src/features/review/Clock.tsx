import { type Clock as Now, somethingWasDone, useClock } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { addDays, isLocalDate, startOfDay } from '@shared/calendar/dates';
import { sentence, staffDay } from '@shared/messages';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';

/** Nine in the morning, when offices open. */
const MORNING_MS = 9 * 3_600_000;
const morningOf = (date: string) => new Date(Date.parse(startOfDay(date)) + MORNING_MS).toISOString();

/** Of the local stack alone: moves its date, so that a publicity can end in a demonstration. */
export function Clock() {
  const clock = useClock();
  return (
    <Page title="演示：改日期" white>
      <Head title="演示：改日期" hint="只有这台机器上的演示能改。公示到期、超期这些，改了日期马上就办。" />
      <View className="sw-pad">
        <QueryView query={clock}>{(now) => <Move now={now} onMoved={clock.set} />}</QueryView>
      </View>
    </Page>
  );
}

function Move({ now, onMoved }: { now: Now; onMoved: (now: Now) => void }) {
  const [problem, setProblem] = useState<string>();
  const typed = useRef('');
  const moving = useCommand((to: string | null, requestId: string) =>
    call('local.moveClock', { to }, requestId),
  );
  const move = async (to: string | null) => {
    const moved = await moving.run(to);
    if (moved === undefined) return;
    onMoved(moved);
    somethingWasDone();
    toast(`这里今天是 ${staffDay(moved.today)}`);
  };
  const toDate = () => {
    const good = isLocalDate(typed.current);
    setProblem(good ? undefined : sentence('BAD_DATE'));
    if (good) move(morningOf(typed.current));
  };
  return (
    <View className="sw-stack">
      <Note state="doing" icon="cal" inset title={`这里今天是 ${staffDay(now.today)}`}>
        {now.moved ? '日期改过' : '和真的日期一样'}
      </Note>
      {moving.error !== undefined && (
        <Note state="late" alert inset>
          {sentenceOf(moving.error) ?? '没有改成，再点一次。'}
        </Note>
      )}
      <Button kind="primary" busy={moving.busy} onTap={() => move(morningOf(addDays(now.today, 1)))}>
        明天
      </Button>
      <Button onTap={() => move(morningOf(addDays(now.today, 3)))}>三天后</Button>
      <Field
        label="改到哪一天"
        type="date"
        error={problem}
        onInput={(text) => {
          typed.current = text.trim();
        }}
      />
      <Button onTap={toDate}>改到这一天</Button>
      {now.moved && <Button onTap={() => move(null)}>回到真的日期</Button>}
    </View>
  );
}
