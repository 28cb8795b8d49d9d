import { fewOwners } from '@miniapp/features/help/owners';
import { MEASURE_CODES, RISK_TYPES, type RiskType } from '@shared/casework/codes';
import type { Owner } from '@shared/measures/codes';

/** Who is asked first who does a measure: a column of seventeen is too long for a phone in large text. */
const reasonOf = (risk: RiskType) => `risk:${risk}` as const;

test('the kind of help says who mostly gives it, and the village and the township are always there', () => {
  expect(fewOwners({ code: 'HEA' }, undefined)).toEqual(['MEDICAL_INSURANCE', 'HEALTH', 'VILLAGE', 'TOWN']);
  expect(fewOwners({ code: 'WAT', reason: 'risk:ILLNESS' }, undefined)).toEqual(['WATER', 'VILLAGE', 'TOWN']);
});

test('before its kind is said, the risk that it is for says it', () => {
  expect(fewOwners({ reason: 'risk:SCHOOLING' }, undefined)).toEqual(['EDUCATION', 'VILLAGE', 'TOWN']);
  expect(fewOwners({ reason: 'risk:DISASTER' }, undefined)).toEqual([
    ...(['CIVIL_AFFAIRS', 'HOUSING', 'EMERGENCY', 'AGRICULTURE', 'VILLAGE', 'TOWN'] as const),
  ]);
  for (const about of [{}, { reason: 'need:JOB' as const }, { reason: reasonOf('OTHER') }])
    expect(fewOwners(about, undefined)).toEqual(['CIVIL_AFFAIRS', 'VILLAGE', 'TOWN']);
});

test('who is chosen is among them once, whatever is asked for', () => {
  const chosen: Owner[] = ['POLICE', 'VILLAGE', 'OTHER', 'HUMAN_RESOURCES'];
  const abouts = [
    ...MEASURE_CODES.map((code) => ({ code })),
    ...RISK_TYPES.map((risk) => ({ reason: reasonOf(risk) })),
  ];
  for (const owner of chosen)
    for (const about of abouts) {
      const few = fewOwners(about, owner);
      expect(few.filter((one) => one === owner)).toEqual([owner]);
      expect(new Set(few).size).toBe(few.length);
      expect(few.length).toBeLessThanOrEqual(7);
    }
  expect(fewOwners({ code: 'HEA' }, 'POLICE').at(-1)).toBe('POLICE');
});
