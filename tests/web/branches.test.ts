/**
 * Off the straight path, in a real browser: a villager objects without a name and reads the answer by number; a family
 * that was not included sees its sums and asks to be looked at again; one whose papers did not come goes on in one tap.
 * Wants a build: `node miniapp/build.cjs h5`.
 */
import { type FarmerStories, tellFarmerStories, VILLAGE, VILLAGER } from '@tests/support/farmer-pages';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import type { WireOffice } from '@tests/support/wire-office';

jest.setTimeout(120_000);

let place: OfficeInBrowser;
let office: WireOffice;
let stories: FarmerStories;

beforeAll(async () => {
  place = await openOfficeInBrowser('branches');
  ({ office } = place);
  stories = await tellFarmerStories(office);
});

afterAll(() => place?.close());

test('an objection: one thing at a time, no name by default, a number, and the public words by that number', async () => {
  const { caseId, noticeId } = stories.posted;
  const one = await place.window(VILLAGER);
  await one.open(`packages/notices/pages/notice?notice=${noticeId}`);
  await one.tap('button', '我有意见');
  await one.sees('先点是哪一家');
  await one.tap('button', '名单上没有的');
  await one.sees('替那一家申报');
  await one.tap('button', '田*福');
  await one.tap('radio', '不该列进来');
  await one.write('说说情况', '他家去年买了一台车');
  // What was written is still there after the page was lost.
  await one.page.reload();
  await one.tap('button', '下一步');
  await one.page.getByRole('radio', { name: /不留名字/, checked: true }).waitFor();
  await one.tap('radio', /留名字和电话/);
  await one.sees('名字还没有写好');
  await one.tap('radio', /不留名字/);
  await one.tap('button', '交意见');
  await one.sees('意见交上去了');
  const code = /\d{4} \d{4}/.exec((await one.page.locator('.sw-number').textContent()) ?? '')?.[0] ?? '';
  const { case: held } = await office.must('zhou-zhengping', 'reviews.case', { caseId });
  expect(held).toMatchObject({
    state: 'OBJECTION',
    objections: [{ statement: '他家去年买了一台车', about: 'NOT_DESERVING', anonymous: true }],
  });

  const objectionId = held.objections[0]?.id ?? '';
  const { case: looked } = await office.must('zhou-zhengping', 'reviews.recordInvestigation', {
    caseId,
    version: held.version,
    objectionId,
    record: '车是他弟弟的，问过车管所',
  });
  await office.must('zhou-zhengping', 'reviews.answerObjection', {
    caseId,
    version: looked.version,
    objectionId,
    answer: '查过了，不是他家的车',
    verdict: 'NOT_UPHELD',
    factsChanged: false,
  });
  await one.tap('link', /看答复/);
  await one.write('查询号', '0000 0000');
  await one.tap('button', '看答复');
  await one.sees('没有这个查询号');
  await one.write('查询号', code);
  await one.tap('button', '看答复');
  await one.sees('查过了，不是他家的车');
  expect(await one.page.getByText('车管所').count()).toBe(0);
  expect(one.complaints).toEqual([]);
  await one.close();

  // Whoever merely follows the link sees no names, and how to say it all the same.
  const stranger = await place.window();
  await stranger.open(`packages/notices/pages/object?notice=${stories.objected.noticeId}`);
  await stranger.sees('先看到名单，才能说是哪一家');
  await stranger.open(`packages/notices/pages/answer?v=${VILLAGE}`);
  await stranger.write('查询号', code);
  await stranger.tap('button', '看答复');
  await stranger.sees('查过了，不是他家的车');
  await stranger.close();
});

test('not included: the sums, then other people look again; lapsed: one tap and the papers', async () => {
  const one = await place.window(VILLAGER);
  await one.open(`packages/cases/pages/case?case=${stories.refused.caseId}`);
  await one.tap('link', /看收支是怎么算的/);
  await one.sees('减去必须花的钱');
  await one.open(`packages/cases/pages/case?case=${stories.refused.caseId}`);
  await one.tap('button', '请镇里再查一次');
  await one.sees('说一句或者写一句，就能交');
  await one.write('也可以写几句', '那辆车早就过户了');
  await one.tap('button', '交给镇里');
  await one.sees('镇里派别的人再看');
  const { case: asked } = await office.must('chen-li', 'reviews.case', { caseId: stories.refused.caseId });
  expect(asked).toMatchObject({ state: 'REVIEW', review: { reason: '那辆车早就过户了' } });

  await one.open(`packages/cases/pages/case?case=${stories.lapsed.caseId}`);
  await one.tap('button', '接着办');
  await one.sees('补上这 1 样，就接着办');
  const { case: again } = await office.must(VILLAGER, 'applications.get', { caseId: stories.lapsed.caseId });
  expect(again.state).toBe('SUPPLEMENT');
  expect(one.complaints).toEqual([]);
  await one.close();
});
