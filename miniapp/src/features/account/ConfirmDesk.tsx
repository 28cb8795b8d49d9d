import '@miniapp/styles/desk-code.css';
import { call, type Output } from '@miniapp/platform/api';
import { newRequestId } from '@miniapp/platform/call';
import { go, restart, useParams } from '@miniapp/platform/navigate';
import { Bar } from '@miniapp/ui/Bar';
import { Button } from '@miniapp/ui/Button';
import { Head } from '@miniapp/ui/Head';
import { KeyValue } from '@miniapp/ui/KeyValue';
import { Note } from '@miniapp/ui/Note';
import { Page } from '@miniapp/ui/Page';
import { failureOf, QueryView } from '@miniapp/ui/QueryView';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import { moment } from '@shared/messages/format';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Me, useMe } from './me';
import { DESK_PAGE, SIGN_IN_PAGE } from './pages';
import { useVillagePhone } from './useVillagePhone';

type Desk = Output<'accounts.seeDesk'>;

/** The phone says whether a desk may sign in as its owner. It shows the desk's number: somebody far away shows another. */
export function ConfirmDesk() {
  const { c: code = '' } = useParams<'c'>();
  const me = useMe();
  // Each look asks anew: what the code said a minute ago may be over.
  const [look] = useState(newRequestId);
  const desk = useQuery(me.data?.signedIn ? `desk:${look}` : undefined, () =>
    call('accounts.seeDesk', { code }),
  );
  const [said, setSaid] = useState<boolean>();
  const answer = useCommand(async (yes: boolean, requestId: string) => {
    await call('accounts.confirmDesk', { code, yes }, requestId);
    setSaid(yes);
  });
  const phone = useVillagePhone();

  if (said !== undefined) return <Said yes={said} />;
  if (me.data?.signedIn === false)
    return (
      <Page title="登录电脑">
        <Head title="先在这台手机上登录" hint="登录好了，再扫一次电脑上的码。" />
        <Section flush pad>
          <Button onTap={() => go(SIGN_IN_PAGE)}>去登录</Button>
        </Section>
      </Page>
    );
  const problem = failureOf(answer.error, 'act');
  return (
    <Page
      title="登录电脑"
      bar={
        desk.data && (
          <Bar
            primary={{ children: '确认登录', busy: answer.busy, onTap: () => void answer.run(true) }}
            second={{ children: '不是我', onTap: () => void answer.run(false) }}
          />
        )
      }
    >
      <QueryView query={me} phone={phone}>
        {(person) => <Asked person={person} desk={desk} phone={phone} />}
      </QueryView>
      {problem !== undefined && <Note state="late" alert title={problem} />}
    </Page>
  );
}

function Asked({
  person,
  desk,
  phone,
}: {
  person: Me;
  desk: Query<Desk>;
  phone: ReturnType<typeof useVillagePhone>;
}) {
  return (
    <QueryView query={desk} phone={phone}>
      {({ number, browser, askedAt }) => (
        <>
          <Head
            title="让这台电脑登录吗？"
            hint="电脑要在您面前，数字要一样。不一样，点“不是我”。"
            read={`让这台电脑登录吗？电脑上的数字要是${number}。不一样，点不是我。`}
          />
          <Section flush>
            <View className="sw-pad">
              <Text className="sw-desk-code-number">{number}</Text>
            </View>
            <KeyValue
              facts={[
                { key: '电脑', value: browser },
                { key: '要登录的时间', value: moment(askedAt) },
                { key: '登录的人', value: person.name },
              ]}
            />
          </Section>
        </>
      )}
    </QueryView>
  );
}

function Said({ yes }: { yes: boolean }) {
  return (
    <Page title="登录电脑" bar={<Bar primary={{ children: '回工作台', onTap: () => restart(DESK_PAGE) }} />}>
      <Head
        title={yes ? '电脑登录好了' : '没有让它登录'}
        hint={yes ? '用完了，在电脑上点退出。最多 12 小时自己退出。' : '要是有人让您扫码，不要信，告诉领导。'}
      />
    </Page>
  );
}
