import { call, hasSession, keepSession, type Output } from '@miniapp/platform/api';
import { slot, slotNames } from '@miniapp/platform/storage';
import { isWeapp } from '@miniapp/platform/target';
import { forgetQueries, type Query, useQuery } from '@miniapp/ui/useQuery';

export type Me = Output<'accounts.me'>;

export const fetchMe = (): Promise<Me> => call('accounts.me', {});

/** Who is using this phone; `signedIn` is false for a stranger. */
export const useMe = (): Query<Me> => useQuery('me', fetchMe, { keep: true });

/**
 * Whether calls carry somebody's identity. On H5 that is a session; in WeChat the openid signs in by itself, so only
 * the server knows.
 */
export async function isSignedIn(): Promise<boolean> {
  if (hasSession()) return true;
  return isWeapp ? (await fetchMe()).signedIn : false;
}

/** Another person on this phone must not see what the last one fetched. */
export function forgetPerson(): void {
  forgetQueries();
  for (const name of slotNames('copy:')) slot(name).remove();
}

/** Exchanges a sign-in link's token for a session of this phone. Rejects like `call`. */
export async function signIn(token: string): Promise<Me> {
  const { session, me } = await call('accounts.signIn', { token });
  forgetPerson();
  keepSession(session);
  return me;
}

/** Ends the session here and, if it can be reached, on the server. */
export async function signOut(): Promise<void> {
  await call('accounts.signOut', {}).catch(() => undefined);
  keepSession(null);
  forgetPerson();
}
