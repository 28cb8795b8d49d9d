import { consentOff, reminderWords } from '@miniapp/features/cases/words';
import type { Caller } from '@shared/access';
import { type Case, type Command, type Decision, decide } from '@shared/casework';
import { CONSENT, consentReadAloud, consentText, signedLines } from '@shared/messages/consent';
import { DEMO_2026, type Profile } from '@shared/procedure';
import {
  at,
  attempt,
  cadre,
  countyClerk,
  daughter,
  grid,
  person,
  townClerk,
  townLeader,
  type World,
} from '@tests/support/casework';
import { f01 } from '@tests/support/casework-f01';

/** Consent of each adult, reminders and ratings, rule by rule (domain.md 4.10, ux.md 04 and 06). */

const GIVEN = { textVersion: CONSENT.version, name: '某', bank: true, digest: 'd' };

const authorize = (memberKey: string, bank: boolean | null = true): Command => ({
  type: 'recordAuthorization',
  memberKey,
  method: 'SCREEN',
  signatureId: 's',
  consent: { ...GIVEN, bank },
});
const ask = (memberKeys: string[], departments: ('POLICE' | 'BANK')[]): Command => ({
  type: 'requestDataCheck',
  memberKeys,
  departments,
});
const takeBack = (memberKey: string, what: 'ALL' | 'BANK' = 'ALL'): Command => ({
  type: 'withdrawConsent',
  memberKey,
  what,
  reason: '',
});

