import { call } from '@miniapp/platform/api';
import { go } from '@miniapp/platform/navigate';
import { canScan, confirm, scanCode, toast } from '@miniapp/platform/ui';
import { Button } from '@miniapp/ui/Button';
import { Empty } from '@miniapp/ui/Empty';
import { Head } from '@miniapp/ui/Head';
import { Page } from '@miniapp/ui/Page';
import { Problem } from '@miniapp/ui/Problem';
import { failureOf, QueryView } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useCommand } from '@miniapp/ui/useCommand';
import { useQuery } from '@miniapp/ui/useQuery';
import { moment } from '@shared/messages/format';
import { useState } from 'react';
import { deskCodeOf } from './desk-code';
import { CONFIRM_DESK_PAGE } from './pages';
import { useVillagePhone } from './useVillagePhone';

/** Where the person is signed in: each can be ended from here. In WeChat a desk is signed in by scanning its code. */
export function Sessions() {
  const sessions = useQuery('sessions', () => call('accounts.sessions', {}));
  const [strange, setStrange] = useState(false);
  const end = useCommand((sessionId: string, requestId: string) =>
    call('accounts.endSession', { sessionId }, requestId),
  );
  const scan = async () => {
    setStrange(false);
    const scanned = await scanCode();
    if (scanned === undefined) return;
    const code = deskCodeOf(scanned);
    if (code === null) setStrange(true);
    else await go(CONFIRM_DESK_PAGE, { c: code });
  };
  const leave = async (id: string) => {
    if (!(await confirm({ title: '让那边退出吗？', yes: '退出', danger: true }))) return;
    if ((await end.run(id)) === undefined) return;
    toast('退出了');
    await sessions.reload();
  };
  return (
    <Page title="登录在哪里">
      <Head title="您登录在哪里" hint="不认得的，点一下让它退出。" />
      {canScan && (
        <Section flush pad>
          <Button size="big" icon="camera" onTap={scan}>
            扫码登录电脑
          </Button>
          {strange && <Problem text="这个不是登录电脑的码。看电脑上登录页的码，再扫一次。" />}
        </Section>
      )}
      <Section title="现在登录着">
        {end.error !== undefined && <Problem text={failureOf(end.error, 'act') ?? ''} />}
        <QueryView query={sessions} phone={useVillagePhone()}>
          {(found) =>
            found.sessions.length === 0 ? (
              <Empty>微信里不用登录，也没有电脑登录着。</Empty>
            ) : (
              found.sessions.map(({ id, device, since, until, here }) => (
                <Row
                  key={id}
                  icon="user"
                  title={`${device === '' ? '打开链接的手机或电脑' : device}${here ? '（就是这台）' : ''}`}
                  detail={`${moment(since)}登录，到 ${moment(until)}`}
                  onTap={here ? undefined : () => void leave(id)}
                />
              ))
            )
          }
        </QueryView>
      </Section>
    </Page>
  );
}
