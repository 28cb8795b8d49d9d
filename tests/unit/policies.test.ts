import { amountLines, canAsk, factPhrase, policyQuestion } from '@shared/messages/policies';
import {
  CATALOGUE,
  catalogueFaults,
  FACT_KINDS,
  FACTS,
  factsOf,
  POLICY_CATEGORIES,
  type PolicyOverride,
  policiesInForce,
} from '@shared/policies';
import { LONGEST, NEVER, sentences } from '../support/plain-words';

const TODAY = '2026-11-26';
const COUNTY = '150521';
const VILLAGE = '150521100200';

/** The codes as they were first given out: payments and cards name them, so none may go or mean something else. */
const FIRST_CODES =
  'EDU-01 EDU-02 EDU-03 EDU-04 EDU-05 EDU-06 EDU-07 EDU-08 EDU-09 HEA-01 HEA-02 HEA-03 HEA-04 HEA-05 HEA-06 INS-01 ' +
  'HOU-01 HOU-02 WAT-01 MOV-01 MOV-02 JOB-01 JOB-02 JOB-03 JOB-04 JOB-05 JOB-06 SER-01 IND-01 IND-02 IND-03 FIN-01 ' +
  'IND-04 LAN-01 LAN-02 LAN-03 NAT-01 NAT-02 NAT-03 NET-01 NET-02 NET-03 NET-04 DIS-01 DIS-02 CHI-01 OLD-01 OLD-02 ' +
  'OLD-03 OLD-04 FAM-01 VET-01 NET-05 EME-01 DIS-03 SOC-01';

describe('the catalogue', () => {
  test('has the 56 policies of domain.md 7 under the codes that were given out, and none is wrong or over', () => {
    expect(CATALOGUE.map(({ code }) => code).join(' ')).toBe(FIRST_CODES);
    expect(catalogueFaults(CATALOGUE, [], TODAY)).toEqual([]);
    expect(new Set(CATALOGUE.map(({ name }) => name)).size).toBe(CATALOGUE.length);
    const used = new Set(CATALOGUE.map(({ category }) => category));
    expect(POLICY_CATEGORIES.filter((one) => !used.has(one))).toEqual([]);
  });

  test('an amount says of which place and year it is, until a county confirms its own', () => {
    for (const { amount } of CATALOGUE)
      if (amount.kind === 'MONEY') {
        expect(amount.example).not.toBeNull();
        expect(amountLines(amount)[0]).toMatch(/^比如.+ \d{4}年：$/);
        expect(amountLines(amount).at(-1)).toBe('您这里多少，以县里的通知为准。');
      }
  });

  test('is written in plain, short words', () => {
    for (const { name, summary, how, amount } of CATALOGUE) {
      expect(name.length).toBeLessThanOrEqual(13);
      for (const text of [summary, how, ...amountLines(amount)]) {
        expect(text).not.toMatch(NEVER);
        for (const sentence of sentences(text))
          expect([sentence, sentence.length <= LONGEST]).toEqual([sentence, true]);
      }
    }
  });

  test('looks only at facts that have words, and each value of them', () => {
    const looked = new Set(CATALOGUE.flatMap(({ who }) => factsOf(who)));
    expect(FACTS.filter((fact) => !looked.has(fact))).toEqual([]);
    for (const fact of FACTS) {
      const kind = FACT_KINDS[fact];
      const values = kind.kind === 'FLAG' ? [true, false] : kind.kind === 'CHOICE' ? kind.values : [63];
      for (const value of values) expect([fact, value, factPhrase(fact, value)]).not.toContain('');
      if (canAsk(fact)) expect(policyQuestion(fact, '田晓雨')).toMatch(/^田晓雨.+？$/);
      if (canAsk(fact)) expect(kind.kind).toBe('FLAG');
    }
  });
});

describe('a region', () => {
  const change = (
    region: string,
    part: PolicyOverride['change'],
    more: Partial<PolicyOverride> = {},
  ): PolicyOverride => ({
    code: 'JOB-01',
    region,
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    off: false,
    change: part,
    ...more,
  });
  const own = (yuan: number): PolicyOverride['change'] => ({
    amount: {
      kind: 'MONEY',
      lines: [{ label: '', fen: yuan * 100, toFen: null, unit: 'PERSON_YEAR' }],
      example: null,
    },
  });
  const here = (overrides: PolicyOverride[], place = VILLAGE, day = TODAY) =>
    policiesInForce(CATALOGUE, overrides, place, day).find(({ code }) => code === 'JOB-01');

  test('says otherwise part by part, the nearer before the wider', () => {
    const overrides = [
      change(COUNTY, own(500)),
      change('15', { payer: '自治区人社厅', ...own(300) }),
      change('1505', { how: '打市里的电话办。' }),
    ];
    const policy = here(overrides);
    expect(policy).toMatchObject({ payer: '自治区人社厅', how: '打市里的电话办。', confirmed: true });
    expect(policy?.amount).toEqual(own(500).amount);
    expect(here(overrides, '150622100200')).toMatchObject({ payer: '自治区人社厅', confirmed: false });
    expect(here(overrides, '430623100200')).toMatchObject({ payer: '人社局', confirmed: false });
  });

  test('says so for its years only, and may leave a policy out', () => {
    expect(here([change(COUNTY, own(500))], VILLAGE, '2027-01-01')?.confirmed).toBe(false);
    expect(here([change('15', own(300)), change(COUNTY, {}, { off: true })])).toBeUndefined();
    // A county that gives it although the province does not.
    expect(here([change('15', {}, { off: true }), change(COUNTY, own(300))])?.confirmed).toBe(true);
  });

  test('is told what contradicts: two words for one day, a year that is over, a code of nothing, a rule that cannot be', () => {
    const faults = (...overrides: unknown[]) =>
      catalogueFaults(CATALOGUE, overrides, TODAY).map(({ fault }) => fault);
    expect(faults(change(COUNTY, own(500)), change(COUNTY, own(600), { validFrom: '2026-06-01' }))).toEqual([
      'OVERLAP',
    ]);
    expect(faults(change(COUNTY, own(500)), change('15', own(600)))).toEqual([]);
    expect(faults(change(COUNTY, own(500), { validFrom: '2025-01-01', validTo: '2025-12-31' }))).toEqual([
      'EXPIRED',
    ]);
    expect(faults(change(COUNTY, own(500), { code: 'ZZZ-99' }))).toEqual(['UNKNOWN_CODE']);
    expect(faults(change(COUNTY, { afterElimination: 'UNAFFECTED' }))).toEqual(['INVALID']);
    expect(faults(change(COUNTY, own(500), { validFrom: '2026-12-31', validTo: '2026-01-01' }))).toEqual([
      'INVALID',
    ]);
    expect(faults(change('1505211', own(500)))).toEqual(['INVALID']);
    expect(catalogueFaults([...CATALOGUE, CATALOGUE[0]], [], TODAY).map(({ fault }) => fault)).toEqual([
      'TWICE',
    ]);
    expect(catalogueFaults([{ ...CATALOGUE[0], validTo: '2022-12-31' }], [], TODAY)).toMatchObject([
      { fault: 'EXPIRED' },
    ]);
  });
});
