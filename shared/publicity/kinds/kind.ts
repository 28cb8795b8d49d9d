import { isLocalDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import { z } from '@shared/zod';
import type { NoticeField, NoticeKind } from '../codes';

export const Day = z.string().refine(isLocalDate);
export const Words = z.string().min(1).max(200);
const Phone = z.string().max(40);

/** What every row has: `id` ties it to where it comes from and is never shown. */
const Row = z.strictObject({ id: z.string().min(1), group: z.string().max(20) });

/** A family: its head, or 「一户」 where a minor is the head, and the village group as it is said, 2组. */
export const Family = Row.extend({
  headName: z.string().min(1).max(30),
  memberCount: z.int().min(1).max(30),
});

/** A person who is paid something. */
export const Payee = Row.extend({ name: z.string().min(1).max(30) });

/** What stands in every notice, whatever its kind. */
const common = {
  villageCode: z.string().regex(/^\d{12}$/),
  villageName: Words,
  townName: Words,
  countyName: Words,
  title: Words,
  /** The plan that the village acts on; a notice that follows no plan has none. */
  basis: Words.optional(),
  /** How the list came about, in the order of the steps. */
  stepsDone: z.array(Words),
  /** First and last day, both included; up to 24:00 of the last. */
  from: Day,
  to: Day,
  days: z.int().min(1),
  phones: z.strictObject({ village: Phone, town: Phone, county: Phone, hotline: Phone }),
  issuer: Words,
  postedOn: Day,
};

/** The schema of one kind: strict in all its parts, so that a field that is not here cannot ride along. */
export function contentOf<K extends NoticeKind, E extends z.ZodObject, M extends z.ZodRawShape>(
  kind: K,
  entry: E,
  more: M,
) {
  return z.strictObject({ kind: z.literal(kind), ...common, entries: z.array(entry), ...more });
}

/** Whoever answers for it: the village committee or the township (domain.md 6.1). */
export type Publisher = 'VILLAGE' | 'TOWN';

/** One column of the list, as all audiences read it that see rows at all. */
export interface NoticeColumn<E> {
  key: string;
  title: string;
  cell(entry: E): string;
}

/** What a title and the sentences of the paper are made from. */
export interface Told {
  villageName: string;
  names: Profile['names'];
  /** What is paid out, or the title that staff wrote. */
  subject: string;
}

/** Everything in which kinds of notice differ. */
export interface KindRules<E, C> {
  schema: z.ZodType<C>;
  /** Fields of a row that may be copied, read from its schema: nothing else is. */
  fields: readonly string[];
  /** Fields of a row that the county may leave out. */
  optional: readonly NoticeField[];
  publishers: readonly [Publisher, ...Publisher[]];
  /** In the mini-program, by phone and box alone, or not at all. */
  objections: 'ONLINE' | 'PHONE' | 'NONE';
  /** Counted from the day after, as the days of a publicity are, or from the very day. */
  begins: 'NEXT_DAY' | 'SAME_DAY';
  days(profile: Profile): { limit: number; unit: 'NATURAL' | 'WORKING' };
  /** What it is and how it came about, in the words of villagers. */
  heading: string;
  decided: string;
  steps: readonly string[];
  title(told: Told): string;
  /** Whether it names the county's plan. */
  planned: boolean;
  /** First sentences of the paper. */
  opening(content: C): string[];
  /** Who a row speaks of. */
  nameOf(entry: E): string;
  groupOf(entry: E): string;
  /** How many people a row stands for. */
  peopleOf(entry: E): number;
  /** What a row pays, in fen. */
  fenOf(entry: E): number;
  /** Rows of one name that say the same of it are two people. */
  about(entry: E): string;
  columns: readonly NoticeColumn<E>[];
}

export const NAME = <E extends { headName: string }>(title = '户主'): NoticeColumn<E> => ({
  key: 'name',
  title,
  cell: ({ headName }) => headName,
});
export const PEOPLE: NoticeColumn<{ memberCount: number }> = {
  key: 'people',
  title: '人口',
  cell: ({ memberCount }) => `${memberCount} 人`,
};
export const GROUP: NoticeColumn<{ group: string }> = {
  key: 'group',
  title: '小组',
  cell: ({ group }) => (group === '' ? '—' : group.replace('组', ' 组')),
};

/** What is the same of all kinds that list families. */
export const ofFamilies = {
  nameOf: ({ headName }: { headName: string }) => headName,
  groupOf: ({ group }: { group: string }) => group,
  peopleOf: ({ memberCount }: { memberCount: number }) => memberCount,
  fenOf: () => 0,
  about: () => '',
};

/** Days of a kind whose days a county may set; what it does not say is as usual. */
export function daysOr(kind: keyof NonNullable<NonNullable<Profile['notices']>['days']>, usual: number) {
  return (profile: Profile): { limit: number; unit: 'NATURAL' | 'WORKING' } => {
    const own = profile.notices?.days?.[kind];
    return { limit: own?.limit ?? usual, unit: own?.unit ?? 'NATURAL' };
  };
}

export const joined = (steps: readonly string[]): string => steps.join('、');
