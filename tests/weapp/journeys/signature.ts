import type { Phone } from '../support/phone';

/** A stroke of more than 60 px, in px from the canvas's top left corner. */
const STROKE = [
  { x: 20, y: 20 },
  { x: 80, y: 60 },
  { x: 140, y: 20 },
  { x: 200, y: 60 },
] as const;

/** How the canvas is called once there is something on it. */
const WRITTEN = '已写';

/** Writes on the page's canvas, until it says so: it opens a moment after its page, and sees nothing before that. */
export async function signWithFinger(phone: Phone): Promise<void> {
  const page = await phone.page();
  await phone.until(async () => {
    const canvas = await page.$('canvas');
    if (!canvas) return false;
    const { left, top } = (await canvas.offset()) as { left: number; top: number };
    await phone.app.callWxMethod('pageScrollTo', { scrollTop: top, duration: 0 });
    const scrolled = Number(await page.scrollTop());
    for (const [index, { x, y }] of STROKE.entries()) {
      const finger = { identifier: 0, clientX: left + x, clientY: top - scrolled + y };
      const fingers = { touches: [finger], changedTouches: [finger] };
      await (index === 0 ? canvas.touchstart(fingers) : canvas.touchmove(fingers));
    }
    await canvas.touchend();
    return (await canvas.attribute('aria-label')).startsWith(WRITTEN);
  });
}
