import { REPORT, walk } from '@tests/support/f01';
import { handIn, reportPage, signIn } from './journeys/report';
import { phoneForTests } from './support/phone-for-tests';

/** A family that was not included reports anew: what it told then is filled in, and each page is looked at. */

const there = phoneForTests({ village: true });
const FAMILY = 'tian-xiaoyu';
const CASE = 'packages/cases/pages/case';
const MARK = '上次填的，看看对不对';

let caseId = '';

beforeAll(async () => {
  const { phone, village } = there();
  const { office } = village;
  ({ caseId } = await walk(office, 'compared'));
  office.at('2026-03-06 09:00');
  const act = async (person: string, operation: 'triage' | 'confirmRejection', input: object) => {
    const { version } = (await office.must(person, 'reviews.case', { caseId })).case;
    await office.must(person, `reviews.${operation}`, { caseId, version, ...input } as never);
  };
  await act('wang-jianjun', 'triage', { proposal: 'NOT_INCLUDE', reasonCode: 'R01', opinion: '在线上' });
  await act('chen-li', 'confirmRejection', { opinion: '同意' });
  await office.settled();
  await signIn(phone, village, FAMILY);
});

test('from the end of the case, page by page; what is changed loses its mark, what was signed is not carried over', async () => {
  const { phone, village } = there();
  await phone.sees('照上次填的，再报一次');
  await phone.picture('again-home');
  await phone.open(`${CASE}?case=${caseId}`);
  await phone.tap('照上次填的，再报一次');
  await phone.on(reportPage('again'));
  await phone.sees('上次签的名不算数');
  await phone.sees(REPORT.difficulty.text ?? '');
  await phone.picture('again');
  await phone.tap('好，一样一样看');
  await phone.on(reportPage('village'));
  await phone.sees(MARK);
  await phone.picture('again-village');
  await phone.tap('对，下一步');
  for (const page of ['who', 'head', 'phone']) {
    await phone.on(reportPage(page));
    await phone.sees(MARK);
    await phone.tap('下一步');
  }
  await phone.on(reportPage('what'));
  await phone.sees('这次不一样的，说一说、改一改');
  await phone.picture('again-what');
  await phone.write('还想写几句', '上个月又住院了');
  await phone.until(async () => !(await phone.words()).includes(MARK));
  await phone.tap('下一步');
  await phone.on(reportPage('trouble'));
  await phone.tap('下一步');
  await phone.on(reportPage('photos'));
  await phone.tap('以后再拍');
  await phone.on(reportPage('people'));
  await phone.sees(MARK);
  // The app is killed in between: what was looked at stays looked at.
  await phone.restart();
  await phone.tap('我要申报');
  await phone.on(reportPage('people'));
  await phone.tap('好了');
  await phone.on(reportPage('check'));
  await phone.sees('上次签的名不算数，这次要重新签');
  await phone.picture('again-check');
  await handIn(phone);

  const { cases } = await village.office.must(FAMILY, 'applications.mine', {});
  const [made, old] = cases;
  expect(made).toMatchObject({ begunFrom: old?.caseNo, report: { text: '上个月又住院了' } });
  expect(made?.adults.every(({ signed }) => signed === null)).toBe(true);
  const staff = await village.office.must('li-chunmei', 'reviews.case', { caseId: made?.id ?? '' });
  expect(staff.case.previous?.kept).toEqual(['PLACE', 'REPORTER', 'HEAD', 'PHONE', 'TROUBLES', 'PEOPLE']);

  // One is being worked on: the front page offers no other.
  await phone.open('pages/home/index', 'reLaunch');
  await phone.sees('我家的申报');
  // What it knew from before is shown until the answer comes.
  await phone.until(async () => !(await phone.words()).includes('照上次填的'));

  await signIn(phone, village, 'li-chunmei');
  await phone.open(`packages/review/pages/case?caseId=${made?.id}`);
  await phone.sees('以前办过');
  await phone.sees('困难情况');
  await phone.picture('again-staff');
  // What was told then is one tap away.
  await phone.tap('打开以前那一件');
  await phone.sees('父亲中风住院');
});
