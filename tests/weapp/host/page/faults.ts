/** What must not happen in a run: both the app and the automator's client hear of it. */

type Listener = (message: string) => void;

const listeners = new Set<Listener>();

/** Calls back at every uncaught exception, as `App.onError` and `wx.onError` want it. */
export const onException = (listener: Listener): void => void listeners.add(listener);

export function reportException(error: unknown): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' };
  window.emitToAutomator?.('App.exceptionThrown', {
    exceptionDetails: { text: message, stack },
    message,
    stack,
  });
  for (const listener of listeners) listener(`${message}\n${stack}`);
}

/** The page asked for something that the security policy of the host forbids: a picture or font from elsewhere. */
function reportForbidden({ violatedDirective, blockedURI }: SecurityPolicyViolationEvent): void {
  console.error(`forbidden by the host: ${violatedDirective} ${blockedURI}`);
}

export function watchForFaults(): void {
  window.addEventListener('error', ({ error, message }) => reportException(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => reportException(reason));
  window.addEventListener('securitypolicyviolation', reportForbidden);
}
