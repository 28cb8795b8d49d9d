/**
 * Staff's forms for what lies beside the straight path, in a real browser against the whole local stack: each one
 * opened on a case that is ready for it, looked at by axe at 375 px in light and care; and the ways that an objection, a
 * return and a review take. Wants a build: `node miniapp/build.cjs h5`.
 */
import { SECOND_VILLAGE } from '@functions/runtime/demo';
import type { StaffCaseView } from '@shared/casework';
import type { OperationName } from '@shared/contract';
import { composeIdNumber } from '@shared/people';
import { faults } from '@tests/support/axe';
import { type Step, walk } from '@tests/support/f01';
import { DESK, type InBrowser } from '@tests/support/in-browser';
import { type OfficeInBrowser, openOfficeInBrowser } from '@tests/support/office-in-browser';
import { keepPicture, PICTURES } from '@tests/support/pictures';
import type { WireOffice } from '@tests/support/wire-office';

jest.setTimeout(180_000);

let place: OfficeInBrowser;
let office: WireOffice;

const families = {
  reported: ['田有福', 'submitted'],
  twice: ['田有福', 'submitted'],
  verifying: ['马国兴', 'authorized'],
  helped: ['白德胜', 'accepted'],
  papers: ['罗庆云', 'authorized'],
  secondList: ['贺老实', 'compared'],
  atTown: ['杨桂兰', 'closed'],
  atCounty: ['施永平', 'reviewed'],
  proposed: ['白春生', 'compared'],
  refused: ['马国福', 'compared'],
  inReview: ['马国梁', 'compared'],
  accused: ['罗庆山', 'authorized'],
  // Last: whoever is walked after them would carry the clock past their days on the board.
  onBoard: ['柳春生', 'posted'],
  objected: ['施永安', 'posted'],
} as const satisfies Record<string, [string, Step]>;
type Family = keyof typeof families;
const caseIds = {} as Record<Family, string>;

async function act<N extends OperationName>(person: string, operation: N, family: Family, input: object) {
  const { case: c } = await office.must(person, 'reviews.case', { caseId: caseIds[family] });
  const said = { caseId: caseIds[family], version: c.version, ...input };
  return (await office.must(person, operation, said as never)) as { case: StaffCaseView };
}

const idOf = (sequence: number) => composeIdNumber({ area: '990101', birthDate: '1970-01-01', sequence });

beforeAll(async () => {
  place = await openOfficeInBrowser('branches');
  ({ office } = place);
  for (const [index, [family, [headName, step]]] of Object.entries(families).entries()) {
    if (family === 'twice') continue;
    const journey = await walk(office, step, { headName, idNo: idOf(index + 1) });
    caseIds[family as Family] = journey.caseId;
  }
  office.at('2026-03-10 10:00');
  // A neighbour reports the same family once more: by somebody else, so that it is not refused at the door.
  const { case: twice } = await office.must('he-ming', 'applications.submit', {
    village: (await office.must('li-chunmei', 'reviews.case', { caseId: caseIds.reported })).case.village,
    group: '2组',
    headName: '田有福',
    idNo: idOf(1),
    phone: '19900005678',
    reporter: { relation: 'NEIGHBOUR', name: '贺明', reason: '老人不会用手机' },
    difficulty: { phrases: ['BIG_ILLNESS'], text: '听说住院花了很多钱' },
    riskTypes: ['ILLNESS'],
    memberCount: 4,
  });
  caseIds.twice = twice.id;
  await act('li-chunmei', 'reviews.openGreenChannel', 'helped', { reason: '家里着火：三间房全烧了' });
  await act('li-chunmei', 'reviews.recordMeasure', 'helped', {
    measureCode: 'LIV',
    name: '临时住处',
    department: '镇民政办',
    on: '2026-03-03',
    amountFen: 200_000,
    emergency: true,
  });
  const bill = {
    key: 's1',
    kind: 'MISSING_PAPER',
    what: '住院结算单',
    why: '算帮扶时要用到。',
    paper: 'BILL',
  };
  await act('li-chunmei', 'reviews.requestSupplement', 'papers', { items: [bill] });
  await act('li-chunmei', 'reviews.requestSupplement', 'secondList', { items: [bill] });
  await act('li-chunmei', 'reviews.provideSupplement', 'secondList', {
    answers: [{ key: 's1', text: '单子在医院' }],
  });
  await act('li-chunmei', 'reviews.requestSupplement', 'secondList', {
    items: [{ ...bill, key: 's2', what: '诊断证明', paper: 'DIAGNOSIS' }],
    supervisorReason: '结算单上看不出是什么病',
  });
  for (const family of ['proposed', 'refused', 'inReview'] as const)
    await act('wang-jianjun', 'reviews.triage', family, {
      proposal: 'NOT_INCLUDE',
      reasonCode: 'R01',
      opinion: '收入在线上，没有大的花销',
    });
  for (const family of ['refused', 'inReview'] as const)
    await act('chen-li', 'reviews.confirmRejection', family, { opinion: '同意村里的意见' });
  await act('he-min', 'reviews.requestReview', 'inReview', { reason: '我家还欠着债，没有算进去' });
  await act('li-chunmei', 'reviews.reportFalseStatement', 'accused', { facts: '报四口人，查到分了户' });
  await act('zhao-dayong', 'reviews.fileObjection', 'objected', {
    statement: '他家在县城有门面房',
    objector: { name: '贺明', phone: '19900001234' },
    aboutCadre: false,
    channel: 'BOX',
  });
  await office.settled();
});

