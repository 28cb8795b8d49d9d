type Sdk = typeof import('@cloudbase/node-sdk');

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
 * other one's openid. The SDK takes 90 ms to load, so it is required late; by `require`, because an `import` of it
 * lacks its functions.
 */
export function identityOf(context: unknown): CloudIdentity {
  if (typeof context !== 'object' || context === null) return NOBODY;
  const said = readContext(require('@cloudbase/node-sdk') as Sdk, context);
  const openid = text(said.WX_OPENID);
  return {
    openid,
    fromClient: openid !== undefined || text(said.TCB_UUID) !== undefined,
    address: text(said.WX_CLIENTIP) ?? text(said.TCB_SOURCE_IP),
  };
}

function readContext(sdk: Sdk, context: object): Record<string, unknown> {
  try {
    const { environment, environ } = sdk.parseContext(context as Parameters<Sdk['parseContext']>[0]);
    return { ...(environment ?? environ) };
  } catch (error) {
    // A context without an environment comes from no WeChat client: the caller is a stranger.
    if ((error as { code?: string }).code === 'INVALID_CONTEXT') return {};
    throw error;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
