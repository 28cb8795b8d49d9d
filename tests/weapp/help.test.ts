import { FIRST_VILLAGE } from '@functions/runtime/demo';
import { walk } from '@tests/support/f01';
import { loadCamera } from './journeys/photo';
import { signIn } from './journeys/report';
import { poorControls } from './support/controls';
import { phoneForTests } from './support/phone-for-tests';

/** Help on the phone itself: a helper's visit without a network; what offices do around a family on the list. */

const there = phoneForTests({ village: true });

let caseId = '';

beforeAll(async () => {
  const { office } = there().village;
  ({ caseId } = await walk(office, 'announced'));
});

test('a helper visits without a network: the draft outlives the app, and the visit counts once', async () => {
  const { phone, village, host } = there();
  village.office.at('2026-04-05 09:00');
  await village.office.settled();
  await village.office.must('li-chunmei', 'measures.assignHelper', {
    caseId,
    personId: 'demo-liu-zhigang',
    unit: '旗农牧局',
    position: '',
    phone: '13800000001',
    reason: '',
  });
  const visitsOf = async () =>
    (await village.office.must('li-chunmei', 'measures.of', { caseId })).family.visits.filter(
      ({ by }) => by === '刘志刚',
    );
  await signIn(phone, village, 'liu-zhigang');
  await phone.open('packages/help/pages/helping');
  await phone.sees('我联系 1 户');
  await phone.picture('yard-helping');
  await phone.tap('田有福家');
  await phone.on('packages/help/pages/helped');
  await phone.picture('yard-helped');

  await phone.tap('记一次走访');
  await phone.sees('去过就记，没找到人也记。');
  village.line.befall(() => 'cut');
  await host?.setOnline(false);
  await phone.sees('没有网，先存在手机里');
  await phone.tap('平稳');
  await phone.write('看到了什么', '药够吃，儿子打来钱了');
  await loadCamera(phone);
  await phone.tap('拍照，走访的照片');
  await phone.sees('已拍 1 张');

  // The battery dies: every word and the photo are there.
  await phone.restart();
  await phone.open(`packages/help/pages/visit?caseId=${caseId}`, 'reLaunch');
  expect(String(await (await phone.field('看到了什么')).value())).toBe('药够吃，儿子打来钱了');
  await phone.write('有什么难处', '药费还是高');
  await phone.picture('yard-visit');
  await phone.tap('交走访记录');
  await phone.on('packages/help/pages/helped');
  await phone.sees('走访记录存在手机里，还没交');
  await phone.picture('yard-visit-kept');
  expect(await visitsOf()).toEqual([]);

  // The answer is lost on its way: it is handed in again under the same key.
  village.line.befall((_index, request) => (/\/visits?$/.test(request) ? 'answer lost' : undefined));
  await host?.setOnline(false);
  await host?.setOnline(true);
  await phone.until(async () => (await visitsOf()).length === 1);
  await phone.restart();
  village.line.mend();
  await host?.setOnline(true);
  await phone.open('packages/help/pages/helping', 'reLaunch');
  await phone.sees('这个月去过了');
  expect(await visitsOf()).toMatchObject([
    { findings: '药够吃，儿子打来钱了', problem: '药费还是高', result: 'STABLE', photos: 1 },
  ]);
});

test('rounds of checks, problems, facts of a family and a department’s page open, and every control is named', async () => {
  const { phone, village } = there();
  const { office } = village;
  const { roundId } = await office.must('chen-li', 'checks.open', {
    ...{ regions: [FIRST_VILLAGE], name: '春季集中排查', firstDay: '2026-04-05', lastDay: '2026-04-20' },
    target: 'ALL',
  });
  const { problem } = await office.must('chen-li', 'problems.enter', {
    ...{ region: FIRST_VILLAGE, source: 'SUPERVISION', words: '走访记录不全', dueOn: '2026-04-20' },
  });
  const round = `packages/ledgers/pages/check`;
  const pages: Record<string, [route: string, sentence: string][]> = {
    'chen-li': [
      ['packages/ledgers/pages/checks', '春季集中排查'],
      ['packages/ledgers/pages/check-open', '哪些村？'],
      ['packages/ledgers/pages/problems', '走访记录不全'],
      ['packages/ledgers/pages/problem-enter', '谁查出的？'],
    ],
    'li-chunmei': [
      [`${round}?roundId=${roundId}`, '春季集中排查'],
      [`${round}-village?roundId=${roundId}&village=${FIRST_VILLAGE}`, '村里应查多少户？'],
      [`packages/review/pages/problem?problemId=${problem.id}`, '走访记录不全'],
      [`packages/followups/pages/facts?caseId=${caseId}`, '什么时候改的，谁改的'],
      [`packages/followups/pages/fact?caseId=${caseId}`, '谁的，什么变了？'],
      ['packages/followups/pages/fact', '回“跟踪帮扶”，从那里点进来。'],
    ],
    'bao-lin': [['packages/compare/pages/department', '要我们办的帮扶']],
  };
  const poor: string[] = [];
  for (const [person, own] of Object.entries(pages)) {
    await signIn(phone, village, person);
    for (const [route, sentence] of own) {
      await phone.open(route, 'reLaunch');
      await phone.sees(sentence);
      poor.push(...(await poorControls(phone)).map((control) => `${route}: ${control}`));
      await phone.picture(`office-${route.replaceAll(/\?.*|packages\/|pages\//g, '').replaceAll('/', '-')}`);
    }
  }
  expect(poor).toEqual([]);
  expect(await phone.faults()).toEqual([]);
});
