import { NetworkError, newRequestId } from '@miniapp/platform/call';
import { useCallback, useEffect, useRef, useState } from 'react';

export interface Command<I, O> {
  /** Does it. Gives the answer, or undefined when it failed (see `error`) or one is already on its way. */
  run: (input: I) => Promise<O | undefined>;
  busy: boolean;
  error?: unknown;
  clearError: () => void;
}

/** Nobody knows whether the server did it, so the next try must carry the same id. */
const isUnknown = (error: unknown) =>
  error instanceof NetworkError || Number((error as { status?: unknown } | undefined)?.status) >= 500;

/**
 * Something a person does once. A second tap while it is on its way does nothing; a try after a lost answer repeats the
 * request id, so the server does it once (architecture.md section 5).
 */
export function useCommand<I, O>(fn: (input: I, requestId: string) => Promise<O>): Command<I, O> {
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const running = useRef(false);
  const requestId = useRef<string>();
  const alive = useRef(true);
  const doer = useRef(fn);
  doer.current = fn;

  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);

  const run = useCallback(async (input: I) => {
    if (running.current) return undefined;
    running.current = true;
    requestId.current ??= newRequestId();
    setState({ busy: true });
    try {
      const answer = await doer.current(input, requestId.current);
      requestId.current = undefined;
      if (alive.current) setState({ busy: false });
      return answer;
    } catch (error) {
      if (!isUnknown(error)) requestId.current = undefined;
      if (alive.current) setState({ busy: false, error });
      return undefined;
    } finally {
      running.current = false;
    }
  }, []);

  const clearError = useCallback(() => setState({ busy: false }), []);
  return { run, busy: state.busy, error: state.error, clearError };
}
