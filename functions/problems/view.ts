import { daysBetween, localDate } from '@shared/calendar';
import type { ProblemView } from '@shared/contract';
import { mayOnProblem, type ProblemAct, type ProblemStanding } from '@shared/problems';
import type { Ctx } from '../runtime/context';
import { openProblem } from '../runtime/problems';
import type { ProblemRow } from './problems.sql';

export function standingOf(row: ProblemRow): ProblemStanding {
  const { region, department, entered_by: enteredBy, claimed_by: claimedBy, mended_by, mended_for } = row;
  return {
    ...{ region, department, enteredBy, claimedBy },
    state:
      row.closed_at !== null
        ? 'CLOSED'
        : mended_by !== null
          ? 'MENDED'
          : claimedBy !== null
            ? 'CLAIMED'
            : 'OPEN',
    mendedBy: [mended_by, mended_for].flatMap((id) => id ?? []),
  };
}

export function problemView(ctx: Ctx, row: ProblemRow): ProblemView {
  const said = openProblem(ctx, row);
  const standing = standingOf(row);
  const { case_id: caseId, case_no: caseNo, head_name: headName } = row;
  const done = (by: string | null, at: string | null) =>
    at === null ? null : { by: by ?? '', on: localDate(at) };
  const mended = done(row.mended_by_name, row.mended_at);
  const may = (act: ProblemAct) => 'grant' in mayOnProblem(ctx.caller, standing, act);
  return {
    ...{ id: row.id, source: row.source, place: row.place, department: row.department },
    // A department reads no case, and so no name either: row-level security leaves it out.
    family: caseId === null || caseNo === null || headName === null ? null : { caseId, caseNo, headName },
    words: said.words,
    entered: { by: row.entered_by_name, on: localDate(row.entered_at) },
    dueOn: row.due_on,
    lateDays: row.closed_at === null ? Math.max(0, daysBetween(row.due_on, ctx.today)) : 0,
    state: standing.state,
    claimed: done(row.claimed_by_name, row.claimed_at),
    mended: mended && { ...mended, words: said.mended ?? '', photoIds: row.photo_ids },
    looked: said.looked ?? '',
    closed: done(row.closed_by_name, row.closed_at),
    givenBack: row.given_back,
    may: { claim: may('claim'), mend: may('mend'), close: may('close') },
  };
}
