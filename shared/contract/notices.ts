import { Id, PersonName, PublishedFacts, requiredWords, words } from '@shared/casework';
import {
  CASE_NOTICES,
  DRAFT_NOTICES,
  NOTICE_KINDS,
  TOWN_CASE_NOTICES,
  VILLAGE_CASE_NOTICES,
} from '@shared/publicity/codes';
import { z } from '@shared/zod';
import { operation } from './operation';
import { NOTICE_PAPERS, PaperFile } from './papers';
import { BOARD_PHOTOS } from './tasks';

const VillageCode = z.string().regex(/^\d{12}$/, { error: 'BAD_VILLAGE' });
const Kind = z.enum(NOTICE_KINDS);
/** Kinds whose rows are cases that wait for it. */
const OfCases = z.enum(CASE_NOTICES);
const Columns = z.array(z.object({ key: z.string(), title: z.string() }));

/** A notice in a list: counts and dates, never a name. */
export const NoticeSummary = z.object({
  id: z.string(),
  kind: Kind,
  /** What it is, in villagers' words. */
  heading: z.string(),
  title: z.string(),
  /** Where one may object: in the mini-program, by phone and box alone, not at all. */
  objections: z.enum(['ONLINE', 'PHONE', 'NONE']),
  households: z.number(),
  people: z.number(),
  firstDay: z.string(),
  lastDay: z.string(),
  daysLeft: z.number(),
  /** false: printed, but the board was not photographed with it yet, so no day is counted. */
  started: z.boolean(),
  ended: z.boolean(),
});
export type NoticeSummary = z.infer<typeof NoticeSummary>;

/** A notice as its village and those above it look after it: counts, days and photos, no names. */
const NoticeSeen = NoticeSummary.extend({
  village: z.string(),
  villageName: z.string(),
  /** When the board was photographed with it, and again at its end; null where not, or where none is asked. */
  startedAt: z.string().nullable(),
  endPhotoAt: z.string().nullable(),
  objected: z.number(),
  answered: z.number(),
  /** Photos of the board that nobody has taken yet, the most urgent first. */
  owes: z.array(z.enum(BOARD_PHOTOS)),
  /** What the village has to do at its board now; null for nothing. */
  errand: z.enum(BOARD_PHOTOS).nullable(),
  /** How many findings of the scan were put right before it went up. */
  mended: z.number(),
  /** Whether the caller's office stands above the village and may remind it, and whether somebody did today. */
  mayRemind: z.boolean(),
  remindedToday: z.boolean(),
  checkCode: z.string(),
});

/** A notice as its reader may see it: names only for people bound to the village (domain.md 6.3). */
export const NoticeView = NoticeSummary.extend({
  audience: z.enum(['OPEN', 'VILLAGE', 'STAFF']),
  village: z.string(),
  villageName: z.string(),
  today: z.string(),
  days: z.number(),
  dayNumber: z.number(),
  paragraphs: z.array(z.string()),
  /** How the list came about, in villagers' words; '' where nothing was decided. */
  decided: z.string(),
  /** What is paid out by it in all, in fen; null for kinds that pay nothing. */
  totalFen: z.number().nullable(),
  /** Columns of the list, in order; the same for all who see rows. */
  columns: Columns,
  /** Families that hang today, each with its own last day; staff also read those that have come down. */
  rows: z.array(
    z.object({
      /** Place on the paper, from 0: an objection names it, and it stays when others have come down. */
      row: z.number(),
      /** As this reader may read it; two of one name are told apart. */
      name: z.string(),
      group: z.string(),
      /** One text for each column. */
      cells: z.array(z.string()),
    }),
  ),
  phones: z.object({ village: z.string(), town: z.string(), county: z.string(), hotline: z.string() }),
  issuer: z.string(),
  /** First characters of the digest, equal to the printed sheet; empty for an open link. */
  checkCode: z.string(),
});
export type NoticeView = z.infer<typeof NoticeView>;

/** What may not go up, where, and what one tap does about it: 「entries.0.group」 is the group in the first row. */
const Finding = z.object({
  kind: z.string(),
  where: z.string(),
  text: z.string(),
  mend: z.discriminatedUnion('act', [
    z.object({ act: z.literal('CHANGE'), to: z.string() }),
    z.object({ act: z.literal('DROP_ROW') }),
    z.object({ act: z.literal('DROP_COLUMN') }),
    z.object({ act: z.literal('ASK_COUNTY') }),
  ]),
});

