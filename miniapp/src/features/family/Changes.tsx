import { useVillagePhone } from '@miniapp/features/account';
import { call, type Input, type Output } from '@miniapp/platform/api';
import { useParams } from '@miniapp/platform/navigate';
import { slot } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import { Bar } from '@miniapp/ui/Bar';
import { Chips } from '@miniapp/ui/Chips';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf, QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { TOLD_CHANGES, type ToldChange } from '@shared/followups/codes';
import { changeLabel, STANDING_IN_FAMILY_LABELS, TOLD_CHANGE_LABELS } from '@shared/messages/followups';
import { day, fullDay } from '@shared/messages/format';
import { MEMBER_RELATION_LABELS } from '@shared/messages/members';
import { View } from '@tarojs/components';
import { useState } from 'react';

type Ours = Output<'followups.ours'>;

interface Said {
  what?: ToldChange;
  on: string;
  memberKey: string | null;
  text: string;
}

/** Who it is about is asked of these: of somebody who is known. */
const ABOUT_SOMEBODY: readonly ToldChange[] = ['DIED', 'MARRIED', 'BACK', 'LEFT', 'LOST_WORK', 'ILL'];

/** 家里有变化: who the office holds to be of the family, and what has changed since; a cadre looks and answers. */
export function Changes() {
  const { case: caseId = '' } = useParams<'case'>();
  const query = useQuery(
    caseId === '' ? undefined : `changes:${caseId}`,
    () => call('followups.ours', { caseId }),
    { keep: true },
  );
  const phone = useVillagePhone();
  const found = query.data;
  const kept = slot<Said>(`change:${caseId}`);
  const [said, setSaid] = useState<Said>(() => kept.get() ?? { on: '', memberKey: null, text: '' });
  const [round, setRound] = useState(0);
  const send = useCommand((input: Input<'followups.tell'>, requestId) =>
    call('followups.tell', input, requestId),
  );
  const change = (next: Partial<Said>) => {
    const now = { ...said, ...next };
    setSaid(now);
    kept.set(now);
  };
  const { what } = said;
  const hand = async () => {
    if (what === undefined || found === undefined) return;
    const sent = await send.run({
      caseId,
      what,
      on: said.on === '' ? found.today : said.on,
      memberKey: ABOUT_SOMEBODY.includes(what) ? said.memberKey : null,
      text: said.text,
    });
    if (sent === undefined) return;
    kept.remove();
    setSaid({ on: '', memberKey: null, text: '' });
    setRound(round + 1);
    toast(`村里收到了，${day(sent.dueOn)}前来看`);
    await query.reload();
  };
  const failed = failureOf(send.error);
  return (
    <Page
      title="家里有变化"
      {...(found?.mayTell && {
        bar: (
          <Bar
            primary={{
              children: '告诉村里',
              onTap: hand,
              busy: send.busy,
              busyText: '正在交…',
              ...(what === undefined && { off: '先选是什么变化' }),
            }}
          />
        ),
      })}
    >
      <Head
        title="家里有变化"
        hint="有变化就说一声。干部来看过，再登记。"
        read={found && (() => readAloud(found))}
      />
      {failed !== undefined && <Note state="late" alert title={failed} />}
      <QueryView query={query} rows={5} phone={phone}>
        {({ members, changes, mayTell, today }) => (
          <>
            {mayTell && (
              <Section flush title="什么变化？" pad>
                <View key={round}>
                  <Chips<ToldChange>
                    label="什么变化？"
                    hideLabel
                    chips={TOLD_CHANGES.map((value) => ({ value, label: TOLD_CHANGE_LABELS[value] }))}
                    value={what === undefined ? [] : [what]}
                    onChange={(chosen) => change({ what: chosen.at(-1) })}
                  />
                  {what !== undefined && ABOUT_SOMEBODY.includes(what) && (
                    <Chips
                      label="说的是谁？"
                      chips={members
                        .filter(({ standing }) => standing !== 'CLOSED')
                        .map(({ key, name }) => ({ value: key, label: name }))}
                      value={said.memberKey === null ? [] : [said.memberKey]}
                      onChange={(chosen) => change({ memberKey: chosen.at(-1) ?? null })}
                    />
                  )}
                  {what !== undefined && (
                    <>
                      <Field
                        label="哪天的事"
                        type="date"
                        initial={said.on === '' ? today : said.on}
                        onInput={(on) => change({ on })}
                      />
                      <Field
                        label="还想说什么"
                        type="textarea"
                        optional
                        maxLength={300}
                        initial={said.text}
                        placeholder="比如：儿子上个月结婚了"
                        onInput={(text) => change({ text })}
                      />
                    </>
                  )}
                </View>
              </Section>
            )}
            {changes.length > 0 && (
              <Section title="说过的，登记过的">
                {changes.map((one) => (
                  <Row
                    key={one.id}
                    title={[changeLabel(one.kind), ...one.who].join(' ')}
                    tag={<Tag state={toneOf(one)}>{tagOf(one)}</Tag>}
                    detail={
                      <>
                        <View>{`${fullDay(one.on)}，${one.by}说的`}</View>
                        {one.byFamily && one.text !== '' && <View>{`您说：${one.text}`}</View>}
                        {one.answer !== null && <View>{`${one.answer.by}答复：${one.answer.words}`}</View>}
                        {one.takenBack !== null && (
                          <View>{`${day(one.takenBack.on)}${one.takenBack.by}撤回：${one.takenBack.words}`}</View>
                        )}
                      </>
                    }
                  />
                ))}
              </Section>
            )}
            <Section
              title="记着的家里人"
              aside={`${members.filter(({ standing }) => standing === 'MEMBER').length} 个人`}
            >
              {members.map(({ key, name, relation, standing, since, birthDate }) => (
                <Row
                  key={key}
                  title={`${MEMBER_RELATION_LABELS[relation]} ${name}`}
                  detail={
                    standing === 'MEMBER'
                      ? birthDate === null
                        ? undefined
                        : `${fullDay(birthDate)}出生`
                      : `${fullDay(since)}起${STANDING_IN_FAMILY_LABELS[standing]}`
                  }
                />
              ))}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

type Told = Ours['changes'][number];

function toneOf({ state }: Told): 'ok' | 'off' | 'doing' {
  if (state === 'DONE') return 'ok';
  return state === 'REFUSED' || state === 'TAKEN_BACK' ? 'off' : 'doing';
}

function tagOf({ state, dueOn }: Told): string {
  if (state === 'DONE') return '登记好了';
  if (state === 'TAKEN_BACK') return '登记错了，不算';
  if (state === 'TOWN') return '等镇里确认';
  if (state === 'COUNTY') return '等县里确认';
  return state === 'REFUSED' ? '没有登记' : `${day(dueOn)}前来看`;
}

function readAloud({ members, changes }: Ours): string {
  const waiting = changes.filter(({ state }) => state === 'TOLD').length;
  const people = members.filter(({ standing }) => standing === 'MEMBER').length;
  return `家里有变化，就在这里说。现在记着${people}个人。${waiting > 0 ? `有${waiting}件等村里来看。` : ''}生孩子、去世、结婚、回来、没活干、生病，都可以说。`;
}