afterAll(() => place?.close());

const pageOf = (family: Family) => `packages/review/pages/case?caseId=${caseIds[family]}`;
const actOf = (family: Family, action: string) =>
  `packages/review/pages/action?caseId=${caseIds[family]}&action=${action}`;
const caseOf = async (family: Family, person = 'chen-li') =>
  (await office.must(person, 'reviews.case', { caseId: caseIds[family] })).case;

/** Person, family, action: who does it on whom. A dash opens the page of the case itself. */
const PAGES: [person: string, family: Family, action: string, sentence: string][] = [
  ['li-chunmei', 'reported', 'notAccept', '为什么不收下？'],
  ['li-chunmei', 'twice', 'merge', '是同一家，并到一起办？'],
  ['li-chunmei', 'twice', 'releaseDuplicate', '不是同一家，分开办？'],
  ['li-chunmei', 'twice', '-', '同一家的申报'],
  ['li-chunmei', 'verifying', 'requestAssist', '请哪个村帮着看一看？'],
  ['li-chunmei', 'verifying', 'requestSupplement', '缺哪一样？'],
  ['li-chunmei', 'verifying', 'openGreenChannel', '先帮，后补手续？'],
  ['li-chunmei', 'verifying', 'declareKinship', '谁和这家是亲戚？'],
  ['li-chunmei', 'verifying', 'reportFalseStatement', '哪里说得不实？'],
  ['li-chunmei', 'helped', 'recordHelpPapers', '补哪一项的手续？'],
  ['li-chunmei', 'helped', 'recordMeasure', '办好了哪一项帮扶？'],
  ['li-chunmei', 'helped', '-', '绿色通道'],
  ['li-chunmei', 'papers', 'extendSupplement', '多给农户几天？'],
  ['li-chunmei', 'papers', 'recordReminder', '怎么提醒这一家的？'],
  ['li-chunmei', 'onBoard', 'fileObjection', '村民提了什么意见？'],
  ['li-chunmei', 'accused', 'hearHousehold', '农户怎么说的？'],
  ['li-chunmei', 'accused', '-', '有人说申报不实'],
  ['li-chunmei', 'refused', 'deliverRefusal', '告知书怎么送到的？'],
  ['he-min', 'reported', 'transfer', '转到哪个村？'],
  ['he-min', 'verifying', 'declareKinship', '谁和这家是亲戚？'],
  ['he-min', 'refused', 'requestReview', '农户不同意，请再看一次？'],
  ['he-min', 'inReview', 'assignReviewers', '请哪两位去复核？'],
  ['he-min', 'objected', 'recordInvestigation', '怎么查的，查到什么？'],
  ['chen-li', 'objected', 'answerObjection', '怎么答复提意见的人？'],
  ['chen-li', 'objected', '-', '村民的意见'],
  ['chen-li', 'secondList', 'decideSecondReturn', '再退回一次，行不行？'],
  ['chen-li', 'proposed', 'confirmRejection', '同意村里的建议，不纳入？'],
  ['chen-li', 'proposed', 'overturnRejection', '不同意，送村里评议？'],
  ['chen-li', 'atTown', 'townReturn', '退回村里，重办哪一步？'],
  ['chen-li', 'atTown', 'townReject', '镇里不同意纳入，为什么？'],
  ['chen-li', 'atTown', 'recordSiteCheck', '实地看到了什么？'],
  ['chen-li', 'inReview', '-', '复核'],
  ['gao-zhiyuan', 'atCounty', 'countyReturn', '退回村里，重办哪一步？'],
  ['gao-zhiyuan', 'atCounty', 'countyDecide', '请您审定'],
  ['wang-jianjun', 'secondList', '-', '想再退回一次'],
];

