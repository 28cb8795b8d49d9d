import { somethingWasDone, UnrelatedLine, useFreshAfterActs, useUnrelated } from '@miniapp/features/staff';
import { call, type Input, type Output } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Choices } from '@miniapp/ui/Choices';
import { Field } from '@miniapp/ui/Field';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useLong } from '@miniapp/ui/useLong';
import { useQuery } from '@miniapp/ui/useQuery';
import { OBJECTION_CHANNELS, OBJECTION_VERDICTS } from '@shared/casework/codes';
import { day, OBJECTION_CHANNEL_LABELS, VERDICT_LABELS } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { whyNot } from './why-not';

type Notice = Output<'notices.get'>['notice'];
type Objection = Output<'objections.noted'>['objections'][number];
type Noting = Input<'objections.note'>;
type Settling = Input<'objections.settle'>;

const WHY: Record<NonNullable<Objection['whyNot']>, string> = {
  ROLE_MAY_NOT: '由村里或镇里答复。',
  POSTER_CANNOT_HANDLE: '名单是您贴的，请另一位来答复。',
  TOWN_HANDLES_OBJECTION: '说到村干部，由镇里来查。',
  KIN_MUST_STEP_BACK: '您或您的亲戚在这件事里，请另一位来答复。',
};

/** Objections to a list that is of no case: written down for whoever rang or came, answered by somebody else. */
export function ListObjections({ notice }: { notice: Notice }) {
  const query = useFreshAfterActs(
    useQuery(`list-objections:${notice.id}`, () => call('objections.noted', { noticeId: notice.id })),
  );
  const objections = query.data?.objections ?? [];
  const waiting = objections.filter(({ answer }) => answer === null).length;
  const { shown, more } = useLong(objections.length, '件');
  if (query.data === undefined) return null;
  return (
    <>
      {objections.length > 0 && (
        <Section title="大家的意见" aside={`${objections.length} 件，${waiting} 件没答复`}>
          {objections.slice(0, shown).map((one) => (
            <One key={one.id} objection={one} />
          ))}
          {more}
        </Section>
      )}
      {!notice.ended && <WriteDown notice={notice} />}
    </>
  );
}

function One({ objection }: { objection: Objection }) {
  const [open, setOpen] = useState(false);
  const { row, name, statement, objector, anonymous, channel, filedOn, dueOn, late, answer } = objection;
  const who = anonymous
    ? '没有留名字'
    : objector === null
      ? '留了名字，答复的人才看得到'
      : [objector.name, objector.phone].filter(Boolean).join(' ');
  return (
    <>
      <Row
        title={row === null ? '整份公示' : `第 ${row + 1} 号 ${name}`}
        detail={
          <>
            <View>{statement}</View>
            <View>{`${day(filedOn)} ${OBJECTION_CHANNEL_LABELS[channel]} · ${who}`}</View>
            {answer !== null && (
              <View>{`${day(answer.on)}，${answer.by}：${VERDICT_LABELS[answer.verdict]}。${answer.words}`}</View>
            )}
            {objection.whyNot !== null && <View>{WHY[objection.whyNot]}</View>}
          </>
        }
        tag={
          answer !== null ? (
            <Tag state="ok">答复了</Tag>
          ) : (
            <Tag state={late ? 'late' : 'doing'}>{late ? '晚了' : `${day(dueOn)}前答复`}</Tag>
          )
        }
      />
      {answer === null &&
        objection.whyNot === null &&
        (open ? (
          <Settle id={objection.id} />
        ) : (
          <View className="sw-in">
            <Button label={`答复${row === null ? '' : `第 ${row + 1} 号`}的意见`} onTap={() => setOpen(true)}>
              答复
            </Button>
          </View>
        ))}
    </>
  );
}

