import { CASE_WORKERS, type Role, rolesOn } from '@shared/access';
import { staffView } from '@shared/casework';
import { firstDayOfQuarter, lastDayOfQuarter } from '@shared/followups';
import {
  type CaseRecord,
  type HelpedRecord,
  LEDGERS,
  type LedgerPeriod,
  type LedgerPlace,
  type PaidRecord,
  type QuarterRecord,
  type ReadyLedger,
  type RequestRecord,
  type WorkRecord,
} from '@shared/ledgers';
import { DISPUTE_LABELS } from '@shared/messages/payments';
import type { Profile } from '@shared/procedure';
import type { Statement } from '../adapters';
import { findCasesIn, type LoadedCase } from '../runtime/cases/case-store';
import { checkReportAt } from '../runtime/check-report';
import type { Ctx } from '../runtime/context';
import { answeredAt, saidAt } from '../runtime/family-requests';
import { measuresOfCases } from '../runtime/help/measures';
import { peopleOf } from '../runtime/lenders';
import { openProblem } from '../runtime/problems';
import { exitOfCase } from '../runtime/register/exit-store';
import { openRecord, sheetId } from '../runtime/register/sealed';
import { openTicket, openTicketAnswer } from '../runtime/tickets';
import * as sql from './ledgers.sql';

/** Where and for which days; the transaction is in the scope of `region`, so that the database shows nothing outside of it. */
export interface Asked {
  county: string;
  region: string;
  period: LedgerPeriod;
  places: ReadonlyMap<string, LedgerPlace>;
}

/** A line of a ledger, and the case that it is about: null where it names no family. */
export interface Line {
  caseId: string | null;
  row: { [key: string]: string };
}

/** Rows read at once: enough to be quick, few enough to hold in memory. */
const PAGE = 200;

/** The lines of each ledger, page by page: a file of twenty thousand is never in memory as records. */
export const SOURCES: Record<ReadyLedger, (ctx: Ctx, asked: Asked) => AsyncGenerator<Line>> = {
  async *QUARTERLY(ctx, asked) {
    for await (const records of casesOf(ctx, asked, sql.findFollowed))
      for (const sheet of await sheetsOf(ctx, asked, records))
        for (const row of LEDGERS.QUARTERLY.rows(sheet, asked.period)) yield { caseId: sheet.view.id, row };
  },
  async *ELIMINATIONS(ctx, asked) {
    for await (const records of casesOf(ctx, asked, sql.findLeaving))
      for (const record of records) {
        const found = await exitOfCase(ctx, record.loaded);
        if (found === null) continue;
        for (const row of LEDGERS.ELIMINATIONS.rows({ ...record, exit: found.exit }, asked.period))
          yield { caseId: record.view.id, row };
      }
  },
  INTAKE: (ctx, asked) => ofCases(ctx, asked, sql.findReported, LEDGERS.INTAKE.rows),
  NOT_INCLUDED: (ctx, asked) => ofCases(ctx, asked, sql.findRefused, LEDGERS.NOT_INCLUDED.rows),
  async *MEASURES(ctx, asked) {
    for await (const records of casesOf(ctx, asked, sql.findHelped))
      for (const record of await helpedBy(ctx, asked, records))
        for (const row of LEDGERS.MEASURES.rows(record, asked.period)) yield { caseId: record.view.id, row };
  },
  INDUSTRY: (ctx, asked) => ofFamilies(ctx, asked, LEDGERS.INDUSTRY.rows),
  JOBS: (ctx, asked) => ofFamilies(ctx, asked, LEDGERS.JOBS.rows, confirmedOf),
  LOW_INCOME: (ctx, asked) => ofFamilies(ctx, asked, LEDGERS.LOW_INCOME.rows),
  async *CHECKS(ctx, { county, region, period, places }) {
    const of = [county, region, period.from, period.to];
    const said = await ctx.db.rows(sql.findCheckReports, of);
    for (const row of await ctx.db.rows(sql.findChecked, of)) {
      const reports = said.flatMap(({ round_id, village, name, key_id: keyId, sealed: bytes }) =>
        village === row.code
          ? [`${name}：${ctx.keys.open({ keyId, bytes }, checkReportAt(county, round_id, village))}`]
          : [],
      );
      yield* LEDGERS.CHECKS.rows({ ...placeOf(places, row.code), ...row, reports }, period).map((line) => ({
        caseId: null,
        row: line,
      }));
    }
  },
  async *PROBLEMS(ctx, asked) {
    yield* ofCases(ctx, asked, sql.findDisputed, (record, period) =>
      LEDGERS.PROBLEMS.rows({ of: 'CASE', record }, period),
    );
    yield* requestsOf(ctx, asked);
    yield* foundOf(ctx, asked);
    const { county, region, period, places } = asked;
    for (const row of await ctx.db.rows(sql.findFindings, [county, region, period.from, period.to]))
      yield* LEDGERS.PROBLEMS.rows(
        { of: 'FINDING', record: { ...placeOf(places, row.village), ...row } },
        period,
      ).map((line) => ({ caseId: null, row: line }));
  },
};

