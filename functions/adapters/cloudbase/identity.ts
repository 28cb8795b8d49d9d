import type { parseContext } from '@cloudbase/node-sdk';

/** What this very call says of who made it. */
export interface CloudIdentity {
  /** The person's openid for this mini-program; undefined when no WeChat user called. */
  openid: string | undefined;
  /** Whether any client called, as against the platform's own timer. */
  fromClient: boolean;
  address: string | undefined;
}

const NOBODY: CloudIdentity = { openid: undefined, fromClient: false, address: undefined };

/**
 * Reads the identity from the context of this call. `parseContext` looks at nothing else; `getCloudbaseContext` and
 * `getUserInfo` of the same SDK fall back to process.env, where an instance that serves two users at once holds the
 * other one's openid. The SDK takes 90 ms to load, hence the late import.
 */
export async function identityOf(context: unknown): Promise<CloudIdentity> {
  if (typeof context !== 'object' || context === null) return NOBODY;
  const sdk = await import('@cloudbase/node-sdk');
  const said = readContext(sdk.parseContext, context);
  const openid = text(said.WX_OPENID);
  return {
    openid,
    fromClient: openid !== undefined || text(said.TCB_UUID) !== undefined,
    address: text(said.WX_CLIENTIP) ?? text(said.TCB_SOURCE_IP),
  };
}

function readContext(parse: typeof parseContext, context: object): Record<string, unknown> {
  try {
    const { environment, environ } = parse(context as Parameters<typeof parseContext>[0]);
    return { ...(environment ?? environ) };
  } catch {
    // A context without an environment comes from no WeChat client: the caller is a stranger.
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
