import { contract, type ParsedInputOf } from '@shared/contract';
import { correction, counts, FACT_KEEPERS, HOUSEHOLD, HOUSEHOLD_FACT_KEYS } from '@shared/followups';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { writeFacts } from '../runtime/register/followed';
import { handle } from '../runtime/use-case';
import { getToWrite, handOf, openFamily } from './hands';
import { factView } from './views';

/** Writes one fact for some days. It stands beside what was said before, and counts from now on (domain.md 4.2, 4.3). */
export const writeFact = handle(
  contract.followups.writeFact,
  async (ctx, { caseId, memberKey, evidence, ...fact }) => {
    const followed = await getToWrite(ctx, caseId, FACT_KEEPERS);
    const ofFamily = HOUSEHOLD_FACT_KEYS.includes(fact.said.fact);
    const known = memberKey !== null && followed.facts.some(({ member }) => member === memberKey);
    if (ofFamily ? memberKey !== null : !known) throw wrong('memberKey', 'FACT_OF_WHOM');
    requireDays(ctx, fact);
    const { said, from, to } = fact;
    await writeFacts(ctx, followed, [
      { member: memberKey ?? HOUSEHOLD, key: said.fact, value: said.value, from, to, evidence },
    ]);
    return {};
  },
);

/**
 * Puts a fact right that was written wrongly, or takes it back: every day then reads as if it had been right when it was
 * written, and what it said stays readable as known before.
 * @throws Failure conflict when others wrote about all of its days meanwhile
 */
export const correctFact = handle(
  contract.followups.correctFact,
  async (ctx, { caseId, factId, reason, evidence, right }) => {
    const followed = await getToWrite(ctx, caseId, FACT_KEEPERS);
    const { facts } = followed;
    const fact = facts.find(({ id }) => id === factId);
    if (fact === undefined) throw new Failure('not_found', 'NOT_FOUND');
    if (right !== null && right.said.fact !== fact.key) throw wrong('right.said', 'FACT_OTHER');
    if (right !== null) requireDays(ctx, right, 'right.');
    if (!counts(facts, fact)) throw new Failure('conflict', 'FACT_OVER');
    const rows = correction(
      facts,
      fact,
      right && { value: right.said.value, from: right.from, to: right.to },
    );
    if (rows.length === 0) throw wrong('right', 'FACT_SAME');
    await writeFacts(
      ctx,
      followed,
      rows.map((row) => ({ ...row, evidence, corrects: factId, reason })),
    );
    return {};
  },
);

/** Everything that was written down of a family, the last first; what nobody may know by the list stays masked. */
export const history = handle(contract.followups.history, async (ctx, { caseId }) => {
  const followed = await openFamily(ctx, caseId);
  await audit(ctx, { what: 'READ', caseId, detail: 'FACTS', why: '' });
  const keeps = handOf(ctx, followed, FACT_KEEPERS) !== null;
  return { rows: followed.facts.map((fact) => factView(followed.facts, fact, keeps)).reverse() };
});

type Days = Pick<ParsedInputOf<typeof contract.followups.writeFact>, 'from' | 'to'>;

function requireDays(ctx: Ctx, { from, to }: Days, at = ''): void {
  if (to !== null && to <= from) throw wrong(`${at}to`, 'FACT_DAYS');
  if (from > ctx.today) throw wrong(`${at}from`, 'CHANGE_IN_FUTURE');
}

const wrong = (
  field: string,
  reason: 'FACT_OF_WHOM' | 'FACT_DAYS' | 'FACT_SAME' | 'FACT_OTHER' | 'CHANGE_IN_FUTURE',
) => new Failure('bad_input', reason, { issues: [{ field, reason, message: '' }] });
