import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';

export type Inbox = Output<'accounts.messages'>;

/** The inbox of whoever is signed in; not asked for a stranger. */
export const useInbox = (signedIn: boolean): Query<Inbox> =>
  useQuery(signedIn ? 'messages' : undefined, () => call('accounts.messages', {}), { keep: true });

export const unreadOf = (inbox: Inbox | undefined): number =>
  inbox?.messages.filter(({ read }) => !read).length ?? 0;

/** Marks a message as read. What cannot be marked now is marked the next time it is opened. */
export async function readMessage(messageId: string): Promise<void> {
  await call('accounts.readMessage', { messageId }).catch(() => undefined);
}
