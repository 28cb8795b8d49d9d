import '@miniapp/styles/ledgers.css';
import { POLICIES_PAGE, Staffed, somethingWasDone } from '@miniapp/features/staff';
import { call } from '@miniapp/platform/api';
import { backOr, useParams } from '@miniapp/platform/navigate';
import { toast } from '@miniapp/platform/ui';
import { Amount } from '@miniapp/ui/Amount';
import { Bar } from '@miniapp/ui/Bar';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Empty } from '@miniapp/ui/Empty';
import { Field } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { AMOUNT_UNIT_LABELS, amountLines } from '@shared/messages/policies';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Policy as PolicyOf, useCountyPolicies } from './county-policies';
import { type Draft, draftOf, faultOf, type How, overrideOf } from './policy-draft';

const HOWS: { value: How; label: string; detail: string }[] = [
  { value: 'MONEY', label: '写县里的钱数', detail: '农户看到的就是这个数' },
  { value: 'WORDS', label: '写一句话', detail: '比如按比例、看情况定的' },
  { value: 'SAME', label: '钱数不改', detail: '只改谁发、怎么办' },
  { value: 'OFF', label: '本县没有这一项', detail: '农户就看不到它' },
];

/** What the county says otherwise about one policy: written by one, put in force by another. */
export function CountyPolicy() {
  const { code } = useParams<'code'>();
  const { region, query } = useCountyPolicies();
  const policy = query.data?.policies.find((one) => one.code === code);
  if (policy === undefined || query.data === undefined)
    return (
      <Page title="改一项政策">
        <Staffed query={query} rows={5}>
          {() => <Empty>目录里没有这项政策。</Empty>}
        </Staffed>
      </Page>
    );
  return <Form key={policy.code} policy={policy} region={region} today={query.data.today} />;
}

function Form({ policy, region, today }: { policy: PolicyOf; region: string; today: string }) {
  const [draft, setDraft] = useState(() => draftOf(policy, today));
  const [looked, setLooked] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const proposing = useCommand((_: null, requestId) =>
    call('policies.propose', { region, ...overrideOf(draft, policy) }, requestId),
  );
  const fault = faultOf(draft, policy, today);
  const propose = async () => {
    setLooked(true);
    if (fault !== null) return;
    if ((await proposing.run(null)) === undefined) return;
    somethingWasDone();
    toast('提好了，等另一位领导发布');
    await backOr(POLICIES_PAGE);
  };
  const problem = looked && fault !== null ? fault : failureOf(proposing.error, 'act');
  const { change: after, off } = overrideOf(draft, policy);
  return (
    <Page
      title="改一项政策"
      wide
      bar={
        <Bar
          primary={{ children: '提给另一位领导', busy: proposing.busy, busyText: '正在交…', onTap: propose }}
        />
      }
    >
      <Head title={policy.name} hint={policy.summary} />
      <View className="sw-lg">
        <View>
          <Section title="现在是这样">
            <KeyValue
              facts={[
                { key: '钱数', value: policy.amount.join(' ') },
                { key: '谁发', value: policy.payer },
                { key: '怎么办', value: policy.how },
              ]}
            />
          </Section>
          <Section title="县里怎么定？" pad>
            <Choices
              label="县里怎么定？"
              hideLabel
              choices={HOWS}
              value={draft.how}
              onChange={(how) => change({ how })}
            />
          </Section>
        </View>
        <View>
          {draft.how === 'MONEY' && <Money draft={draft} change={change} />}
          {draft.how === 'WORDS' && (
            <Section pad>
              <Field
                label="怎么定的"
                type="textarea"
                maxLength={200}
                initial={draft.words}
                onInput={(words) => change({ words })}
              />
            </Section>
          )}
          {draft.how !== 'OFF' && (
            <Section title="谁发、怎么办" pad>
              <Field
                label="谁发"
                initial={draft.payer}
                maxLength={200}
                onInput={(payer) => change({ payer })}
              />
              <Field
                label="怎么办"
                type="textarea"
                maxLength={200}
                initial={draft.apply}
                onInput={(apply) => change({ apply })}
              />
            </Section>
          )}
          <Section title="从哪天到哪天？" pad>
            <Field label="从哪天起" type="date" initial={draft.from} onInput={(from) => change({ from })} />
            <Field
              label="到哪天为止"
              type="date"
              optional
              initial={draft.to}
              onInput={(to) => change({ to })}
            />
          </Section>
          <Section title="农户会看到">
            <KeyValue
              facts={
                off
                  ? [{ key: policy.name, value: '看不到这一项' }]
                  : [
                      {
                        key: '钱数',
                        value: (after.amount === undefined ? policy.amount : amountLines(after.amount)).join(
                          ' ',
                        ),
                      },
                      { key: '谁发', value: after.payer ?? policy.payer },
                      { key: '怎么办', value: after.how ?? policy.how },
                    ]
              }
            />
          </Section>
          {problem !== undefined && (
            <Note state="late" alert>
              {problem}
            </Note>
          )}
        </View>
      </View>
    </Page>
  );
}

interface MoneyProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

function Money({ draft: { lines }, change }: MoneyProps) {
  const set = (at: number, part: Partial<Draft['lines'][number]>) =>
    change({ lines: lines.map((line, index) => (index === at ? { ...line, ...part } : line)) });
  return (
    <Section title="县里的钱数" pad>
      {lines.map(({ label, unit, fen, toFen }, at) => (
        <View key={`${label}${unit}`} className="sw-lg__line">
          <View className="sw-body">{[label, AMOUNT_UNIT_LABELS[unit]].filter(Boolean).join('：')}</View>
          <Amount
            label={`${label || '钱数'}（元）`}
            {...(fen !== null && { initial: fen })}
            onCommit={(value) => set(at, { fen: value ?? null })}
            onInput={(value) => set(at, { fen: value ?? null })}
          />
          <Amount
            label={`${label || '钱数'}最多（元），一个数就不填`}
            {...(toFen !== null && { initial: toFen })}
            onCommit={(value) => set(at, { toFen: value ?? null })}
            onInput={(value) => set(at, { toFen: value ?? null })}
          />
        </View>
      ))}
      {lines.length === 1 && (
        <Chips
          label="按什么算？"
          chips={UNITS.map((value) => ({ value, label: AMOUNT_UNIT_LABELS[value] }))}
          value={lines[0] === undefined ? [] : [lines[0].unit]}
          onChange={(values) => {
            const unit = values.find((value) => value !== lines[0]?.unit);
            if (unit !== undefined) set(0, { unit });
          }}
        />
      )}
    </Section>
  );
}

const UNITS = Object.keys(AMOUNT_UNIT_LABELS) as (keyof typeof AMOUNT_UNIT_LABELS)[];
