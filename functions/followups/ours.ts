import { requestDueOn } from '@shared/casework';
import { contract } from '@shared/contract';
import { hasLeft } from '@shared/register';
import { newId } from '../adapters';
import { getOwnCase } from '../runtime/cases/own-case';
import { Failure } from '../runtime/failure';
import { getFollowed, keepFiles } from '../runtime/register/followed';
import { sealRecord } from '../runtime/register/sealed';
import { handle } from '../runtime/use-case';
import { isOpen } from './change';
import * as sql from './followups.sql';
import { changeView, familyView, hasCounted, madeOf, nameOf } from './views';

/** Who is of our family as the office holds it, and what we said has changed, with the answers. */
export const ours = handle(contract.followups.ours, async (ctx, { caseId }) => {
  const followed = await getFollowed(ctx, await getOwnCase(ctx, caseId));
  const rows = await ctx.db.rows(sql.findChanges, [followed.loaded.county, caseId]);
  const { members } = familyView(followed.facts, { on: ctx.today });
  return {
    today: ctx.today,
    members: members.map(({ health: _, labour: __, insured: ___, ...member }) => member),
    // What waits inside the office is the office's until it is answered; its own words a family always sees.
    changes: rows
      .filter((row) => row.by_family || hasCounted(row))
      .map((row) => {
        const {
          warnings: _,
          mayAnswer: __,
          mayTakeBack: ___,
          ...change
        } = changeView(ctx, { ...followed, helps: false }, row, rows);
        // What a cadre noted for the office is not for the family.
        if (!change.byFamily) return { ...change, text: '' };
        // To the office what the family told is done with; to the family not before the other level has agreed.
        const made = madeOf(ctx, row, rows);
        return made !== undefined && isOpen(made.state)
          ? { ...change, state: made.state, dueOn: made.due_on }
          : change;
      }),
    mayTell: !hasLeft(followed.entry.status),
  };
});

/** 「家里有变化」: the family says it, a cadre looks and writes down what it comes to. The same waits once. */
export const tell = handle(contract.followups.tell, async (ctx, { caseId, ...said }) => {
  const followed = await getFollowed(ctx, await getOwnCase(ctx, caseId));
  const { loaded, facts, entry } = followed;
  const { county, case: c } = loaded;
  if (hasLeft(entry.status)) throw new Failure('conflict', 'HOUSEHOLD_LEFT');
  if (said.on > ctx.today) throw wrong('on', 'CHANGE_IN_FUTURE');
  if (said.memberKey !== null && !facts.some(({ member }) => member === said.memberKey))
    throw wrong('memberKey', 'UNKNOWN_MEMBER');
  const waiting = await ctx.db.rows(sql.findChanges, [county, caseId]);
  if (waiting.some((row) => row.state === 'TOLD' && row.kind === said.what && row.happened_on === said.on))
    throw new Failure('conflict', 'CHANGE_TOLD_ALREADY');
  await keepFiles(ctx, followed, [{ field: 'photoIds', ids: said.photoIds }]);
  const id = newId(county, ctx.now);
  const dueOn = requestDueOn(ctx.today);
  const { keyId, bytes } = sealRecord(ctx, 'change', id, {
    by: 'FAMILY',
    who: said.memberKey === null ? [] : [nameOf(facts, said.memberKey)],
    evidence: [],
    ...said,
  });
  await ctx.db.write(sql.insertChange, [
    county,
    id,
    caseId,
    c.village,
    said.what,
    said.on,
    'TOLD',
    true,
    ctx.caller.personId,
    ctx.now,
    dueOn,
    keyId,
    bytes,
  ]);
  return { id, dueOn };
});

const wrong = (field: string, reason: 'CHANGE_IN_FUTURE' | 'UNKNOWN_MEMBER') =>
  new Failure('bad_input', reason, { issues: [{ field, reason, message: '' }] });
