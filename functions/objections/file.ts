import { type Case, dueOn } from '@shared/casework';
import { contract } from '@shared/contract';
import { NoticeContent } from '@shared/publicity';
import { countyOfId, newId } from '../adapters';
import { findCaseIn } from '../runtime/cases/case-store';
import { performBySystem } from '../runtime/cases/on-case';
import { requireRoom } from '../runtime/ceiling';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { findNoticeContent, handInFile } from './objections.sql';

const DAY_SECONDS = 86_400;
/** Objections to one village in a day through the page: beyond that somebody makes noise, and the telephone is there. */
const OBJECTIONS_A_DAY = 60;

/**
 * Anybody objects to one family of a running notice. The case's id never leaves the server: a row of the notice names
 * the family, and what is written goes into the case by the system's hand, not by the objector's.
 */
export const file = handle(
  contract.objections.file,
  async (ctx, { noticeId, row, voice, photos, ...said }) => {
    const county = countyOfId(noticeId);
    if (county === undefined) throw new Failure('not_found', 'NOT_FOUND');
    // A villager has no region: the notice is open to all, and the objection is the county's to take in.
    return ctx.db.within(county, async () => {
      const notice = await ctx.db.first(findNoticeContent, [county, noticeId]);
      // Nobody reads that row now, so nobody can object to it.
      if (notice?.hidden?.includes(row)) throw new Failure('conflict', 'ROW_HIDDEN');
      const entry = notice === undefined ? undefined : NoticeContent.parse(notice.content).entries[row];
      const loaded = entry === undefined ? null : await findCaseIn(ctx, county, entry.id);
      if (loaded === null) throw new Failure('not_found', 'NOT_FOUND');
      if (loaded.case.publicity?.noticeId !== noticeId) throw new Failure('conflict', 'NOTICE_ENDED');
      await requireRoom(ctx, {
        key: `objections.village ${loaded.case.village}`,
        limit: OBJECTIONS_A_DAY,
        seconds: DAY_SECONDS,
        reason: 'TOO_MANY_OBJECTIONS',
      });
      await handIn(ctx, county, loaded.case, voice === null ? [] : [{ ...voice, field: 'voice' }], true);
      const named = photos.map((photo, index) => ({ ...photo, field: `photos.${index}` }));
      await handIn(ctx, county, loaded.case, named, false);
      const objectionId = newId(county, ctx.now);
      const command = {
        type: 'fileObjection' as const,
        objectionId,
        ...said,
        voiceId: voice?.attachmentId ?? null,
        photoIds: photos.map(({ attachmentId }) => attachmentId),
        // Who gives no name leaves no account either.
        byPersonId: said.objector !== null && ctx.caller.kind === 'PERSON' ? ctx.caller.personId : null,
        channel: 'MINIAPP' as const,
      };
      const after = await performBySystem(ctx, loaded, command);
      return {
        objectionId,
        answerDueOn: dueOn(after.case, after.profile, ctx.now) ?? ctx.today,
        queryCode: ctx.keys.queryCode(objectionId),
      };
    });
  },
);

interface Sent {
  attachmentId: string;
  ticket: string;
  field: string;
}

/** Ties files to the case by their tickets. @throws Failure bad_input for one that is not there or was handed in */
async function handIn(
  ctx: Ctx,
  county: string,
  { id, village }: Pick<Case, 'id' | 'village'>,
  files: readonly Sent[],
  isVoice: boolean,
): Promise<void> {
  for (const { attachmentId, ticket, field } of files) {
    const hash = ctx.keys.tokenHash(ticket);
    if ((await ctx.db.write(handInFile, [county, attachmentId, hash, id, village, isVoice])) === 1) continue;
    throw new Failure('bad_input', 'ATTACHMENT_UNKNOWN', {
      issues: [{ field, reason: 'ATTACHMENT_UNKNOWN', message: '' }],
    });
  }
}
