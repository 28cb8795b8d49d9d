/**
 * How WeChat's APIs answer: `success`, `fail` and `complete` when they were given, a promise otherwise; and how the
 * automator takes one over (`mockWxMethod`).
 */

export type Options = Record<string, unknown> & {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
};

/** WeChat says no: `errMsg` becomes `name:fail reason`. */
export class Refusal extends Error {
  constructor(
    readonly reason: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(reason);
  }
}

/** What a long-running call gives back at once. */
export interface Task {
  signal: AbortSignal;
  progress(percent: number): void;
}

/** More than `errMsg`, if anything. */
type Answer = unknown;
// biome-ignore lint/suspicious/noExplicitAny: each API names its own options
export type AsyncApi = (options: any) => Answer;
// biome-ignore lint/suspicious/noExplicitAny: each API names its own options
export type TaskApi = (options: any, task: Task) => Promise<Answer>;
// biome-ignore lint/suspicious/noExplicitAny: each API names its own arguments
export type SyncApi = (...args: any[]) => unknown;

type Mock = (...args: unknown[]) => unknown;

export const mocks = new Map<string, Mock>();

interface Failed {
  errMsg: string;
}

async function outcome(name: string, work: () => unknown): Promise<{ ok: boolean; result: unknown }> {
  try {
    const result = ((await work()) ?? {}) as { errMsg?: string };
    const failed = result.errMsg?.includes(':fail') ?? false;
    return { ok: !failed, result: { errMsg: `${name}:ok`, ...result } };
  } catch (error) {
    const { reason, more } = error instanceof Refusal ? error : new Refusal(messageOf(error));
    return { ok: false, result: { errMsg: `${name}:fail ${reason}`, ...more } satisfies Failed };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function settle(name: string, options: Options, work: () => unknown): Promise<unknown> | undefined {
  const { success, fail, complete } = options;
  const settled = outcome(name, work);
  if (!success && !fail && !complete) {
    return settled.then(({ ok, result }) => {
      if (!ok) throw result;
      return result;
    });
  }
  void settled.then(({ ok, result }) => {
    (ok ? success : fail)?.(result);
    complete?.(result);
  });
  return undefined;
}

/** What stands before an API, whoever answers it in the end: `privacy.ts`. */
type Gate = (name: string) => Promise<void>;

export function asyncMethod(name: string, api: AsyncApi, gate: Gate = async () => undefined) {
  return (options: Options = {}) =>
    settle(name, options, async () => {
      await gate(name);
      return (mocks.get(name) ?? api)(options);
    });
}

export function syncMethod(name: string, api: SyncApi) {
  return (...args: unknown[]) => (mocks.get(name) ?? api)(...args);
}

type Progress = (event: { progress: number }) => void;

export function taskMethod(name: string, api: TaskApi) {
  return (options: Options = {}) => {
    const control = new AbortController();
    const watching = new Set<Progress>();
    const task: Task = {
      signal: control.signal,
      progress(percent) {
        for (const watch of watching) watch({ progress: percent });
      },
    };
    const mock = mocks.get(name);
    const done = settle(name, options, () => (mock ? mock(options) : api(options, task)));
    const handle = {
      abort: () => control.abort(),
      onProgressUpdate: (watch: Progress) => void watching.add(watch),
      offProgressUpdate: (watch: Progress) => void watching.delete(watch),
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    };
    return done ? Object.assign(done, handle) : handle;
  };
}
