/**
 * Does a piece of work every minute, never twice at once, until told to stop; a failure is reported and the next
 * minute tried again.
 * @returns stops it, and waits for work under way
 */
export function everyMinute(
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const wait = () => {
    timer = setTimeout(() => {
      running = work()
        .catch(onError)
        .then(() => {
          if (!stopped) wait();
        });
    }, 60_000);
  };
  wait();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
