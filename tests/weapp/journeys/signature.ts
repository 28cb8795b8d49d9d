import type { Phone } from '../support/phone';

/** A stroke of more than 60 px, in px from the canvas's top left corner. */
const STROKE = [
  { x: 20, y: 20 },
  { x: 80, y: 60 },
  { x: 140, y: 20 },
  { x: 200, y: 60 },
] as const;

/** Writes on the page's canvas until the words that ask for a signature are gone. */
export async function signWithFinger(phone: Phone, unsigned: string): Promise<void> {
  const page = await phone.page();
  const canvas = await page.$('canvas');
  if (!canvas) throw new Error('there is nothing to sign on');
  const { left, top } = (await canvas.offset()) as { left: number; top: number };
  await phone.app.callWxMethod('pageScrollTo', { scrollTop: top, duration: 0 });
  const scrolled = Number(await page.scrollTop());
  const strokes = STROKE.map(({ x, y }) => {
    const finger = { identifier: 0, clientX: left + x, clientY: top - scrolled + y };
    return { touches: [finger], changedTouches: [finger] };
  });
  // The canvas opens a moment after its page; what is written before that is not seen.
  await phone.until(async () => {
    for (const [index, stroke] of strokes.entries())
      await (index === 0 ? canvas.touchstart(stroke) : canvas.touchmove(stroke));
    await canvas.touchend();
    return !(await phone.words()).includes(unsigned);
  });
}
