import { CLUE_REPORT_PAGE, Staffed, somethingWasDone, useFreshAfterActs } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { go, useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useLong } from '@miniapp/ui/useLong';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import { addDays } from '@shared/calendar/dates';
import type { CheckedVillagePage } from '@shared/contract';
import { day, moment } from '@shared/messages';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { daysOf, TARGET_LABELS, villageTag } from './words';

const TITLE = '一次排查';

/** A round in one village, opened from its list. */
export function CheckVillage() {
  const { roundId = '', village = '' } = useParams<'roundId' | 'village'>();
  return <OneVillage roundId={roundId} village={village} />;
}

type Page_ = CheckedVillagePage;

/** How many are due, how many each day, what was found, the report, and two signatures. */
export function OneVillage({ roundId, village }: { roundId: string; village: string }) {
  const query = useFreshAfterActs(
    useQuery(
      roundId === '' ? undefined : `check:${roundId}:${village}`,
      async () => (await call('checks.village', { roundId, village })).village,
    ),
  );
  const sign = useCommand((_: null, requestId) => call('checks.sign', { roundId, village }, requestId));
  const one = query.data;
  const signIt = async () => {
    const answer = await sign.run(null);
    if (answer === undefined) return;
    query.set(answer.village);
    somethingWasDone();
    toast('签好了，这个村查完了');
  };
  const failed = failureOf(sign.error);
  return (
    <Page
      title={TITLE}
      {...(one?.may.sign && {
        bar: (
          <Bar
            primary={{ children: '我也去查了，签字', busy: sign.busy, busyText: '正在签…', onTap: signIt }}
          />
        ),
      })}
    >
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <Head
        title={one?.round.name ?? TITLE}
        {...(one && {
          hint: `${one.villageName}，查${TARGET_LABELS[one.round.target]}，${daysOf(one.round)}。`,
        })}
      />
      <Staffed query={query} rows={5}>
        {(page) => <Village page={page} query={query} />}
      </Staffed>
    </Page>
  );
}

function Village({ page, query }: { page: Page_; query: Query<Page_> }) {
  const { due, done, clues, may, days, round, village, state, report, second } = page;
  const tag = villageTag(page);
  const { shown, more } = useLong(days.length, '条');
  const [changing, setChanging] = useState(false);
  const asks = may.setDue && (due === null || changing);
  return (
    <>
      {round.isWithdrawn && <Note state="off" title="这次排查撤回了，不用再查" />}
      <Section flush>
        <KeyValue
          facts={[
            {
              key: '应查',
              value: due === null ? '还没写' : `${due} 户`,
              ...(may.setDue && due !== null && !changing && { onChange: () => setChanging(true) }),
            },
            {
              key: '查了',
              value: due === null ? `${done} 户` : `${done} 户，还差 ${due - done} 户`,
            },
            { key: '发现线索', value: `${clues} 条` },
            { key: '到哪了', value: <Tag state={tag.state}>{tag.text}</Tag> },
          ]}
        />
      </Section>
      {asks && <Due page={page} query={query} onDone={() => setChanging(false)} />}
      {may.note && due !== null && <Noting page={page} query={query} />}
      {state === 'GOING' && (may.note || may.report) && (
        <Section>
          <Row
            icon="pin"
            title="查到谁家有难处"
            detail="报一条线索，村里去核实"
            onTap={() => go(CLUE_REPORT_PAGE, { village, roundId: round.id })}
          />
        </Section>
      )}
      {days.length > 0 && (
        <Section title="每天查的">
          {days.slice(0, shown).map(({ day: on, households, by }) => (
            <Row key={`${on} ${by}`} title={`${day(on)} · ${households} 户`} detail={by} />
          ))}
          {more}
        </Section>
      )}
      {report !== null && (
        <Section title="排查报告">
          <KeyValue
            facts={[
              { key: '怎么样', value: report.words },
              { key: '第一个签字', value: `${report.by}，${moment(report.at)}` },
              {
                key: '第二个签字',
                value: second === null ? '还没有签' : `${second.by}，${moment(second.at)}`,
              },
            ]}
          />
        </Section>
      )}
      {state === 'REPORTED' && !may.sign && (
        <Note state="need" title="等另一个去查的人来签字">
          两个人都签了，这个村才算查完。
        </Note>
      )}
      {may.report && due !== null && <Reporting page={page} query={query} />}
    </>
  );
}

interface PartProps {
  page: Page_;
  query: Query<Page_>;
}