const Preview = z.object({
  title: z.string(),
  paragraphs: z.array(z.string()),
  households: z.number(),
  people: z.number(),
  columns: Columns,
  totalFen: z.number().nullable(),
  rows: z.array(
    z.object({
      /** The case, or the line of the list, for staff alone. */
      id: z.string(),
      /** Of a family's several rows which one: the measure. */
      about: z.string(),
      name: z.string(),
      group: z.string(),
      cells: z.array(z.string()),
    }),
  ),
  firstDay: z.string(),
  lastDay: z.string(),
  days: z.number(),
  issuer: z.string(),
  phones: z.object({ village: z.string(), town: z.string(), county: z.string(), hotline: z.string() }),
  findings: z.array(Finding),
});
export type NoticePreview = z.infer<typeof Preview>;

/** A whole village opens the link at once, many behind one address of their network. */
const forMany = { cache: { seconds: 60, rate: { limit: 6000, seconds: 60 } } };
const Mends = z.array(z.string().max(60)).max(2_000);

const posting = {
  caseIds: z.array(Id).min(1).max(200),
  /** Of measures: how many people one serves, by 「case/measure」; the whole family when not said. */
  served: z.record(z.string().max(100), z.number().int().min(1).max(30)).optional(),
  /** Places whose proposed mend is done. */
  mends: Mends.optional(),
};

const Draft = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(DRAFT_NOTICES),
  village: z.string(),
  /** What is paid out, or the title of the words; '' while nobody has said. */
  subject: z.string(),
  text: z.string(),
  preview: Preview,
});
export type NoticeDraftView = z.infer<typeof Draft>;

const DraftId = z.object({ draftId: Id });
const Version = z.number().int().min(1);
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** How somebody came to staff who does not use a phone of the own. */
export const REQUEST_WAYS = ['VISIT', 'PHONE', 'PAPER'] as const;
export const ROW_WISHES = ['CORRECT', 'REMOVE'] as const;
export const ROW_OUTCOMES = ['CORRECTED', 'REMOVED', 'KEPT'] as const;

/** What of a row is written otherwise from now on; what is left out stays as it is. Each kind has fields of its own. */
const CorrectedRow = PublishedFacts.partial().extend({
  row: z.int().min(0).max(2_999),
  /** How many people a measure serves. */
  served: z.int().min(1).max(30).optional(),
  /** Who is paid, for what, how much of it. */
  name: PersonName.optional(),
  item: requiredWords(40).optional(),
  quantity: z
    .string()
    .regex(/^\d{1,7}(\.\d{1,3})?$/)
    .optional(),
  unit: words(8).optional(),
  amountFen: z.int().min(0).max(100_000_000_00).optional(),
});

const RowWish = z.object({
  noticeId: Id,
  /** Place on the paper, from 0; all rows of the same family go with it. */
  row: z.number().int().min(0).max(2_999),
  kind: z.enum(ROW_WISHES),
  /** What is wrong, or why it should go. */
  text: requiredWords(300),
});

/** What somebody asked of the own row of a notice, and what became of it (domain.md 6.4). */
const RowRequest = z.object({
  id: z.string(),
  kind: z.enum(ROW_WISHES),
  text: z.string(),
  askedOn: z.string(),
  freezeDueOn: z.string(),
  decideDueOn: z.string(),
  /** Since when nobody reads the row; null while everybody still does. */
  frozenAt: z.string().nullable(),
  answer: z
    .object({ outcome: z.enum(ROW_OUTCOMES), text: z.string(), by: z.string(), on: z.string() })
    .nullable(),
});
export type RowRequest = z.infer<typeof RowRequest>;

const StaffRowRequest = RowRequest.extend({
  noticeId: z.string(),
  noticeKind: Kind,
  title: z.string(),
  villageName: z.string(),
  /** As it stands on the paper. */
  name: z.string(),
  group: z.string(),
  via: z.enum(['PHONE_APP', ...REQUEST_WAYS]),
  askedBy: z.string(),
  late: z.boolean(),
  mayFreeze: z.boolean(),
  mayDecide: z.boolean(),
});
export type StaffRowRequest = z.infer<typeof StaffRowRequest>;

