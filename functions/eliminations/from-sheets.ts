import { yearPerHead } from '@shared/followups';
import { statement } from '../adapters';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import type { LoadedExit } from '../runtime/register/exit-store';

type AtQuarter = { quarter: string; netPerCapitaFen: number };

const findSheets = statement<{ quarter: string; net: string; heads: number[] }>(
  'eliminations.sheets',
  `SELECT quarter, net, heads FROM quarterly_ledger
    WHERE county = $1 AND case_id = $2 AND NOT superseded AND state <> 'RETURNED' ORDER BY quarter DESC LIMIT 12`,
);

/**
 * Net income per head of twelve months at the end of each quarter, in fen, the newest first: from the sheets of the follow-up
 * (domain.md 3.5, 3.6). A quarter without a whole year of sheets is not among them.
 */
export async function quartersFromSheets(ctx: Ctx, { loaded }: LoadedExit): Promise<AtQuarter[]> {
  const rows = await ctx.db.rows(findSheets, [loaded.county, loaded.case.id]);
  const figures = rows.map(({ quarter, net, heads }) => ({ quarter, net: Number(net), heads }));
  return figures.flatMap(({ quarter }) => {
    const fen = yearPerHead(figures, quarter);
    return fen === null ? [] : { quarter: quarter.replace('Q', '-Q'), netPerCapitaFen: fen };
  });
}

/** A figure that is another one than the sheets give says why. @throws Failure bad_input without a word to it */
export async function explained<R extends { quarters: AtQuarter[]; note: string }>(
  ctx: Ctx,
  loaded: LoadedExit,
  research: R,
): Promise<R> {
  const known = await quartersFromSheets(ctx, loaded);
  const differs = research.quarters.some(({ quarter, netPerCapitaFen }) => {
    const own = known.find((one) => one.quarter === quarter);
    return own !== undefined && own.netPerCapitaFen !== netPerCapitaFen;
  });
  if (differs && research.note === '')
    throw new Failure('bad_input', 'REQUIRED', {
      issues: [{ field: 'research.note', reason: 'REQUIRED', message: '' }],
    });
  return research;
}

const findMeeting = statement<{ id: string }>(
  'eliminations.meeting',
  'SELECT id FROM appraisal_meeting WHERE county = $1 AND id = $2 AND village = $3 AND met_at = $4',
);

/** A meeting that spoke of inclusions too is one that its village recorded, at that very hour. @throws Failure not_found */
export async function knownMeeting(
  ctx: Ctx,
  { loaded }: LoadedExit,
  { meetingId, metAt }: { meetingId: string | null; metAt: string },
): Promise<void> {
  if (meetingId === null) return;
  const held = [loaded.county, meetingId, loaded.case.village, metAt];
  if ((await ctx.db.first(findMeeting, held)) === undefined) throw new Failure('not_found', 'NOT_FOUND');
}
