import { type Role, rolesOn } from '@shared/access';
import { clockOf } from '@shared/casework';
import { contract } from '@shared/contract';
import {
  dossierPaper,
  minutesOfCase,
  type Paper,
  type Places,
  receiptPaper,
  refusalLetterPaper,
} from '@shared/papers';
import { audit } from '../runtime/audit';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { fileOf, placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';

type Kind = 'RECEIPT' | 'REFUSAL' | 'DOSSIER' | 'MINUTES';

/** The grid hands out receipts; sums, votes and dossiers are for those who work on them (domain.md 1.1). */
const FIGURES: readonly Role[] = [
  'VILLAGE',
  'TASKFORCE',
  'TOWN_CLERK',
  'TOWN_LEADER',
  'COUNTY_CLERK',
  'COUNTY_LEADER',
];
const MAY_HAVE: Record<Kind, readonly Role[]> = {
  RECEIPT: ['GRID', ...FIGURES],
  REFUSAL: FIGURES,
  DOSSIER: FIGURES,
  MINUTES: FIGURES,
};

/** A printed sheet of the case for staff. Who fetches one is written down: it leaves the system. */
export const paper = handle(contract.reviews.paper, async (ctx, { caseId, kind }) => {
  const loaded = await getCase(ctx, caseId, 'STAFF');
  if (!rolesOn(loaded.case, ctx.caller).some((role) => MAY_HAVE[kind].includes(role)))
    throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const sheet = sheetOf(ctx, loaded, kind, await placesOf(ctx, loaded.case.village));
  if (sheet === null) throw new Failure('not_found', 'NO_SUCH_PAPER');
  await audit(ctx, { what: 'PAPER', caseId, detail: kind, why: '' });
  return { file: await fileOf(ctx, caseId, sheet) };
});

function sheetOf(ctx: Ctx, { case: c, profile }: LoadedCase, kind: Kind, places: Places): Paper | null {
  switch (kind) {
    case 'RECEIPT':
      return receiptPaper(c, places, clockOf(c, profile, ctx.now).capDueOn);
    case 'REFUSAL':
      return refusalLetterPaper(c, places);
    case 'DOSSIER':
      return dossierPaper(c, places);
    case 'MINUTES':
      return minutesOfCase(c, places);
  }
}
