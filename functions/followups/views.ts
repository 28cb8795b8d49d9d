import type { StaffRole } from '@shared/access';
import { localDate } from '@shared/calendar';
import type { MemberRelation } from '@shared/casework';
import type {
  AddedRiskView,
  ChangeView,
  contract,
  FactView,
  FollowTaskView,
  OutputOf,
  QuarterView,
} from '@shared/contract';
import {
  type AsOf,
  addedRisks,
  CHANGE_RULES,
  CONFIRMERS,
  counts,
  FACT_KEEPERS,
  type Fact,
  familyAt,
  firstDayOfQuarter,
  HOUSEHOLD,
  type MemberChange,
  periodsOf,
  SAID_FACT_KEYS,
  yearPerHead,
} from '@shared/followups';
import { GUARANTEE_LABELS, RISK_LABELS } from '@shared/messages';
import { maskId } from '@shared/people';
import type { Ctx } from '../runtime/context';
import type { Followed } from '../runtime/register/followed';
import { openRecord, sheetId } from '../runtime/register/sealed';
import type { ChangeRow, QuarterRow, TaskRow } from './followups.sql';
import { type Hand, handOf, type Opened } from './hands';

type FamilyFacts = OutputOf<typeof contract.followups.facts>;

/** The family on a day, as known at a moment; ID numbers masked. */
export function familyView(facts: readonly Fact[], asOf: AsOf): Pick<FamilyFacts, 'members' | 'household'> {
  const { household, members } = familyAt(facts, asOf);
  return {
    members: members.map(({ key, ...said }) => {
      const since = periodsOf(facts, key, 'STANDING', asOf.knownAt)
        .filter(({ from }) => from <= asOf.on)
        .at(-1);
      return {
        key,
        name: said.NAME ?? '',
        relation: said.RELATION ?? ('OTHER' satisfies MemberRelation),
        birthDate: said.BIRTH_DATE ?? null,
        idNoMasked: said.ID_NO ? maskId(said.ID_NO) : null,
        standing: said.STANDING ?? 'MEMBER',
        counted: said.COUNTED ?? false,
        away: said.AWAY ?? false,
        ...(said.HEALTH !== undefined && { health: [...said.HEALTH] }),
        ...(said.LABOUR !== undefined && { labour: said.LABOUR }),
        ...(said.SCHOOL !== undefined && { school: said.SCHOOL }),
        ...(said.INSURED !== undefined && { insured: said.INSURED }),
        since: since?.from ?? '',
        evidence: since?.fact.evidence ?? '',
      };
    }),
    household: {
      kind: household.KIND ?? null,
      houseGrade: household.HOUSE_GRADE ?? 'UNKNOWN',
      housing: household.HOUSING ?? false,
      water: household.WATER ?? false,
      school: household.SCHOOL_PROBLEM ?? false,
      insurance: household.INSURANCE ?? false,
      noLabour: household.NO_LABOUR ?? false,
      risks: [...(household.RISKS ?? [])],
    },
  };
}

/** One row of what was written down, for whoever may read the family; ID numbers masked. */
export function factView(facts: readonly Fact[], fact: Fact, keeps: boolean): FactView {
  const { id = '', member, key, from, to, recordedAt, recordedBy: by, evidence, corrects, reason } = fact;
  const isOfFamily = member === HOUSEHOLD;
  const stands = counts(facts, fact);
  const value = key === 'ID_NO' && typeof fact.value === 'string' ? maskId(fact.value) : fact.value;
  return {
    id,
    memberKey: isOfFamily ? null : member,
    who: isOfFamily ? '' : nameOf(facts, member),
    key,
    value: (value ?? null) as FactView['value'],
    ...{ from, to, writtenAt: recordedAt, by, evidence },
    corrects: corrects ?? null,
    reason: reason ?? '',
    counts: stands,
    mayCorrect: keeps && stands && (SAID_FACT_KEYS as readonly string[]).includes(key),
  };
}

/** Name of a person of the family, whenever she was of it. */
export function nameOf(facts: readonly Fact[], member: string): string {
  const named = facts.filter((fact) => fact.member === member && fact.key === 'NAME').at(-1);
  return named === undefined ? '' : String(named.value);
}

const WAITS_FOR: Partial<Record<ChangeRow['state'], readonly StaffRole[]>> = {
  TOLD: CONFIRMERS.VILLAGE,
  TOWN: CONFIRMERS.TOWN,
  COUNTY: CONFIRMERS.COUNTY,
};