/** What its maker will read, and what the offices alone do. */
function Settle({ id }: { id: string }) {
  const [verdict, setVerdict] = useState<Settling['verdict']>();
  const [answer, setAnswer] = useState('');
  const [passedTo, setPassedTo] = useState('');
  const [note, setNote] = useState('');
  const unrelated = useUnrelated();
  const send = useCommand((input: Settling, requestId: string) =>
    call('objections.settle', input, requestId),
  );
  const stepping = useCommand((objectionId: string, requestId: string) =>
    call('objections.stepBack', { objectionId }, requestId),
  );
  const stepBack = async () => {
    if ((await stepping.run(id)) === undefined) return;
    toast('记下了，请另一位来答复');
    somethingWasDone();
  };
  const failed = send.error ?? stepping.error;
  const hand = async () => {
    if (verdict === undefined || !unrelated.said()) return;
    const words = {
      answer,
      ...(verdict === 'PASSED_ON' && { passedTo }),
      ...(note.trim() !== '' && { note }),
    } as Omit<Settling, 'objectionId' | 'verdict' | 'kinshipDeclared'>;
    const done = await send.run({ objectionId: id, verdict, kinshipDeclared: true, ...words });
    if (done !== undefined) somethingWasDone();
  };
  const off =
    verdict === undefined
      ? '意见成立不成立？选一个'
      : answer.trim() === ''
        ? '写给提意见的人看的话'
        : verdict === 'PASSED_ON' && passedTo.trim() === ''
          ? '写转给了哪里'
          : undefined;
  return (
    <View className="sw-pad sw-pb sw-stack">
      {failed !== undefined && <Note state="late" alert inset title={whyNot(failed)} />}
      <Choices
        label="意见对不对"
        value={verdict}
        onChange={setVerdict}
        choices={OBJECTION_VERDICTS.map((value) => ({ value, label: VERDICT_LABELS[value] }))}
      />
      {verdict === 'PASSED_ON' && <Field label="转给了哪里" maxLength={40} onInput={setPassedTo} />}
      <Field
        label="答复的话"
        type="textarea"
        maxLength={500}
        hint="提意见的人凭查询号看得到。不写别人家的事。"
        onInput={setAnswer}
      />
      <Field
        label="怎么查的"
        type="textarea"
        maxLength={500}
        optional
        hint="只给办事的人看。"
        onInput={setNote}
      />
      <UnrelatedLine unrelated={unrelated} words="提意见的、被说的，都不是我亲戚" onKin={stepBack} />
      <Button kind="primary" busy={send.busy} busyText="正在交…" off={off} onTap={hand}>
        答复
      </Button>
    </View>
  );
}

/** Somebody rang, wrote or came: what was said, with a name or without; the number is told at once. */
function WriteDown({ notice }: { notice: Notice }) {
  const [open, setOpen] = useState(false);
  const [number, setNumber] = useState('');
  const [statement, setStatement] = useState('');
  const [channel, setChannel] = useState<Noting['channel']>('PHONE');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [aboutCadre, setAboutCadre] = useState<'YES' | 'NO'>('NO');
  const [code, setCode] = useState<string>();
  const send = useCommand((input: Noting, requestId: string) => call('objections.note', input, requestId));
  const row = number.trim() === '' ? null : Number(number) - 1;
  const named = notice.rows.find((one) => one.row === row)?.name;
  const hand = async () => {
    const objector = name.trim() === '' ? null : { name, phone: phone.trim() === '' ? null : phone };
    const input = {
      noticeId: notice.id,
      row,
      statement,
      channel,
      objector,
      aboutCadre: aboutCadre === 'YES',
    };
    const done = await send.run(input as Noting);
    if (done === undefined) return;
    setCode(done.queryCode);
    setOpen(false);
    setStatement('');
    setName('');
    setPhone('');
    setNumber('');
    somethingWasDone();
  };
  const off =
    row !== null && named === undefined
      ? '名单上没有这个序号'
      : statement.trim() === ''
        ? '写一句怎么说的'
        : undefined;
  return (
    <Section title={open ? '记下一条意见' : undefined} flush={!open}>
      {code !== undefined && (
        <Note state="ok" title={`记下了，查询号 ${code.slice(0, 4)} ${code.slice(4)}`}>
          请把号告诉提意见的人，凭它看答复。号只给这一次。
        </Note>
      )}
      {!open && (
        <Row
          title="有人对名单有意见"
          detail="打电话、写条子、当面说的，替他记下来"
          onTap={() => {
            setCode(undefined);
            setOpen(true);
          }}
        />
      )}
      {open && (
        <View className="sw-pad sw-pb sw-stack">
          {send.error !== undefined && <Note state="late" alert inset title={whyNot(send.error)} />}
          <Field
            label="名单上的序号"
            type="number"
            maxLength={4}
            optional
            hint={named === undefined ? '说的是整份公示，就不填。' : `第 ${number} 号：${named}`}
            onInput={setNumber}
          />
          <Field label="怎么说的" type="textarea" maxLength={1000} onInput={setStatement} />
          <Choices<Noting['channel']>
            label="怎么来说的"
            value={channel}
            onChange={setChannel}
            choices={OBJECTION_CHANNELS.filter((value) => value !== 'MINIAPP').map((value) => ({
              value,
              label: OBJECTION_CHANNEL_LABELS[value],
            }))}
          />
          <KeyValue facts={[{ key: '名字', value: '不留也行。留了，只有答复的人看得到。' }]} />
          <Field label="提意见的人" maxLength={30} optional onInput={setName} />
          {name.trim() !== '' && (
            <Field label="他的电话" type="tel" maxLength={20} optional onInput={setPhone} />
          )}
          <Choices<'YES' | 'NO'>
            label="说到村干部了吗？"
            value={aboutCadre}
            onChange={setAboutCadre}
            choices={[
              { value: 'NO', label: '没有' },
              { value: 'YES', label: '说到了', detail: '由镇里来查' },
            ]}
          />
          <Button kind="primary" busy={send.busy} busyText="正在交…" off={off} onTap={hand}>
            记下来
          </Button>
        </View>
      )}
    </Section>
  );
}
