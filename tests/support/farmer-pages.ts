/** Every page that a villager can open, with something on it: for tests that look at all of them, in both builds. */
import { composeIdNumber } from '@shared/people';
import { type Journey, REPORT, walk } from './f01';
import type { WireOffice } from './wire-office';

export const VILLAGE = '150521100200';
/** Whoever looks: she has a report, a draft and messages. */
export const VILLAGER = 'tian-xiaoyu';

/** A family on the list, one that has papers to hand in, one that has to sign, one whose notice hangs. */
export interface FarmerStories {
  included: Journey;
  asked: Journey;
  unsigned: Journey;
  posted: Journey;
  /** Not included; asked for papers that never came; somebody objected; looked at again. */
  refused: Journey;
  lapsed: Journey;
  objected: Journey;
  again: Journey;
  /** Somebody says that a statement was false. */
  accused: Journey;
  /** Signing links that another family sent her: one just opened, one on which she has shown who she is. */
  links: { opened: string; shown: string };
}

const idNo = (sequence: number) => composeIdNumber({ area: '990101', birthDate: '1970-01-01', sequence });

async function onCase(
  office: WireOffice,
  { caseId }: Journey,
  operation:
    | 'reviews.recordMeasure'
    | 'reviews.requestSupplement'
    | 'reviews.recordReminder'
    | 'reviews.triage'
    | 'reviews.reportFalseStatement'
    | 'reviews.confirmRejection',
  input: object,
  person = 'li-chunmei',
): Promise<void> {
  const found = await office.must(person, 'reviews.case', { caseId });
  await office.must(person, operation, { caseId, version: found.case.version, ...input } as never);
}

/** A family whose figures are above the line: proposed by the village, confirmed by the township. */
async function refuse(office: WireOffice, family: { headName: string; idNo: string }): Promise<Journey> {
  const journey = await walk(office, 'compared', family);
  office.at('2026-03-06 09:00');
  const proposal = { proposal: 'NOT_INCLUDE', reasonCode: 'R01', opinion: '收入在线上' };
  await onCase(office, journey, 'reviews.triage', proposal, 'wang-jianjun');
  await onCase(office, journey, 'reviews.confirmRejection', { opinion: '同意' }, 'chen-li');
  return journey;
}

/** A link by which the head of another family is to sign. */
async function signingLink(office: WireOffice, headId: string): Promise<string> {
  const { case: opened } = await office.must('zhou-zhengping', 'applications.submit', {
    ...REPORT,
    headName: '贺老实',
    idNo: headId,
    reporter: { relation: 'CHILD', name: '周正平', reason: '眼睛看不清' },
  });
  await office.must('li-chunmei', 'reviews.accept', {
    caseId: opened.id,
    version: opened.version,
    verifiers: [
      { personId: 'demo-li-chunmei', name: '李春梅' },
      { personId: 'demo-wang-jianjun', name: '王建军' },
    ],
  });
  return (await office.must('zhou-zhengping', 'consents.send', { caseId: opened.id, memberKey: 'head' }))
    .token;
}

/** Plays the four families up to 8 March 2026, 9:00. */
export async function tellFarmerStories(office: WireOffice): Promise<FarmerStories> {
  const included = await walk(office, 'announced', { headName: '柳春生', idNo: idNo(1) });
  await onCase(office, included, 'reviews.recordMeasure', {
    measureCode: 'HEA',
    name: '医疗救助',
    department: '医保局',
    on: '2026-03-16',
    amountFen: 580_000,
  });
  // As long as names get, with the dot that many have.
  const asked = await walk(office, 'accepted', { headName: '阿卜杜热合曼·吐尔逊买买提', idNo: idNo(2) });
  await onCase(office, asked, 'reviews.requestSupplement', {
    items: [
      { key: 'bill', kind: 'READABLE_PAPER', what: '住院费用结算单', why: '右下角看不清。' },
      { key: 'fact', kind: 'FACT', what: '儿子在哪里干活', why: '要算他一年挣多少。' },
    ],
  });
  const lapsed = await walk(office, 'accepted', { headName: '石满仓', idNo: idNo(10) });
  await onCase(office, lapsed, 'reviews.requestSupplement', {
    items: [{ key: 'bill', kind: 'READABLE_PAPER', what: '住院费用结算单', why: '右下角看不清。' }],
  });
  await onCase(office, lapsed, 'reviews.recordReminder', { how: 'VISIT' });
  const accused = await walk(office, 'verified', { headName: '佟阿贵', idNo: idNo(11) });
  await onCase(office, accused, 'reviews.reportFalseStatement', { facts: '有人说他开着小卖部' });
  const unsigned = await walk(office, 'accepted', { headName: '白大山', idNo: idNo(3) });
  const posted = await walk(office, 'posted', { headName: '田有福', idNo: idNo(4) });
  office.at('2026-03-08 09:00');
  await office.settled();
  const objected = await walk(office, 'posted', { headName: '陶四海', idNo: idNo(9) });
  const refused = await refuse(office, { headName: '施永安', idNo: idNo(7) });
  const again = await refuse(office, { headName: '白玉山', idNo: idNo(8) });
  office.at('2026-03-08 09:00');
  await office.settled();
  await office.must('-', 'objections.file', { noticeId: objected.noticeId, row: 0, statement: '他家有车' });
  await office.must(VILLAGER, 'applications.requestReview', { caseId: again.caseId, reason: '车是弟弟的' });
  await office.tick();
  const links = {
    opened: await signingLink(office, idNo(5)),
    shown: await signingLink(office, idNo(6)),
  };
  await office.must(VILLAGER, 'consents.prove', { token: links.shown, answer: idNo(6).slice(-4) });
  return { included, asked, unsigned, posted, refused, lapsed, objected, again, accused, links };
}

