import {
  flagsOf,
  openAnswers,
  queryable,
  toAnswers,
  toDataRequest,
} from '@miniapp/features/review/model/data-check';
import { NO_EXEMPTION, toExplanation } from '@miniapp/features/review/model/flags';
import { toHandCode } from '@miniapp/features/review/model/hand-code';
import { toMeasure } from '@miniapp/features/review/model/measure';
import { newItem, paperChoices, toSupplement } from '@miniapp/features/review/model/supplement';
import {
  inconsistentWith,
  judgementProblems,
  openTriage,
  proposalLines,
  toDecision,
  toTriage,
} from '@miniapp/features/review/model/triage';
import { CountyDecisionInput, MeasureInput, type StaffCaseView, TriageInput } from '@shared/casework';
import { ASSET_FLAGS, DEPARTMENTS } from '@shared/casework/codes';
import { takeOverFacts, takeOverSpoken } from '@shared/messages/take-over';
import { PEOPLE, recorded } from '@tests/support/review-story';

const NOW = '2026-03-05T02:00:00.000Z';

describe('judgement', () => {
  const view = recorded().view(PEOPLE.li, NOW);
  const form = {
    ...openTriage(view),
    proposal: 'INCLUDE',
    householdType: 'SUDDEN',
    opinion: '看病花费大',
  } as const;

  test('F01 suggests SUDDEN with its reasons and chooses nothing', () => {
    expect(proposalLines(view)).toEqual([
      '按数看像“突发严重困难户”：收入在线上，急难的花销太大。',
      '农户说的风险：因病、因学。',
    ]);
    expect(proposalLines({ ...view, proposal: null })).toEqual([]);
    expect(openTriage(view)).toMatchObject({ risks: ['ILLNESS', 'SCHOOLING'] });
    expect(openTriage(view).householdType).toBeUndefined();
    expect(openTriage(view).proposal).toBeUndefined();
  });

  test('what does not fit follows the choice, and holds nobody up', () => {
    const water = { ...form, risks: [...form.risks, 'WATER' as const] };
    expect(inconsistentWith(form, view)).not.toContain('选了饮水风险，没记吃水问题。');
    expect(inconsistentWith(water, view)).toContain('选了饮水风险，没记吃水问题。');
    expect(inconsistentWith({ ...form, risks: [] }, view)).toContain('一个风险都没有选。');
    expect(inconsistentWith({ ...form, proposal: 'NOT_INCLUDE' }, view)).toEqual([]);
    expect(toTriage(water).ok).toBe(true);
  });

  test('includes with type and risks', () => {
    const sent = toTriage(form);
    expect(sent).toMatchObject({ ok: true, input: { householdType: 'SUDDEN', reasonCode: null } });
    if (sent.ok) expect(TriageInput.safeParse(sent.input).success).toBe(true);
  });

  test('not including needs a reason, and carries no type along', () => {
    const refused = { ...form, proposal: 'NOT_INCLUDE' } as const;
    expect(judgementProblems(refused).reasonCode).toBe('不纳入要选一个原因。');
    expect(toTriage({ ...refused, reasonCode: 'R01' })).toMatchObject({
      ok: true,
      input: { householdType: null, risks: [], needs: [], reasonCode: 'R01' },
    });
  });

  test('nothing chosen, nothing written', () => {
    expect(Object.keys(judgementProblems(openTriage(view)))).toEqual(['proposal', 'opinion']);
    expect(Object.keys(judgementProblems({ ...form, householdType: undefined, risks: [] }))).toEqual([
      'householdType',
      'risks',
    ]);
  });

  test('the county decides with the same choice', () => {
    const sent = toDecision(form);
    expect(sent).toMatchObject({ ok: true, input: { decision: 'INCLUDE', householdType: 'SUDDEN' } });
    if (sent.ok) expect(CountyDecisionInput.safeParse(sent.input).success).toBe(true);
  });
});

