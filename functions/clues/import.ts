import { addDays } from '@shared/calendar';
import { DEPARTMENTS, type Department } from '@shared/casework';
import {
  type ClueRow,
  clueDueOn,
  type ReadClue,
  readClue,
  sameClue,
  samePerson,
  villageFinder,
  WARNING_RULES,
  WARNINGS,
} from '@shared/clues';
import { day, type RowReason, rowSentence, WARNING_LABELS } from '@shared/messages';
import type { Profile } from '@shared/procedure';
import { type Column, newId } from '../adapters';
import { findProfileInForce } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import {
  type ImportKind,
  type JobRow,
  type JobTarget,
  type RowOutcome,
  spoiltRow,
} from '../runtime/imports/kind';
import * as sql from './clues.sql';
import { sealClue } from './view';

/** What a department sends: no more of a person than her village needs to find her and to know why. */
export const CLUE_COLUMNS = [
  { key: 'name', title: '姓名', needed: true, width: 12 },
  { key: 'idNo', title: '身份证号码', also: ['身份证号', '证件号码'], needed: true, width: 22 },
  {
    key: 'warning',
    title: '预警情况',
    also: ['预警类型', '预警'],
    needed: true,
    width: 18,
    choices: WARNINGS.map((code) => WARNING_LABELS[code]),
  },
  { key: 'figure', title: '数（元、%、天）', also: ['数', '金额', '数值'], width: 14 },
  { key: 'town', title: '乡镇', also: ['镇', '乡'], width: 14 },
  { key: 'village', title: '村', also: ['所在村', '行政村', '住址'], width: 20 },
  { key: 'note', title: '说明', also: ['备注'], width: 40 },
] as const satisfies readonly Column[];

const ID_DIGITS = 6;

/**
 * A department's file of people who may be at risk (domain.md 2.4, 3.1 `DEPT_ALERT`): each becomes a clue of one
 * village, or is named in the report with the reason why not. Sent again it finds everybody known and adds nothing.
 */
export const departmentClues: ImportKind = {
  name: 'CLUES',
  columns: CLUE_COLUMNS,
  maxRows: 100_000,
  slice: 5_000,
  sameBy: (cells) => sameClue(toRow(cells)),
  // One number is one person, whatever a row warns of.
  aboutBy: (cells) => samePerson(toRow(cells)),
  agreesOn: ({ name }) => (name ?? '').normalize('NFKC').replace(/\s/g, ''),
  shown: ['name', 'idNo', 'warning'],

  async mayStart(ctx, target) {
    const department = departmentOf(target);
    const allowed = ctx.caller.grants.some(
      (grant) =>
        grant.region === target.county &&
        (grant.role === 'COUNTY_CLERK' || (grant.role === 'DEPT' && grant.department === department)),
    );
    if (department === undefined) throw new Failure('not_found', 'NOT_FOUND');
    if (!allowed) throw new Failure('forbidden', 'ROLE_MAY_NOT');
    return { region: target.county };
  },

  async apply(ctx, target, rows) {
    const { county } = target;
    const department = departmentOf(target);
    if (department === undefined) throw new Failure('not_found', 'NOT_FOUND');
    // A department's people have no region in which they read cases: they hand in for the county, and learn no name.
    return ctx.db.within(county, async () => {
      await ctx.db.rows(sql.lockCounty, [county]);
      const profile = await findProfileInForce(ctx, county);
      if (profile === null) throw new Failure('not_found', 'NOT_FOUND');
      return applyRows(ctx, { county, department, profile }, rows);
    });
  },
};

function departmentOf({ county, targetId }: JobTarget): Department | undefined {
  return DEPARTMENTS.find((name) => targetId === `${county}-${name}`);
}

interface Work {
  county: string;
  department: Department;
  profile: Profile;
}

interface Candidate {
  index: number;
  row: ClueRow;
  clue: ReadClue;
  digest: Buffer;
}

