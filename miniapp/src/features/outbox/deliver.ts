import { ApiError, call } from '@miniapp/platform/api';
import { NetworkError } from '@miniapp/platform/call';

/** Why something that somebody wanted to hand in lies on the phone. */
export type Reason = 'offline' | 'trouble' | 'signIn';

export type Delivery<T> =
  | { kind: 'received'; answer: T }
  /** No network, a server in trouble, or not the owner who is signed in: the same is tried again later. */
  | { kind: 'kept'; because: Reason }
  /** The server has understood it, and says no. */
  | { kind: 'refused'; error: ApiError };

const TOO_MANY = 429;

const isSignedInAs = async (personId: string) => (await call('accounts.me', {})).personId === personId;

/**
 * Tries once to hand something in. `send` has to repeat the request id of its first try. Never rejects for anything
 * that the server or the network can do.
 * @param owner whose it is, where that has to be made sure of: nobody else hands it in by signing in on this phone
 */
export async function deliver<T>(owner: string | undefined, send: () => Promise<T>): Promise<Delivery<T>> {
  try {
    if (owner !== undefined && !(await isSignedInAs(owner))) return { kind: 'kept', because: 'signIn' };
    return { kind: 'received', answer: await send() };
  } catch (error) {
    if (error instanceof NetworkError) return { kind: 'kept', because: 'offline' };
    if (!(error instanceof ApiError)) throw error;
    // The session ended meanwhile: whoever signs in again sends the same under the same id.
    if (error.status === 401) return { kind: 'kept', because: 'signIn' };
    if (error.status >= 500 || error.status === TOO_MANY) return { kind: 'kept', because: 'trouble' };
    return { kind: 'refused', error };
  }
}
