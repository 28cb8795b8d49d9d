import { somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { confirm, toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { QueryView, sentenceOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import type { StaffMember } from '@shared/contract';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';

interface PersonPanelProps {
  county: string;
  member: StaffMember;
}

/** One person of the list: what is in hand, the end of the service, or its undoing. */
export function PersonPanel(props: PersonPanelProps) {
  const { member } = props;
  return (
    <View className="sw-in sw-stack">
      {member.own ? (
        <Note state="need" inset title="这是您自己。离岗要请另一位管理员来办。" />
      ) : member.state === 'LEFT' ? (
        <Back {...props} />
      ) : (
        <End {...props} />
      )}
    </View>
  );
}

function End({ county, member: { staffId, name, state, posts } }: PersonPanelProps) {
  const waiting = state === 'WAITING';
  const holds = useQuery(waiting ? undefined : `staff-holds:${staffId}`, () =>
    call('staff.holdings', { county, staffId }),
  );
  const ending = useReason((why, requestId) => call('staff.end', { county, staffId, why }, requestId));
  const end = async () => {
    const why = ending.read();
    if (why === undefined) return;
    const title = waiting ? `把${name}从名单上拿掉吗？` : `${name}不在这里办事了吗？`;
    const text = waiting ? '本人还没有开通。' : '点了马上退出登录，手上的放回待办。';
    if (!(await confirm({ title, text, yes: waiting ? '拿掉' : '办离岗', danger: true }))) return;
    const done = await ending.run(why);
    if (done === undefined) return;
    toast(waiting ? '拿掉了' : `办好了，放回待办 ${done.cases} 件`);
    somethingWasDone();
  };
  return (
    <>
      {posts.some(({ gone }) => gone) && (
        <Note state="need" inset title="新名单里没有这个人。不在这里办事了，才办离岗。" />
      )}
      {!waiting && (
        <QueryView query={holds} rows={2}>
          {({ cases, visits, families, errands, lent }) => (
            <KeyValue
              facts={[
                { key: '手上在办', value: `${cases} 件` },
                { key: '等着去看的', value: `${visits} 户` },
                { key: '联系的农户', value: `${families} 户` },
                { key: '没有人接的跑腿', value: `${errands} 趟` },
                { key: '委托给同事的', value: `${lent} 样` },
              ]}
            />
          )}
        </QueryView>
      )}
      <Field
        ref={ending.field}
        label={`${name}，为什么？`}
        hint="会记下来"
        maxLength={200}
        error={ending.problem}
      />
      <Button
        kind="warn"
        size="small"
        busy={ending.busy}
        busyText="正在办…"
        onTap={end}
        label={`${waiting ? '从名单上拿掉' : '办离岗'}，${name}`}
      >
        {waiting ? '从名单上拿掉' : '办离岗'}
      </Button>
    </>
  );
}

/** A service that was ended by mistake. */
function Back({ county, member: { staffId, name } }: PersonPanelProps) {
  const giving = useReason((why, requestId) => call('staff.reinstate', { county, staffId, why }, requestId));
  const give = async () => {
    const why = giving.read();
    if (why === undefined || (await giving.run(why)) === undefined) return;
    toast('恢复了，今天起能办');
    somethingWasDone();
  };
  return (
    <>
      <Note state="doing" inset title="离岗办错了，可以恢复。放回待办的不会自己回来。" />
      <Field
        ref={giving.field}
        label={`${name}，为什么恢复？`}
        hint="会记下来"
        maxLength={200}
        error={giving.problem}
      />
      <Button size="small" busy={giving.busy} busyText="正在办…" onTap={give} label={`恢复，${name}`}>
        恢复
      </Button>
    </>
  );
}

/** An act for which a reason is written first. */
function useReason<T>(act: (why: string, requestId: string) => Promise<T>) {
  const field = useRef<FieldHandle>(null);
  const [missing, setMissing] = useState(false);
  const command = useCommand(act);
  return {
    field,
    run: command.run,
    busy: command.busy,
    /** What is written; undefined, and said so, when nothing is. */
    read(): string | undefined {
      const why = field.current?.value().trim() ?? '';
      setMissing(why === '');
      return why === '' ? undefined : why;
    },
    problem: missing
      ? '写一下为什么，会记下来。'
      : command.error === undefined
        ? undefined
        : (sentenceOf(command.error) ?? '没有办成。可能是网不好，再点一次。'),
  };
}