async function applyRows(ctx: Ctx, work: Work, rows: readonly JobRow[]): Promise<RowOutcome[]> {
  const { county, department, profile } = work;
  const outcomes = rows.map((row) =>
    spoiltRow(row, { conflict: 'CLUE_TWO_NAMES', repeated: 'CLUE_REPEATED' }),
  );
  const refuse = (index: number, reason: RowReason) => {
    outcomes[index] = { good: false, message: rowSentence(reason) };
  };
  const read: Candidate[] = [];
  rows.forEach(({ cells, faults }, index) => {
    if (outcomes[index] !== null) return;
    const row = { ...toRow(cells), lost: faults.idNo === 'NUMBER_LOST' };
    const found = readClue(row, profile);
    if (!found.ok) refuse(index, found.fault);
    else read.push({ index, row, clue: found.clue, digest: ctx.keys.blindIndex('ID', found.clue.idNo) });
  });
  const digests = read.map(({ digest }) => digest);
  const known = new Map(
    (await ctx.db.rows(sql.findKnown, [county, digests])).map((one) => [Number(one.place), one]),
  );
  const since = `${addDays(ctx.today, -profile.clues.againDays)}T00:00:00+08:00`;
  const sent = new Set(
    (await ctx.db.rows(sql.findSent, [county, digests, read.map(({ clue }) => clue.warning), since])).map(
      ({ place }) => Number(place),
    ),
  );
  const places = await ctx.db.rows(sql.findVillages, [county]);
  const names = new Map(places.map(({ code, name }) => [code, name]));
  const find = villageFinder(places);
  const handed: (Candidate & { id: string; village: string; knownCase: string | null })[] = [];
  for (const [at, one] of read.entries()) {
    const person = known.get(at + 1);
    const village = person?.village ?? villageOf(find, one.row, one.clue.idNo, county);
    if (person?.open) refuse(one.index, 'CLUE_CASE_OPEN');
    else if (sent.has(at + 1)) refuse(one.index, 'CLUE_KNOWN');
    else if (isReason(village)) refuse(one.index, village);
    else handed.push({ ...one, id: newId(county, ctx.now), village, knownCase: person?.case_id ?? null });
  }
  const dueOn = clueDueOn(profile, ctx.today);
  const sealed = handed.map(({ id, clue: { name, idNo, value, note } }) =>
    sealClue(ctx, county, id, { name, idNo, value, note }),
  );
  const written = await ctx.db.rows(sql.insertClues, [
    county,
    'DEPT_ALERT',
    department,
    ctx.caller.personId,
    ctx.now,
    dueOn,
    handed.map(({ id }) => id),
    handed.map(({ village }) => village),
    handed.map(({ clue }) => clue.warning),
    handed.map(({ clue }) => WARNING_RULES[clue.warning].risk),
    handed.map(({ digest }) => digest),
    handed.map(({ knownCase }) => knownCase),
    sealed.map(({ keyId }) => keyId),
    sealed.map(({ bytes }) => bytes),
    null,
  ]);
  const ids = new Set(written.map(({ id }) => id));
  for (const { index, id, village } of handed)
    if (ids.has(id))
      outcomes[index] = {
        good: true,
        message: rowSentence('CLUE_HANDED', { village: names.get(village) ?? village, day: day(dueOn) }),
      };
    else refuse(index, 'CLUE_KNOWN');
  return outcomes.map((outcome) => {
    if (outcome === null) throw new Error('A row that nobody looked at');
    return outcome;
  });
}

function toRow(cells: JobRow['cells']): ClueRow {
  return {
    idNo: cells.idNo ?? '',
    name: cells.name ?? '',
    warning: cells.warning ?? '',
    figure: cells.figure ?? '',
    town: cells.town ?? '',
    village: cells.village ?? '',
    note: cells.note ?? '',
    lost: false,
  };
}

/** The village of somebody whom the county does not know: the one that is written, or why there is none. */
function villageOf(
  find: ReturnType<typeof villageFinder>,
  { town, village }: ClueRow,
  idNo: string,
  county: string,
): string | RowReason {
  const found = find(town, village);
  if (found.ok) return found.village;
  const ours = idNo.slice(0, ID_DIGITS) === county;
  if (found.why === 'SEVERAL') return 'VILLAGE_SEVERAL';
  if (!ours) return 'OTHER_COUNTY';
  return found.why === 'NOT_SAID' ? 'VILLAGE_NOT_SAID' : 'VILLAGE_NOT_HERE';
}

const isReason = (text: string): text is RowReason => !/^\d{12}$/.test(text);
