import { answerFor, levelOfRole } from '@shared/access';
import { localDate } from '@shared/calendar';
import { hasLeft, type RegisterStatus } from '@shared/register';
import type { ExitStep } from './codes';
import type { ExitEvent, ExitEventType, RecordedExit } from './events';
import type { Exit, Round, Signed } from './exit';

/** Staff acts that sign for their office (domain.md 1.4). */
const SIGNING: ReadonlySet<ExitEventType> = new Set<ExitEventType>([
  'Proposed',
  'RollBackProposed',
  'ProposalAgreed',
  'VerificationSigned',
  'Appraised',
  'TownAccepted',
  'CountyDecided',
]);

/** The status that a step of an elimination shows on the register; a mark that is being taken back still stands. */
const SHOWN: Record<ExitStep, RegisterStatus> = {
  PROPOSED: 'ELIM_PROPOSED',
  VERIFY: 'ELIM_VERIFY',
  APPRAISAL: 'ELIM_APPRAISAL',
  PUBLICITY: 'ELIM_PUBLICITY',
  TOWN: 'ELIM_TOWN',
  COUNTY: 'ELIM_COUNTY',
  MARK: 'ELIM_COUNTY',
};

/** Folds one event; never changes its arguments. */
export function evolve(before: Exit, event: RecordedExit): Exit {
  const next = signed(apply(before, event), event);
  return { ...next, status: hasLeft(before.status) ? before.status : statusOf(next), version: event.seq };
}

function statusOf({ status, round, mark }: Exit): RegisterStatus {
  if (hasLeft(status)) return status;
  if (mark !== null) return 'ELIMINATED';
  return round === null ? 'ACTIVE' : SHOWN[round.step];
}

const EVOLVERS: { [T in ExitEventType]: (e: Exit, event: RecordedExit & { type: T }) => Exit } = {
  Suggested: (e, { data, ...by }) => suggested(e, 'ELIMINATION', { ...sign(by), ...data }),
  RollBackSuggested: (e, { data, ...by }) => suggested(e, 'ROLLBACK', { ...sign(by), ...data }),
  ProposalRefused: (e, { data, ...by }) => ({ ...e, refused: [...e.refused, { ...sign(by), ...data }] }),
  Proposed: (e, { data, ...by }) => ({ ...e, round: opened('ELIMINATION', sign(by), data) }),
  RollBackProposed: (e, { data, ...by }) => ({
    ...e,
    round: opened('ROLLBACK', sign(by), { ...data, mode: null, research: null, checked: [] }),
  }),
  ProposalAgreed: (e, { data, ...by }) =>
    on(e, by, { ...data, agreed: sign(by) }, e.round?.step === 'VERIFY' ? undefined : 'VERIFY'),
  VisitGivenBack: (e, { data: { personId }, ...by }) =>
    on(e, by, { verifiers: (e.round?.verifiers ?? []).filter((one) => one.personId !== personId) }),
  Verified: (e, { data: { research, checked, family }, ...by }) =>
    on(e, by, { research, checked, mode: modeOf(e, research.mode), verified: { ...sign(by), family } }),
  VerificationSigned: (e, { data: { complete, ...data }, ...by }) =>
    on(
      e,
      by,
      { signatures: [...(e.round?.signatures ?? []), { ...sign(by), ...data }] },
      complete ? 'APPRAISAL' : undefined,
    ),
  Appraised: (e, { data, ...by }) => on(e, by, { appraisal: { ...sign(by), ...data } }, 'PUBLICITY'),
  Posted: (e, { data, ...by }) => on(e, by, { publicity: data }),
  PublicityCorrected: (e, { data, ...by }) =>
    on(e, by, { publicity: e.round?.publicity ? { ...e.round.publicity, ...data } : null }),
  ObjectionHeard: (e, { data, ...by }) =>
    on(e, by, { objections: [...(e.round?.objections ?? []), { ...data, heard: sign(by), answer: null }] }),
  ObjectionAnswered: (e, { data, ...by }) =>
    on(e, by, {
      objections: (e.round?.objections ?? []).map((one) =>
        one.id === data.objectionId ? { ...one, answer: { ...sign(by), ...data } } : one,
      ),
    }),
  PublicityEnded: (e, by) => on(e, by, {}, 'TOWN'),
  TownAccepted: (e, { data, ...by }) => on(e, by, { town: { ...sign(by), ...data } }, 'COUNTY'),
  CountyDecided: (e, { data, ...by }) => on(e, by, { county: { ...sign(by), ...data } }, 'MARK'),
  Marked: (e, { data: { mode, observeUntil }, ...by }) => ({
    ...closed(e, { ...sign(by), how: 'DONE', reason: '' }),
    mark: { mode, on: localDate(by.at), observeUntil },
  }),
  RolledBack: (e, { data, ...by }) => ({
    ...closed(e, { ...sign(by), how: 'DONE', reason: data.reason }),
    mark: null,
    rolledBack: { ...sign(by), reason: data.reason },
  }),
  ProposalEnded: (e, { data: { checked: _, ...data }, ...by }) => closed(e, { ...sign(by), ...data }),
  Left: (e, { data, ...by }) => ({
    ...(e.round === null ? e : closed(e, { ...sign(by), how: 'WITHDRAWN', reason: data.reason })),
    status: data.how,
  }),
};

function apply(e: Exit, event: RecordedExit): Exit {
  return (EVOLVERS[event.type] as (e: Exit, event: RecordedExit) => Exit)(e, event);
}

const sign = ({ actor, at }: Signed): Signed => ({ actor, at });

/** Somebody asks that the family be looked at; nothing begins by it. */
const suggested = (e: Exit, kind: Round['kind'], said: Signed & { note: string }): Exit => ({
  ...e,
  suggestions: [...e.suggestions, { kind, ...said }],
});

/** What the visit says of how the risk went counts before what was proposed; of a mark that goes back there is none. */
const modeOf = (e: Exit, mode: Round['mode']): Round['mode'] => (e.round?.kind === 'ROLLBACK' ? null : mode);

function opened(
  kind: Round['kind'],
  proposed: Signed,
  said: Pick<Round, 'mode' | 'research' | 'checked' | 'reason'>,
): Round {
  return {
    kind,
    step: 'PROPOSED',
    stepSince: localDate(proposed.at),
    ...said,
    proposed,
    agreed: null,
    verifiers: [],
    verified: null,
    signatures: [],
    appraisal: null,
    publicity: null,
    objections: [],
    town: null,
    county: null,
    signers: [],
    ended: null,
  };
}

function on(e: Exit, { at }: Signed, change: Partial<Round>, step?: ExitStep): Exit {
  if (e.round === null) return e;
  const moved = step === undefined ? {} : { step, stepSince: localDate(at) };
  return { ...e, round: { ...e.round, ...change, ...moved } };
}

function closed(e: Exit, ended: NonNullable<Round['ended']>): Exit {
  return e.round === null ? e : { ...e, round: null, past: [...e.past, { ...e.round, ended }] };
}

function signed(e: Exit, { type, actor }: Signed & Pick<ExitEvent, 'type'>): Exit {
  const level = levelOfRole(actor.role);
  if (!SIGNING.has(type) || e.round === null || level === 'NONE' || level === 'HOUSEHOLD') return e;
  const signers = answerFor(actor).map((personId) => ({ personId, level }));
  return { ...e, round: { ...e.round, signers: [...e.round.signers, ...signers] } };
}