describe('departments', () => {
  const story = recorded()
    .act(
      PEOPLE.li,
      { type: 'recordAuthorization', memberKey: 'head', method: 'PAPER', signatureId: 'a1' },
      NOW,
    )
    .act(PEOPLE.wu, { type: 'requestDataCheck', memberKeys: ['head'], departments: ['POLICE', 'TAX'] }, NOW);
  const view = story.view(PEOPLE.wu, NOW);

  test('only adults who signed can be asked about', () => {
    expect(queryable(view.members).map(({ member, off }) => [member.name, off])).toEqual([
      ['田有福', undefined],
      ['周玉兰', '还没签同意，签了才能查'],
      ['田志强', '还没签同意，签了才能查'],
      ['田小宝', '不满 18 岁，不查'],
    ]);
  });

  test('only what is new is sent; a hit says what it is', () => {
    if (view.dataCheck === null) throw new Error('no check');
    const rows = openAnswers(view.dataCheck);
    expect(toAnswers(rows, view.dataCheck)).toMatchObject({
      ok: false,
      problems: { answers: expect.any(String) },
    });
    const police = rows.map((row) =>
      row.department === 'POLICE' ? { ...row, result: 'FLAGGED' as const } : row,
    );
    expect(toAnswers(police, view.dataCheck)).toMatchObject({
      ok: false,
      problems: { POLICE: expect.any(String) },
    });
    const said = police.map((row) => ({ ...row, flags: ['CAR' as const] }));
    expect(toAnswers(said, view.dataCheck)).toEqual({
      ok: true,
      input: { answers: [{ department: 'POLICE', result: 'FLAGGED', flags: ['CAR'], note: '' }] },
    });
  });
});

describe('what a department found', () => {
  const filled = { flag: 'POLICE:head:CAR', saidBy: 'FAMILY' as const, text: ' 拉菜去卖 ' };

  test('is told in one line; an exemption wants a photo', () => {
    expect(toExplanation({ saidBy: 'VERIFIER', text: ' ' }, [])).toMatchObject({
      ok: false,
      problems: { flag: expect.any(String), text: expect.any(String) },
    });
    expect(toExplanation({ ...filled, exemption: 'LIVELIHOOD_TOOL' }, [])).toMatchObject({
      ok: false,
      problems: { photos: expect.any(String) },
    });
    const input = { flag: filled.flag, text: '拉菜去卖', saidBy: 'FAMILY' };
    expect(toExplanation({ ...filled, exemption: NO_EXEMPTION }, [])).toEqual({
      ok: true,
      input: { ...input, exemption: null, photoIds: [] },
    });
    expect(toExplanation({ ...filled, exemption: 'LIVELIHOOD_TOOL' }, ['photo-1'])).toEqual({
      ok: true,
      input: { ...input, exemption: 'LIVELIHOOD_TOOL', photoIds: ['photo-1'] },
    });
  });
});

describe('what is asked back for', () => {
  test('one complete list, in the family’s words', () => {
    const first = newItem('SIGNATURE', [], { key: 'm3', name: '田志强' });
    expect(first).toMatchObject({ key: 's1', what: '田志强的签名', memberKey: 'm3' });
    expect(newItem('FACT', [first]).key).toBe('s2');
    expect(toSupplement({ items: [first], supervisorReason: '' }, false).ok).toBe(true);
  });

  test('an empty list, an empty line, a second return without the leader', () => {
    const empty = newItem('READABLE_PAPER', []);
    expect(toSupplement({ items: [], supervisorReason: '' }, false)).toMatchObject({ ok: false });
    expect(toSupplement({ items: [empty], supervisorReason: '' }, true)).toMatchObject({
      problems: {
        's1.what': expect.any(String),
        's1.paper': expect.any(String),
        supervisorReason: expect.stringContaining('领导'),
      },
    });
  });

  test('what a department has answered is not asked of the family', () => {
    const asked = recorded()
      .act(
        PEOPLE.li,
        { type: 'recordAuthorization', memberKey: 'head', method: 'PAPER', signatureId: 'a1' },
        NOW,
      )
      .act(
        PEOPLE.wu,
        { type: 'requestDataCheck', memberKeys: ['head'], departments: ['POLICE', 'TAX'] },
        NOW,
      );
    const off = (view: StaffCaseView) => paperChoices(view).off.map(({ value }) => value);
    expect(off(asked.view(PEOPLE.li, NOW))).toEqual([]);
    const answered = asked.act(
      PEOPLE.wu,
      { type: 'answerDataCheck', answers: [{ department: 'POLICE', result: 'CLEAR', flags: [], note: '' }] },
      NOW,
    );
    expect(off(answered.view(PEOPLE.li, NOW))).toEqual(['VEHICLE']);
  });
});

