import { addDays } from '@shared/calendar';
import { contract } from '@shared/contract';
import { AFTER_ELIMINATION_WORDS, canAsk, policyQuestion, reasonSentences } from '@shared/messages/policies';
import {
  type FactAnswer,
  factsOfCase,
  isHouseholdFact,
  type NotEntitled,
  ourPolicies,
  RECEIVED_WITHIN_DAYS,
  type Reason,
  receivedPolicies,
} from '@shared/policies';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getOwnCase } from '../runtime/cases/own-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { paymentsBetween } from '../runtime/payments/of-family';
import { inForceAt } from '../runtime/policies-in-force';
import { handle } from '../runtime/use-case';
import * as sql from './policies.sql';
import { policyView } from './view';

type Given = 'YES' | 'NO' | 'UNSURE';

const answerAt = (caseId: string, member: string, fact: string) =>
  `policy_answer/${caseId}/${member}/${fact}`;

/** Three lists for a family from its own facts and the rules (domain.md 7.1). No office is bound by them. */
export const ours = handle(contract.policies.ours, async (ctx, { caseId }) => {
  const loaded = await getOwnCase(ctx, caseId);
  const policies = await inForceAt(ctx, loaded.case.village);
  const given = await answersOf(ctx, loaded);
  const family = factsOfCase(loaded.case, given, {
    today: ctx.today,
    medicalFen: loaded.profile.triggers.medicalSelfPaidFen,
  });
  const asked = await ctx.db.rows(sql.findAsked, [loaded.county, caseId]);
  const askedUntil = (code: string, member: string | null) =>
    asked.find((one) => one.code === code && (one.member_key || null) === member)?.due_on ?? null;
  const since = addDays(ctx.today, -RECEIVED_WITHIN_DAYS);
  const received = receivedPolicies(
    policies,
    await paymentsBetween(ctx, loaded, since, ctx.today),
    ctx.today,
  );
  const lists = ourPolicies(policies, family, {
    received: received.map(({ policy, member }) => ({ code: policy.code, member: member?.key ?? null })),
    mayAsk: (fact, member) =>
      canAsk(fact) && !given.some((one) => one.fact === fact && one.member === member && one.value === null),
  });
  return {
    today: ctx.today,
    received: received.map(({ policy, member, lastOn, lastFen }) => ({
      code: policy.code,
      name: policy.name,
      member,
      lastOn,
      lastFen,
      afterwards: AFTER_ELIMINATION_WORDS[policy.afterElimination],
    })),
    maybe: lists.maybe.map(({ policy, member, reasons }) => ({
      policy: policyView(policy),
      member,
      reasons: said(reasons, member?.name ?? null),
      askedUntil: askedUntil(policy.code, member?.key ?? null),
    })),
    questions: lists.questions.map(({ fact, member, policies: waiting }) => ({
      fact,
      member,
      question: policyQuestion(fact, member?.name ?? null),
      policies: waiting.map(({ name }) => name),
    })),
    not: lists.not.map((one) => ({ code: one.policy.code, name: one.policy.name, reasons: whyNot(one) })),
    askOffice: lists.askOffice.map(({ policy: { code, name, summary } }) => ({
      code,
      name,
      summary,
      askedUntil: askedUntil(code, null),
    })),
  };
});

/** Keeps a family's answer; the newest counts. What an office has recorded goes before it. */
export const answer = handle(
  contract.policies.answer,
  async (ctx, { caseId, fact, memberKey, answer: given }) => {
    const { county, case: c } = await getOwnCase(ctx, caseId);
    const ofFamily = isHouseholdFact(fact);
    const known = ofFamily ? memberKey === null : c.members.some(({ key }) => key === memberKey);
    if (!known || !canAsk(fact))
      throw new Failure('bad_input', 'UNKNOWN_MEMBER', {
        issues: [{ field: 'memberKey', reason: 'UNKNOWN_MEMBER', message: '' }],
      });
    const member = memberKey ?? '';
    const { keyId, bytes } = ctx.keys.seal(given, answerAt(caseId, member, fact));
    await ctx.db.write(sql.saveAnswer, [
      county,
      caseId,
      c.village,
      member,
      fact,
      keyId,
      bytes,
      ctx.caller.personId,
      ctx.now,
    ]);
    return {};
  },
);

async function answersOf(ctx: Ctx, { county, case: c }: LoadedCase): Promise<FactAnswer[]> {
  const rows = await ctx.db.rows(sql.findAnswers, [county, c.id]);
  return rows.map(({ member_key, fact, key_id, sealed }) => {
    const given = ctx.keys.open({ keyId: key_id, bytes: sealed }, answerAt(c.id, member_key, fact)) as Given;
    return {
      fact,
      member: member_key === '' ? null : member_key,
      value: given === 'UNSURE' ? null : given === 'YES',
    };
  });
}

const said = (reasons: readonly Reason[], name: string | null) =>
  reasonSentences(reasons, name, isHouseholdFact);

/** Why nobody of the family: each sentence once, however many members share it. */
function whyNot({ why }: NotEntitled): string[] {
  return [...new Set(why.flatMap(({ member, reasons }) => said(reasons, member?.name ?? null)))];
}
