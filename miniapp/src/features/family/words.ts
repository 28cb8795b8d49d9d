import type { Output } from '@miniapp/platform/api';
import type { FamilyFact } from '@shared/casework';
import { fullDay } from '@shared/messages/format';

export type Facts = Output<'households.facts'>;
export type FamilyFacts = Facts['family'];
export type FamilyRequest = Facts['requests'][number];

/** How a family stands, in its own words, and since when. */
export const STANDING_WORDS: Record<FamilyFacts['standing'], string> = {
  ON_LIST: '在帮扶名单上',
  NOT_LISTED: '没有列入帮扶名单',
  WITHDRAWN: '自己撤回了申报',
  ENDED: '办完了',
  OPEN: '正在办，还没有列入',
};

export const sinceOf = ({ standing, since }: FamilyFacts): string =>
  `${fullDay(since)}${standing === 'ON_LIST' ? '起' : standing === 'OPEN' ? '申报' : '办完'}`;

/** Kinds of families on the list, as a neighbour would say it. */
export const KIND_WORDS: Record<NonNullable<FamilyFacts['householdType']>, string> = {
  UNSTABLE: '以前帮扶过，又有了难处',
  MARGINAL: '收入刚过线，容易掉下来',
  SUDDEN: '突然遇到大难处',
};

export const HOUSE_WORDS: Record<NonNullable<FamilyFacts['house']>['grade'], string> = {
  A: '房子安全',
  B: '房子基本安全',
  C: '房子有一部分危险',
  D: '房子整个危险',
  UNKNOWN: '房子还没有请人看过',
};

/** What each thing is called when the family says that it is wrong. */
export const FACT_WORDS: Record<FamilyFact, string> = {
  HEAD: '户主',
  PHONE: '电话',
  PLACE: '住在哪里',
  MEMBERS: '家里人',
  STANDING: '在不在名单上',
  MONEY: '收入和开销',
  HOUSE: '房子和吃水',
  OTHER: '别的事',
};

export const OUTCOME_WORDS: Record<NonNullable<FamilyRequest['answer']>['outcome'], string> = {
  CORRECTED: '改过来了',
  KEPT: '没有改',
  VISIT: '干部再来家里看',
  HELPED: '帮您办了',
};

export const METHOD_WORDS = { SCREEN: '在手机上签', PAPER: '在纸上签', FINGERPRINT: '按了手印' } as const;
