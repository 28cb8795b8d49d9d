import type { Actor } from '@shared/access';
import {
  type Assessment,
  assess,
  incomeWindow,
  isNetUnlikely,
  type Prompt,
  prompts,
  type TriggerFacts,
} from '@shared/assessment';
import { localDate } from '@shared/calendar';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import { type CaseState, GUARANTEES, HEAD_KEY } from '../codes';
import type { CaseEvent } from '../events';
import { signsAlone, VILLAGE_STAFF } from '../guards';
import type { AcceptInput, MemberInput, SignVerificationInput, StaffRef, VerificationInput } from '../inputs';
import { knownMember, samePerson } from '../members';
import { type Refusal, refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

export type VerificationCommand =
  | ({ type: 'assignVerifiers' } & z.infer<typeof AcceptInput>)
  | ({ type: 'recordVerification' } & VerificationInput)
  | ({ type: 'signVerification' } & z.infer<typeof SignVerificationInput>)
  | { type: 'giveBackVisit'; personId: string; name: string };

export type VerificationEvent =
  | { type: 'VerifiersAssigned'; data: { verifiers: StaffRef[] } }
  | { type: 'VisitGivenBack'; data: { personId: string; name: string } }
  | {
      type: 'VerificationRecorded';
      data: { record: VerificationInput; members: MemberInput[]; assessment: Assessment; prompts: Prompt[] };
    }
  | { type: 'VerificationSigned'; data: { opinion: string; signatureId: string | null } }
  | { type: 'VerificationCompleted'; data: Record<string, never> };

export const verificationActions: Actions<VerificationCommand> = {
  assignVerifiers: { states: ['VERIFYING'], roles: ['VILLAGE'] },
  // Who was sent and leaves the service before going: somebody else is to be named.
  giveBackVisit: { states: ['VERIFYING', 'REVIEW'], roles: ['SYSTEM'] },
  // The township's clerk visits when a review ordered another look (domain.md 3.3): who was sent is what counts.
  recordVerification: { states: ['VERIFYING'], roles: [...VILLAGE_STAFF, 'TOWN_CLERK'], guard: isVerifier },
  signVerification: {
    states: ['VERIFYING'],
    roles: [...VILLAGE_STAFF, 'TOWN_CLERK'],
    // The township's clerk signs for the township: whoever signed for the village signs no second level here either.
    guard: (c, actor) =>
      signsAlone(actor.role === 'TOWN_CLERK' ? 'TOWN' : 'VILLAGE')(c, actor) ??
      isVerifier(c, actor) ??
      (c.verification === null ? refuse('GUARD', 'VERIFICATION_NOT_RECORDED') : null) ??
      (c.verification?.signatures.some((s) => s.actor.personId === actor.personId)
        ? refuse('GUARD', 'ALREADY_SIGNED')
        : null),
  },
};

/** Whether a person was sent to look, at first or again after a refusal, and has not handed that in. */
export function owesVisit(c: Case, personId: string): boolean {
  const [sent, done] =
    c.state === 'REVIEW'
      ? [c.review?.verifiers ?? [], c.review?.findings ?? []]
      : c.state === 'VERIFYING'
        ? [c.verifiers, c.verification?.signatures ?? []]
        : [[], []];
  return (
    sent.some((one) => one.personId === personId) && !done.some(({ actor }) => actor.personId === personId)
  );
}

export function isVerifier(c: Case, actor: Actor): Refusal | null {
  return c.verifiers.some((v) => v.personId === actor.personId)
    ? null
    : refuse('GUARD', 'NOT_A_VERIFIER', { names: c.verifiers.map((v) => v.name).join('、') });
}

export const verificationDeciders: Deciders<VerificationCommand> = {
  assignVerifiers: (c, { verifiers }) =>
    verifiersRefused(c, verifiers) ?? [{ type: 'VerifiersAssigned', data: { verifiers } }],

  giveBackVisit: (c, { personId, name }) =>
    owesVisit(c, personId)
      ? [{ type: 'VisitGivenBack', data: { personId, name } }]
      : refuse('INPUT', 'NOT_A_VERIFIER', { names: c.verifiers.map((v) => v.name).join('、') }, 'personId'),

  recordVerification(c, command, _actor, { now, profile }) {
    const { type: _, ...typed } = command;
    const record = withKnownNumber(c, {
      ...typed,
      members: typed.members.map((member) => withKnownIdNo(c, member)),
    });
    const assessment = assess(record.sheet, profile);
    const held =
      visitRefused(c, record, localDate(now)) ??
      filesRefused(record) ??
      guaranteesRefused(record) ??
      (isNetUnlikely(assessment) && !record.netReason
        ? refuse('INPUT', 'NET_REASON_NEEDED', {}, 'netReason')
        : null);
    if (held !== null) return held;
    const facts: TriggerFacts = { ...record.findings, risks: c.report.riskTypes, sheet: record.sheet };
    return [
      {
        type: 'VerificationRecorded',
        data: {
          record,
          members: record.members,
          assessment,
          prompts: prompts(facts, assessment, profile),
        },
      },
    ];
  },

  signVerification(c, { opinion, signatureId }, actor, { profile }) {
    const signature: CaseEvent = { type: 'VerificationSigned', data: { opinion, signatureId } };
    const signers = new Set(c.verification?.signatures.map((s) => s.actor.personId));
    signers.add(actor.personId);
    if (signers.size < profile.verification.minSigners) return [signature];
    const next: CaseState = c.dataCheck?.completedAt ? 'TRIAGE' : 'DATA_CHECK';
    return [signature, { type: 'VerificationCompleted', to: next, data: {} }];
  },
};

/** Two different people verify, and nobody who is a party to the case or of its kin (domain.md 1.1). */
export function verifiersRefused(c: Case, verifiers: readonly { personId: string }[]): Refusal | null {
  const ids = new Set(verifiers.map((v) => v.personId));
  if (ids.size !== verifiers.length) return refuse('INPUT', 'VERIFIERS_MUST_DIFFER', {}, 'verifiers');
  if (c.parties.some((p) => ids.has(p.personId)))
    return refuse('INPUT', 'PARTY_CANNOT_VERIFY', {}, 'verifiers');
  return c.kin.some((k) => ids.has(k.personId))
    ? refuse('INPUT', 'KIN_MUST_STEP_BACK', {}, 'verifiers')
    : null;
}

function visitRefused(c: Case, record: VerificationInput, today: string): Refusal | null {
  if (record.visitedOn > today || record.visitedOn < localDate(c.cluedAt))
    return refuse('INPUT', 'VISIT_DATE_OUT_OF_RANGE', {}, 'visitedOn');
  if (isSpokenTo(record) && !record.contact?.phone)
    return refuse('INPUT', 'CONTACT_NEEDED', {}, 'contact.phone');
  const keys = new Set(record.members.map((m) => m.key));
  if (keys.size !== record.members.length) return refuse('INPUT', 'MEMBER_KEYS_REPEAT', {}, 'members');
  const heads = record.members.filter((m) => m.relation === 'HEAD');
  if (heads.length !== 1 || heads[0]?.key !== HEAD_KEY) return refuse('INPUT', 'HEAD_MISSING', {}, 'members');
  if (record.sheet.members > record.members.length)
    return refuse(
      'INPUT',
      'SHEET_MEMBERS_DIFFER',
      { sheet: record.sheet.members, members: record.members.length },
      'sheet.members',
    );
  const window = incomeWindow(localDate(c.cluedAt));
  return record.sheet.window.from !== window.from || record.sheet.window.to !== window.to
    ? refuse('INPUT', 'SHEET_WINDOW_WRONG', { ...window }, 'sheet.window')
    : null;
}

/** By video or telephone: then who was spoken to, and under which number, stands in the record. */
const isSpokenTo = ({ mode }: VerificationInput) => mode === 'VIDEO' || mode === 'PHONE';

/** What a row or a guarantee shows as its proof came with this very record. */
function filesRefused({ photoIds, sheet, findings }: VerificationInput): Refusal | null {
  const named = [
    ...[...sheet.income, ...sheet.costs, ...sheet.rigid].flatMap((row) => row.evidenceIds ?? []),
    ...(findings.guarantees ?? []).flatMap((one) => one.photoIds),
  ];
  const brought = new Set(photoIds);
  return named.every((id) => brought.has(id)) ? null : refuse('INPUT', 'EVIDENCE_MISSING', {}, 'photoIds');
}

/** Who mends what, and by when, is said of what is wrong only, once each, for a day from the visit on. */
function guaranteesRefused({ findings, visitedOn }: VerificationInput): Refusal | null {
  const said = findings.guarantees ?? [];
  if (
    new Set(said.map(({ what }) => what)).size !== said.length ||
    said.some(({ what }) => !findings[GUARANTEES[what]])
  )
    return refuse('INPUT', 'GUARANTEE_NOT_FOUND', {}, 'findings.guarantees');
  return said.some(({ dueOn }) => dueOn < visitedOn)
    ? refuse('INPUT', 'DUE_BEFORE_VISIT', {}, 'findings.guarantees')
    : null;
}

/** Like an ID number, the telephone number is masked to staff: left out it stays, for the same person. */
function withKnownNumber(c: Case, record: VerificationInput): VerificationInput {
  const { contact } = record;
  const before = c.verification?.record.contact;
  if (contact === undefined || contact.phone !== null || before?.interviewee !== contact.interviewee)
    return record;
  return { ...record, contact: { ...contact, phone: before.phone } };
}

/**
 * Staff see ID numbers masked and cannot type back what they do not see: a number left out stays as it was known,
 * but never passes to another name under the same key.
 */
function withKnownIdNo(c: Case, member: MemberInput): MemberInput {
  const before = knownMember(c, member.key);
  return member.idNo === null && before?.name === member.name ? { ...member, idNo: before.idNo } : member;
}

export const verificationEvolvers: Evolvers<VerificationEvent> = {
  VerifiersAssigned: (c, { data }) => ({ ...c, verifiers: data.verifiers }),
  VisitGivenBack(c, { data: { personId } }) {
    const stay = ({ verifiers }: { verifiers: StaffRef[] }) =>
      verifiers.filter((one) => one.personId !== personId);
    return c.state === 'REVIEW' && c.review !== null
      ? { ...c, review: { ...c.review, verifiers: stay(c.review) } }
      : { ...c, verifiers: stay(c) };
  },
  VerificationRecorded(c, { data: { record, members, assessment, prompts: shown }, at }) {
    // A changed record is a new text: earlier signatures stood under the old one.
    return {
      ...c,
      group: record.group,
      headName: members.find((m) => m.key === HEAD_KEY)?.name ?? c.headName,
      authorizations: stillSigned(c, members),
      members,
      memberCount: members.length,
      verification: {
        record,
        assessment,
        prompts: shown,
        recordedAt: at,
        signatures: [],
        completedAt: null,
      },
    };
  },
  VerificationSigned: (c, { data, actor, at }) =>
    withVerification(c, (v) => ({ ...v, signatures: [...v.signatures, { actor, at, ...data }] })),
  VerificationCompleted: (c, { at }) => withVerification(c, (v) => ({ ...v, completedAt: at })),
};

function withVerification(
  c: Case,
  change: (v: NonNullable<Case['verification']>) => NonNullable<Case['verification']>,
): Case {
  return c.verification === null ? c : { ...c, verification: change(c.verification) };
}

/** A signature belongs to a person, not to a line of the form: it goes when another person is written there (I2). */
function stillSigned(c: Case, members: readonly MemberInput[]): Case['authorizations'] {
  const kept = Object.entries(c.authorizations).filter(([key]) => {
    const before = knownMember(c, key);
    const now = members.find((member) => member.key === key);
    return before !== undefined && now !== undefined && samePerson(before, now);
  });
  return Object.fromEntries(kept);
}
