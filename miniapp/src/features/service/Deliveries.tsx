import { Staffed, somethingWasDone, useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Field, type FieldHandle } from '@miniapp/ui/Field';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { moment } from '@shared/messages';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';

type Known = Output<'deliveries.setAside'>;
type Delivery = Known['rows'][number];

const KINDS: Readonly<Record<string, string>> = {
  CASE_EVENT: '告诉农户的消息',
  CASE_DESK: '告诉办事人的消息',
  CASE_CLAIM: '谁在办的消息',
  PUSH: '微信提醒',
};

/** What could not be sent: by kind and code, never what was said or to whom. */
export function Deliveries() {
  const query = useFreshAfterActs(useQuery('deliveries', () => call('deliveries.setAside', {})));
  return (
    <Page title="没送到的消息">
      <Head
        title={query.data === undefined ? '没送到的消息' : `没送到的消息 ${query.data.rows.length} 条`}
        hint="只看得到种类和代码，看不到内容，也看不到是谁家的。"
      />
      <Staffed query={query} rows={4}>
        {({ rows, waiting, oldestSeconds, timers }) => (
          <>
            {rows.length === 0 && (
              <Section flush>
                <Empty>都送到了。</Empty>
              </Section>
            )}
            {rows.map((row) => (
              <One key={`${row.county}-${row.id}`} row={row} />
            ))}
            <Chain />
            <Section title="机器">
              <KeyValue
                facts={[
                  { key: '还在排队', value: `${waiting} 条` },
                  { key: '最久等了', value: `${Math.ceil(oldestSeconds / 60)} 分钟` },
                  {
                    key: '定时任务',
                    value: timers.length === 0 ? '还没有跑过' : `上一次全做好：${moment(earliest(timers))}`,
                  },
                ]}
              />
            </Section>
          </>
        )}
      </Staffed>
    </Page>
  );
}

const FAULTS: Record<Output<'notices.chain'>['counties'][number]['faults'][number]['kind'], string> = {
  MISSING: '这一份不见了',
  ALTERED: '这一份被改过',
  BROKEN_LINK: '这一份和前一份接不上',
};

/** Whether each notice of the county is still what was posted: walked once a day, whoever wrote to the database. */
function Chain() {
  const query = useQuery('notice-chain', () => call('notices.chain', {}));
  return (
    <>
      {query.data?.counties.map(({ county, checkedAt, notices, faults }) => {
        const standing = faults.filter(({ stands }) => stands).length;
        return (
          <Section key={county} title="公示核对">
            <KeyValue
              facts={[
                { key: '上次查完', value: checkedAt === null ? '还没有查过' : moment(checkedAt) },
                { key: '一共查了', value: `${notices} 份` },
                { key: '查出不对', value: standing === 0 ? '没有' : `${standing} 处` },
              ]}
            />
            {faults.map(({ seq, kind, villageName, foundAt, stands }) => (
              <Row
                key={`${seq}-${kind}`}
                title={`第 ${seq} 份：${FAULTS[kind]}`}
                detail={`${villageName === '' ? '' : `${villageName} · `}${moment(foundAt)}查出`}
                tag={<Tag state={stands ? 'late' : 'off'}>{stands ? '还没有查清' : '后来没再发现'}</Tag>}
              />
            ))}
          </Section>
        );
      })}
    </>
  );
}

/** The timer that went well longest ago says how the machine is. */
function earliest(timers: Known['timers']): string {
  return timers.reduce(
    (first, { lastOkAt }) => (lastOkAt < first ? lastOkAt : first),
    timers[0]?.lastOkAt ?? '',
  );
}

function One({ row }: { row: Delivery }) {
  const reason = useRef<FieldHandle>(null);
  const [missing, setMissing] = useState(false);
  const settling = useCommand((what: 'retry' | 'giveUp', requestId: string) => {
    const said = { county: row.county, deliveryId: row.id, reason: reason.current?.value().trim() ?? '' };
    return what === 'retry'
      ? call('deliveries.retry', said, requestId)
      : call('deliveries.giveUp', said, requestId);
  });
  const settle = async (what: 'retry' | 'giveUp') => {
    const lacks = (reason.current?.value().trim() ?? '') === '';
    setMissing(lacks);
    if (lacks || (await settling.run(what)) === undefined) return;
    toast(what === 'retry' ? '会再送一次' : '不再送了');
    somethingWasDone();
  };
  const problem = missing ? '写一下为什么，会记下来。' : failureOf(settling.error, 'act');
  const name = `${KINDS[row.kind] ?? row.kind} ${row.id} 号`;
  return (
    <Section flush>
      <Row
        title={name}
        detail={`试了 ${row.attempts} 次 · 代码 ${row.outcome || '没有'} · ${moment(row.since)}`}
        tag={<Tag state="late">{row.stands === 'DEAD' ? '没送出去' : '不知道送到没有'}</Tag>}
      />
      <View className="sw-in sw-stack">
        {row.stands === 'UNKNOWN' && (
          <Note state="need" inset>
            再送一次，手机可能响两次。
          </Note>
        )}
        <Field ref={reason} label={`${name}，为什么？`} hint="办一次记一次" error={problem} maxLength={200} />
        <Button
          size="small"
          kind="primary"
          busy={settling.busy}
          busyText="正在办…"
          onTap={() => settle('retry')}
          label={`再送一次，${name}`}
        >
          再送一次
        </Button>
        <Button size="small" busy={settling.busy} onTap={() => settle('giveUp')} label={`不送了，${name}`}>
          不送了
        </Button>
      </View>
    </Section>
  );
}
