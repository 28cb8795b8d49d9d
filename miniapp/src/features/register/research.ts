import type { Input } from '@miniapp/platform/api';
import type { Labour, RiskType } from '@shared/casework/codes';
import type { EliminationMode } from '@shared/publicity/codes';
import type { Entry } from './queries';

type Research = Input<'eliminations.propose'>['research'];
export type HouseGrade = Research['houseGrade'];

/** What is typed, as it is typed: money in yuan. */
export interface ResearchForm {
  visitedOn: string;
  mode: EliminationMode;
  people: string;
  money: Record<MoneyField, string>;
  quarters: { quarter: string; yuan: string }[];
  rigidSolved: boolean | undefined;
  houseGrade: HouseGrade | undefined;
  problems: ('waterProblem' | 'schoolProblem' | 'anyoneUninsured')[];
  gone: RiskType[];
  newRisks: RiskType[];
  labour: Record<string, Labour>;
  note: string;
}

export const MONEY_FIELDS = [
  'wagesFen',
  'businessFen',
  'propertyFen',
  'transferFen',
  'costsFen',
  'selfPaidFen',
] as const;
export type MoneyField = (typeof MONEY_FIELDS)[number];

/** The two quarters before the one of a day. */
export function lastQuarters(today: string): [string, string] {
  const no = Number(today.slice(0, 4)) * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1;
  const name = (one: number) => `${Math.floor(one / 4)}-Q${(one % 4) + 1}`;
  return [name(no - 1), name(no - 2)];
}

const inYuan = (fen: number) => String(fen / 100);

/** A form that begins with what the last visit found; money and the state of things are looked at anew. */
export function beginForm({ research, members, memberCount, today, quarters }: Entry): ResearchForm {
  // What the sheets give goes before what was typed the last time.
  const known = new Map(
    [...(research?.quarters ?? []), ...quarters].map((one) => [one.quarter, one.netPerCapitaFen]),
  );
  return {
    visitedOn: today,
    mode: research?.mode ?? 'BY_SUPPORT',
    people: String(research?.people ?? memberCount ?? members.length),
    money: Object.fromEntries(
      MONEY_FIELDS.map((key) => {
        const fen = key === 'selfPaidFen' ? research?.selfPaidFen : research?.income[key];
        return [key, fen === undefined ? '' : inYuan(fen)];
      }),
    ) as Record<MoneyField, string>,
    quarters: lastQuarters(today).map((quarter) => {
      const fen = known.get(quarter);
      return { quarter, yuan: fen === undefined ? '' : inYuan(fen) };
    }),
    rigidSolved: research?.rigidSolved,
    houseGrade: research?.houseGrade,
    problems: [],
    gone: [...(research?.gone ?? [])],
    newRisks: [...(research?.newRisks ?? [])],
    labour: Object.fromEntries(
      members.flatMap(({ key, labour }) => (labour === null ? [] : [[key, labour]])),
    ),
    note: research?.note ?? '',
  };
}

const fenOf = (yuan: string): number | undefined => {
  const number = Number(yuan.trim());
  return yuan.trim() === '' || !Number.isFinite(number) || number < 0 ? undefined : Math.round(number * 100);
};

/** What is handed in, or what is still missing by field. */
export function researchOf(form: ResearchForm): { research: Research } | { missing: Record<string, string> } {
  const missing: Record<string, string> = {};
  const money = Object.fromEntries(MONEY_FIELDS.map((key) => [key, fenOf(form.money[key])])) as Record<
    MoneyField,
    number | undefined
  >;
  for (const key of MONEY_FIELDS) if (money[key] === undefined) missing[key] = '填多少元，没有填 0。';
  const people = Number(form.people);
  if (!Number.isInteger(people) || people < 1) missing.people = '家里几口人？';
  if (form.rigidSolved === undefined) missing.rigidSolved = '选一样。';
  if (form.houseGrade === undefined) missing.houseGrade = '房子是哪一级？';
  if (Object.keys(missing).length > 0) return { missing };
  const { selfPaidFen = 0, ...income } = money as Record<MoneyField, number>;
  const { visitedOn, mode, gone, newRisks, labour, note, problems } = form;
  return {
    research: {
      ...{ visitedOn, mode, people, income, selfPaidFen, gone, newRisks, labour, note },
      quarters: form.quarters.flatMap(({ quarter, yuan }) => {
        const fen = fenOf(yuan);
        return fen === undefined ? [] : [{ quarter, netPerCapitaFen: fen }];
      }),
      rigidSolved: form.rigidSolved ?? false,
      houseGrade: form.houseGrade ?? 'UNKNOWN',
      waterProblem: problems.includes('waterProblem'),
      schoolProblem: problems.includes('schoolProblem'),
      anyoneUninsured: problems.includes('anyoneUninsured'),
    },
  };
}
