import { changesSince, differences } from '@miniapp/features/review/model/changes';
import {
  answeredAbout,
  headRow,
  memberProblems,
  nextKey,
  questionsFor,
  toMember,
} from '@miniapp/features/review/model/members';
import {
  healthMatters,
  openVerification,
  partOf,
  toVerification,
  verificationProblems,
} from '@miniapp/features/review/model/verification';
import { filled } from '@miniapp/features/review/yard/acts';
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
    const sent = toVerification(form, view, []);
    expect(sent).toEqual({ ok: true, input: F01_RECORD });
    if (sent.ok) expect(VerificationInput.safeParse(sent.input).success).toBe(true);
  });

  test('the core keeps the number that the screen could not send', () => {
    expect(recorded().case.members[0]?.idNo).toBe(HEAD_ID);
  });

  test('says what is missing, and on which tab', () => {
    const form = openVerification(view, '2026-03-04');
    const problems = verificationProblems(
      {
        ...form,
        group: ' ',
        visitedOn: '2026-02-30',
        members: [{ ...headRow(view), name: '' }],
        sheet: { ...form.sheet, heads: 3 },
        findings: { ...form.findings, waterProblem: true },
        mode: 'PHONE',
      },
      view,
    );
    expect(Object.keys(problems).sort()).toEqual([
      'contact.interviewee',
      'contact.phone',
      'findings.WATER.detail',
      'findings.WATER.dueOn',
      'findings.WATER.fixer',
      'group',
      'heads',
      'members.head.name',
      'netReason',
      'visitedOn',
    ]);
    expect(new Set(Object.keys(problems).map(partOf))).toEqual(
      new Set(['VISIT', 'HOUSE', 'MEMBERS', 'MONEY']),
    );
    expect(partOf('contact.phone')).toBe('VISIT');
    expect(partOf('findings.WATER.dueOn')).toBe('HOUSE');
    expect(partOf('netReason')).toBe('MONEY');
    expect(partOf('income-1')).toBe('MONEY');
  });
});

describe('one of the guarantees, a call, an unlikely figure', () => {
  const form = {
    ...openVerification(view, '2026-03-04'),
    mode: 'VIDEO' as const,
    contact: { phone: '138 0000 2201', interviewee: ' 周玉兰 ', phoneMasked: null },
    netReason: '一家都在住院，没有收入',
    findings: { ...openVerification(view, '2026-03-04').findings, housingProblem: true },
    guarantees: {
      HOUSING: { detail: '东墙裂了', fixer: '镇村建站', dueOn: '2026-04-01', photoIds: ['old'] },
      // Ticked once and taken back: nothing of it is sent.
      WATER: { detail: '井干了', fixer: '水利站', dueOn: '2026-04-01', photoIds: [] },
    },
  };
  const result = toVerification(form, view, ['HOUSE', 'HOUSING']);

  test('are sent with what belongs to them, photos by their boxes', () => {
    expect(result).toMatchObject({
      ok: true,
      input: {
        mode: 'VIDEO',
        contact: { phone: '13800002201', interviewee: '周玉兰' },
        netReason: '一家都在住院，没有收入',
        photoIds: ['@HOUSE', '@HOUSING'],
        findings: {
          guarantees: [
            { what: 'HOUSING', detail: '东墙裂了', fixer: '镇村建站', photoIds: ['old', '@HOUSING'] },
          ],
        },
      },
    });
  });

  test('once they are on the server the photos stand in the places of their boxes, each in its own', () => {
    if (!result.ok) throw new Error('problems');
    const input = filled(result.input, [
      { group: 'HOUSE', attachmentId: 'h1' },
      { group: 'HOUSING', attachmentId: 'w1' },
      { group: 'HOUSE', attachmentId: 'h2' },
    ]);
    expect(input.photoIds).toEqual(['h1', 'h2', 'w1']);
    expect(input.findings.guarantees?.[0]?.photoIds).toEqual(['old', 'w1']);
    expect(VerificationInput.safeParse(input).success).toBe(true);
  });

  test('a day before the visit is refused, a missing word too', () => {
    const { HOUSING } = form.guarantees;
    const problems = (next: Partial<typeof HOUSING>) =>
      verificationProblems({ ...form, guarantees: { HOUSING: { ...HOUSING, ...next } } }, view);
    expect(problems({})).toEqual({});
    expect(problems({ dueOn: '2026-03-03' })['findings.HOUSING.dueOn']).toContain('不能比上门那天早');
    expect(Object.keys(problems({ fixer: ' ' }))).toEqual(['findings.HOUSING.fixer']);
  });

  test('a visit at home names nobody', () => {
    const visit = toVerification({ ...form, mode: 'HOME_VISIT' }, view, []);
    expect(visit.ok && visit.input.contact).toBe(undefined);
  });
});

