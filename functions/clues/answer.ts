import type { ReportInput } from '@shared/casework';
import { CLUE_ANSWERERS, clueRole } from '@shared/clues';
import { contract, type ParsedInputOf } from '@shared/contract';
import { clueReason } from '@shared/messages';
import { openCase } from '../runtime/cases/open-case';
import { findOpenCase } from '../runtime/cases/same-person';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { answerClue, type ClueRecord, lockClue } from './clues.sql';
import { getClue } from './get';
import { clueView, openClue, sealAnswer } from './view';

type Answer = ParsedInputOf<typeof contract.clues.answer>['answer'];

/**
 * Writes down what became of a clue, and by whom. Only the first of the three answers opens a case: a report through the
 * one pipeline, whose cap runs from the clue (domain.md 3.1).
 */
export const answer = handle(contract.clues.answer, async (ctx, { clueId, answer: said }) => {
  const seen = await getClue(ctx, clueId);
  const role = clueRole(ctx.caller, seen.village, CLUE_ANSWERERS);
  if (role === undefined) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const { county } = seen;
  await ctx.db.first(lockClue, [county, clueId]);
  const clue = await getClue(ctx, clueId);
  if (clue.answered_at !== null)
    throw new Failure('conflict', 'CLUE_ANSWERED', { params: { name: clue.answerer ?? '' } });
  const opened = said.how === 'OPENED' ? await open(ctx, clue, said, role) : null;
  const { keyId, bytes } = sealAnswer(ctx, county, clueId, {
    measure: said.how === 'HELPED' ? said.measure : null,
    words: said.words,
    ...(role.onBehalfOf && { onBehalfOf: role.onBehalfOf }),
  });
  await ctx.db.write(answerClue, [
    county,
    clueId,
    said.how,
    ctx.caller.personId,
    role.role,
    ctx.now,
    opened ?? (said.how === 'HELPED' ? clue.known_case : null),
    keyId,
    bytes,
  ]);
  return { clue: clueView(ctx, await getClue(ctx, clueId)), caseId: opened };
});

/** Gives the id of the new case. @throws Failure conflict when the person stands in an open one by now */
async function open(
  ctx: Ctx,
  clue: ClueRecord,
  said: Extract<Answer, { how: 'OPENED' }>,
  role: NonNullable<ReturnType<typeof clueRole>>,
): Promise<string> {
  const person = openClue(ctx, clue);
  if (person.idNo !== null && (await findOpenCase(ctx, clue.county, person.idNo, '')) !== null)
    throw new Failure('conflict', 'CLUE_CASE_OPEN');
  const isHead = said.headName === person.name;
  const reason = clueReason(clue.channel, clue.warning, clue.department);
  const text = [reason, isHead ? '' : `说的是家里的${person.name}。`, person.note, said.words];
  const report: ReportInput = {
    village: clue.village,
    group: said.group,
    headName: said.headName,
    idNo: isHead ? person.idNo : null,
    phone: said.phone,
    reporter: {
      relation: 'CADRE',
      name: ctx.caller.name,
      reason,
    },
    difficulty: { phrases: [], text: text.filter(Boolean).join(' '), voiceId: null },
    riskTypes: said.risks,
    needs: [],
    memberCount: said.memberCount,
    photoIds: [],
    channel: clue.channel !== 'CADRE' ? 'DEPT_ALERT' : clue.check_round === null ? 'CADRE' : 'CENTRAL_CHECK',
  };
  const { case: c } = await openCase(ctx, report, { cluedAt: clue.reported_at, clue: role });
  return c.id;
}
