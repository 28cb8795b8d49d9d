import { type Case, publicView } from '@shared/casework';
import { type EliminationMode, type EntryOf, publicMeasure } from '@shared/publicity';
import type { CaseNotice } from '@shared/publicity/codes';
import type { LoadedCase } from '../runtime/cases/case-store';
import { perform } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import type * as sql from './notices.sql';

/** What staff say of the families of a sheet beside which ones they are. */
export interface Said {
  /** How each comes off the list. */
  modes?: Readonly<Record<string, EliminationMode>> | undefined;
  /** How many people a measure serves, by 「case/measure」: the whole family when nobody says. */
  served?: Readonly<Record<string, number>> | undefined;
}

type Reason = 'WRONG_STATE' | 'PUBLICITY_ALREADY_POSTED' | 'ELIMINATION_NOT_PUBLISHED' | 'NO_MEASURES';

/**
 * Where the rows of a kind come from, and what moves when it goes up. A procedure that gives rows of its own replaces
 * one of these and nothing else.
 */
export interface NoticeSource<K extends CaseNotice = CaseNotice> {
  /** Why a family cannot stand on it now; null when it can. */
  whyNot(c: Case, past: readonly sql.PastNotice[], today: string): Reason | null;
  /** The rows of one family. @throws Failure bad_input where staff have to say more */
  rows(c: Case, said: Said, today: string): EntryOf<K>[];
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

/** A family on the list, which no running notice says is coming off it. */
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
    whyNot: (c, past) =>
      onTheList(c) ?? (past[0]?.kind === 'PROPOSED_ELIMINATION' ? 'PUBLICITY_ALREADY_POSTED' : null),
    rows(c, { modes }, today) {
      const mode = modes?.[c.id];
      if (mode === undefined)
        throw new Failure('bad_input', 'INVALID', {
          issues: [{ field: `modes.${c.id}`, reason: 'REQUIRED', message: '' }],
        });
      return [{ ...head(c, today), mode }];
    },
  },
  ELIMINATION_RESULT: {
    whyNot(c, [last], today) {
      const over = last?.kind === 'PROPOSED_ELIMINATION' && last.last_day < today;
      return onTheList(c) ?? (over ? null : 'ELIMINATION_NOT_PUBLISHED');
    },
    rows: (c, _said, today) => [head(c, today)],
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
