import { call, type Output } from '@miniapp/platform/api';
import { newRequestId } from '@miniapp/platform/call';
import { askToSubscribe } from '@miniapp/platform/subscribe';
import { type Query, useQuery } from '@miniapp/ui/useQuery';

export type Inbox = Output<'accounts.messages'>;

/** The inbox of whoever is signed in; not asked for a stranger. */
export const useInbox = (signedIn: boolean): Query<Inbox> =>
  useQuery(signedIn ? 'messages' : undefined, () => call('accounts.messages', {}), { keep: true });

export const unreadOf = (inbox: Inbox | undefined): number =>
  inbox?.messages.filter(({ read }) => !read).length ?? 0;

/** How many messages WeChat may still bring: as many as its scarcest template lets through. */
export const creditsLeft = (inbox: Pick<Inbox, 'credits'> | undefined): number => {
  const left = inbox?.credits.map((one) => one.left) ?? [];
  return left.length === 0 ? 0 : Math.min(...left);
};

/** WeChat's question, at this very tap; the answers are counted. Gives the sentence to say, or undefined when it never asked. */
export async function subscribe(inbox: Pick<Inbox, 'credits'>): Promise<string | undefined> {
  const results = await askToSubscribe(inbox.credits.map(({ template }) => template));
  if (results.length === 0) return undefined;
  if (!results.some(({ accepted }) => accepted)) return '好，那就在“消息”里看';
  await call('accounts.subscribed', { results }, newRequestId());
  return '好，有进展微信告诉您';
}

/** Marks a message as read. What cannot be marked now is marked the next time it is opened. */
export async function readMessage(messageId: string): Promise<void> {
  await call('accounts.readMessage', { messageId }).catch(() => undefined);
}
