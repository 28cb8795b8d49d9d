import { CASE_PAGE } from '@miniapp/features/cases';
import { go } from '@miniapp/platform/navigate';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useLong } from '@miniapp/ui/useLong';
import { moment } from '@shared/messages/format';
import { Text } from '@tarojs/components';
import { useMe } from './me';
import { type Inbox, readMessage, unreadOf, useInbox } from './messages';
import { SIGN_IN_PAGE } from './pages';
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
    </Page>
  );
}

function List({ messages }: Pick<Inbox, 'messages'>) {
  const { shown, more } = useLong(messages.length, '条');
  if (messages.length === 0) return <Empty>还没有消息。有进展会写在这里。</Empty>;
  return (
    <>
      {messages.slice(0, shown).map(({ id, title, at, read, caseId }) => (
        <Row
          key={id}
          title={title}
          detail={
            read ? (
              moment(at)
            ) : (
              <>
                <Text>{`${moment(at)} · `}</Text>
                <Text className="sw-fresh">没看</Text>
              </>
            )
          }
          onTap={() => {
            if (!read) readMessage(id);
            if (caseId !== null) go(CASE_PAGE, { case: caseId });
          }}
        />
      ))}
      {more}
    </>
  );
}

function readAloud(inbox: Inbox | undefined): string {
  const fresh = inbox?.messages.filter(({ read }) => !read) ?? [];
  if (fresh.length === 0) return '没有新消息。';
  return `${fresh.length} 条没看。${fresh.map(({ title }) => `${title}。`).join('')}`;
}