const WHO = [...new Set(PAGES.map(([name]) => name))];

test.each(WHO)(
  'every form of %s and what the case shows: nothing for axe, nothing too wide',
  async (person) => {
    const found: string[] = [];
    await place.as(person, async (window) => {
      for (const [name, family, action, sentence] of PAGES) {
        if (name !== person) continue;
        await window.open(action === '-' ? pageOf(family) : actOf(family, action));
        await window.sees(sentence);
        // A list that is being fetched is not the page yet.
        await window.page.waitForLoadState('networkidle');
        const picture = `${action === '-' ? `case-${family}` : action}-${person}`;
        await pictured(window, picture);
        const here = await faults(window.page, [375], ['light', 'care']);
        found.push(...here.map((fault) => `${family} ${action}: ${fault}`));
        await pictured(window, `${picture}-care`);
      }
    });
    expect(found).toEqual([]);
  },
);

/** The whole form at once, for a person to look at. */
async function pictured({ page }: InBrowser, name: string): Promise<void> {
  if (!PICTURES) return;
  await page.setViewportSize({ width: 375, height: 1800 });
  await keepPicture(page, 'staff-branches', name, false);
}

test('at the desk the same forms and branches stay on the screen at 1280', async () => {
  const found: string[] = [];
  await place.as(
    'chen-li',
    async ({ page, sees, open, tap }) => {
      await open('packages/desk/pages/desk');
      await tap('link', /杨桂兰/);
      await sees('退回村里重办');
      found.push(...(await faults(page, [1280], ['light'])).map((fault) => `case: ${fault}`));
      await keepPicture(page, 'staff-branches', 'desk-case', false);
      await tap('button', '退回村里重办');
      await sees('退回村里，重办哪一步？');
      found.push(...(await faults(page, [1280], ['light'])).map((fault) => `form: ${fault}`));
      await keepPicture(page, 'staff-branches', 'desk-form', false);
    },
    DESK,
  );
  expect(found).toEqual([]);
});

test('an objection is taken, looked into and answered; who made it stays with those who handle it', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open(pageOf('onBoard'));
    await cadre.tap('link', '登记意见');
    await cadre.tap('button', '登记意见');
    await cadre.sees('还有 4 处要改，改好再交');
    await cadre.sees('意见是怎么来的？选一个。');
    await cadre.tap('radio', '打电话说的');
    await cadre.write('说了什么', '他家儿子在县城买了房');
    await cadre.tap('radio', /^没有$/);
    await cadre.tap('radio', /留了名字/);
    await cadre.write('提意见的人叫什么', '贺明');
    await cadre.tap('button', '登记意见');
    await cadre.sees('1 条等答复');
  });
  const { objections } = await caseOf('onBoard');
  expect(objections).toMatchObject([{ channel: 'PHONE', anonymous: false }]);
  // The county reads that there is one, and not from whom.
  expect(JSON.stringify(await caseOf('onBoard', 'wu-haiyan'))).not.toContain('贺明');

  await place.as('chen-li', async (leader) => {
    await leader.open(pageOf('onBoard'));
    await leader.sees('有村民提了意见，请您查清楚，记下来。');
    await leader.tap('button', '记调查情况');
    await leader.write('调查记录', '查了不动产登记，房子是岳父的');
    await leader.tap('button', '存好调查记录');
    await leader.sees('查清了，请您答复提意见的人。');
    await leader.tap('button', '答复意见');
    await leader.tap('radio', '不成立');
    await leader.write('告诉他的话', '查过了，房子不是他家的，谢谢您');
    await leader.write(/自己人看的说明/, '登记编号在卷里');
    await leader.tap('button', '答复');
    await leader.sees('都答复了');
    await leader.sees('登记编号在卷里');
  });
  const after = await caseOf('onBoard');
  expect(after).toMatchObject({
    state: 'PUBLICITY',
    objections: [{ answer: { verdict: 'NOT_UPHELD', factsChanged: false, note: '登记编号在卷里' } }],
  });
});

