import type { MeetingRecord } from '@shared/casework';
import { contract } from '@shared/contract';
import { minutesPaper } from '@shared/papers';
import { covers } from '@shared/regions';
import { countyOfId } from '../adapters';
import { audit } from '../runtime/audit';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { fileOf, placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';
import { meetingSummary } from './list';
import * as sql from './meetings.sql';
import { readableScopes } from './scopes';

/** Where the sealed minutes stand: they do not open as those of another meeting. */
export const placeOfMeeting = (county: string, meetingId: string): string =>
  `appraisal_meeting/${county}/${meetingId}`;

/** One recorded meeting; of their own family nobody reads the votes here. */
export const get = handle(contract.meetings.get, async (ctx, { meetingId }) => {
  const { row, record } = await findMeeting(ctx, meetingId);
  await audit(ctx, { what: 'READ', caseId: meetingId, detail: 'MEETING', why: '' });
  const { families, place, convenor, attendees, minutes, photoIds } = record;
  return {
    meeting: {
      ...meetingSummary(row),
      place,
      convenor,
      attendees,
      minutes,
      photoIds,
      recordedBy: row.recorded_by,
      recordedAt: row.recorded_at,
      results: families.map(({ compared: _, ...family }) => family),
    },
  };
});

/** The minutes to sign. */
export const paper = handle(contract.meetings.paper, async (ctx, { meetingId }) => {
  const { row, record } = await findMeeting(ctx, meetingId);
  const sheet = minutesPaper(record, await placesOf(ctx, row.village));
  await audit(ctx, { what: 'PAPER', caseId: meetingId, detail: 'MINUTES', why: '' });
  return { file: await fileOf(ctx, meetingId, sheet) };
});

async function findMeeting(ctx: Ctx, meetingId: string) {
  const county = countyOfId(meetingId);
  for (const scope of county === undefined ? [] : readableScopes(ctx)) {
    await ctx.db.enter(scope);
    const row = await ctx.db.first(sql.findMeeting, [county, meetingId]);
    if (row === undefined || !covers(scope, row.village)) continue;
    const place = placeOfMeeting(county ?? '', meetingId);
    const record = JSON.parse(
      ctx.keys.open({ keyId: row.key_id, bytes: row.sealed }, place),
    ) as MeetingRecord;
    const own = await ctx.db.rows(sql.findOwnFamilies, [county, meetingId, ctx.caller.personId]);
    const hidden = new Set(own.map((one) => one.case_id));
    const families = record.families.filter(({ caseId }) => !hidden.has(caseId));
    return { row, record: { ...record, families } };
  }
  throw new Failure('not_found', 'NOT_FOUND');
}