/**
 * What the family told is as what was made of it is: taken back, or refused by the level that it waited for.
 * @param rows others of the family, where that one is looked for
 */
export function changeView(
  ctx: Ctx,
  followed: Opened,
  row: ChangeRow,
  rows: readonly ChangeRow[] = [],
): ChangeView {
  const said = openRecord(ctx, 'change', row.id, { keyId: row.key_id, bytes: row.sealed });
  const hand = handOf(ctx, followed, WAITS_FOR[row.state] ?? []);
  const made = madeOf(ctx, row, rows);
  const end = made?.state === 'TAKEN_BACK' || made?.state === 'REFUSED' ? made : row;
  return {
    id: row.id,
    kind: row.kind as ChangeView['kind'],
    on: row.happened_on,
    state: end.state,
    byFamily: row.by_family,
    by: row.said_name,
    saidOn: localDate(row.said_at),
    dueOn: row.due_on,
    who: said.who,
    memberKey: said.by === 'FAMILY' ? said.memberKey : null,
    text: said.by === 'FAMILY' ? said.text : said.note,
    evidence: said.evidence,
    photoIds: said.photoIds,
    warnings: said.by === 'FAMILY' ? [] : said.warnings,
    answer: answerOf(ctx, end.state === 'REFUSED' ? end : row),
    takenBack:
      end.back_at === null || end.back_key === null || end.back === null
        ? null
        : {
            words: openRecord(ctx, 'change-back', end.id, { keyId: end.back_key, bytes: end.back }).words,
            by: end.back_name ?? '',
            on: localDate(end.back_at),
          },
    mayAnswer: hand !== null && !hand.hands.includes(row.said_by),
    mayTakeBack: takersBack(row) !== null && handOf(ctx, followed, takersBack(row) ?? []) !== null,
  };
}

function openAnswer(ctx: Ctx, { id, answer_key: keyId, answer: bytes }: ChangeRow) {
  return keyId === null || bytes === null ? null : openRecord(ctx, 'change-answer', id, { keyId, bytes });
}

function answerOf(ctx: Ctx, row: ChangeRow): ChangeView['answer'] {
  const answer = openAnswer(ctx, row);
  return answer === null || row.answered_at === null
    ? null
    : { words: answer.words, by: row.answered_name ?? '', on: localDate(row.answered_at) };
}

/** The coming or going that was made of what a family told. */
export function madeOf(ctx: Ctx, row: ChangeRow, rows: readonly ChangeRow[]): ChangeRow | undefined {
  const record = row.by_family ? openAnswer(ctx, row)?.record : undefined;
  return record === undefined ? undefined : rows.find(({ id }) => id === record);
}

/** Whether it counted once: what waited inside the office and went no further the family never heard of. */
export const hasCounted = (row: ChangeRow): boolean =>
  row.state === 'DONE' ||
  (row.state === 'TAKEN_BACK' && (levelOf(row) === 'NONE' || row.answered_at !== null));

const levelOf = ({ kind }: ChangeRow) => CHANGE_RULES[kind as MemberChange].level;

/**
 * Who may take back what was written down: whoever keeps the facts, until another level agreed to it, then that level.
 * Null of what a family told, of what is over, and of the end of a whole family: that closed its entry.
 */
export function takersBack(row: ChangeRow): readonly StaffRole[] | null {
  if (row.by_family || row.state === 'REFUSED' || row.state === 'TAKEN_BACK') return null;
  const { level, who } = CHANGE_RULES[row.kind as MemberChange];
  if (row.state !== 'DONE' || level === 'NONE') return FACT_KEEPERS;
  return who === 'ALL' ? null : CONFIRMERS[level];
}

/** Risks that follow-ups added, with what was taken back. */
export function addedRisksView(facts: readonly Fact[], keeps: boolean): AddedRiskView[] {
  return addedRisks(facts).map(({ risk, fact, back }) => ({
    risk,
    on: fact.from,
    by: fact.recordedBy,
    takenBack:
      back === null
        ? null
        : { words: back.reason ?? '', by: back.recordedBy, on: localDate(back.recordedAt) },
    mayTakeBack: keeps && back === null,
  }));
}