type FindCases = Statement<{ id: string }>;

async function* ofCases(
  ctx: Ctx,
  asked: Asked,
  find: FindCases,
  rows: (record: CaseRecord, period: LedgerPeriod) => Line['row'][],
): AsyncGenerator<Line> {
  for await (const records of casesOf(ctx, asked, find))
    for (const record of records)
      for (const row of rows(record, asked.period)) yield { caseId: record.view.id, row };
}

/** Families known by the last day with what payers reported; one that reported again stands there once, with its newest case. */
async function* ofFamilies<R extends PaidRecord = PaidRecord>(
  ctx: Ctx,
  asked: Asked,
  rows: (record: R, period: LedgerPeriod) => Line['row'][],
  /** What else a ledger reads of them. */
  more?: (ctx: Ctx, asked: Asked, records: PaidRecord[]) => Promise<R[]>,
): AsyncGenerator<Line> {
  const heads = new Set<string>();
  const isNew = ({ loaded: { case: c } }: Read) => {
    const { idNo } = c.report;
    if (idNo === null) return true;
    const known = heads.has(idNo);
    heads.add(idNo);
    return !known;
  };
  for await (const records of casesOf(ctx, asked, sql.findFamilies)) {
    const paid = await paidTo(ctx, asked, records.filter(isNew));
    for (const record of more === undefined ? (paid as R[]) : await more(ctx, asked, paid))
      for (const row of rows(record, asked.period)) yield { caseId: record.view.id, row };
  }
}

interface Read extends CaseRecord {
  /** For what is looked up by its people, and goes no further. */
  loaded: LoadedCase;
}

/** Cases as the caller reads them on the screen; to one's own, and to one of whoever lent the role, nobody is staff. */
async function* casesOf(ctx: Ctx, asked: Asked, find: FindCases): AsyncGenerator<Read[]> {
  const { county, region, period, places } = asked;
  const workers: readonly Role[] = CASE_WORKERS;
  const profiles = new Map<string, Profile>();
  let after = '';
  for (;;) {
    const ids = (await ctx.db.rows(find, [county, region, period.from, period.to, after, PAGE])).map(
      ({ id }) => id,
    );
    const loaded = await findCasesIn(ctx, county, ids, profiles);
    yield loaded
      .filter(({ case: c }) => rolesOn(c, ctx.caller).some((role) => workers.includes(role)))
      .map((one) => ({
        ...placeOf(places, one.case.village),
        loaded: one,
        view: staffView(one.case, one.history, ctx.caller, one.profile, ctx.now),
      }));
    const last = ids.at(-1);
    if (ids.length < PAGE || last === undefined) return;
    after = last;
  }
}

/** With their measures, and who helps each. */
async function helpedBy<R extends CaseRecord>(
  ctx: Ctx,
  { county }: Asked,
  records: readonly R[],
): Promise<(R & HelpedRecord)[]> {
  const ids = records.map(({ view }) => view.id);
  const measures = await measuresOfCases(ctx, county, ids);
  const helpers = await ctx.db.rows(sql.findHelpers, [county, ids]);
  return records.map((record) => ({
    ...record,
    measures: measures.filter(({ caseId }) => caseId === record.view.id).map(({ measure }) => measure),
    helper: helpers.find(({ case_id }) => case_id === record.view.id)?.name ?? '',
  }));
}

/** Payments lie with the county: found by the families' own hashes, never by a place or a name. */
async function paidTo(ctx: Ctx, asked: Asked, read: readonly Read[]): Promise<PaidRecord[]> {
  const records = await helpedBy(ctx, asked, read);
  const { county, period } = asked;
  const people = records.flatMap(({ loaded: { case: c } }, at) =>
    [...new Set([c.report.idNo, ...c.members.map(({ idNo }) => idNo)])].flatMap((idNo) =>
      idNo === null ? [] : [{ at, digest: ctx.keys.blindIndex('ID', idNo.slice(0, 18)) }],
    ),
  );
  const rows = await ctx.db.within(county, () =>
    ctx.db.rows(sql.sumPaid, [county, people.map(({ digest }) => digest), period.from, period.to]),
  );
  return records.map(({ loaded: _, ...record }, at) => ({
    ...record,
    paid: rows.flatMap(({ place, policy, fen }) =>
      people[Number(place) - 1]?.at === at ? [{ policy, fen: Number(fen) }] : [],
    ),
  }));
}

