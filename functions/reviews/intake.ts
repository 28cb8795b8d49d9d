import { localDate } from '@shared/calendar';
import { decide, otherReport as otherReportOf, partiesOf } from '@shared/casework';
import { contract } from '@shared/contract';
import { newId } from '../adapters';
import { audit } from '../runtime/audit';
import { staffAnswer } from '../runtime/cases/answers';
import {
  append,
  findCaseIn,
  findProfileInForce,
  type LoadedCase,
  nextCaseNo,
} from '../runtime/cases/case-store';
import * as sql from '../runtime/cases/cases.sql';
import { getCase, onCase, onThisVersion, perform, performBySystem } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure, failureOfRefusal } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findRegionNames } from '../runtime/villages.sql';
import { findFiles, insertFile } from './files.sql';
import { findVillage } from './queue.sql';

const { reviews } = contract;

/** Two reports of one family become one case: the second closes, what it said is read with the first. */
export const merge = onThisVersion(
  reviews.merge,
  async (ctx, loaded, { opinion, intoCaseNo, sameFamily }) => {
    const { case: second, county } = loaded;
    const target = await targetOf(ctx, county, second.duplicateOf, intoCaseNo);
    const { reporter, difficulty, riskTypes, photoIds } = second.report;
    const reporting = partiesOf(second)[0];
    await performBySystem(ctx, target, {
      type: 'takeInReport',
      from: { caseId: second.id, caseNo: second.caseNo, reporter, difficulty, riskTypes, photoIds },
      party: sameFamily && reporting !== undefined ? { personId: reporting.personId, as: 'HOUSEHOLD' } : null,
    });
    const into = { intoCaseId: target.case.id, intoCaseNo: target.case.caseNo };
    return staffAnswer(ctx, await perform(ctx, loaded, { type: 'merge', opinion, ...into }));
  },
);

/** The case to merge into, as far as the caller may see it: over the border of a village the township does it. */
async function targetOf(
  ctx: Ctx,
  county: string,
  duplicateOf: string | null,
  caseNo: string | null,
): Promise<LoadedCase> {
  const named = caseNo === null ? undefined : await ctx.db.first(sql.findByCaseNo, [county, caseNo]);
  const id = caseNo === null ? duplicateOf : named?.id;
  if (id == null) throw new Failure('not_found', 'NO_OPEN_CASE');
  return await getCase(ctx, id, 'STAFF');
}

/** Both reports side by side, before they become one: the other one, found the same way as the merger will find it. */
export const otherReport = handle(reviews.otherReport, async (ctx, { caseId, caseNo }) => {
  const { case: mine, county } = await getCase(ctx, caseId, 'STAFF');
  const { case: other } = await targetOf(ctx, county, mine.duplicateOf, caseNo === '' ? null : caseNo);
  if (other.id === mine.id)
    throw new Failure('bad_input', 'SAME_CASE', {
      issues: [{ field: 'caseNo', reason: 'SAME_CASE', message: '' }],
    });
  await audit(ctx, { what: 'READ', caseId: other.id, detail: 'MERGER', why: '' });
  const [village] = await ctx.db.rows(findRegionNames, [[other.village]]);
  return { other: otherReportOf(mine, other, village?.name ?? '') };
});

/**
 * Sends a report to the village where it belongs (domain.md 3.9). Inside the county its rows move with it; in another
 * county a new case begins there from the first clue, with the history so far, and this one ends.
 */
export const transfer = onThisVersion(reviews.transfer, async (ctx, loaded, { village, reason }) => {
  const known = await ctx.db.first(findVillage, [village]);
  const county = village.slice(0, 6);
  if (known === undefined) throw new Failure('not_found', 'VILLAGE_UNKNOWN');
  if (county !== loaded.county) return staffAnswer(ctx, await toOtherCounty(ctx, loaded, village, reason));
  // Both villages lie in the county: the move is the county's, whoever of it sends the report on.
  return ctx.db.within(county, async () => {
    const moved = await perform(ctx, loaded, { type: 'transfer', village, reason, newCase: null });
    for (const move of sql.moveCase) await ctx.db.write(move, [county, moved.case.id, village]);
    return staffAnswer(ctx, moved);
  });
});

