import { ApiError, call } from '@miniapp/platform/api';
import { back, go, replace, restart, switchTab, useParams } from '@miniapp/platform/navigate';
import { isH5 } from '@miniapp/platform/target';
import { useWidth } from '@miniapp/platform/width';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { ErrorView } from '@miniapp/ui/ErrorView';
import { Head } from '@miniapp/ui/Head';
import { Loading } from '@miniapp/ui/Loading';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';
import { ROLE_LABELS } from '@shared/messages/labels';
import { useEffect, useRef, useState } from 'react';
import { Activate } from './Activate';
import { DeskCode } from './DeskCode';
import { type Me, signIn, signOut, useMe } from './me';
import { DESK_PAGE, SESSIONS_PAGE, SIGN_IN_PAGE } from './pages';
import { settleVillage } from './village';

/** Who signs in by a link of the local stack, and which link to open. */
type Outcome = { state: 'waiting' } | { state: 'done'; me: Me } | { state: 'failed'; error: unknown };

/**
 * The page behind every sign-in link. With `token` it exchanges it, greets and goes on to `onward`, or with `back` to the
 * page that lies under this one; without, it says who is signed in and, on the local stack, lists the invented people.
 */
export function SignIn() {
  const { token, ...then } = useParams<'token' | 'onward' | 'back'>();
  return token === undefined ? <WhoIsHere {...then} /> : <ByLink token={token} {...then} />;
}

/** Where to go on. */
interface Then {
  onward?: string;
  back?: string;
}

function ByLink({ token, ...then }: Then & { token: string }) {
  const [outcome, setOutcome] = useState<Outcome>({ state: 'waiting' });
  // A link may work only once, and a page may be drawn twice.
  const sent = useRef('');
  const exchange = async () => {
    if (sent.current === token) return;
    sent.current = token;
    setOutcome({ state: 'waiting' });
    try {
      const me = await signIn(token);
      await settleVillage(me).catch(() => undefined);
      setOutcome({ state: 'done', me });
    } catch (error) {
      sent.current = '';
      setOutcome({ state: 'failed', error });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each token
  useEffect(() => {
    exchange();
  }, [token]);

  if (outcome.state === 'done') return <Greeting me={outcome.me} {...then} />;
  if (outcome.state === 'waiting')
    return (
      <Page title="登录">
        <Head title="正在登录" />
        <Loading rows={1} />
      </Page>
    );
  const refused = outcome.error instanceof ApiError ? outcome.error.message : undefined;
  return (
    <Page title="登录">
      <Head title="没有登录成" />
      {refused === undefined ? (
        <ErrorView onRetry={exchange} />
      ) : (
        <Note
          state="late"
          alert
          title={refused}
          action={<Button onTap={() => replace(SIGN_IN_PAGE)}>换一种办法登录</Button>}
        />
      )}
    </Page>
  );
}

/** What the person is, in one line: 「何敏 · 镇里经办」. */
export const rolesLine = (me: Me): string =>
  me.grants.map(({ role, regionName }) => `${regionName} ${ROLE_LABELS[role]}`).join('、');

function Greeting({ me, onward, back: under }: Then & { me: Me }) {
  const staff = me.grants.length > 0;
  const goesOn = Boolean(under || onward);
  const way = goesOn
    ? { children: '接着办', onTap: () => (onward ? replace(onward) : back()) }
    : staff
      ? { children: '去工作台', onTap: () => restart(DESK_PAGE) }
      : { children: '去首页', onTap: () => switchTab('home') };
  return (
    <Page
      title="登录"
      bar={
        <Bar
          primary={way}
          second={staff && !goesOn ? { children: '去首页', onTap: () => switchTab('home') } : undefined}
        />
      }
    >
      <Head
        title={`${me.name}，您好`}
        hint={staff ? rolesLine(me) : '登录好了。这台手机会记住您。'}
        read={`${me.name}，您好。登录好了。`}
      />
    </Page>
  );
}

/** From this width on somebody sits at a desk and has a phone beside it. */
const DESKTOP_WIDTH = 768;

function WhoIsHere(then: Then) {
  const me = useMe();
  const people = useQuery(isH5 ? 'local-people' : undefined, localPeople);
  const signedIn = me.data?.signedIn === true;
  const isLocal = people.data !== undefined && people.data.length > 0;
  const wide = useWidth() >= DESKTOP_WIDTH;
  const [arrived, setArrived] = useState<Me>();
  const leave = async () => {
    await signOut();
    me.reload();
  };
  if (arrived !== undefined) return <Greeting me={arrived} {...then} />;
  return (
    <Page title="登录">
      <Head
        title={signedIn ? `现在是 ${me.data?.name}` : '还没有登录'}
        hint={signedIn ? '不是您，就先退出。' : '打开村干部给您的登录链接，就能登录。'}
        read={
          signedIn ? `现在登录的是${me.data?.name}。` : '还没有登录。打开村干部给您的登录链接，就能登录。'
        }
      />
      {signedIn && (
        <Section flush pad>
          <Button onTap={leave}>退出登录</Button>
          <Row icon="user" title="登录在哪里" onTap={() => go(SESSIONS_PAGE)} />
        </Section>
      )}
      {isH5 && wide && me.data?.signedIn === false && <DeskCode onDone={setArrived} />}
      {me.data?.signedIn && me.data.grants.length === 0 && <Activate typed={isLocal} onDone={setArrived} />}
      {isLocal && (
        <Section title="试用：点一个人，就用他的身份">
          {people.data?.map((person) => (
            <Row
              key={person.personId}
              icon="user"
              title={person.name}
              detail={[person.who, person.office].filter(Boolean).join(' · ')}
              onTap={() => (then.back ? replace : go)(SIGN_IN_PAGE, { token: tokenOf(person.link), ...then })}
            />
          ))}
        </Section>
      )}
    </Page>
  );
}

/** The invented people of the local stack; nobody on any other. */
async function localPeople() {
  try {
    return (await call('local.people', {})).people;
  } catch (error) {
    if (error instanceof ApiError) return [];
    throw error;
  }
}

const tokenOf = (link: string): string => decodeURIComponent(/[?&]token=([^&]+)/.exec(link)?.[1] ?? '');