/** With the newest confirmed sheet of a quarter. */
async function confirmedOf(
  ctx: Ctx,
  { county, period }: Asked,
  records: PaidRecord[],
): Promise<WorkRecord[]> {
  const ids = records.map(({ view }) => view.id);
  const rows = await ctx.db.rows(sql.findConfirmed, [county, ids, period.to]);
  return records.map((record) => {
    const row = rows.find(({ case_id }) => case_id === record.view.id);
    if (row === undefined) return { ...record, confirmed: null };
    const { case_id, quarter, revision, on_day: on, key_id: keyId, sealed: bytes } = row;
    const { sheet } = openRecord(ctx, 'quarter', sheetId(case_id, quarter, revision), { keyId, bytes });
    const days = { from: firstDayOfQuarter(quarter), to: lastDayOfQuarter(quarter) };
    return { ...record, confirmed: { on, ...days, sheet } };
  });
}

/** The sheets of these families, a line a quarter. */
async function sheetsOf(ctx: Ctx, asked: Asked, read: readonly Read[]): Promise<QuarterRecord[]> {
  const { county, period } = asked;
  const records = await helpedBy(ctx, asked, read);
  const ids = records.map(({ view }) => view.id);
  const rows = await ctx.db.rows(sql.findSheets, [county, ids, period.from, period.to]);
  return rows.flatMap((row) => {
    const record = records.find(({ view }) => view.id === row.case_id);
    if (record === undefined) return [];
    const id = sheetId(row.case_id, row.quarter, row.revision);
    const { workWords, troubles } = openRecord(ctx, 'quarter', id, { keyId: row.key_id, bytes: row.sealed });
    const { loaded: _, ...shown } = record;
    return [
      {
        ...shown,
        ...row,
        a: Number(row.income_a),
        b: Number(row.income_b),
        c: Number(row.income_c),
        d: Number(row.income_d),
        e: Number(row.cost_e),
        net: Number(row.net),
        rigid: Number(row.rigid),
        workWords,
        troubles,
        recordedBy: row.recorder,
      },
    ];
  });
}

/** What families asked for, and what they said of lines of their money. */
async function* requestsOf(ctx: Ctx, asked: Asked): AsyncGenerator<Line> {
  const { county, period, places } = asked;
  const lines = (caseId: string, record: RequestRecord) =>
    LEDGERS.PROBLEMS.rows({ of: 'REQUEST', record }, period).map((row) => ({ caseId, row }));
  for await (const row of pagesOf(ctx, asked, sql.findAsked))
    yield* lines(row.case_id, {
      ...common(places, row),
      kind: row.kind,
      text: ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, saidAt(county, row.id)),
      outcome: row.outcome,
      answer:
        row.answer_key_id === null || row.answer === null
          ? ''
          : ctx.keys.open({ keyId: row.answer_key_id, bytes: row.answer }, answeredAt(county, row.id)),
    });
  for await (const row of pagesOf(ctx, asked, sql.findTickets))
    yield* lines(row.case_id, {
      ...common(places, row),
      kind: 'TICKET',
      text: [DISPUTE_LABELS[row.what], openTicket(ctx, row).text].filter(Boolean).join('：'),
      outcome: row.outcome,
      answer: openTicketAnswer(ctx, row),
    });
}

/** What inspection, audit and the like found. */
async function* foundOf(ctx: Ctx, asked: Asked): AsyncGenerator<Line> {
  for await (const row of pagesOf(ctx, asked, sql.findFound)) {
    const { words, mended = '' } = openProblem(ctx, row);
    const { town, village, source, photos } = row;
    const record = {
      ...{ town, village, source, photos, words, mended },
      family: [row.case_no, row.head_name].filter(Boolean).join(' '),
      enteredOn: row.entered_on,
      dueOn: row.due_on,
      claimedBy: row.claimed_by ?? '',
      mendedOn: row.mended_on,
      closedBy: row.closed_by ?? '',
      closedOn: row.closed_on,
    };
    for (const line of LEDGERS.PROBLEMS.rows({ of: 'FOUND', record }, asked.period))
      yield { caseId: row.case_id, row: line };
  }
}

type AskedOfFamily = Omit<sql.AskedRow, 'kind' | 'outcome' | 'answer_key_id'>;

const common = (places: Asked['places'], row: AskedOfFamily) => ({
  ...placeOf(places, row.village),
  caseNo: row.case_no,
  headName: row.head_name,
  group: row.village_group,
  askedOn: row.asked_on,
  dueOn: row.due_on,
  answeredBy: row.answered_name ?? '',
  answeredOn: row.answered_on,
});

/** Page by page, without what the caller, or who lent the role, said as a family. */
async function* pagesOf<Row extends { id: string }>(
  ctx: Ctx,
  { county, region, period }: Asked,
  find: Statement<Row>,
): AsyncGenerator<Row> {
  const people = peopleOf(ctx);
  let after = '';
  for (;;) {
    const rows = await ctx.db.rows(find, [county, region, period.from, period.to, after, PAGE, people]);
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    after = last.id;
  }
}

const placeOf = (places: Asked['places'], village: string): LedgerPlace =>
  places.get(village) ?? { town: '', village };
