import { headRow, memberProblems, nextKey, toMember } from '@miniapp/features/review/model/members';
import {
  openVerification,
  partOf,
  toVerification,
  verificationProblems,
} from '@miniapp/features/review/model/verification';
import { VerificationInput } from '@shared/casework';
import { accepted, F01_RECORD, HEAD_ID, PEOPLE, recorded } from '@tests/support/review-story';

const NOW = '2026-03-04T06:30:00.000Z';
const view = accepted().view(PEOPLE.li, NOW);

describe('a person of the family', () => {
  const row = headRow(view);

  test('the head stands there as reported, the number masked', () => {
    expect(row).toMatchObject({ key: 'head', name: '田有福', relation: 'HEAD', idNo: '' });
    expect(row.idNoMasked).not.toContain(HEAD_ID.slice(8, 14));
  });

  test('a number that is left out is not sent, so the known one stays', () => {
    expect(toMember(row).idNo).toBeNull();
  });

  test('a number is mended and tells the birthday', () => {
    expect(toMember({ ...row, idNo: ` ${HEAD_ID.slice(0, 6)} ${HEAD_ID.slice(6)}` })).toMatchObject({
      idNo: HEAD_ID,
      birthDate: '1973-05-12',
    });
  });

  test.each([
    [{ idNo: HEAD_ID.slice(1) }, 'idNo', '您填了 17 位'],
    [{ idNo: HEAD_ID.replace(/^9/, '8') }, 'idNo', '对不上'],
    [{ name: '' }, 'name', '还没有写名字'],
    [{ name: '田😀' }, 'name', '表情'],
    [{ birthDate: '2026-02-30' }, 'birthDate', '没有这一天'],
  ])('%j is refused with its sentence', (change, field, words) => {
    expect(memberProblems({ ...row, ...change })[field]).toContain(words);
  });

  test('a new key is nobody else’s', () => {
    const rows = [row, { ...row, key: 'm3' }];
    expect(nextKey(rows)).toBe('m4');
    expect(nextKey([row, { ...row, key: 'm2' }])).toBe('m3');
  });
});

describe('the verification form', () => {
  test('opens with what is known', () => {
    const form = openVerification(view, '2026-03-04');
    expect(form).toMatchObject({ visitedOn: '2026-03-04', group: '2组', mode: 'HOME_VISIT' });
    expect(form.members).toHaveLength(1);
  });

  test('opens again with the record, and sends the same, ID numbers left as they are', () => {
    const form = openVerification(recorded().view(PEOPLE.wang, NOW), '2026-03-04');
    const sent = toVerification(form, view.incomeWindow, []);
    expect(sent).toEqual({ ok: true, input: F01_RECORD });
    if (sent.ok) expect(VerificationInput.safeParse(sent.input).success).toBe(true);
  });

  test('the core keeps the number that the screen could not send', () => {
    expect(recorded().case.members[0]?.idNo).toBe(HEAD_ID);
  });

  test('says what is missing, and on which tab', () => {
    const form = openVerification(view, '2026-03-04');
    const problems = verificationProblems({
      ...form,
      group: ' ',
      visitedOn: '2026-02-30',
      members: [{ ...headRow(view), name: '' }],
      sheet: { ...form.sheet, heads: 3 },
    });
    expect(Object.keys(problems).sort()).toEqual(['group', 'heads', 'members.head.name', 'visitedOn']);
    expect(Object.keys(problems).map(partOf).sort()).toEqual(['MEMBERS', 'MEMBERS', 'MEMBERS', 'VISIT']);
    expect(partOf('income-1')).toBe('MONEY');
  });
});
