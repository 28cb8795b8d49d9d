import {
  actionsOf,
  askOf,
  besideLine,
  dueTagOf,
  figureRows,
  moment,
  procedureFacts,
  sumRows,
  usedDays,
  windowWords,
} from '@miniapp/features/review/model/facts';
import { accepted, PEOPLE, recorded, submitted } from '@tests/support/review-story';

const NOW = '2026-03-04T06:30:00.000Z';
const names = (actions: { action: string }[]) => actions.map(({ action }) => action);

describe('what can be done', () => {
  test('is exactly what the case names, the most pressing first', () => {
    const view = submitted().view(PEOPLE.li, NOW);
    const { primary, others, rare } = actionsOf(view);
    expect(primary).toEqual({ action: 'accept', label: '受理' });
    // All but what nobody asked for: a wish to withdraw, a reminder, a second report, papers of a help, who objected.
    const unasked = [
      'NO_WITHDRAWAL',
      'NO_REMINDER',
      'NO_DUPLICATE',
      'NO_HELP_WITHOUT_PAPERS',
      'NOBODY_TO_TELL',
    ];
    const named = view.actions.filter(({ refusal }) => !unasked.includes(refusal?.code ?? ''));
    expect(names([primary ?? { action: '' }, ...others, ...rare]).sort()).toEqual(names(named).sort());
    expect(named.length).toBe(view.actions.length - 5);
  });

  test('off comes with its reason, and is never the button', () => {
    const view = accepted().view(PEOPLE.li, NOW);
    const { primary, others } = actionsOf(view);
    expect(primary?.action).toBe('recordVerification');
    expect(others.find(({ action }) => action === 'signVerification')?.off).toBe(
      '核实表还没填好，填好才能往下办。',
    );
  });

  test('once the record is there, signing comes first; changing it is never pressed on anybody', () => {
    const story = recorded();
    expect(actionsOf(story.view(PEOPLE.li, NOW)).primary?.action).toBe('signVerification');
    const signed = story.act(
      PEOPLE.li,
      { type: 'signVerification', opinion: '情况属实', signatureId: null },
      NOW,
    );
    const { primary, others } = actionsOf(signed.view(PEOPLE.li, NOW));
    expect(primary).toBeUndefined();
    expect(others.find(({ action }) => action === 'recordVerification')?.label).toBe('改核实表');
    expect(others.find(({ action }) => action === 'signVerification')?.off).toContain('已经签过');
  });

  test('asks for one thing, or says whom the case waits for', () => {
    expect(askOf(submitted().view(PEOPLE.li, NOW))).toEqual({
      mine: true,
      text: '请您受理，并定两位核实人。',
    });
    expect(askOf(recorded().view(PEOPLE.wang, NOW)).text).toBe('核实表填好了，请您看一遍，签名。');
    expect(askOf(recorded().view(PEOPLE.wu, NOW))).toEqual({ mine: true, text: '请您请部门查对。' });
    expect(askOf(accepted().view(PEOPLE.chen, NOW))).toEqual({ mine: false, text: '现在由村里办。' });
  });
});

describe('days', () => {
  const view = accepted().view(PEOPLE.li, NOW);
  test('used, the cap, pauses', () => {
    expect(usedDays(view)).toBe('已用 2 天，最多 15 天（3月17日），没有暂停过');
    expect(usedDays({ ...view, clock: { ...view.clock, pausedDays: 4 } })).toContain('暂停过 4 天');
    expect(usedDays({ ...view, clock: { ...view.clock, unit: 'WORKING' } })).toContain('2 个工作日');
  });
  test('the tag counts from the day of the answer', () => {
    expect(dueTagOf(view)).toEqual({ tone: 'need', text: '明天到期（3月5日）' });
  });
  test('an instant is told in China time', () =>
    expect(moment('2026-03-02T01:10:00.000Z')).toBe('3月2日 09:10'));
  test('the window of the income sheet', () =>
    expect(windowWords({ from: '2025-03', to: '2026-02' })).toBe('2025年3月到2026年2月，12 个月'));
});

describe('figures beside the line', () => {
  const view = recorded().view(PEOPLE.li, NOW);
  test('F01', () => {
    expect(figureRows(view)).toEqual([
      { item: '人均纯收入', ours: '13,658.75', line: '8,700', hint: '高于监测线', low: false },
      { item: '扣掉必须花的钱后', ours: '6,283.75', line: '8,700', hint: '低于监测线', low: true },
      { item: '自付看病', ours: '29,000', line: '10,000', hint: '必须建专档', low: true },
    ]);
  });
  test('the way to the figure per head', () => {
    if (view.verification === null) throw new Error('no record');
    expect(sumRows(view.verification).map(({ item, amount }) => `${item} ${amount}`)).toEqual([
      '工资性 34,200',
      '经营性（减成本 14,060） 14,360',
      '财产性 1,800',
      '转移性 4,275',
      '纯收入 54,635',
      '加：赔付 4,000',
      '减：必须花的钱 33,500',
      '人均（÷4） 6,283.75',
    ]);
  });
  test('a figure on the line is neither below nor above it', () => {
    expect([869_999, 870_000, 870_001].map((fen) => besideLine(fen, 870_000))).toEqual([
      '低于',
      '等于',
      '高于',
    ]);
  });
  test('nothing before the visit', () => expect(figureRows(accepted().view(PEOPLE.li, NOW))).toEqual([]));
});

test('the procedure says what is there and what is missing', () => {
  const facts = procedureFacts(recorded().view(PEOPLE.li, NOW));
  expect(facts.map(({ key, value, ok }) => `${ok ? '✓' : '-'} ${key} ${value}`)).toEqual([
    '- 授权 还差田有福、周玉兰、田志强',
    '- 入户核实 还差 2 个签名',
    '- 信息比对 还没请部门查',
    '- 村里评议 还没开会',
    '- 公示 还没张贴',
  ]);
});
