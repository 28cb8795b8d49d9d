import {
  type AppraisalInput,
  decide,
  familyOf,
  type MeetingInput,
  type MeetingRecord,
  type StaffCaseView,
} from '@shared/casework';
import { contract, type FieldIssue } from '@shared/contract';
import { sentence } from '@shared/messages';
import { newId } from '../adapters';
import { staffAnswer } from '../runtime/cases/answers';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getCase, onThisVersion, perform } from '../runtime/cases/on-case';
import type { Ctx } from '../runtime/context';
import { Failure, failureOfRefusal } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import * as sql from './meetings.sql';
import { placeOfMeeting } from './read';

type OneFamily = { loaded: LoadedCase; said: AppraisalInput & { kinshipDeclared: true } };

/**
 * Records a meeting: every family of it moves in this one transaction, or none does.
 * @throws Failure conflict that names each family which changed meanwhile; the rest can be handed in without them
 */
export const record = handle(contract.meetings.record, async (ctx, input) => {
  const families = await loadAll(ctx, input);
  const { meetingId, after } = await hold(ctx, families, input.minutes);
  return {
    meetingId,
    village: after[0]?.case.village ?? '',
    results: after.map(({ case: c }) => ({
      caseId: c.id,
      headName: c.headName,
      passed: c.appraisal?.passed === true,
    })),
  };
});

/** A meeting over one family, recorded from its case. */
export const recordOne = onThisVersion(
  contract.reviews.recordAppraisal,
  async (ctx, loaded, said): Promise<StaffCaseView> => {
    const { after } = await hold(ctx, [{ loaded, said }], '');
    return staffAnswer(ctx, after[0] ?? loaded);
  },
);

async function loadAll(ctx: Ctx, { cases, minutes: _, ...meeting }: MeetingInput): Promise<OneFamily[]> {
  const families: OneFamily[] = [];
  const changed: { name: string; issue: FieldIssue }[] = [];
  for (const [index, { caseId, version, ...said }] of cases.entries()) {
    const field = `cases.${index}`;
    try {
      const loaded = await getCase(ctx, caseId, 'STAFF');
      const family = { loaded, said: { ...meeting, ...said } };
      families.push(family);
      const stale = loaded.case.version !== version;
      const refusal = stale ? null : refusalOf(ctx, family, field);
      if (!stale && refusal === null) continue;
      const reason = refusal?.code ?? 'STALE_VERSION';
      changed.push({
        name: `${loaded.case.headName}家`,
        issue: { field, reason, message: sentence(reason, refusal?.params ?? {}) },
      });
    } catch (error) {
      if (!(error instanceof Failure) || error.code === 'bad_input') throw error;
      changed.push({
        name: `第 ${index + 1} 户`,
        issue: { field, reason: error.reason, message: sentence(error.reason, {}) },
      });
    }
  }
  if (changed.length > 0)
    throw new Failure('conflict', 'MEETING_CASE_CHANGED', {
      params: { names: changed.map(({ name }) => name).join('、') },
      issues: changed.map(({ issue }) => issue),
    });
  const villages = new Set(families.map(({ loaded }) => loaded.case.village));
  const ids = new Set(families.map(({ loaded }) => loaded.case.id));
  if (villages.size > 1 || ids.size < families.length)
    throw new Failure('bad_input', 'INVALID', {
      issues: [{ field: 'cases', reason: 'INVALID', message: '' }],
    });
  return families;
}

/** Why a family cannot be appraised any more. @throws Failure bad_input for what was written wrongly, with its place */
function refusalOf(ctx: Ctx, { loaded, said }: OneFamily, field: string) {
  const { caller, now } = ctx;
  const command = { type: 'recordAppraisal', meetingId: '', ...said } as const;
  const decision = decide(loaded.case, command, { caller, now, profile: loaded.profile });
  if (decision.ok) return null;
  const { refusal } = decision;
  if (refusal.kind !== 'INPUT') return refusal;
  const ofFamily = refusal.field === 'recusals' || refusal.field === 'yes';
  throw failureOfRefusal(ofFamily ? { ...refusal, field: `${field}.${refusal.field}` } : refusal);
}

/** Appraises each family by one meeting and freezes what was said there. */
async function hold(
  ctx: Ctx,
  families: readonly OneFamily[],
  minutes: string,
): Promise<{ meetingId: string; after: LoadedCase[] }> {
  const [first] = families;
  if (first === undefined) throw new Failure('bad_input', 'INVALID');
  const { county, case: c } = first.loaded;
  const meetingId = newId(county, ctx.now);
  const after: LoadedCase[] = [];
  for (const { loaded, said } of families) {
    // Photos show the whole meeting: they lie with its first family.
    const photos = after.length === 0 ? 'here' : 'elsewhere';
    after.push(await perform(ctx, loaded, { type: 'recordAppraisal', meetingId, ...said }, photos));
  }
  const { place, convenor, attendees, photoIds } = first.said;
  const metAt = new Date(first.said.metAt).toISOString();
  const record: MeetingRecord = {
    metAt,
    place,
    convenor,
    attendees,
    minutes,
    photoIds,
    families: after.flatMap((one) => familyOf(one.case) ?? []),
  };
  const { keyId, bytes } = ctx.keys.seal(JSON.stringify(record), placeOfMeeting(county, meetingId));
  const passed = record.families.filter((family) => family.passed).length;
  await ctx.db.write(sql.insertMeeting, [
    county,
    meetingId,
    c.village,
    metAt,
    families.length,
    passed,
    ctx.caller.personId,
    ctx.now,
    keyId,
    bytes,
  ]);
  const ids = after.map((one) => one.case.id);
  await ctx.db.write(sql.insertMeetingCases, [county, meetingId, c.village, ids]);
  return { meetingId, after };
}
