import '@miniapp/styles/ledgers.css';
import { Staffed } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { openTable } from '@miniapp/platform/tables';
import { Bar } from '@miniapp/ui/Bar';
import { Chips } from '@miniapp/ui/Chips';
import { Choices } from '@miniapp/ui/Choices';
import { Head } from '@miniapp/ui/Head';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { LEDGER_USES, type LedgerUse } from '@shared/ledgers/uses';
import { LEDGER_USE_LABELS } from '@shared/messages/ledgers';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { type Place, Places } from './Places';
import { daysOf, type Period, Spans } from './Spans';

type Shelf = Output<'ledgers.list'>;
type Code = Shelf['ledgers'][number]['code'];
type Taken = Output<'ledgers.take'>;

/** 台账: which one, of where, for when and what for; one tap makes the file from the records. */
export function Ledgers() {
  const query = useQuery('ledgers', () => call('ledgers.list', {}));
  const [code, setCode] = useState<Code>();
  const [chosen, setChosen] = useState<Place>();
  const [period, setPeriod] = useState<Period>({ span: 'THIS_QUARTER' });
  const [use, setUse] = useState<LedgerUse>();
  const [taken, setTaken] = useState<Taken>();
  const shelf = query.data;
  const place = chosen ?? shelf?.units[0];
  const taking = useCommand(async (input: Parameters<typeof ask>[0], requestId) => {
    const file = await ask(input, requestId);
    setTaken(file);
    await openTable(file.url, file.fileName);
    return file;
  });
  const changed = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      setTaken(undefined);
      taking.clearError();
      set(value);
    };
  };
  const days = shelf === undefined ? null : daysOf(period, shelf.today);
  const off =
    code === undefined
      ? '先选一本台账'
      : days === null || 'fault' in days
        ? '先选好哪段时间'
        : use === undefined
          ? '先选拿去做什么'
          : undefined;
  const said =
    taking.error !== undefined
      ? (sentenceOf(taking.error) ?? '没有取到，可能是网不好。再点一次。')
      : taken && (taken.rows === 0 ? '这段时间没有记录，表里只有表头。' : `取好了，一共 ${taken.rows} 行。`);
  const run = () => {
    if (code === undefined || place === undefined || use === undefined || days === null || 'fault' in days)
      return;
    setTaken(undefined);
    void taking.run({ ledger: code, region: place.region, ...days, use });
  };
  return (
    <Page
      title="台账"
      wide
      bar={
        shelf && (
          <Bar
            primary={{
              children: '取这本台账',
              busy: taking.busy,
              busyText: '正在做表…',
              ...(off !== undefined && { off }),
              onTap: run,
            }}
            {...(off === undefined && said !== undefined && { reason: said })}
          />
        )
      }
    >
      <Head title="台账" hint="从办过的记录里来，不用再填一遍。" />
      <Staffed query={query} rows={6}>
        {({ ledgers, units, today, mostRows }) => (
          <View className="sw-lg">
            <View>
              <Section title="哪本台账？" pad>
                <Choices
                  label="哪本台账？"
                  hideLabel
                  choices={ledgers.map(({ code: value, no, name, about }) => ({
                    value,
                    label: `${no} ${name}`,
                    detail: about,
                  }))}
                  value={code}
                  onChange={changed(setCode)}
                />
              </Section>
            </View>
            <View>
              <Section title="哪个地方？" pad>
                {place !== undefined && (
                  <Places units={units} place={place} onChange={changed<Place>(setChosen)} />
                )}
              </Section>
              <Section title="哪段时间？">
                <Spans period={period} today={today} onChange={changed(setPeriod)} />
              </Section>
              <Section title="拿去做什么？" pad>
                <Chips
                  label="拿去做什么？"
                  hideLabel
                  chips={LEDGER_USES.map((value) => ({ value, label: LEDGER_USE_LABELS[value] }))}
                  value={use === undefined ? [] : [use]}
                  onChange={(values) => changed(setUse)(values.at(-1))}
                />
                <View className="sw-sub sw-mt8">
                  {`谁取的、取去做什么，都记下来。一份最多 ${mostRows} 行。`}
                </View>
              </Section>
              {taking.error !== undefined && (
                <Note state="late" alert>
                  {sentenceOf(taking.error) ?? '没有取到，可能是网不好。再点一次。'}
                </Note>
              )}
              {taken !== undefined && <Done taken={taken} />}
            </View>
          </View>
        )}
      </Staffed>
    </Page>
  );
}

const ask = (
  input: { ledger: Code; region: string; from: string; to: string; use: LedgerUse },
  requestId: string,
): Promise<Taken> => call('ledgers.take', input, requestId);

function Done({ taken: { rows, fileName } }: { taken: Taken }) {
  return (
    <Note
      state={rows === 0 ? 'need' : 'ok'}
      title={rows === 0 ? '这段时间没有记录' : `取好了，一共 ${rows} 行`}
    >
      {rows === 0 ? '表里只有表头。换一段时间，或者换个地方。' : fileName}
    </Note>
  );
}
