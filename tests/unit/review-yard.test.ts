import { afterArrival, nextAct, withActs, type YardAct } from '@miniapp/features/review/yard/acts';

/** Acts that wait on the phone: their order, whose they are, and what a refusal holds up. */

const act = (requestId: string, next: Partial<YardAct> = {}): YardAct => ({
  requestId,
  personId: 'li',
  caseId: 'a',
  operation: 'reviews.signVerification',
  version: null,
  input: { opinion: '情况属实' },
  ...next,
});
const refused = { sentence: '刚才有人办过', isConflict: true, issues: {} };

test('they go in their order, and only hers', () => {
  const acts = [act('1', { personId: 'wang' }), act('2'), act('3')];
  expect(nextAct(acts, 'li')?.requestId).toBe('2');
  expect(nextAct(acts, 'zhou')).toBeUndefined();
});

test('what was refused holds up its own case and no other', () => {
  const acts = [act('1', { refused }), act('2'), act('3', { caseId: 'b' })];
  expect(nextAct(acts, 'li')?.requestId).toBe('3');
  expect(nextAct(acts.slice(0, 2), 'li')).toBeUndefined();
});

test('the signature names the version that the record under it left, and no other case’s', () => {
  const record = act('1', { operation: 'reviews.recordVerification', version: 3 });
  const acts = [record, act('2'), act('3', { caseId: 'b' }), act('4', { personId: 'wang' })];
  expect(afterArrival(acts, record, 7).map(({ requestId, version }) => [requestId, version])).toEqual([
    ['2', 7],
    ['3', null],
    ['4', null],
  ]);
});

test('handing in anew takes the place of what did not arrive, of this case and person alone', () => {
  const acts = [act('1', { refused }), act('2'), act('3', { caseId: 'b' }), act('4', { personId: 'wang' })];
  expect(withActs(acts, [act('5')]).map(({ requestId }) => requestId)).toEqual(['3', '4', '5']);
  expect(withActs(acts, [])).toEqual(acts);
});

test('a sheet of a quarter goes its own way: a refused record holds it up not, and it replaces no visit', () => {
  const sheet = act('5', { operation: 'followups.quarter' });
  const visit = act('6', { operation: 'followups.record' });
  expect(nextAct([act('1', { refused }), sheet], 'li')?.requestId).toBe('5');
  expect(withActs([act('1'), visit, sheet], [act('7', { operation: 'followups.quarter' })])).toEqual([
    act('1'),
    visit,
    act('7', { operation: 'followups.quarter' }),
  ]);
});
