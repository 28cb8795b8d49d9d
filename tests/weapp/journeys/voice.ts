import type { Phone } from '../support/phone';

/** A person speaks. The host's microphone hears silence, but as long as it is asked to. */

const BEGIN = '按住说话';
const AGAIN = '按住，重新说一段';

/** One tap to begin, one to end: for whoever cannot hold. Says nothing for a second and more. */
export async function say(phone: Phone, begin: '按住说话' | '重说' = BEGIN): Promise<void> {
  await phone.tap(begin);
  await phone.sees('正在听…再点一下就停');
  await phone.until(async () => /[1-9] 秒/.test((await phone.words()).replace('60 秒', '')));
  await phone.tap('正在听…再点一下就停');
  await phone.sees('已录好');
}

/** Holds the button until this is seen. */
export async function hold(phone: Phone, until: string): Promise<void> {
  await (await phone.control(AGAIN)).touchstart({});
  await phone.sees(until);
  await (await phone.control('正在听…松开就停')).touchend({});
}

/** How long the page says that the recording is. */
export async function secondsKept(phone: Phone): Promise<number> {
  await phone.sees('已录好');
  return Number(/已录好 (\d+) 秒/.exec(await phone.words())?.[1]);
}

/** Listens to her own recording, to its end. */
export const listenToOwn = async (phone: Phone): Promise<void> =>
  listen(phone, `听一遍，${await secondsKept(phone)} 秒`);

/** Listens to a recording, to its end. */
export async function listen(phone: Phone, button: string): Promise<void> {
  await phone.tap(button);
  await phone.control('停，不听了');
  await phone.control(button);
}