/** A whole number of households, or undefined. */
function householdsIn(text: string): number | undefined {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

function useAct<I extends object>(
  { page, query }: PartProps,
  act: (input: I & { roundId: string; village: string }, requestId: string) => Promise<{ village: Page_ }>,
) {
  const place = { roundId: page.round.id, village: page.village };
  const command = useCommand((input: I, requestId) => act({ ...input, ...place }, requestId));
  const run = async (input: I): Promise<boolean> => {
    const answer = await command.run(input);
    if (answer === undefined) return false;
    query.set(answer.village);
    somethingWasDone();
    return true;
  };
  return { busy: command.busy, failed: failureOf(command.error), run };
}

function Due({ page, query, onDone }: PartProps & { onDone: () => void }) {
  const [text, setText] = useState(page.due === null ? '' : `${page.due}`);
  const act = useAct<{ due: number }>({ page, query }, (input, id) => call('checks.setDue', input, id));
  const due = householdsIn(text);
  const keep = async () => {
    if (due !== undefined && (await act.run({ due }))) {
      toast('记下了');
      onDone();
    }
  };
  return (
    <Section title="村里应查多少户？" pad>
      <View className="sw-stack">
        {act.failed !== undefined && <Note state="late" alert inset title={act.failed} />}
        <Field label="应查户数" type="number" unit="户" maxLength={5} initial={text} onInput={setText} />
        <Button
          busy={act.busy}
          busyText="正在记…"
          {...(due === undefined && { off: '写一个整数' })}
          onTap={keep}
        >
          记下户数
        </Button>
      </View>
    </Section>
  );
}

const OTHER = 'OTHER';

function Noting({ page, query }: PartProps) {
  const { today, round, days } = page;
  const yesterday = addDays(today, -1);
  const [on, setOn] = useState(today);
  const [other, setOther] = useState(false);
  const own = days.find((one) => one.own && one.day === on);
  const [text, setText] = useState('');
  const [turn, setTurn] = useState(0);
  const act = useAct<{ day: string; households: number }>({ page, query }, (input, id) =>
    call('checks.note', input, id),
  );
  const households = householdsIn(text);
  const keep = async () => {
    if (households === undefined || !(await act.run({ day: on, households }))) return;
    toast('记上了');
    setText('');
    setTurn(turn + 1);
  };
  const choices = [
    { value: today, label: '今天' },
    ...(yesterday >= round.firstDay ? [{ value: yesterday, label: '昨天' }] : []),
    { value: OTHER, label: '别的日子' },
  ];
  if (today < round.firstDay)
    return <Note state="need" title={`${day(round.firstDay)}开始查，到那天再记。`} />;
  return (
    <Section title="查了多少户？" pad>
      <View className="sw-stack">
        {act.failed !== undefined && <Note state="late" alert inset title={act.failed} />}
        <Chips
          label="哪天查的"
          hideLabel
          chips={choices}
          value={[other ? OTHER : on]}
          onChange={(values) => {
            const next = values.find((value) => value !== (other ? OTHER : on));
            if (next === undefined) return;
            setOther(next === OTHER);
            if (next !== OTHER) setOn(next);
          }}
        />
        {other && <Field label="哪天查的" type="date" initial={on} onInput={setOn} />}
        <Field
          key={turn}
          label="您查了多少户"
          type="number"
          unit="户"
          maxLength={5}
          onInput={setText}
          {...(own !== undefined && { hint: `这天您记过 ${own.households} 户，再记就按新的数。` })}
        />
        <Button
          busy={act.busy}
          busyText="正在记…"
          {...(households === undefined && { off: '写一个整数' })}
          onTap={keep}
        >
          记上
        </Button>
      </View>
    </Section>
  );
}

function Reporting({ page, query }: PartProps) {
  const kept = slot<string>(`check:${page.round.id}:${page.village}`);
  const [words, setWords] = useState(() => kept.get() ?? '');
  const act = useAct<{ words: string }>({ page, query }, (input, id) => call('checks.report', input, id));
  const left = (page.due ?? 0) - page.done;
  const hand = async () => {
    if (!(await act.run({ words }))) return;
    kept.remove();
    toast('签好了，再请另一个人来签');
  };
  return (
    <Section title="查完了，写报告" pad>
      <View className="sw-stack">
        {act.failed !== undefined && <Note state="late" alert inset title={act.failed} />}
        {left > 0 && (
          <Note state="need" inset title={`还有 ${left} 户没查到`}>
            交了报告，户数不能再改。没查到的，写明为什么。
          </Note>
        )}
        <Field
          label="查得怎么样"
          type="textarea"
          maxLength={500}
          initial={words}
          placeholder="比如：都走到了，外出的打了电话，查到两家有难处"
          onInput={(value) => {
            kept.set(value);
            setWords(value);
          }}
        />
        <Button
          busy={act.busy}
          busyText="正在交…"
          {...(words.trim() === '' && { off: '写一句查得怎么样，就能签字' })}
          onTap={hand}
        >
          写好了，我签字
        </Button>
      </View>
    </Section>
  );
}