test('the township returns a case to a step, and the village reads what to mend', async () => {
  await place.as('chen-li', async (leader) => {
    await leader.open(actOf('atTown', 'townReturn'));
    await leader.tap('button', '退回村里');
    await leader.sees('退回到哪一步？选一个。');
    await leader.tap('radio', /入户核实/);
    await leader.write('哪里不对，怎么改', '收支表少了儿子的工钱，再去问一次');
    await leader.tap('checkbox', '我和这家不是亲戚');
    // Nobody was there for a while: the session is over, and what was typed is not.
    const { sessions } = await place.office.must('chen-li', 'accounts.sessions', {});
    for (const { id, here } of sessions)
      if (!here) await place.office.must('chen-li', 'accounts.endSession', { sessionId: id });
    await leader.tap('button', '退回到入户核实');
    await leader.sees('请先登录');
    await leader.tap('button', '去登录');
    await leader.tap('link', /陈立/);
    await leader.tap('button', '接着办');
    await leader.tap('button', '退回到入户核实');
    await leader.sees('退回村里了');
  });
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open(pageOf('atTown'));
    await cadre.sees('回到入户核实');
    await cadre.sees(/收支表少了儿子的工钱/);
  });
  expect((await caseOf('atTown')).state).toBe('VERIFYING');
});

test('a review: two others are sent, look, and the leader answers', async () => {
  await place.as('he-min', async (clerk) => {
    await clerk.open(actOf('inReview', 'assignReviewers'));
    await clerk.sees('周正平');
    // Who verified is not in the list at all.
    expect(await clerk.page.getByRole('checkbox', { name: /李春梅|王建军/ }).count()).toBe(0);
    await clerk.tap('checkbox', /周正平/);
    await clerk.tap('button', '请他们去看');
    await clerk.sees('要选两个人去复核。');
    await clerk.tap('checkbox', /何敏/);
    await clerk.tap('button', '请他们去看');
    await clerk.sees('请您去看一看，写下看到的。');
  });
  for (const person of ['zhou-zhengping', 'he-min'])
    await place.as(person, async (reviewer) => {
      await reviewer.open(actOf('inReview', 'recordReviewFinding'));
      await reviewer.write('看到的', '欠医院的钱是实的，有欠条');
      await reviewer.tap('checkbox', '我和这家不是亲戚');
      await reviewer.tap('button', '交复核情况');
      await reviewer.sees('交上了');
    });
  await place.as('chen-li', async (leader) => {
    await leader.open(pageOf('inReview'));
    await leader.tap('button', '答复复核');
    await leader.sees(/欠医院的钱是实的/);
    await leader.tap('radio', /换人重新核实/);
    await leader.write('为什么', '债没有算进去，要重新核实');
    await leader.tap('checkbox', '我和这家不是亲戚');
    await leader.tap('button', '答复农户');
    await leader.sees('答复了，农户看得到');
  });
  expect(await caseOf('inReview')).toMatchObject({
    state: 'VERIFYING',
    verifiers: [{ name: '何敏' }, { name: '周正平' }],
  });
});

test('two reports side by side become one; another village answers what it was asked', async () => {
  await place.as('li-chunmei', async (cadre) => {
    await cadre.open(pageOf('twice'));
    await cadre.sees('这家另有一件在办，请您看看是不是同一家。');
    await cadre.tap('button', '并到另一件');
    await cadre.sees('另一件');
    await cadre.sees('田晓雨（子女）');
    await cadre.sees('身份证：一样');
    await cadre.tap('radio', /不是，是别人替报的/);
    await cadre.write('怎么知道是同一家', '问过户主');
    await cadre.tap('button', '并到一起办');
    await cadre.sees('并到一起了');
    await cadre.open(actOf('verifying', 'requestAssist'));
    await cadre.write('找村子', '保南');
    await cadre.tap('radio', /保南村/);
    await cadre.write('想问什么', '现在住在谁的房子里？');
    await cadre.tap('button', '请保南村协查');
    await cadre.sees('等答复');
  });
  expect((await caseOf('twice')).state).toBe('MERGED');
  expect((await caseOf('reported')).takenIn).toHaveLength(1);
  await place.as('sun-xiuying', async (neighbour) => {
    await neighbour.open('packages/review/pages/queue');
    await neighbour.tap('link', /外村请我们看一看/);
    await neighbour.tap('link', /保西村问马国兴家/);
    await neighbour.tap('button', '答复');
    await neighbour.sees('写一写看到的、问到的。');
    await neighbour.write('看到的、问到的', '住在女儿家，两年了');
    await neighbour.tap('button', '答复');
    await neighbour.sees('答复了');
  });
  const { assists } = await caseOf('verifying');
  expect(assists).toMatchObject([
    { village: SECOND_VILLAGE, answer: { facts: '住在女儿家，两年了', by: { name: '孙秀英' } } },
  ]);
});
