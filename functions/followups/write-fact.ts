import { contract } from '@shared/contract';
import { FACT_KEEPERS, HOUSEHOLD, HOUSEHOLD_FACT_KEYS } from '@shared/followups';
import { Failure } from '../runtime/failure';
import { writeFacts } from '../runtime/register/followed';
import { handle } from '../runtime/use-case';
import { getToWrite } from './hands';

/** Writes one fact for some days. It stands beside what was said before, and counts from now on (domain.md 4.2, 4.3). */
export const writeFact = handle(
  contract.followups.writeFact,
  async (ctx, { caseId, memberKey, from, to, evidence, said }) => {
    const followed = await getToWrite(ctx, caseId, FACT_KEEPERS);
    const ofFamily = HOUSEHOLD_FACT_KEYS.includes(said.fact);
    const known = memberKey !== null && followed.facts.some(({ member }) => member === memberKey);
    if (ofFamily ? memberKey !== null : !known) throw wrong('memberKey', 'FACT_OF_WHOM');
    if (to !== null && to <= from) throw wrong('to', 'FACT_DAYS');
    if (from > ctx.today) throw wrong('from', 'CHANGE_IN_FUTURE');
    await writeFacts(ctx, followed, [
      { member: memberKey ?? HOUSEHOLD, key: said.fact, value: said.value, from, to, evidence },
    ]);
    return {};
  },
);

const wrong = (field: string, reason: 'FACT_OF_WHOM' | 'FACT_DAYS' | 'CHANGE_IN_FUTURE') =>
  new Failure('bad_input', reason, { issues: [{ field, reason, message: '' }] });
