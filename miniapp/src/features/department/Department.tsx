import '@miniapp/styles/ledgers.css';
import { SESSIONS_PAGE, useMe } from '@miniapp/features/account';
import { handedWords, staffTag, useHandedInOrder } from '@miniapp/features/handed';
import { HELP_ACT_PAGE, HELP_LIST_PAGE } from '@miniapp/features/help';
import {
  ClockRow,
  COMPARE_PAGE,
  PAYMENTS_PAGE,
  SEND_PAGE,
  Staffed,
  TICKET_PAGE,
  TICKETS_PAGE,
  useFreshAfterActs,
} from '@miniapp/features/staff';
import { SentTables } from '@miniapp/features/tables';
import { lineWords, saidWords, ticketTag, useTickets } from '@miniapp/features/tickets';
import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Link } from '@miniapp/ui/Link';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { Tag } from '@miniapp/ui/Tag';
import { useQuery } from '@miniapp/ui/useQuery';
import { DEPARTMENTS } from '@shared/casework/codes';
import { DEPARTMENT_LABELS, staffDay } from '@shared/messages';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

/** How many of each kind stand on the first page; all of them are a tap away. */
const FIRST = 5;

/** 工作台 of a department: what waits for it, what became of its tables, and where it hands something in (domain.md 1.1, 1.4). */
export function Department() {
  const me = useMe().data;
  const handed = useHandedInOrder();
  const tickets = useTickets('OPEN');
  const lists = useFreshAfterActs(
    useQuery('comparison-lists', async () => (await call('comparisons.lists', {})).lists),
  );
  const own = me?.grants.find(({ role }) => role === 'DEPT');
  const department = DEPARTMENTS.find((name) => name === own?.department);
  const measures = handed.data?.measures.filter(({ measure }) => measure.acts.length > 0);
  const asked = lists.data?.filter(({ state, answered, people }) => state === 'READY' && answered < people);
  const counts = [handed.data?.left, tickets.query.data?.open, asked?.length];
  const known = counts.every((one) => one !== undefined);
  const left = counts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return (
    <Page title="工作台" wide>
      <Head
        title={!known ? '待办' : left === 0 ? '都办完了' : `待办 ${left} 件`}
        hint={[
          department && DEPARTMENT_LABELS[department],
          own?.regionName,
          me?.name,
          handed.data && staffDay(handed.data.today),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <View className="sw-lg">
        <View>
          <Section title="要我们办的帮扶" aside={<All count={handed.data?.left} page={HELP_LIST_PAGE} />}>
            <Staffed query={handed} rows={2}>
              {() => (
                <Some
                  of={measures ?? []}
                  none={['没有要办的。', '村里交给我们的，会在这里。']}
                  row={(one) => {
                    const tag = staffTag(one.measure);
                    return (
                      <Row
                        key={one.measure.id}
                        {...handedWords(one)}
                        tag={<Tag state={tag.state}>{tag.text}</Tag>}
                        onTap={() =>
                          go(HELP_ACT_PAGE, {
                            caseId: one.caseId,
                            what: 'measure',
                            measureId: one.measure.id,
                          })
                        }
                      />
                    );
                  }}
                />
              )}
            </Staffed>
          </Section>
          <Section
            title="补贴不对的，要答复"
            aside={<All count={tickets.query.data?.open} page={TICKETS_PAGE} />}
          >
            <Staffed query={tickets.query} rows={2}>
              {() => (
                <Some
                  of={tickets.rows}
                  none={['没有要答复的。', '农户说钱不对，会在这里。']}
                  row={(ticket) => {
                    const tag = ticketTag(ticket);
                    return (
                      <Row
                        key={ticket.id}
                        title={`${ticket.line.member} · ${lineWords(ticket)}`}
                        detail={`${saidWords(ticket)} · ${ticket.villageName}`}
                        tag={<Tag state={tag.state}>{tag.text}</Tag>}
                        onTap={() => go(TICKET_PAGE, { ticket: ticket.id })}
                      />
                    );
                  }}
                />
              )}
            </Staffed>
          </Section>
          <Section title="要查对的名单" aside={<All count={asked?.length} page={COMPARE_PAGE} />}>
            <Staffed query={lists} rows={2}>
              {() => (
                <Some
                  of={asked ?? []}
                  none={['没有要查对的。', '县里请我们查的，会在这里。']}
                  row={({ id, listNo, people, answered, createdBy }) => (
                    <Row
                      key={id}
                      title={`${people} 人要查对`}
                      detail={`${listNo} · ${createdBy}做的`}
                      tag={<Tag state="need">{answered === 0 ? '还没答复' : `答复了 ${answered} 人`}</Tag>}
                      onTap={() => go(COMPARE_PAGE)}
                    />
                  )}
                />
              )}
            </Staffed>
          </Section>
        </View>
        <View>
          <SentTables />
          <Section title="要传、要看的">
            <Row
              icon="search"
              title="传部门名单"
              detail="可能有困难的人，请村里去看"
              onTap={() => go(SEND_PAGE)}
            />
            <Row
              icon="card"
              title="传补贴发放表"
              detail="发了什么、给谁、多少"
              onTap={() => go(PAYMENTS_PAGE)}
            />
            <Row icon="doc" title="信息比对" detail="取名单、传答复" onTap={() => go(COMPARE_PAGE)} />
            <Row
              icon="hand"
              title="交给我们的帮扶"
              detail="办好的、没办的都在"
              onTap={() => go(HELP_LIST_PAGE)}
            />
            <Row icon="card" title="补贴不对的" detail="答复过的也在" onTap={() => go(TICKETS_PAGE)} />
            <Row
              icon="camera"
              title="登录电脑"
              detail="扫码登录，看登录在哪里"
              onTap={() => go(SESSIONS_PAGE)}
            />
          </Section>
          <ClockRow />
        </View>
      </View>
    </Page>
  );
}

function Nothing({ lines }: { lines: [string, string] }) {
  return (
    <Empty>
      {lines.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </Empty>
  );
}

/** The way to the whole list, when the first few are not all. */
function All({ count, page }: { count: number | undefined; page: string }) {
  if (count === undefined || count === 0) return null;
  if (count <= FIRST) return `${count} 件`;
  return <Link onTap={() => go(page)}>{`全部 ${count} 件`}</Link>;
}

interface SomeProps<T> {
  of: readonly T[];
  /** What will come here, while nothing is. */
  none: [string, string];
  row: (one: T) => ReactNode;
}

function Some<T>({ of, none, row }: SomeProps<T>) {
  return of.length === 0 ? <Nothing lines={none} /> : of.slice(0, FIRST).map(row);
}
