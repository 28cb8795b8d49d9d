import { useInbox, useMe } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { newRequestId } from '@miniapp/platform/call';
import { askToSubscribe } from '@miniapp/platform/subscribe';
import { toast } from '@miniapp/platform/ui';
import { sentenceOf } from '@miniapp/ui/QueryView';
import { Row } from '@miniapp/ui/Row';
import { Section } from '@miniapp/ui/Section';
import { useQuery } from '@miniapp/ui/useQuery';

/** Who is signed in is told when something new hangs: in the inbox, and once by WeChat for each time it was allowed. */
export function FollowVillage({ village }: { village: string }) {
  const signedIn = useMe().data?.signedIn === true;
  // WeChat asks at the tap itself, so what it may bring is known before.
  const inbox = useInbox(signedIn);
  const query = useQuery(signedIn ? `follow:${village}` : undefined, () =>
    call('notices.following', { village }),
  );
  if (query.data === undefined) return null;
  const { on } = query.data;
  const turn = async () => {
    try {
      if (!on) await allowOnce(inbox.data?.credits.map(({ template }) => template) ?? []);
      query.set(await call('notices.follow', { village, on: !on }, newRequestId()));
      toast(on ? '好，不再告诉您' : '好，村里有新公示就告诉您');
    } catch (error) {
      toast(sentenceOf(error) ?? '没有记上。可能是网不好。');
    }
  };
  return (
    <Section flush>
      <Row
        icon="bell"
        title={on ? '村里有新公示，会告诉您' : '村里有新公示，告诉我'}
        detail={on ? '点一下，就不再告诉' : '只说有新公示，不写名字'}
        onTap={turn}
      />
    </Section>
  );
}

/** WeChat's own question, at this very tap; where it never asks, the inbox tells. */
async function allowOnce(templates: readonly string[]): Promise<void> {
  const results = await askToSubscribe(templates).catch(() => []);
  if (results.length > 0) await call('accounts.subscribed', { results }, newRequestId());
}
