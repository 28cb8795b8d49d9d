import { add, type LocalDate, localDate } from '@shared/calendar';
import { maskId, maskPhone } from '@shared/people';
import { PolicyCode } from '@shared/policies/record';
import { z } from '@shared/zod';
import type { Case } from './case';
import { DEPARTMENTS, HEAD_KEY, HOUSEHOLD_TYPES, MEMBER_RELATIONS, RISK_TYPES } from './codes';
import { requiredWords, words } from './inputs';
import { Id } from './inputs/fields';

/** What we hold about a family, in the pieces of which it can say 「这里不对」. */
export const FAMILY_FACTS = [
  'HEAD',
  'PHONE',
  'PLACE',
  'MEMBERS',
  'STANDING',
  'MONEY',
  'HOUSE',
  'OTHER',
] as const;
export type FamilyFact = (typeof FAMILY_FACTS)[number];

export const STANDINGS = ['OPEN', 'ON_LIST', 'NOT_LISTED', 'WITHDRAWN', 'ENDED'] as const;
/** How a report stands, as coarse as a paper that lies in a drawer for weeks can say it. */
export type FamilyStanding = (typeof STANDINGS)[number];

export function standingOf(c: Pick<Case, 'state' | 'closedAt'>): FamilyStanding {
  if (c.state === 'INCLUDED') return 'ON_LIST';
  if (c.state === 'REJECTED' || c.state === 'NOT_ACCEPTED') return 'NOT_LISTED';
  if (c.state === 'WITHDRAWN') return 'WITHDRAWN';
  return c.closedAt === null ? 'OPEN' : 'ENDED';
}

/** All that the system holds about a family, as the family itself may read it. ID numbers and phone stay masked: phones
 * are lent, and the family knows its own. Opinions of staff are not in it. */
export const FamilyView = z.object({
  caseId: z.string(),
  caseNo: z.string(),
  headName: z.string(),
  idNoMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  group: z.string(),
  memberCount: z.number().nullable(),
  standing: z.enum(STANDINGS),
  /** Day since which it stands so; the day of the report while that is being dealt with. */
  since: z.string(),
  householdType: z.enum(HOUSEHOLD_TYPES).nullable(),
  risks: z.array(z.enum(RISK_TYPES)),
  members: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      relation: z.enum(MEMBER_RELATIONS),
      birthDate: z.string().nullable(),
      idNoMasked: z.string().nullable(),
      away: z.boolean(),
    }),
  ),
  visit: z.object({ on: z.string(), by: z.array(z.string()) }).nullable(),
  money: z
    .object({
      from: z.string(),
      to: z.string(),
      netPerCapitaFen: z.number(),
      referencePerCapitaFen: z.number(),
      lineFen: z.number(),
    })
    .nullable(),
  house: z.object({ grade: z.enum(['A', 'B', 'C', 'D', 'UNKNOWN']), waterProblem: z.boolean() }).nullable(),
  /** Who agreed to the comparison, when and how. */
  consents: z.array(
    z.object({ name: z.string(), on: z.string(), method: z.enum(['SCREEN', 'PAPER', 'FINGERPRINT']) }),
  ),
  asked: z.array(z.enum(DEPARTMENTS)),
  photoCount: z.number(),
  hasVoice: z.boolean(),
});
export type FamilyView = z.infer<typeof FamilyView>;

/** Takes a family's case; gives what is held about it. Before a visit recorded the members, the head stands alone. */
export function familyView(c: Case): FamilyView {
  const standing = standingOf(c);
  const { verification } = c;
  const figures = verification?.assessment;
  return {
    caseId: c.id,
    caseNo: c.caseNo,
    headName: c.headName,
    idNoMasked: c.report.idNo === null ? null : maskId(c.report.idNo),
    phoneMasked: c.report.phone === null ? null : maskPhone(c.report.phone),
    group: c.group,
    memberCount: c.memberCount,
    standing,
    since: localDate(standing === 'OPEN' ? c.cluedAt : (c.closedAt ?? c.cluedAt)),
    householdType: standing === 'ON_LIST' ? (c.decision?.householdType ?? null) : null,
    risks: standing === 'ON_LIST' ? (c.decision?.risks ?? []) : c.report.riskTypes,
    members: c.members.map(({ key, name, relation, birthDate, idNo, away }) => ({
      key,
      name,
      relation,
      birthDate,
      idNoMasked: idNo === null ? null : maskId(idNo),
      away,
    })),
    visit:
      verification === null
        ? null
        : {
            on: verification.record.visitedOn,
            by: verification.signatures.map(({ actor }) => actor.name),
          },
    money:
      figures === undefined
        ? null
        : {
            from: figures.parameters.window.from,
            to: figures.parameters.window.to,
            netPerCapitaFen: figures.netPerCapitaFen,
            referencePerCapitaFen: figures.referencePerCapitaFen,
            lineFen: figures.parameters.lineFen,
          },
    house:
      verification === null
        ? null
        : {
            grade: verification.record.findings.houseGrade,
            waterProblem: verification.record.findings.waterProblem,
          },
    consents: Object.entries(c.authorizations).map(([key, { at, method }]) => ({
      name: nameOf(c, key),
      on: localDate(at),
      method: method as 'SCREEN' | 'PAPER' | 'FINGERPRINT',
    })),
    asked: c.dataCheck?.departments ?? [],
    photoCount: c.report.photoIds.length + (verification?.record.photoIds.length ?? 0),
    hasVoice: c.report.difficulty.voiceId !== null,
  };
}

function nameOf(c: Case, key: string): string {
  const member = c.members.find((candidate) => candidate.key === key);
  return member?.name ?? (key === HEAD_KEY ? c.headName : '');
}

/** POLICY: the village is asked to see to a policy of domain.md 7 for the family. */
export const REQUEST_KINDS = ['CORRECTION', 'VISIT', 'POLICY'] as const;
export const REQUEST_OUTCOMES = ['CORRECTED', 'KEPT', 'VISIT', 'HELPED'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** A correction says what is wrong; a wish for a visit or for help with a policy may stand alone. */
export const FamilyRequestInput = z
  .object({
    kind: z.enum(REQUEST_KINDS),
    /** What it is about: one of the facts, or the code of a policy. */
    fact: z.enum(FAMILY_FACTS).or(PolicyCode),
    memberKey: Id.nullable().default(null),
    text: words(300).default(''),
  })
  .refine(({ kind, text }) => kind !== 'CORRECTION' || text !== '', { error: 'REQUIRED', path: ['text'] })
  .refine(({ kind, fact }) => (kind === 'POLICY') === PolicyCode.safeParse(fact).success, {
    error: 'INVALID',
    path: ['fact'],
  });

/** An answer always gives its reason: nothing that a family asks ends in a void. */
export const FamilyAnswerInput = z.object({ outcome: z.enum(REQUEST_OUTCOMES), text: requiredWords(300) });

/** domain.md 6.7 gives the right and no term; ten days is what a disputed payment is promised too (ux.md 4, sw-money). */
const ANSWER_DAYS = 10;

/** By when a request is answered. */
export function requestDueOn(askedOn: LocalDate): LocalDate {
  return add(askedOn, ANSWER_DAYS, 'NATURAL');
}