describe('what is asked of a person', () => {
  const adult = { birthDate: '1976-08-02', idNo: '' };
  const nobody = new Set<string>();

  test.each([
    ['an adult', adult, { labour: true, school: false }],
    ['a child', { birthDate: '2016-01-15', idNo: '' }, { labour: false, school: true }],
    ['a baby', { birthDate: '2025-01-15', idNo: '' }, { labour: false, school: false }],
    ['somebody without a birthday', { birthDate: '', idNo: '' }, { labour: true, school: true }],
    ['the head by the number alone', { birthDate: '', idNo: HEAD_ID }, { labour: true, school: false }],
  ])('%s', (_who, row, asked) => {
    expect(questionsFor(row, '2026-03-04', false, nobody)).toMatchObject({ ...asked, health: false });
  });

  test('health only where it is what the family suffers from, or stands there already', () => {
    expect(questionsFor(adult, '2026-03-04', true, nobody).health).toBe(true);
    expect(questionsFor({ ...adult, health: ['CHRONIC'] }, '2026-03-04', false, nobody).health).toBe(true);
    const form = openVerification(view, '2026-03-04');
    const flood = { report: { ...view.report, riskTypes: ['DISASTER'] } };
    expect(healthMatters(form, view)).toBe(true);
    expect(healthMatters(form, flood)).toBe(false);
    expect(healthMatters({ findings: { ...form.findings, severeDisability: true } }, flood)).toBe(true);
  });

  test('nothing that a department has answered; what it could not look up is asked', () => {
    const dataCheck = {
      memberKeys: ['head'],
      answers: [
        { department: 'MEDICAL_INSURANCE', result: 'CLEAR' },
        { department: 'EDUCATION', result: 'UNAVAILABLE' },
      ],
    } as unknown as Parameters<typeof answeredAbout>[0]['dataCheck'];
    expect([...answeredAbout({ dataCheck }, 'head')]).toEqual(['MEDICAL_INSURANCE']);
    expect([...answeredAbout({ dataCheck }, 'm2')]).toEqual([]);
    const asked = questionsFor(
      { birthDate: '', idNo: '' },
      '2026-03-04',
      false,
      answeredAbout({ dataCheck }, 'head'),
    );
    expect(asked).toMatchObject({ insured: false, school: true });
  });
});

describe('a case that somebody else changed meanwhile', () => {
  const now = recorded().view(PEOPLE.wang, NOW);

  test('says who did what since it was looked at, and nothing of before', () => {
    expect(changesSince(now, now.version)).toEqual([]);
    const [line, ...others] = changesSince(now, now.version - 1);
    expect(others).toEqual([]);
    expect(line).toContain('李春梅');
  });

  test('names what differs, and only that', () => {
    const record = now.verification?.record;
    if (record === undefined) throw new Error('no record');
    const form = openVerification(now, '2026-03-04');
    expect(differences(form, record)).toEqual([]);
    const [first, ...rest] = form.sheet.income;
    if (first === undefined) throw new Error('no row');
    const changed = {
      ...form,
      group: '3组',
      members: form.members.slice(0, 3),
      sheet: { ...form.sheet, income: [{ ...first, amountFen: 30_000_00 }, ...rest], claimsFen: undefined },
    };
    expect(differences(changed, record).map(({ item, theirs, mine }) => [item, theirs, mine])).toEqual([
      ['务工', '28,800', '30,000'],
      ['保险赔付', '4,000', '0'],
      ['家里人', '田有福、周玉兰、田志强、田小宝', '田有福、周玉兰、田志强'],
      ['小组', '2组', '3组'],
    ]);
  });
});
