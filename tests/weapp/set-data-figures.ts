import type { Figure } from '@tests/support/figures';
import { noticeOf } from '@tests/support/notice-of';
import type { SetDataCount } from './host/hosted-app';
import type { Phone } from './support/phone';
import { withPhone } from './support/phone-for-tests';
import { withStubServer } from './support/stub-server';

/**
 * What crosses from the logic layer to the view layer, where it costs a slow phone most: bytes of setData for a
 * keystroke, for opening a page, and for a list of 200 rows.
 */

const ROWS = 200;
const KEYSTROKES = ['青', '青禾', '青禾村'];

/** Bytes, with those of calls that were still under way when the work was done. */
async function bytesOf(count: () => Promise<SetDataCount>, work: () => Promise<unknown>): Promise<number> {
  const before = await count();
  await work();
  return (await count()).bytes - before.bytes;
}

async function showAll(phone: Phone): Promise<void> {
  const pages = Math.ceil(ROWS / 50);
  for (let page = 1; page < pages; page += 1) {
    await phone.tap('再看后面');
    await phone.until(async () => (await (await phone.page()).$$('.sw-table__r')).length > (page + 1) * 50);
  }
}

/** Measures in our host. Goals in bytes of JSON; WeChat itself refuses 1 MiB in one call. */
export function setDataFigures(): Promise<Figure[]> {
  return withStubServer({ 'notices.get': { notice: noticeOf(ROWS) } }, (api) =>
    withPhone({ api }, async ({ phone, host }) => {
      if (!host) throw new Error('setData is counted by our host alone');
      const count = () => host.setDataCount();
      await phone.sees('我要申报');
      const navigation = await bytesOf(count, async () => {
        await phone.open('packages/apply/pages/head');
        await phone.sees('户主叫什么名字');
      });
      const field = await phone.field('姓名');
      const typing = await bytesOf(count, async () => {
        for (const text of KEYSTROKES) await field.input(text);
        await phone.sees('户主叫什么名字');
      });
      const firstRows = await bytesOf(count, async () => {
        await phone.open('packages/notices/pages/notice?notice=notice-1');
        await phone.sees('再看后面');
      });
      const otherRows = await bytesOf(count, () => showAll(phone));
      const figure = (name: string, value: number, goal: number): Figure => ({
        name: `weapp setData ${name}`,
        value: Math.round(value),
        unit: 'bytes',
        floor: null,
        goal,
      });
      return [
        figure('a keystroke', typing / KEYSTROKES.length, 200),
        figure('opening a page of the report', navigation, 10_000),
        figure(`a list of ${ROWS} rows, what is seen first`, firstRows, 50_000),
        figure(`a list of ${ROWS} rows, all of it`, firstRows + otherRows, 200_000),
      ];
    }),
  );
}