describe('a measure', () => {
  const form = {
    measureCode: 'HEA',
    name: '医疗救助',
    department: '医保局',
    on: '2026-03-20',
    detail: '',
  } as const;

  test('with and without an amount', () => {
    const sent = toMeasure(form, '2026-03-20');
    expect(sent).toMatchObject({ ok: true, input: { amountFen: null } });
    if (sent.ok) expect(MeasureInput.safeParse(sent.input).success).toBe(true);
    expect(toMeasure({ ...form, amountFen: 1_500_00 }, '2026-03-20')).toMatchObject({
      input: { amountFen: 150_000 },
    });
  });

  test('in the green channel says whether its papers come after', () => {
    expect(toMeasure(form, '2026-03-20', true)).toMatchObject({
      problems: { emergency: expect.any(String) },
    });
    expect(toMeasure({ ...form, first: 'YES' }, '2026-03-20', true)).toMatchObject({
      input: { emergency: true },
    });
    const papers = toMeasure({ ...form, first: 'NO' }, '2026-03-20', true);
    expect(papers.ok && 'emergency' in papers.input).toBe(false);
  });

  test('not before it happened, not on a day that does not exist', () => {
    expect(toMeasure(form, '2026-03-19')).toMatchObject({
      problems: { on: expect.stringContaining('还没到') },
    });
    expect(toMeasure({ ...form, on: '2026-02-30' }, '2026-03-19')).toMatchObject({
      problems: { on: expect.stringContaining('没有这一天') },
    });
  });
});

describe('a code by which a family takes over its report', () => {
  test.each([
    [{ who: '', seen: [] }, ['checkedInPerson', 'proof', 'who']],
    [{ who: '田有福', proof: 'ID_CARD' as const, seen: [] }, ['checkedInPerson']],
    [{ who: '田2', proof: 'ID_CARD' as const, seen: ['YES' as const] }, ['who']],
  ])('is not given on half of it: %j', (said, missing) => {
    const result = toHandCode(said);
    expect(result.ok ? [] : Object.keys(result.problems).sort()).toEqual(missing);
  });

  test('is given to whom was checked, and told in groups and digit by digit', () => {
    expect(toHandCode({ who: ' 田有福 ', proof: 'HOUSEHOLD_BOOK', seen: ['YES'] })).toEqual({
      ok: true,
      input: { who: '田有福', proof: 'HOUSEHOLD_BOOK', checkedInPerson: true },
    });
    const given = { code: '44710386', until: '2026-04-01T16:30:00.000Z' };
    expect(takeOverFacts(given)[0]).toEqual({ key: '接办码', value: '4471 0386' });
    expect(takeOverFacts(given)[1]?.value).toContain('4月2日');
    expect(takeOverSpoken(given)).toContain('4，4，7，1，0，3，8，6');
  });
});

describe('asking departments', () => {
  const all = { memberKeys: ['head', 'wife'], departments: ['POLICE' as const], comparedBefore: [] };

  test('whom civil affairs has compared already is told apart, and not asked about again', () => {
    expect(toDataRequest({ ...all, comparedBefore: ['wife'] })).toEqual({
      ok: true,
      input: { memberKeys: ['head'], departments: ['POLICE'], comparedBefore: ['wife'] },
    });
    expect(toDataRequest({ ...all, comparedBefore: ['head', 'wife'] }).ok).toBe(true);
    expect(toDataRequest({ ...all, memberKeys: [] }).ok).toBe(false);
    expect(toDataRequest({ ...all, departments: [] }).ok).toBe(false);
  });

  test('a department is offered what it can know of; every flag belongs to one; what was said stays', () => {
    const offered = DEPARTMENTS.map((department) => flagsOf({ department, flags: [] }));
    for (const flags of offered) expect(flags.length).toBeGreaterThan(0);
    expect(new Set(offered.flat())).toEqual(new Set(ASSET_FLAGS));
    expect(flagsOf({ department: 'REAL_ESTATE', flags: [] })).toEqual(['URBAN_HOUSE']);
    expect(flagsOf({ department: 'REAL_ESTATE', flags: ['CAR'] })).toEqual(['URBAN_HOUSE', 'CAR']);
  });
});
