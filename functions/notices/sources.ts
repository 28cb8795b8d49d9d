import { type Case, publicView } from '@shared/casework';
import type { Exit, ExitKind } from '@shared/elimination';
import { type EntryOf, noticeWindow, publicMeasure } from '@shared/publicity';
import type { CaseNotice } from '@shared/publicity/codes';
import type { LoadedCase } from '../runtime/cases/case-store';
import { perform } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { exitOfCase } from '../runtime/register/exit-store';
import { performExit } from '../runtime/register/on-exit';

/** What staff say of the families of a sheet beside which ones they are. */
export interface Said {
  /** How many people a measure serves, by 「case/measure」: the whole family when nobody says. */
  served?: Readonly<Record<string, number>> | undefined;
}

type Reason = 'WRONG_STATE' | 'PUBLICITY_ALREADY_POSTED' | 'ELIM_WRONG_STEP' | 'NO_MEASURES';

/**
 * Where the rows of a kind come from, and what moves when it goes up. A procedure that gives rows of its own replaces
 * one of these and nothing else.
 */
export interface NoticeSource<K extends CaseNotice = CaseNotice> {
  /** Why a family cannot stand on it now; null when it can. `exit`: its way off the register, of one that is on it. */
  whyNot(c: Case, exit: Exit | null): Reason | null;
  /** The rows of one family. */
  rows(c: Case, said: Said, today: string, exit: Exit | null): EntryOf<K>[];
  /** What the posting does to a case, in the same transaction. */
  posted?(ctx: Ctx, loaded: LoadedCase, noticeId: string, photo: Photo | null): Promise<void>;
}

/** The photo of the board; it lies with the first case of the sheet. */
export interface Photo {
  id: string;
  first: boolean;
}

const head = (c: Case, today: string) => {
  const { caseId: id, headName, memberCount, group } = publicView(c, today);
  return { id, headName, memberCount, group };
};

export async function onRegister(ctx: Ctx, loaded: LoadedCase) {
  const found = await exitOfCase(ctx, loaded);
  if (found === null) throw new Failure('conflict', 'NOT_ON_LIST');
  return found;
}

/** A family on its way off the list, or back onto it, that waits for its days at the board. */
function atPublicity(exit: Exit | null, kind: ExitKind): Reason | null {
  const { round } = exit ?? {};
  if (round?.kind !== kind || round.step !== 'PUBLICITY') return 'ELIM_WRONG_STEP';
  return round.publicity === null ? null : 'PUBLICITY_ALREADY_POSTED';
}

const atMark = (exit: Exit | null, kind: ExitKind): Reason | null =>
  exit?.round?.kind === kind && exit.round.step === 'MARK' ? null : 'ELIM_WRONG_STEP';

async function publicityPosted(
  kind: 'PROPOSED_ELIMINATION' | 'PROPOSED_ROLLBACK',
  ctx: Ctx,
  loaded: LoadedCase,
  noticeId: string,
): Promise<void> {
  const { firstDay, lastDay } = noticeWindow(kind, ctx.now, loaded.profile);
  await performExit(ctx, await onRegister(ctx, loaded), { type: 'post', noticeId, firstDay, lastDay });
}

async function markPosted(ctx: Ctx, loaded: LoadedCase, noticeId: string): Promise<void> {
  await performExit(ctx, await onRegister(ctx, loaded), { type: 'mark', noticeId });
}

/** A family on the list. */
const onTheList = (c: Case): Reason | null => (c.state === 'INCLUDED' ? null : 'WRONG_STATE');

export const SOURCES: { readonly [K in CaseNotice]: NoticeSource<K> } = {
  PROPOSED_INCLUSION: {
    whyNot: (c) =>
      c.state !== 'PUBLICITY' ? 'WRONG_STATE' : c.publicity === null ? null : 'PUBLICITY_ALREADY_POSTED',
    rows(c, _said, today) {
      const { caseId: id, ...entry } = publicView(c, today);
      return [{ id, ...entry }];
    },
    async posted(ctx, loaded, noticeId, photo) {
      const command = { type: 'postPublicity' as const, noticeId, photoId: photo?.id ?? '' };
      await perform(ctx, loaded, command, photo?.first ? 'here' : 'elsewhere');
    },
  },
  RESULT_ANNOUNCEMENT: {
    whyNot: (c) => (c.state === 'ANNOUNCED' ? null : 'WRONG_STATE'),
    rows(c, _said, today) {
      const { caseId: id, ...entry } = publicView(c, today);
      return [{ id, ...entry }];
    },
    posted: async (ctx, loaded, noticeId) =>
      void (await perform(ctx, loaded, { type: 'announce', noticeId })),
  },
  PROPOSED_ELIMINATION: {
    whyNot: (_c, exit) => atPublicity(exit, 'ELIMINATION'),
    // How the risk went is what two people found at the door, not what is said at the board.
    rows: (c, _said, today, exit) => [{ ...head(c, today), mode: exit?.round?.mode ?? 'BY_SUPPORT' }],
    posted: (ctx, loaded, noticeId) => publicityPosted('PROPOSED_ELIMINATION', ctx, loaded, noticeId),
  },
  ELIMINATION_RESULT: {
    whyNot: (_c, exit) => atMark(exit, 'ELIMINATION'),
    rows: (c, _said, today) => [head(c, today)],
    posted: markPosted,
  },
  PROPOSED_ROLLBACK: {
    whyNot: (_c, exit) => atPublicity(exit, 'ROLLBACK'),
    rows: (c, _said, today) => [head(c, today)],
    posted: (ctx, loaded, noticeId) => publicityPosted('PROPOSED_ROLLBACK', ctx, loaded, noticeId),
  },
  ROLLBACK_RESULT: {
    whyNot: (_c, exit) => atMark(exit, 'ROLLBACK'),
    rows: (c, _said, today) => [head(c, today)],
    posted: markPosted,
  },
  MEASURES_LANDED: {
    whyNot: (c) => onTheList(c) ?? (c.measures.length === 0 ? 'NO_MEASURES' : null),
    rows(c, { served }, today) {
      const family = head(c, today);
      return [...new Set(c.measures.map(({ measureCode }) => publicMeasure(measureCode)))].map((measure) => ({
        ...family,
        measure,
        served: Math.min(family.memberCount, served?.[`${c.id}/${measure}`] ?? family.memberCount),
      }));
    },
  },
};

/** The source of a kind, for whoever treats all alike. */
export function sourceOf<K extends CaseNotice>(kind: K): NoticeSource {
  return SOURCES[kind] as unknown as NoticeSource;
}
