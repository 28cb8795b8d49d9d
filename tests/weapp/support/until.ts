/**
 * Asks again and again until there is an answer; throws what `otherwise` says when there is none in time. A question
 * that fails, because the element was drawn anew just now, is asked again too.
 */
export async function until<T>(
  ask: () => Promise<T | undefined | null | false>,
  patience: number,
  otherwise: () => string | Promise<string>,
): Promise<T> {
  const last = Date.now() + patience;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    if (Date.now() > last) throw new Error(await otherwise());
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
