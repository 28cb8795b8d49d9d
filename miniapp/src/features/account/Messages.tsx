import { CARD_PAGE, SAID_PAGE } from '@miniapp/features/card';
import { CASE_PAGE } from '@miniapp/features/cases';
import { PLAN_PAGE } from '@miniapp/features/help';
import { go } from '@miniapp/platform/navigate';
import { canSubscribe } from '@miniapp/platform/subscribe';
import { toast } from '@miniapp/platform/ui';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useLong } from '@miniapp/ui/useLong';
import type { Query } from '@miniapp/ui/useQuery';
import { moment } from '@shared/messages/format';
import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useMe } from './me';
import { creditsLeft, type Inbox, readMessage, subscribe, unreadOf, useInbox } from './messages';
import {
  AFTERWARDS_PAGE,
  ANSWER_PAGE,
  CLUES_PAGE,
  DESK_PAGE,
  ENTRY_PAGE,
  FOLLOWS_PAGE,
  NOTICE_PAGE,
  OUR_HELP_PAGE,
  ROWS_PAGE,
  SIGN_IN_PAGE,
  STAFF_CASE_PAGE,
  TASKS_PAGE,
  TICKETS_PAGE,
} from './pages';
import { useVillagePhone } from './useVillagePhone';

/** 01-d. Newest first; the title says the whole thing, and leads to the page it speaks of. */
export function Messages() {
  const me = useMe();
  const signedIn = me.data?.signedIn === true;
  const inbox = useInbox(signedIn);
  const phone = useVillagePhone();
  const unread = unreadOf(inbox.data);
  return (
    <Page tab="messages" unread={unread > 0} title="消息">
      <Head title={unread > 0 ? `${unread} 条没看` : '消息'} read={() => readAloud(inbox.data)} />
      <Section flush>
        <QueryView query={me} phone={phone}>
          {(person) =>
            person.signedIn ? (
              <QueryView query={inbox} phone={phone}>
                {({ messages }) => <List messages={messages} />}
              </QueryView>
            ) : (
              <Row
                icon="user"
                title="登录以后，看您家的消息"
                onTap={() => go(SIGN_IN_PAGE, { onward: 'pages/messages/index' })}
              />
            )
          }
        </QueryView>
      </Section>
      {canSubscribe && inbox.data !== undefined && inbox.data.credits.length > 0 && (
        <Section>
          <Row
            icon="bell"
            title="有进展，微信也告诉我"
            detail={`还能发 ${creditsLeft(inbox.data)} 次，点一下再加 1 次`}
            onTap={() => askForOneMore(inbox)}
          />
        </Section>
      )}
    </Page>
  );
}

async function askForOneMore({ data, reload }: Query<Inbox>): Promise<void> {
  if (data === undefined) return;
  const said = await subscribe(data).catch(() => '没有网，没记上。有网再点一次。');
  toast(said ?? '微信没有问您。在微信设置里可以打开');
  await reload();
}

function List({ messages }: Pick<Inbox, 'messages'>) {
  const { shown, more } = useLong(messages.length, '条');
  if (messages.length === 0) return <Empty>还没有消息。有进展会写在这里。</Empty>;
  return (
    <>
      {messages.slice(0, shown).map(({ id, title, text, at, read, caseId, opens, about }) => (
        <Row
          key={id}
          title={whole(title)}
          detail={
            read ? (
              <>
                {text !== '' && <Text>{`${text} `}</Text>}
                <Text className="sw-nowrap">{moment(at)}</Text>
              </>
            ) : (
              <>
                {text !== '' && <Text>{`${text} `}</Text>}
                <Text className="sw-nowrap">{moment(at)}</Text>
                <Text>{' · '}</Text>
                <Text className="sw-fresh">没看</Text>
              </>
            )
          }
          onTap={() => {
            if (!read) readMessage(id);
            follow(opens, caseId, about);
          }}
        />
      ))}
      {more}
    </>
  );
}

/** A case number goes to the next line as a whole. */
function whole(title: string): ReactNode {
  const at = title.lastIndexOf('（编号');
  if (at < 0) return title;
  return (
    <>
      <Text>{title.slice(0, at)}</Text>
      <Text className="sw-nowrap">{title.slice(at)}</Text>
    </>
  );
}

/** Leads to the page that a message speaks of. */
function follow(
  opens: Inbox['messages'][number]['opens'],
  caseId: string | null,
  notice: string | null,
): void {
  if (opens === 'TASKS') go(TASKS_PAGE);
  else if (opens === 'CLUES') go(CLUES_PAGE);
  else if (opens === 'FOLLOWS') go(FOLLOWS_PAGE);
  else if (opens === 'ANSWER') go(ANSWER_PAGE);
  else if (opens === 'QUEUE') go(DESK_PAGE);
  else if (opens === 'TICKETS') go(TICKETS_PAGE);
  else if (caseId !== null && opens === 'EXIT') go(ENTRY_PAGE, { caseId });
  else if (caseId !== null && opens === 'AFTER') go(AFTERWARDS_PAGE, { case: caseId });
  else if (caseId !== null && opens === 'HELP') go(OUR_HELP_PAGE, { case: caseId });
  else if (caseId !== null && opens === 'PLAN') go(PLAN_PAGE, { caseId });
  else if (caseId !== null && opens === 'CARD') go(CARD_PAGE, { case: caseId });
  else if (caseId !== null && opens === 'SAID') go(SAID_PAGE, { case: caseId });
  else if (opens === 'ROWS') go(ROWS_PAGE);
  else if (notice !== null) go(NOTICE_PAGE, { notice });
  else if (caseId !== null && opens === 'REVIEW') go(STAFF_CASE_PAGE, { caseId });
  else if (caseId !== null) go(CASE_PAGE, { case: caseId });
}

function readAloud(inbox: Inbox | undefined): string {
  const fresh = inbox?.messages.filter(({ read }) => !read) ?? [];
  if (fresh.length === 0) return '没有新消息。';
  return `${fresh.length} 条没看。${fresh.map(({ title }) => `${title}。`).join('')}`;
}
