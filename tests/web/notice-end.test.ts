/**
 * A list that nobody touches goes from the screen when it has ended; the code on its paper says what became of it; the
 * village owes photos of its board. Wants a build: `node miniapp/build.cjs h5`.
 */
import { walk } from '@tests/support/f01';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { readPdf } from '@tests/support/pdf';
import { keepPicture } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';

jest.setTimeout(180_000);

let place: OfficeInBrowser;
let office: WireOffice;
let noticeId: string;

beforeAll(async () => {
  place = await openOfficeInBrowser('notice-end');
  ({ office } = place);
  ({ noticeId } = await walk(office, 'posted'));
  office.at('2026-03-11 09:00');
  await office.settled();
});
afterAll(() => place?.close());

/** Where the code on the printed sheet leads. */
async function printed(): Promise<string> {
  const { file } = await office.must('li-chunmei', 'notices.paper', { noticeId, kind: 'SHEET' });
  const response = await fetch(file.url);
  const { pages } = readPdf(Buffer.from(await response.arrayBuffer()));
  return pages.find(({ code }) => code !== null)?.code ?? '';
}

test('on an open screen the names go within half a minute after the end; then the code on the paper says so', async () => {
  const address = await printed();
  const check = address.slice(address.indexOf('#/') + 2);
  await place.as('he-ming', async (villager) => {
    await villager.page.clock.install();
    await villager.open(check);
    await villager.sees('和公示时一样');
    await keepPicture(villager.page, 'notice-end', 'same');
    await villager.open(`packages/notices/pages/notice?notice=${noticeId}`);
    await villager.sees('田*福');
    office.at('2026-03-12 00:01');
    await office.settled();
    await villager.page.clock.fastForward(31_000);
    await villager.sees('这份公示已经结束，名单撤下了');
    await villager.leaves('田*福');
    await villager.open(check);
    await villager.sees('墙上的纸也该撕下来');
    await keepPicture(villager.page, 'notice-end', 'ended');
  });
  await place.as('zhao-dayong', async (member) => {
    await member.open('packages/review/pages/tasks');
    await member.sees('公示结束，撕下来再拍');
    await keepPicture(member.page, 'notice-end', 'owed');
    await member.tap('button', /^公示结束，撕下来再拍/);
    await member.photograph(/拍照，公示栏/);
    await member.tap('button', '交照片');
    await member.leaves('公示结束，撕下来再拍');
  });
});
