import { localDate } from '@shared/calendar';
import { contract } from '@shared/contract';
import { EXIT_STEPS, type Round } from '@shared/elimination';
import { AFTERWARDS_TITLES, FAMILY_STEPS, familyStandingWords } from '@shared/messages/elimination';
import { AFTER_ELIMINATION, factsOfCase, ourPolicies } from '@shared/policies';
import { getOwnCase } from '../runtime/cases/own-case';
import { Failure } from '../runtime/failure';
import { inForceAt } from '../runtime/policies-in-force';
import { exitOfCase } from '../runtime/register/exit-store';
import { handle } from '../runtime/use-case';

/** Where a family stands, and what goes on or stops when the risk is gone: told before anything is decided (domain.md 3.6). */
export const ours = handle(contract.eliminations.ours, async (ctx, { caseId }) => {
  const own = await getOwnCase(ctx, caseId);
  const loaded = await exitOfCase(ctx, own);
  if (loaded === null) throw new Failure('not_found', 'NOT_ON_LIST');
  const { entry, exit, profile } = loaded;
  const policies = await inForceAt(ctx, own.case.village);
  const family = factsOfCase(own.case, [], {
    today: ctx.today,
    medicalFen: profile.triggers.medicalSelfPaidFen,
  });
  const { maybe } = ourPolicies(policies, family, { received: [], mayAsk: () => false });
  return {
    status: entry.status,
    standing: familyStandingWords(
      entry.status,
      entry.eliminatedOn ?? entry.identifiedOn,
      exit.round?.kind ?? null,
    ),
    identifiedOn: entry.identifiedOn,
    entries: entry.entries,
    observeUntil: entry.observeUntil,
    steps: exit.round === null ? null : stepsOf(exit.round),
    afterwards: AFTER_ELIMINATION.map((how) => ({
      how,
      title: AFTERWARDS_TITLES[how],
      policies: byPolicy(maybe.filter(({ policy }) => policy.afterElimination === how)),
    })),
  };
});

/** A policy that several people of the family have is named once, with all of them. */
function byPolicy(
  rows: readonly { policy: { code: string; name: string }; member: { name: string } | null }[],
) {
  const named = new Map<string, { code: string; name: string; members: string[] }>();
  for (const { policy, member } of rows) {
    const line = named.get(policy.code) ?? { code: policy.code, name: policy.name, members: [] };
    if (member !== null) line.members.push(member.name);
    named.set(policy.code, line);
  }
  return [...named.values()];
}

/** Six plain steps of the seven: what two offices of the village do between them is one to the family. */
function stepsOf({ step, agreed, verified, appraisal, publicity, town, county, signatures }: Round) {
  const at = EXIT_STEPS.indexOf(step);
  const on: Record<string, string | null> = {
    VERIFY: (signatures.at(-1) ?? verified ?? agreed)?.at ?? null,
    APPRAISAL: appraisal?.at ?? null,
    PUBLICITY: null,
    TOWN: town?.at ?? null,
    COUNTY: county?.at ?? null,
    MARK: null,
  };
  return EXIT_STEPS.filter((one) => one !== 'PROPOSED').map((one) => {
    const place = EXIT_STEPS.indexOf(one);
    const state =
      place < at ? ('DONE' as const) : place === Math.max(at, 1) ? ('NOW' as const) : ('LATER' as const);
    const day = one === 'PUBLICITY' ? (publicity?.lastDay ?? null) : on[one];
    const done = state === 'DONE' || one === 'PUBLICITY';
    return {
      title: FAMILY_STEPS[one],
      state,
      on: !done || !day ? null : day.length > 10 ? localDate(day) : day,
    };
  });
}
