import type { StaffRole } from '@shared/access';
import { contract } from '@shared/contract';
import type { Fault } from '@shared/publicity';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './notices.sql';
import type { Sheet } from './sheet';

/**
 * Counts what the scan found (domain.md 6.2): each once a month for one sheet or draft, however often it is looked at,
 * and as mended when it was found before and stands there no more. What stood there is not kept.
 */
export async function noteFindings(
  ctx: Ctx,
  { asWritten, found, faults }: Pick<Sheet, 'asWritten' | 'found' | 'faults'>,
  /** What the words outside of the list belong to: the draft, or '' for a sheet of cases. */
  draftId = '',
): Promise<void> {
  const { kind, villageCode, entries } = asWritten;
  if (found.length === 0) return;
  const keyOf = ({ kind: of, where, text }: Fault) => {
    const [, row] = /^entries\.(\d+)\./.exec(where) ?? [];
    return `${draftId || entries[Number(row)]?.id || ''}\n${of}\n${text}`;
  };
  const left = new Set(faults.map(({ kind: of, text }) => `${of}\n${text}`));
  const each = [...new Map(found.map((fault) => [keyOf(fault), fault])).entries()];
  await ctx.db.write(sql.noteFindings, [
    villageCode.slice(0, 6),
    villageCode,
    ctx.today.slice(0, 7),
    kind,
    each.map(([, fault]) => fault.kind),
    each.map(([key]) => ctx.keys.blindIndex('INPUT', `notice ${key}`)),
    each.map(([, { kind: of, text }]) => !left.has(`${of}\n${text}`)),
  ]);
}

const COUNTY: readonly StaffRole[] = ['COUNTY_CLERK', 'COUNTY_LEADER', 'SUPERVISOR'];
const TOWN: readonly StaffRole[] = ['TOWN_CLERK', 'TOWN_LEADER'];

/**
 * How much of what may not be published stood in notices before they went up, by month and kind: for the county, or one
 * township of it.
 */
export const findings = handle(contract.notices.findings, async (ctx, { county, town, from, to }) => {
  const place = town ?? county;
  const mine = ctx.caller.grants.some(
    ({ role, region }) =>
      (region === county && COUNTY.includes(role)) ||
      (town !== undefined && region === town && TOWN.includes(role)),
  );
  if (!mine) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  if (!place.startsWith(county)) throw new Failure('forbidden', 'ROLE_MAY_NOT');
  const rows = await ctx.db.within(place, () => ctx.db.rows(sql.countFindings, [county, from, to, place]));
  return {
    counts: rows.map(({ month, notice_kind, kind, found, mended }) => ({
      month,
      noticeKind: notice_kind,
      kind,
      found,
      mended,
    })),
  };
});
