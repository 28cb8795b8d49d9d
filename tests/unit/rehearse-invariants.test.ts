import type { HistoryLine } from '@shared/casework';
import { DEMO_2026 } from '@shared/procedure';
import { broken, type Watched } from '@tests/rehearse/invariants';

const line = (type: string, day: string, from: string, to: string): HistoryLine =>
  ({
    seq: 1,
    type,
    at: `${day}T02:00:00.000Z`,
    actorName: '',
    actorRole: 'VILLAGE',
    from,
    to,
    opinion: '',
  }) as never;

const watched = (part: Partial<Watched>): Watched =>
  ({
    state: 'VERIFYING',
    today: '2026-03-10',
    history: [],
    clock: { capDueOn: '2026-03-17', severity: 'NORMAL' },
    members: [],
    dataCheck: null,
    verification: null,
    rejection: null,
    decision: null,
    ...part,
  }) as Watched;

const wrongOf = (part: Partial<Watched>) => broken(watched(part), DEMO_2026);

test('a case of which nothing is wrong', () => {
  expect(wrongOf({})).toEqual([]);
});

describe('publicity', () => {
  const posted = line('PublicityPosted', '2026-03-06', 'PUBLICITY', 'PUBLICITY');
  const over = (day: string) => line('PublicityEnded', day, 'PUBLICITY', 'TOWN_REVIEW');
  const filed = line('ObjectionFiled', '2026-03-08', 'PUBLICITY', 'OBJECTION');
  const answered = (day: string) => line('ObjectionAnswered', day, 'OBJECTION', 'PUBLICITY');

  test('of five full days is enough, of four is not', () => {
    expect(wrongOf({ history: [posted, over('2026-03-12')] })).toEqual([]);
    expect(wrongOf({ history: [posted, over('2026-03-11')] })).toEqual([
      'the township got the case after 4 full days of publicity',
    ]);
  });

  test('is not counted while an objection is open', () => {
    const held = [posted, filed, answered('2026-03-10')];
    expect(wrongOf({ history: [...held, over('2026-03-14')] })).toEqual([]);
    expect(wrongOf({ history: [...held, over('2026-03-13')] })).toHaveLength(1);
  });

  test('is not over with an open objection', () => {
    expect(wrongOf({ history: [posted, filed, over('2026-03-20')] })).toEqual([
      'the township got the case with 1 open objections',
    ]);
  });
});

test('nobody is asked about without a signature', () => {
  const asked = {
    history: [line('DataCheckRequested', '2026-03-04', 'DATA_CHECK', 'DATA_CHECK')],
    dataCheck: { memberKeys: ['head', 'son', 'girl'] },
    members: [
      { key: 'head', authorized: true, adult: true },
      { key: 'son', authorized: false, adult: true },
      { key: 'girl', authorized: true, adult: false },
    ],
  } as unknown as Partial<Watched>;
  expect(wrongOf(asked)).toEqual([
    'departments were asked about son, who has not signed',
    'departments were asked about girl, who has not signed',
  ]);
});

test('a refusal with a mandatory prompt has its dossier', () => {
  const refused = (dossier: object | null) =>
    wrongOf({
      state: 'REJECTED',
      verification: { prompts: [{ mandatoryDossier: true }] },
      rejection: { dossier },
    } as unknown as Partial<Watched>);
  expect(refused({})).toEqual([]);
  expect(refused(null)).toEqual(['refused without a dossier']);
});

test('a case past its cap is red', () => {
  const late = (severity: string) =>
    wrongOf({ today: '2026-03-18', clock: { capDueOn: '2026-03-17', severity } } as Partial<Watched>);
  expect(late('RED')).toEqual([]);
  expect(late('AMBER')).toEqual(['past its cap since 2026-03-17 and not red']);
});
