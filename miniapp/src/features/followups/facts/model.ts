import { addDays } from '@shared/calendar/dates';
import type { FactView, FollowedFamily } from '@shared/contract';
import type { FactKey } from '@shared/followups/facts';
import {
  evidenceWords,
  FACT_LABELS,
  factWords,
  fullDay,
  HEALTH_LABELS,
  LABOUR_LABELS,
  SCHOOL_LABELS,
  YES_NO,
} from '@shared/messages';

type Member = FollowedFamily['members'][number];
type Household = FollowedFamily['household'];

/** Whom a fact is of, where the family as a whole is one of the choices. */
export const WHOLE = 'FAMILY';

/** What is written one by one, of a person and of the family; who comes and goes has a page of its own. */
export const OF_PERSON = [
  'LABOUR',
  'HEALTH',
  'SCHOOL',
  'INSURED',
  'AWAY',
  'NAME',
  'BIRTH_DATE',
  'ID_NO',
] as const satisfies readonly FactKey[];
export const OF_FAMILY = [
  'HOUSE_GRADE',
  'HOUSING',
  'WATER',
  'SCHOOL_PROBLEM',
  'INSURANCE',
  'NO_LABOUR',
] as const satisfies readonly FactKey[];
export type SaidKey = (typeof OF_PERSON)[number] | (typeof OF_FAMILY)[number];

/** 「2026年7月1日起」, 「2026年7月1日到2026年7月31日」: the last day is said, not the first one after it. */
export const spanWords = ({ from, to }: Pick<FactView, 'from' | 'to'>): string =>
  to === null ? `${fullDay(from)}起` : `${fullDay(from)}到${fullDay(addDays(to, -1))}`;

/** 「田有福，能不能干活：干不了活了」 */
export const factLine = ({ who, key, value }: Pick<FactView, 'who' | 'key' | 'value'>): string =>
  [who, `${FACT_LABELS[key]}：${factWords(key, value)}`].filter(Boolean).join('，');

/** What shows it, and of a correction why what stood there was wrong. */
export const factGrounds = ({ evidence, reason }: Pick<FactView, 'evidence' | 'reason'>): string =>
  [`凭：${evidenceWords(evidence)}`, reason && `错在：${reason}`].filter(Boolean).join(' · ');

/** What is held of somebody on a day; what nobody said is left out. */
export function memberWords({ health, labour, school, insured, away, standing }: Member): string {
  if (standing === 'CLOSED') return '';
  return [
    labour && LABOUR_LABELS[labour],
    health?.map((one) => HEALTH_LABELS[one]).join('、'),
    school && SCHOOL_LABELS[school],
    insured !== undefined && YES_NO.INSURED[insured ? 0 : 1],
    YES_NO.AWAY[away ? 0 : 1],
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The value that stands now; undefined when nobody said one. */
export function valueNow(
  { members, household }: { members: readonly Member[]; household: Household },
  who: string,
  key: SaidKey,
): unknown {
  const of: Record<(typeof OF_FAMILY)[number], unknown> = {
    HOUSE_GRADE: household.houseGrade,
    HOUSING: household.housing,
    WATER: household.water,
    SCHOOL_PROBLEM: household.school,
    INSURANCE: household.insurance,
    NO_LABOUR: household.noLabour,
  };
  if (who === WHOLE) return of[key as keyof typeof of];
  const member = members.find((one) => one.key === who);
  if (member === undefined) return undefined;
  const said: Record<(typeof OF_PERSON)[number], unknown> = {
    LABOUR: member.labour,
    HEALTH: member.health,
    SCHOOL: member.school,
    INSURED: member.insured,
    AWAY: member.away,
    NAME: member.name,
    BIRTH_DATE: member.birthDate,
    ID_NO: member.idNoMasked,
  };
  return said[key as keyof typeof said];
}

/** What one hand wrote at one moment. */
export interface Written {
  id: string;
  at: string;
  by: string;
  rows: FactView[];
}

/** Of rows, the last first: hands and moments in that order, and what one of them wrote as it was written. */
export function writtenTogether(rows: readonly FactView[]): Written[] {
  const all: Written[] = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (last !== undefined && last.at === row.writtenAt && last.by === row.by) last.rows.unshift(row);
    else all.push({ id: row.id, at: row.writtenAt, by: row.by, rows: [row] });
  }
  return all;
}