export const notices = {
  list: operation('notices.list', {
    summary: "A village's notices: running ones first, ended ones by count only.",
    callers: 'ANYONE',
    input: z.object({ village: VillageCode }),
    output: z.object({ today: z.string(), running: z.array(NoticeSummary), ended: z.array(NoticeSummary) }),
    ...forMany,
  }),
  get: operation('notices.get', {
    summary: 'One notice, as much of it as this reader may see.',
    callers: 'ANYONE',
    input: z.object({ noticeId: Id }),
    output: z.object({ notice: NoticeView }),
    errors: ['not_found'],
    ...forMany,
  }),
  check: operation('notices.check', {
    summary:
      'Whether a printed notice is what was posted, unchanged, and whether it still hangs; never a name.',
    callers: 'ANYONE',
    input: z.object({ token: z.string().max(150) }),
    output: z.object({
      /** ALTERED: what lies there is not what was posted; GONE: nothing lies there any more; NOT_HUNG: printed, no more. */
      verdict: z.enum(['SAME', 'ALTERED', 'GONE', 'CORRECTED', 'ENDED', 'NOT_HUNG']),
      noticeId: z.string(),
      /** As it is printed on the paper. */
      checkCode: z.string(),
      villageName: z.string(),
      /** Rows that were taken off on their people's wish since it was printed: the paper has to be changed. */
      hidden: z.number(),
      /** Empty and 0 where what lies there cannot be believed. */
      title: z.string(),
      households: z.number(),
      people: z.number(),
      firstDay: z.string(),
      lastDay: z.string(),
      /** The version that took its place, and why. */
      correction: z.object({ noticeId: z.string(), on: z.string(), reason: z.string() }).nullable(),
      /** Whom to call: the county where something is wrong. */
      call: z.object({ office: z.string(), number: z.string() }),
    }),
    errors: ['not_found'],
    rate: { limit: 60, seconds: 60 },
  }),
  correct: operation('notices.correct', {
    summary:
      'Put up a corrected version with a reason: the old one stays as it was, a family of whom other facts are published gets new days.',
    callers: 'STAFF',
    input: z.object({
      noticeId: Id,
      /** Read by everybody who scans the old paper. */
      reason: requiredWords(100),
      /** Of the board with the new sheet; a notice that waits for no objections may go up before it, and owes it. */
      photoId: Id.nullable().default(null),
      rows: z.array(CorrectedRow).min(1).max(3_000),
    }),
    output: z.object({ noticeId: z.string() }),
    errors: ['not_found', 'conflict'],
  }),
  versions: operation('notices.versions', {
    summary: 'All versions of a notice, oldest first, for staff: what each said and why the next one came.',
    callers: 'STAFF',
    input: z.object({ noticeId: Id }),
    output: z.object({
      versions: z.array(
        z.object({
          noticeId: z.string(),
          checkCode: z.string(),
          postedAt: z.string(),
          firstDay: z.string(),
          lastDay: z.string(),
          columns: Columns,
          rows: z.array(z.object({ name: z.string(), group: z.string(), cells: z.array(z.string()) })),
          /** In what it differs from the version before it; nothing of the first. */
          changes: z.array(
            z.object({
              how: z.enum(['ADDED', 'REMOVED', 'CHANGED']),
              row: z.number(),
              name: z.string(),
              cells: z.array(z.object({ title: z.string(), was: z.string(), is: z.string() })),
            }),
          ),
          /** Why it was replaced, when, and by whom; null for the one that stands. */
          replaced: z.object({ reason: z.string(), at: z.string(), by: z.string() }).nullable(),
        }),
      ),
    }),
    errors: ['not_found', 'forbidden'],
  }),
  chain: operation('notices.chain', {
    summary: "What the daily walk over a county's notices found: gone, changed, or put in.",
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      counties: z.array(
        z.object({
          county: z.string(),
          /** When the last walk came to the end; null before the first. */
          checkedAt: z.string().nullable(),
          notices: z.number(),
          faults: z.array(
            z.object({
              seq: z.number(),
              kind: z.enum(['MISSING', 'ALTERED', 'BROKEN_LINK']),
              villageName: z.string(),
              foundAt: z.string(),
              /** Whether the last walk found it still so. */
              stands: z.boolean(),
            }),
          ),
        }),
      ),
    }),
    errors: ['forbidden'],
  }),
  waiting: operation('notices.waiting', {
    summary: 'Appraised cases that still have to be posted, or decided ones to be announced, by village.',
    callers: 'STAFF',
    input: z.object({ kind: OfCases }),
    output: z.object({
      villages: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          cases: z.array(
            z.object({
              caseId: z.string(),
              version: z.number(),
              headName: z.string(),
              memberCount: z.number(),
              group: z.string(),
              /** The meeting that appraised it last: one notice carries the families of one meeting. */
              meetingId: z.string().nullable(),
              metAt: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
  preview: operation('notices.preview', {
    summary: 'The sheet as it will look, with what may not be on it.',
    callers: 'STAFF',
    input: z.object({ kind: OfCases, ...posting }),
    output: z.object({ preview: Preview }),
    errors: ['not_found', 'conflict'],
  }),
  post: operation('notices.post', {
    summary: 'Post the village notice; of an inclusion the days start with the photo of the board.',
    callers: 'STAFF',
    input: z.object({
      kind: z.enum(VILLAGE_CASE_NOTICES).default('PROPOSED_INCLUSION'),
      ...posting,
      /** null for all but an inclusion: it is printed with its code, and the photo is asked for. */
      photoId: Id.nullable().default(null),
    }),
    output: z.object({ noticeId: z.string(), firstDay: z.string(), lastDay: z.string() }),
    errors: ['not_found', 'conflict'],
  }),
  announce: operation('notices.announce', {
    summary: "Announce the result in the township's name; the households are included.",
    callers: 'STAFF',
    input: z.object({ kind: z.enum(TOWN_CASE_NOTICES).default('RESULT_ANNOUNCEMENT'), ...posting }),
    output: z.object({ noticeId: z.string() }),
    errors: ['not_found', 'conflict'],
  }),
  prepare: operation('notices.prepare', {
    summary: 'Freeze the sheet, so that it is printed with its code; it does not hang yet.',
    callers: 'STAFF',
    input: z.object(posting),
    output: z.object({ noticeId: z.string() }),
    errors: ['not_found', 'conflict'],
  }),
  hang: operation('notices.hang', {
    summary: 'The board with the printed sheet was photographed: the notice hangs, its days start.',
    callers: 'STAFF',
    input: z.object({ noticeId: Id, photoId: Id }),
    output: z.object({ noticeId: z.string(), firstDay: z.string(), lastDay: z.string() }),
    errors: ['not_found', 'conflict'],
  }),
  photographEnd: operation('notices.photographEnd', {
    summary: 'The board at the end of the days, for all families of the sheet.',
    callers: 'STAFF',
    input: z.object({ noticeId: Id, photoId: Id }),
    output: z.object({ photographed: z.number() }),
    errors: ['not_found', 'conflict'],
  }),
  overview: operation('notices.overview', {
    summary: 'Notices that hang, wait for a photo or have just ended where the caller serves; no names.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      notices: z.array(NoticeSeen),
      /** How many there are besides. */
      more: z.number(),
    }),
  }),
  remind: operation('notices.remind', {
    summary: 'Remind a village of what it has to do at its board for a notice: once a day, written down.',
    callers: 'STAFF',
    input: z.object({ noticeId: Id }),
    output: z.object({ notice: NoticeSeen }),
    errors: ['not_found', 'forbidden', 'conflict'],
  }),
  export: operation('notices.export', {
    summary: 'The overview as a table (xlsx) with a short-lived address: counts, days and codes, no names.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({ url: z.string(), fileName: z.string(), expiresAt: z.string() }),
    errors: ['forbidden'],
    rate: { limit: 30, seconds: 3600 },
  }),
  paper: operation('notices.paper', {
    summary:
      'The sheet for the village board, or the text for the loudspeaker, as a PDF; who prints is written down.',
    callers: 'STAFF',
    input: z.object({ noticeId: Id, kind: z.enum(NOTICE_PAPERS) }),
    output: z.object({ file: PaperFile }),
    errors: ['not_found', 'conflict'],
  }),
  poster: operation('notices.poster', {
    summary:
      "The village's poster: its code opens the village's page and binds who scans it in front of the board.",
    callers: 'STAFF',
    input: z.object({ village: VillageCode }),
    output: z.object({ file: PaperFile }),
    errors: ['not_found'],
  }),
  saveDraft: operation('notices.saveDraft', {
    summary: "Write the words of a village's own notice; answers with what may not be in them.",
    callers: 'STAFF',
    input: z.object({
      village: VillageCode,
      draft: z.object({ id: Id, version: Version }).optional(),
      title: requiredWords(60),
      text: requiredWords(4_000),
    }),
    output: z.object({ draft: Draft }),
    errors: ['not_found', 'conflict'],
  }),
  drafts: operation('notices.drafts', {
    summary: 'Lists and words that wait to go up where the caller serves.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      drafts: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(DRAFT_NOTICES),
          village: z.string(),
          villageName: z.string(),
          subject: z.string(),
          rows: z.number(),
          changedAt: z.string(),
        }),
      ),
    }),
  }),
  draft: operation('notices.draft', {
    summary: 'One of them as it would look, with what may not be on it and the mend for each.',
    callers: 'STAFF',
    input: DraftId,
    output: z.object({ draft: Draft }),
    errors: ['not_found'],
  }),
  mend: operation('notices.mend', {
    summary: 'Do the mends that were proposed at these places, and say what is paid out.',
    callers: 'STAFF',
    input: DraftId.extend({ version: Version, mends: Mends, subject: requiredWords(40).optional() }),
    output: z.object({ draft: Draft }),
    errors: ['not_found', 'conflict'],
  }),
  dropDraft: operation('notices.dropDraft', {
    summary: 'Throw a draft away.',
    callers: 'STAFF',
    input: DraftId,
    output: z.object({}),
    errors: ['not_found'],
  }),
  postDraft: operation('notices.postDraft', {
    summary: 'Put a draft up; refused while anything in it may not be published.',
    callers: 'STAFF',
    input: DraftId.extend({ version: Version, photoId: Id.nullable().default(null) }),
    output: z.object({ noticeId: z.string(), firstDay: z.string(), lastDay: z.string() }),
    errors: ['not_found', 'conflict'],
  }),
  findings: operation('notices.findings', {
    summary: 'What the scan found before notices went up, counted by month and kind: for the county.',
    callers: 'STAFF',
    input: z.object({
      county: z.string().regex(/^\d{6}$/),
      /** One township of it, for that township itself. */
      town: z
        .string()
        .regex(/^\d{9}$/)
        .optional(),
      from: Month,
      to: Month,
    }),
    output: z.object({
      counts: z.array(
        z.object({
          month: z.string(),
          noticeKind: Kind,
          kind: z.string(),
          found: z.number(),
          mended: z.number(),
        }),
      ),
    }),
  }),
  following: operation('notices.following', {
    summary: 'Whether the caller is told when something new hangs in a village.',
    callers: 'PERSON',
    input: z.object({ village: VillageCode }),
    output: z.object({ on: z.boolean() }),
  }),
  follow: operation('notices.follow', {
    summary: 'Follow a village, to be told when something new hangs, or stop; the message names nobody.',
    callers: 'PERSON',
    input: z.object({ village: VillageCode, on: z.boolean() }),
    output: z.object({ on: z.boolean() }),
    errors: ['not_found'],
  }),
  ask: operation('notices.ask', {
    summary:
      'Ask that the own row of a notice be corrected or taken off: frozen within a working day, decided in five.',
    callers: 'PERSON',
    input: RowWish,
    output: z.object({ request: RowRequest }),
    errors: ['not_found', 'conflict'],
    rate: { limit: 10, seconds: 86_400 },
  }),
  askFor: operation('notices.askFor', {
    summary: 'Write down such a wish for somebody who came, rang or wrote.',
    callers: 'STAFF',
    input: RowWish.extend({ via: z.enum(REQUEST_WAYS) }),
    output: z.object({ request: StaffRowRequest }),
    errors: ['not_found', 'conflict'],
  }),
  mine: operation('notices.mine', {
    summary: "Rows of a notice that are the caller's own family's, and what was asked of them.",
    callers: 'PERSON',
    input: z.object({ noticeId: Id }),
    output: z.object({
      /** Rows that the caller may ask about: the own family's, or of a list of people any one. */
      rows: z.array(z.number()),
      requests: z.array(RowRequest.extend({ row: z.number() })),
    }),
    errors: ['not_found'],
  }),
  requests: operation('notices.requests', {
    summary: 'Wishes about rows where the caller serves: those that wait by date, then the newest decided.',
    callers: 'STAFF',
    input: z.object({}),
    output: z.object({
      today: z.string(),
      open: z.array(StaffRowRequest),
      decided: z.array(StaffRowRequest),
    }),
  }),
  freeze: operation('notices.freeze', {
    summary: 'Hide the row from everybody at once, until it is decided; the board has to be changed.',
    callers: 'STAFF',
    input: z.object({ requestId: Id }),
    output: z.object({ request: StaffRowRequest }),
    errors: ['not_found', 'conflict'],
  }),
  decide: operation('notices.decide', {
    summary:
      'Decide a wish about a frozen row, with words for the person: corrected in a new version, gone for good, or hung again for the days that were left.',
    callers: 'STAFF',
    input: z.object({ requestId: Id, outcome: z.enum(ROW_OUTCOMES), text: requiredWords(300) }),
    output: z.object({ request: StaffRowRequest }),
    errors: ['not_found', 'conflict'],
  }),
};