/** What a quarter came to, with the rules that it was reckoned by. */
function figuresOf(row: QuarterRow): QuarterView['figures'] {
  const fen = (text: string | null) => (text === null ? null : Number(text));
  return {
    A: Number(row.income_a),
    B: Number(row.income_b),
    C: Number(row.income_c),
    D: Number(row.income_d),
    E: Number(row.cost_e),
    net: Number(row.net),
    rigid: Number(row.rigid),
    reference: Number(row.reference),
    heads: row.heads,
    netPerHead: fen(row.net_per_head),
    referencePerHead: fen(row.reference_per_head),
    lineFen: Number(row.line_fen),
    profileCode: row.profile_code,
    profileVersion: row.profile_version,
  };
}

/** Income by quarters up to a day, as far as it was confirmed at a moment; what waited for a word was not known yet. */
export function incomeView(
  rows: readonly QuarterRow[],
  { on, knownAt }: AsOf,
): Pick<FamilyFacts, 'quarters' | 'yearPerHead'> {
  const quarters = rows.flatMap((row) => {
    const known = row.state === 'DONE' && row.town_at !== null && (knownAt == null || row.town_at <= knownAt);
    return known && firstDayOfQuarter(row.quarter) <= on
      ? [{ quarter: row.quarter, figures: figuresOf(row), confirmedOn: localDate(row.town_at ?? '') }]
      : [];
  });
  const [last] = quarters;
  const sums = quarters.map(({ quarter, figures: { net, heads } }) => ({ quarter, net, heads }));
  return { quarters, yearPerHead: last === undefined ? null : yearPerHead(sums, last.quarter) };
}

/** Whether a hand, or one in whose stead it acts, is that of the level before: another one signs next (domain.md 1.4). */
export function isSameHand(row: QuarterRow, { hands }: Hand): boolean {
  const before =
    row.state === 'TOWN' ? [row.village_by, row.village_for] : [row.recorded_by, row.recorded_for];
  return before.some((one) => one !== null && hands.includes(one));
}

export function quarterView(ctx: Ctx, followed: Opened, row: QuarterRow): QuarterView {
  const said = openRecord(ctx, 'quarter', sheetId(followed.loaded.case.id, row.quarter, row.revision), {
    keyId: row.key_id,
    bytes: row.sealed,
  });
  const level = row.state === 'VILLAGE' || row.state === 'TOWN' ? row.state : null;
  const hand = level === null ? null : handOf(ctx, followed, CONFIRMERS[level]);
  return {
    quarter: row.quarter,
    revision: row.revision,
    state: row.state,
    on: row.on_day,
    figures: figuresOf(row),
    sheet: said.sheet,
    guarantees: said.guarantees.map(({ what, detail, fixer, dueOn }) => ({ what, detail, fixer, dueOn })),
    work: row.work,
    workWords: said.workWords,
    troubles: said.troubles,
    feeling: row.feeling,
    familyWords: said.familyWords,
    result: row.result,
    newRisks: said.newRisks,
    words: said.words,
    signed: row.signed,
    signatureId: row.signature_id,
    by: row.recorded_name,
    recordedOn: localDate(row.recorded_at),
    village: row.village_at === null ? null : { by: row.village_name ?? '', on: localDate(row.village_at) },
    town: row.town_at === null ? null : { by: row.town_name ?? '', on: localDate(row.town_at) },
    mayConfirm: hand !== null && !isSameHand(row, hand),
  };
}

export function taskView(ctx: Ctx, { facts }: Pick<Followed, 'facts'>, row: TaskRow): FollowTaskView {
  const words = row.about === '' ? [] : row.about.split('.').map((one) => aboutWord(facts, row.kind, one));
  return {
    id: row.id,
    kind: row.kind,
    about: words.filter((one) => one !== ''),
    dueOn: row.due_on,
    late: row.done_at === null && row.due_on < ctx.today,
    done:
      row.done_at === null || row.answer_key === null || row.answer === null
        ? null
        : {
            words: openRecord(ctx, 'task-answer', row.id, { keyId: row.answer_key, bytes: row.answer }).words,
            by: row.done_name ?? '',
            on: localDate(row.done_at),
          },
  };
}

function aboutWord(facts: readonly Fact[], kind: TaskRow['kind'], about: string): string {
  if (kind === 'REPLAN') return RISK_LABELS[about as keyof typeof RISK_LABELS] ?? '';
  if (kind === 'GUARANTEE') return GUARANTEE_LABELS[about as keyof typeof GUARANTEE_LABELS] ?? '';
  return nameOf(facts, about);
}