/** Where the phone keeps a report that is being filled in, and one with every answer. */
export const DRAFT_SLOT = 'report-draft';
export const DRAFT = {
  formVersion: 1,
  step: 'village',
  // Later than what the stories left on the server, or the phone would drop it for that.
  changedAt: Date.now() + 4 * 60_000,
  answers: {
    who: 'FAMILY',
    relation: 'CHILD',
    reporterName: '田晓雨',
    reason: '写字不方便',
    headName: '田有福',
    noPhone: true,
    phrases: ['BIG_ILLNESS'],
    troubles: ['ILLNESS'],
    photos: [],
  },
};

export interface FarmerPage {
  /** As in routes.ts, with what it needs. */
  route: string;
  /** Is there once everything has been fetched. */
  sentence: string;
}

/** Every page of a villager's, some of them in several states. */
export const farmerPages = ({
  included,
  asked,
  unsigned,
  posted,
  refused,
  lapsed,
  objected,
  again,
  accused,
  links,
}: FarmerStories): FarmerPage[] =>
  (
    [
      [`pages/home/index?v=${VILLAGE}`, '准备列入帮扶名单的家庭'],
      ['pages/family/index', '现在是 田晓雨'],
      ['pages/messages/index', '没看'],
      ['packages/apply/pages/village', '您家在这个村吗？'],
      ['packages/apply/pages/who', '写字不方便'],
      ['packages/apply/pages/head', '户主叫什么名字？'],
      ['packages/apply/pages/phone', '打哪个电话找您？'],
      ['packages/apply/pages/what', '家里发生了什么事？'],
      ['packages/apply/pages/trouble', '最难的是哪一样？'],
      ['packages/apply/pages/photos', '住院费用结算单'],
      ['packages/apply/pages/people', '家里几口人？'],
      ['packages/apply/pages/needs', '最想要哪样帮忙？'],
      ['packages/apply/pages/check', '填好了，还没有交'],
      [`packages/apply/pages/again?case=${refused.caseId}`, '上次签的名不算数'],
      [`packages/apply/pages/receipt?case=${unsigned.caseId}`, '村里收下了，正在办'],
      [`packages/cases/pages/case?case=${asked.caseId}`, '一共 8 步'],
      [`packages/cases/pages/case?case=${included.caseId}`, '列入帮扶名单了'],
      [`packages/cases/pages/case?case=${refused.caseId}`, '看收支是怎么算的'],
      [`packages/cases/pages/case?case=${lapsed.caseId}`, '点一下，就能接着办'],
      [`packages/cases/pages/case?case=${objected.caseId}`, '您家的天数先停'],
      [`packages/cases/pages/case?case=${again.caseId}`, '再查一次'],
      [`packages/cases/pages/sums?case=${refused.caseId}`, '本县的线'],
      [`packages/cases/pages/again?case=${refused.caseId}`, '您觉得哪里不对？'],
      [`packages/cases/pages/case?case=${accused.caseId}`, '有件事要听您怎么说'],
      [`packages/cases/pages/own-words?case=${accused.caseId}`, '实际是怎么回事？'],
      [`packages/cases/pages/sent?case=${asked.caseId}`, '最难的'],
      [`packages/cases/pages/supplement?case=${asked.caseId}`, '住院费用结算单'],
      [`packages/cases/pages/sign?case=${unsigned.caseId}`, '用手指写名字'],
      [`packages/cases/pages/sign?case=${posted.caseId}`, '全家大人都签好了。'],
      [`packages/cases/pages/signed?case=${posted.caseId}&member=son`, '签的是这些话'],
      [`packages/cases/pages/send?case=${unsigned.caseId}&member=head`, '哪天前签'],
      [`packages/cases/pages/link?t=${links.opened}`, '您的身份证最后 4 位是？'],
      [`packages/cases/pages/link?t=${links.shown}`, '用手指写名字'],
      ['packages/cases/pages/take-over', '别人替您家报的，接过来'],
      [`packages/cases/pages/give-code?case=${unsigned.caseId}`, '让户主自己接过去办'],
      ['packages/cases/pages/consents', '您没有在链接里签过'],
      [`packages/cases/pages/rate?case=${included.caseId}`, '点一颗星，就能交'],
      [`packages/card/pages/card?case=${included.caseId}`, '5,800 元'],
      [`packages/card/pages/sign?case=${included.caseId}&card=none`, '这一版不用签了'],
      [`packages/card/pages/pick?case=${included.caseId}`, '5,800 元'],
      [`packages/card/pages/said?case=${included.caseId}`, '还没有说过'],
      [`packages/policies/pages/sheet?v=${VILLAGE}`, '要准备什么'],
      [`packages/policies/pages/list?v=${VILLAGE}`, '雨露计划'],
      [`packages/family/pages/facts?case=${included.caseId}`, '平均每人一年净收入'],
      [`packages/family/pages/afterwards?case=${included.caseId}`, '在帮扶名单上'],
      [`packages/family/pages/help?case=${included.caseId}`, '还没有定谁联系您家'],
      [`packages/money/pages/money?case=${included.caseId}`, '可能还能享受'],
      [`packages/money/pages/dispute?case=${included.caseId}&line=none&year=2026`, '没有找到这一项'],
      [`packages/money/pages/policy?case=${included.caseId}&code=none`, '现在没有这一项'],
      [`packages/money/pages/not?case=${included.caseId}`, '为什么不能'],
      [`packages/family/pages/wrong?case=${included.caseId}&fact=MEMBERS&member=son`, '再来家里看一次'],
      [`packages/family/pages/changes?case=${included.caseId}`, '记着的家里人'],
      [`packages/family/pages/looks?case=${included.caseId}`, '看了申报和材料'],
      [`packages/family/pages/certificates?case=${included.caseId}`, '证明您家在帮扶名单上'],
      ['packages/family/pages/check', '没有扫到码'],
      [`packages/notices/pages/notice?notice=${posted.noticeId}`, '田*福'],
      [`packages/notices/pages/object?notice=${posted.noticeId}`, '说的是哪一家？'],
      [`packages/notices/pages/answer?v=${VILLAGE}`, '看答复'],
      [`packages/notices/pages/past?v=${VILLAGE}`, '以前的公示'],
      ['packages/notices/pages/check', '墙上的公示有没有被改过'],
      [`packages/notices/pages/row?notice=${posted.noticeId}&row=0`, '名单上您家这一行，要怎么办？'],
      ['packages/account/pages/signin', '现在是 田晓雨'],
      ['packages/account/pages/find-village', '科尔沁左翼中旗'],
      ['packages/account/pages/settings', '字要多大？'],
      ['packages/account/pages/privacy', '知道了'],
    ] as const
  ).map(([route, sentence]) => ({ route, sentence }));