async function toOtherCounty(
  ctx: Ctx,
  loaded: LoadedCase,
  village: string,
  reason: string,
): Promise<LoadedCase> {
  const county = village.slice(0, 6);
  const profile = await findProfileInForce(ctx, county);
  if (profile === null) throw new Failure('not_found', 'VILLAGE_UNKNOWN');
  const { case: c, history } = loaded;
  const caseId = newId(county, ctx.now);
  const caseNo = await nextCaseNo(ctx, county);
  const ended = await perform(ctx, loaded, {
    type: 'transfer',
    village,
    reason,
    newCase: { caseId, caseNo },
  });
  // What the family handed in goes with its report: the other county has a row of its own for each file.
  const { photoIds, difficulty } = c.report;
  const named = [...photoIds, ...(difficulty.voiceId === null ? [] : [difficulty.voiceId])];
  const files = (await ctx.db.rows(findFiles, [c.id, named])).map((file) => ({
    file,
    id: newId(county, ctx.now),
  }));
  const there = (id: string | null) => files.find(({ file }) => file.id === id)?.id;
  const [party] = partiesOf(c);
  if (party === undefined) throw new Error('A case without a party');
  const begun = decide(
    null,
    {
      type: 'submit',
      caseId,
      caseNo,
      profile: { code: profile.code, version: profile.version },
      report: {
        ...c.report,
        village,
        group: '',
        photoIds: photoIds.flatMap((id) => there(id) ?? []),
        difficulty: { ...difficulty, voiceId: there(difficulty.voiceId) ?? null },
      },
      cluedAt: c.cluedAt,
      openCaseNo: null,
      duplicateOf: null,
      previous: c.previous,
      carried: history.map(({ type, at, actor, from, after }) => ({
        type,
        at,
        actorName: actor.name,
        from,
        to: after,
      })),
    },
    {
      caller: { personId: party.personId, name: c.report.reporter.name, kind: 'PERSON', grants: [] },
      now: ctx.now,
      profile,
    },
  );
  if (!begun.ok) throw failureOfRefusal(begun.refusal);
  // The receiving county opens its own case: nothing of the sender's scope is needed there.
  await ctx.db.within(county, async () => {
    await append(ctx, { county, profile, history: [], case: null }, caseId, begun);
    for (const { file, id } of files)
      await ctx.db.write(insertFile, [
        county,
        id,
        file.owner_id,
        file.kind,
        file.content_type,
        file.size,
        file.sha256,
        file.object_key,
        caseId,
        village,
        file.created_at,
        file.seconds,
      ]);
    await audit(ctx, { what: 'READ', caseId, detail: `FILES_FROM ${c.id} ${files.length}`, why: '' });
  });
  await audit(ctx, { what: 'READ', caseId: c.id, detail: `FILES_TO ${caseId} ${files.length}`, why: '' });
  return ended;
}

/** Not taken on; 「the same facts not long ago」 is looked up, never taken from the input. */
export const notAccept = onCase(reviews.notAccept, async (input, ctx, { county, case: c }) => ({
  type: 'notAccept',
  kinshipDeclared: input.kinshipDeclared,
  reasonCode: input.reasonCode,
  opinion: input.opinion,
  previous:
    input.previousCaseNo === null
      ? null
      : await refusedCase(ctx, county, input.previousCaseNo, c.report.idNo),
}));

async function refusedCase(
  ctx: Ctx,
  county: string,
  caseNo: string,
  idNo: string | null,
): Promise<{ caseNo: string; refusedOn: string } | null> {
  const row = await ctx.db.first(sql.findByCaseNo, [county, caseNo]);
  const found = row === undefined ? null : await findCaseIn(ctx, county, row.id);
  if (found === null || idNo === null) return null;
  const { case: before } = found;
  const sameFamily = [before.report.idNo, ...before.members.map((m) => m.idNo)].includes(idNo);
  if (!sameFamily || before.state !== 'REJECTED' || before.closedAt === null) return null;
  return { caseNo: before.caseNo, refusedOn: localDate(before.closedAt) };
}