/** What follows from steps taken one after the other; the last must go well. */
function upTo(world: World, local: string, ...steps: [Caller, Command][]): World {
  return steps.reduce((now, [who, command]) => {
    const { decision, world: next } = attempt(now, who, command, at(local));
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`);
    return next;
  }, world);
}
const refusal = (world: World, who: Caller, command: Command, local: string): string => {
  const { decision } = attempt(world, who, command, at(local));
  return decision.ok ? 'ok' : decision.refusal.code;
};
const caseOf = ({ case: c }: World): Case => {
  if (c === null) throw new Error('no case');
  return c;
};
const byLink = (world: World, who: Caller, signing: string, command: Command, local: string): Decision =>
  decide(world.case, command, { caller: who, now: at(local), profile: world.profile, signing });

/** Written down and signed by two, nobody has agreed to anything but the head on paper. */
const visited = f01('DATA_CHECK');
const DAY = '2026-03-04 10:00';

describe('whoever holds a signing link', () => {
  const son = person('son');

  test('signs under the one name that it was made for, and is nobody else to the case', () => {
    const recorded = upTo(visited, DAY, [daughter, takeBack('son')]);
    const signed = byLink(recorded, son, 'son', authorize('son'), DAY);
    expect(signed).toMatchObject({ ok: true, actor: { personId: 'son', role: 'SIGNER' } });
    expect(byLink(recorded, son, 'son', authorize('wife'), DAY)).toMatchObject({
      ok: false,
      refusal: { kind: 'HIDDEN' },
    });
    for (const command of [{ type: 'requestWithdrawal', reason: '' }, ask(['son'], ['POLICE'])] as Command[])
      expect(byLink(recorded, son, 'son', command, DAY).ok).toBe(false);
    expect(refusal(recorded, son, authorize('son'), DAY)).toBe('NOT_FOUND');
  });

  test('cannot borrow an office: a cadre with a link is its holder and no cadre', () => {
    expect(byLink(visited, cadre, 'son', { type: 'triage' } as Command, DAY).ok).toBe(false);
  });
});

describe('the bank', () => {
  const some = upTo(visited, DAY, [cadre, takeBack('son')], [daughter, authorize('son', false)]);

  test('is asked about those who said yes to it, and about nobody when nobody did', () => {
    const yes = upTo(some, DAY, [cadre, takeBack('head')], [daughter, authorize('head', true)]);
    const asked = upTo(yes, DAY, [countyClerk, ask(['head', 'son'], ['POLICE', 'BANK'])]);
    expect(caseOf(asked).dataCheck).toMatchObject({ memberKeys: ['head', 'son'], bankKeys: ['head'] });
    expect(refusal(some, countyClerk, ask(['son'], ['BANK']), DAY)).toBe('BANK_CONSENT_MISSING');
    // An old signature without an answer has not said yes.
    expect(refusal(some, countyClerk, ask(['head'], ['BANK']), DAY)).toBe('BANK_CONSENT_MISSING');
  });

  test('is a part of the whole where the county says so', () => {
    const strict: Profile = { ...DEMO_2026, bankConsent: 'CONDITION' };
    const world = { ...some, profile: strict };
    const asked = upTo(world, DAY, [countyClerk, ask(['head', 'son'], ['BANK'])]);
    expect(caseOf(asked).dataCheck?.bankKeys).toEqual(['head', 'son']);
  });
});

describe('consent that is taken back', () => {
  const asked = upTo(
    visited,
    DAY,
    [cadre, takeBack('head')],
    [cadre, takeBack('son')],
    [daughter, authorize('head')],
    [daughter, authorize('son')],
    [countyClerk, ask(['head', 'son'], ['POLICE', 'BANK'])],
  );
  const answered = upTo(asked, DAY, [
    countyClerk,
    { type: 'answerDataCheck', answers: [{ department: 'POLICE', result: 'CLEAR', flags: [], note: '' }] },
  ]);

  test('stops the comparison for that person alone', () => {
    const left = caseOf(upTo(answered, DAY, [daughter, takeBack('son')]));
    expect(left.dataCheck).toMatchObject({ memberKeys: ['head'], bankKeys: ['head'] });
    expect(left.dataCheck?.answers).toHaveLength(1);
    expect(left.authorizations.son).toBeUndefined();
    expect(left.authorizations.head).toBeDefined();
  });

  test('with nobody left there is no comparison, and none before somebody signs again', () => {
    const none = upTo(asked, DAY, [daughter, takeBack('son')], [daughter, takeBack('head')]);
    expect(caseOf(none)).toMatchObject({ dataCheck: null, state: 'DATA_CHECK' });
    expect(refusal(none, countyClerk, ask(['head'], ['POLICE']), DAY)).toBe('AUTHORIZATION_MISSING');
    const again = upTo(none, DAY, [daughter, authorize('head')]);
    expect(refusal(again, countyClerk, ask(['head'], ['POLICE']), DAY)).toBe('ok');
  });

  test('the last yes to the bank: what is left may thereby be complete', () => {
    const one = upTo(answered, DAY, [daughter, takeBack('son', 'BANK')]);
    expect(caseOf(one).state).toBe('DATA_CHECK');
    const both = upTo(one, DAY, [daughter, takeBack('head', 'BANK')]);
    expect(caseOf(both)).toMatchObject({ state: 'TRIAGE', dataCheck: { departments: ['POLICE'] } });
    expect(refusal(both, daughter, takeBack('head', 'BANK'), DAY)).toBe('NOTHING_SIGNED');
  });

  test('is the signer’s own where he signed on his phone, unless he tells a cadre', () => {
    const link = { ...person('son'), name: '田志强' };
    const none = upTo(visited, DAY, [cadre, takeBack('son')]);
    const decision = byLink(none, link, 'son', authorize('son'), DAY);
    if (!decision.ok) throw new Error(decision.refusal.code);
    // Recorded as the store records it.
    const c = caseOf(none);
    const signed: World = {
      ...none,
      case: {
        ...c,
        authorizations: {
          ...c.authorizations,
          son: { method: 'SCREEN', signatureId: 's', at: at(DAY), by: decision.actor, consent: GIVEN },
        },
      },
    };
    expect(refusal(signed, daughter, takeBack('son'), DAY)).toBe('CONSENT_NOT_YOURS');
    expect(refusal(signed, grid, takeBack('son'), DAY)).toBe('ok');
    expect(byLink(signed, link, 'son', takeBack('son'), DAY).ok).toBe(true);
  });

  test('what was never signed is not taken back; strangers and offices elsewhere have no say', () => {
    expect(refusal(asked, daughter, takeBack('wife'), DAY)).toBe('NOTHING_SIGNED');
    expect(refusal(asked, townLeader, takeBack('son'), DAY)).toBe('ROLE_MAY_NOT');
    expect(refusal(asked, person('neighbour'), takeBack('son'), DAY)).toBe('NOT_FOUND');
  });
});

describe('the text', () => {
  test('of a version is found for ever, and nothing is found for one that never was', () => {
    expect(consentText(CONSENT.version)).toBe(CONSENT);
    expect(consentText('0000-0')).toBeUndefined();
    expect(signedLines({ version: '0000-0', caseNo: '1', name: '某', bank: true })).toBeUndefined();
  });

  test('of version 2026-1 is the one that people have signed: another text is another version', () => {
    const lines =
      signedLines({ version: '2026-1', caseNo: '2603 0217 6', name: '田志强', bank: false }) ?? [];
    expect(lines).toHaveLength(22);
    expect(lines.slice(-3)).toEqual(['不同意查存款', '编号：2603 0217 6', '签名人：田志强']);
  });

  test('is read aloud whole, with the bank only where it is a question', () => {
    for (const { key, value } of CONSENT.terms)
      expect(consentReadAloud(CONSENT, true)).toContain(`${key}，${value}`);
    expect(consentReadAloud(CONSENT, true)).toContain('存款');
    expect(consentReadAloud(CONSENT, false)).not.toContain('存款');
  });

  test('is in short sentences that nobody needs an office for', () => {
    const said = [...CONSENT.full, ...CONSENT.terms.map(({ value }) => value)];
    for (const sentence of said.flatMap((text) => text.split(/[。？！]/)))
      expect([...sentence].length).toBeLessThanOrEqual(35);
    expect(said.join()).not.toMatch(/你|予以|承诺授权|监测对象|逾期|须(?!花)/);
  });

  test('the button says one reason at a time, in the order of the page', () => {
    const all = { informed: true, answered: true, inked: true };
    expect(consentOff({ informed: false, answered: false, inked: false })).toBe('先听一遍或看到最后');
    expect(consentOff({ ...all, answered: false, inked: false })).toBe('存款那一句，点一个再交');
    expect(consentOff({ ...all, inked: false })).toBe('签了名才能交');
    expect(consentOff(all)).toBeUndefined();
  });
});

describe('a reminder', () => {
  const late = f01('VERIFYING');

  test('comes once the date has passed, once a day, from the family or whoever reported', () => {
    expect(refusal(late, daughter, { type: 'remind' }, '2026-03-05 23:59')).toBe('REMIND_TOO_EARLY');
    expect(refusal(late, daughter, { type: 'remind' }, '2026-03-06 00:00')).toBe('ok');
    expect(refusal(late, cadre, { type: 'remind' }, '2026-03-06 00:00')).toBe('ROLE_MAY_NOT');
    const once = upTo(late, '2026-03-06 09:00', [daughter, { type: 'remind' }]);
    expect(caseOf(once).reminders).toMatchObject([
      { dueOn: '2026-03-05', answerBy: '2026-03-07', answer: null },
    ]);
    expect(refusal(once, daughter, { type: 'remind' }, '2026-03-06 23:59')).toBe('REMINDED_TODAY');
    expect(refusal(once, daughter, { type: 'remind' }, '2026-03-07 00:00')).toBe('ok');
  });

  test('is answered by village or township, and one answer answers all of them', () => {
    const answer: Command = { type: 'answerReminder', note: '明天上门' };
    expect(refusal(late, cadre, answer, '2026-03-06 09:00')).toBe('NO_REMINDER');
    const twice = upTo(upTo(late, '2026-03-06 09:00', [daughter, { type: 'remind' }]), '2026-03-07 09:00', [
      daughter,
      { type: 'remind' },
    ]);
    const told = upTo(twice, '2026-03-07 10:00', [townClerk, answer]);
    expect(caseOf(told).reminders.map((one) => one.answer?.note)).toEqual(['明天上门', '明天上门']);
    expect(refusal(told, cadre, answer, '2026-03-07 11:00')).toBe('NO_REMINDER');
  });

  test('says why it cannot be sent now', () => {
    const view = {
      result: { kind: 'NONE' },
      state: 'VERIFYING',
      dueOn: '2026-03-05',
      reminder: null,
      allowed: [],
      withdrawal: 'NONE',
    } as const;
    expect(reminderWords({ ...view, allowed: [] })?.off).toBe('3月5日过了还没办好，就能催');
    expect(reminderWords({ ...view, allowed: ['remind'] })).toEqual({
      reason: '村里和镇里都会收到，一天能催一次',
    });
    const asked = { on: '2026-03-06', answerBy: '2026-03-07', answer: null };
    expect(reminderWords({ ...view, allowed: [], reminder: asked })?.off).toBe(
      '催过了。村里 3月7日前要答复您',
    );
    expect(reminderWords({ ...view, allowed: [], state: 'SUPPLEMENT' })).toBeUndefined();
  });
});

describe('a rating', () => {
  const rate: Command = { type: 'rate', stars: 4, words: '' };
  const included = f01('INCLUDED');

  test('is the family’s, after the end, once, within a month', () => {
    expect(refusal(f01('ANNOUNCED'), daughter, rate, '2026-03-16 09:00')).toBe('WRONG_STATE');
    for (const who of [cadre, townClerk, countyClerk])
      expect(refusal(included, who, rate, '2026-03-17 09:00')).toBe('ROLE_MAY_NOT');
    const ended = caseOf(included).closedAt?.slice(0, 10) ?? '';
    const lastDay = new Date(Date.parse(ended) + 30 * 86_400_000).toISOString().slice(0, 10);
    const dayAfter = new Date(Date.parse(ended) + 31 * 86_400_000).toISOString().slice(0, 10);
    expect(refusal(included, daughter, rate, `${lastDay} 23:00`)).toBe('ok');
    expect(refusal(included, daughter, rate, `${dayAfter} 01:00`)).toBe('RATING_OVER');
    const rated = upTo(included, `${ended} 23:00`, [daughter, rate]);
    expect(refusal(rated, daughter, { ...rate, stars: 1 }, `${lastDay} 09:00`)).toBe('ALREADY_RATED');
  });
});
