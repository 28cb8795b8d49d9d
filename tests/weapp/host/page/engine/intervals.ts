/** What repeats on the phone, so that a test need not wait for half a minute to see what comes of it. */

const repeating = new Map<unknown, () => void>();
const { setInterval: begin, clearInterval: end } = globalThis;

Object.assign(globalThis, {
  setInterval(work: () => void, ms?: number) {
    const timer = begin(work, ms);
    repeating.set(timer, work);
    return timer;
  },
  clearInterval(timer?: ReturnType<typeof begin>) {
    repeating.delete(timer);
    end(timer);
  },
});

/** Everything that repeats does so now, once. */
export function repeatNow(): void {
  for (const work of [...repeating.values()]) work();
}
