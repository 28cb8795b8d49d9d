import { z } from '@shared/zod';
import type { NoticeKind } from '../codes';
import {
  EliminationResult,
  eliminationResult,
  ProposedElimination,
  ProposedRollBack,
  proposedElimination,
  proposedRollBack,
  RollBackResult,
  rollBackResult,
} from './elimination';
import { ProposedInclusion, proposedInclusion, ResultAnnouncement, resultAnnouncement } from './inclusion';
import type { KindRules } from './kind';
import { MeasuresLanded, measuresLanded } from './measures';
import { SubsidyPayments, subsidyPayments } from './payments';
import { VillageNotice, villageNotice } from './village';

/**
 * A notice as it is frozen, hashed and put up: its own type, built from the whitelist of its kind and never by filtering
 * a staff record.
 */
export const NoticeContent = z.discriminatedUnion('kind', [
  ProposedInclusion,
  ResultAnnouncement,
  ProposedElimination,
  EliminationResult,
  ProposedRollBack,
  RollBackResult,
  MeasuresLanded,
  SubsidyPayments,
  VillageNotice,
]);
export type NoticeContent = z.infer<typeof NoticeContent>;
export type ContentOf<K extends NoticeKind> = Extract<NoticeContent, { kind: K }>;
export type EntryOf<K extends NoticeKind> = ContentOf<K>['entries'][number];
export type NoticeEntry = EntryOf<NoticeKind>;

const KINDS: { [K in NoticeKind]: KindRules<EntryOf<K>, ContentOf<K>> } = {
  PROPOSED_INCLUSION: proposedInclusion,
  RESULT_ANNOUNCEMENT: resultAnnouncement,
  PROPOSED_ELIMINATION: proposedElimination,
  ELIMINATION_RESULT: eliminationResult,
  PROPOSED_ROLLBACK: proposedRollBack,
  ROLLBACK_RESULT: rollBackResult,
  MEASURES_LANDED: measuresLanded,
  SUBSIDY_PAYMENTS: subsidyPayments,
  VILLAGE_NOTICE: villageNotice,
};

/** The rules of a kind, for whoever treats all kinds alike: an entry and a content of that very kind go in. */
export function rulesOf<K extends NoticeKind>(kind: K): KindRules<NoticeEntry, NoticeContent> {
  return KINDS[kind] as unknown as KindRules<NoticeEntry, NoticeContent>;
}
