/** A function of the client's, sent as text; the Node half makes it code that sees what an app sees. */
export type Code = (sees: {
  wx: unknown;
  getApp: unknown;
  getCurrentPages: unknown;
}) => (this: unknown, ...args: unknown[]) => unknown;

// biome-ignore lint/suspicious/noExplicitAny: each method of the protocol names its own parameters
export type Methods = Record<string, (params: any) => unknown>;

/** What survives the way to the client. */
export const json = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);

/** The value at a path such as `root.cn[0].cl`. */
export function at(data: unknown, path?: string): unknown {
  return (path ?? '')
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
}
