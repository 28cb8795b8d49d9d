import { CASE_WORKERS, type Role, rolesOn } from '@shared/access';
import { localDate } from '@shared/calendar';
import { type Case, clockOf } from '@shared/casework';
import { contract } from '@shared/contract';
import type { STAFF_PAPERS } from '@shared/contract/papers';
import {
  assistLetterPaper,
  dossierPaper,
  minutesOfCase,
  type Paper,
  type Places,
  receiptPaper,
  refusalLetterPaper,
} from '@shared/papers';
import { audit } from '../runtime/audit';
import { officesOf } from '../runtime/cases/answers';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { fileOf, placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';

type Kind = (typeof STAFF_PAPERS)[number];

/** The grid hands out receipts; sums, votes and dossiers are for those who work on them (domain.md 1.1). */
const MAY_HAVE: Record<Kind, readonly Role[]> = {
  RECEIPT: ['GRID', ...CASE_WORKERS],
  REFUSAL: CASE_WORKERS,
  DOSSIER: CASE_WORKERS,
  MINUTES: CASE_WORKERS,
  ASSIST: CASE_WORKERS,
};

/** A printed sheet of the case for staff. Who fetches one is written down: it leaves the system. */
export const paper = handle(contract.reviews.paper, async (ctx, { caseId, kind, assistId }) => {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  if (!rolesOn(loaded.case, ctx.caller).some((role) => MAY_HAVE[kind].includes(role)))
    throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const places = await placesOf(ctx, loaded.case.village);
  const sheet =
    kind === 'ASSIST'
      ? await assistSheet(ctx, loaded.case, assistId, places)
      : sheetOf(ctx, loaded, kind, places);
  if (sheet === null) throw new Failure('not_found', 'NO_SUCH_PAPER');
  await audit(ctx, { what: 'PAPER', caseId, detail: kind, why: '' });
  return { file: await fileOf(ctx, caseId, sheet) };
});

function sheetOf(
  ctx: Ctx,
  { case: c, profile }: LoadedCase,
  kind: Exclude<Kind, 'ASSIST'>,
  places: Places,
): Paper | null {
  switch (kind) {
    case 'RECEIPT':
      return receiptPaper(c, places, clockOf(c, profile, ctx.now).capDueOn);
    case 'REFUSAL':
      return refusalLetterPaper(c, places, profile);
    case 'DOSSIER':
      return dossierPaper(c, places);
    case 'MINUTES':
      return minutesOfCase(c, places);
  }
}

/** The letter to the village that was asked for facts: its office, the question line by line, the day of the answer. */
async function assistSheet(ctx: Ctx, c: Case, assistId: string, places: Places): Promise<Paper | null> {
  const asked = assistId === '' ? c.assists.at(-1) : c.assists.find(({ id }) => id === assistId);
  if (asked === undefined) return null;
  const { village } = await officesOf(ctx, asked.village);
  const questions = asked.question.split('\n').map((line) => line.trim());
  return assistLetterPaper(
    c,
    {
      to: village.office,
      livesAt: '',
      questions: questions.filter((line) => line !== ''),
      askedOn: localDate(asked.at),
      answerBy: asked.dueOn,
    },
    places,
  );
}