/** Later: a case whose date has passed, the same notice once its days are over. */
export const endedPages = ({ posted, unsigned }: FarmerStories): FarmerPage[] => [
  {
    route: `packages/cases/pages/case?case=${unsigned.caseId}`,
    sentence: '村里和镇里都会收到，一天能催一次',
  },
  {
    route: `packages/notices/pages/notice?notice=${posted.noticeId}`,
    sentence: '这份公示已经结束，名单撤下了',
  },
  { route: `packages/notices/pages/past?v=${VILLAGE}`, sentence: '1 户 4 人 · 3月7日到3月11日' },
];

/** Packages of staff, and pages that no villager stays on. */
const NOT_FOR_VILLAGERS =
  /^packages\/((review|publicity|compare|meeting|settings|desk|clues|followups|glance|help|ledgers|register|tickets|supervision|gallery)\/|account\/pages\/(confirm-desk|sessions)$)/;
const PASSED_THROUGH = ['packages/apply/pages/saved'];

/** Villagers' pages of an app that `farmerPages` forgets; `routes` are all pages of its app.json. */
export function forgottenPages(routes: readonly string[], pages: readonly FarmerPage[]): string[] {
  const looked = new Set(pages.map(({ route }) => route.split('?')[0]));
  return routes.filter(
    (route) => !NOT_FOR_VILLAGERS.test(route) && !PASSED_THROUGH.includes(route) && !looked.has(route),
  );
}
