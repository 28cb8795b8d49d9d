import { goOnToCheck, head, reportPage, signIn, takePhotos, tellTrouble } from './journeys/report';
import type { Fault } from './support/line';
import { phoneForTests } from './support/phone-for-tests';

/**
 * The line fails at each request of the last part of the report in turn: the photo's three and the report's own. Either
 * the request never arrives, or it is done and the answer is lost. Whatever happens, there is one case with its photo.
 */

const there = phoneForTests({ village: true });
const REPORTER = 'he-ming';
const PAPER = '诊断证明或出院记录';
const DRAFT = 'report-draft';

/** Requests of the last part on a good line, by name; found out below, so that a new one is not forgotten. */
let requests: string[] = [];
let draft = '';

/** What code that is evaluated inside the app sees. */
declare const wx: {
  getStorageSync(key: string): string;
  setStorageSync(key: string, value: string): void;
};

/** As if the family with this number had answered everything up to the photos. */
async function answerUpToPhotos(number: number): Promise<void> {
  const { phone } = there();
  const [first, own] = [head(1).idNo, head(number).idNo];
  // Written just now: with the first family's time the server's answer would say that it was handed in already.
  const answers = { ...JSON.parse(draft.replaceAll(first, own)), changedAt: Date.now() };
  await phone.app.evaluate(
    (key: string, text: string) => wx.setStorageSync(key, text),
    DRAFT,
    JSON.stringify(answers),
  );
  await phone.restart();
  await phone.sees('接着填');
  await phone.open(reportPage('photos'));
}

/** Takes the photo, hands in, and tries again as long as the page asks for it. */
async function handInAnyhow(): Promise<void> {
  const { phone, village } = there();
  await takePhotos(phone, [PAPER]);
  await goOnToCheck(phone);
  await phone.tap('交给村里');
  await phone.until(async () => (await phone.route()) !== reportPage('check'));
  if ((await phone.route()) === reportPage('saved')) {
    village.line.mend();
    await phone.tap('现在再试一次');
  }
  await phone.on(reportPage('receipt'));
}

const photosByCase = async () =>
  (await there().village.office.must(REPORTER, 'applications.mine', {})).cases.map(
    ({ report }) => report.photoCount,
  );

/** The case's number changes from one report to the next. */
const named = (request: string) => request.replace(/\/[\w-]{20,}/g, '/…');

beforeAll(async () => {
  const { phone, village } = there();
  await signIn(phone, village, REPORTER);
  await tellTrouble(phone, head(1));
  draft = (await phone.app.evaluate((key: string) => wx.getStorageSync(key), DRAFT)) as string;
  village.line.mend();
  await handInAnyhow();
  const all = village.line.requests.map(named);
  requests = all.slice(0, all.indexOf('POST /api/applications') + 1);
});

test('the last part of the report asks what it must', () => {
  expect(requests).toEqual(
    expect.arrayContaining([
      'POST /api/attachments',
      'POST /storage/attachments',
      'POST /api/attachments/…/finish',
      'POST /api/applications',
    ]),
  );
});

test.each<Fault>(['cut', 'answer lost'])(
  '%s at each request in turn: one case, with its photo',
  async (fault) => {
    const { village } = there();
    const before = (await photosByCase()).length;
    const families = requests.map((_, index) => index + 2 + before);
    for (const [index, family] of families.entries()) {
      village.line.mend();
      await answerUpToPhotos(family);
      const hit: string[] = [];
      village.line.befall((number, request) => {
        if (number !== index) return undefined;
        hit.push(request);
        return fault;
      });
      await handInAnyhow();
      village.line.mend();
      expect({ request: requests[index], hit: hit.length, photos: await photosByCase() }).toEqual({
        request: requests[index],
        hit: 1,
        photos: Array.from({ length: before + index + 1 }, () => 1),
      });
    }
  },
);
