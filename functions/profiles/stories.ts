import { contract } from '@shared/contract';
import { storyOf } from '@shared/rehearsal';
import { newId } from '../adapters';
import { audit } from '../runtime/audit';
import { findCase } from '../runtime/cases/case-store';
import { Failure } from '../runtime/failure';
import { handle } from '../runtime/use-case';
import { enterCounty, enterCountyOf } from './county';
import * as sql from './profiles.sql';

/** Keeps a closed case as a story: days, amounts and counts, and nothing by which the family could be found again. */
export const keepStory = handle(contract.profiles.keepStory, async (ctx, { county, caseNo, title }) => {
  await enterCounty(ctx, county);
  const row = await ctx.db.first(sql.findCaseId, [county, caseNo.replace(/\s/g, '')]);
  const loaded = row === undefined ? null : await findCase(ctx, row.id);
  if (loaded === null) throw new Failure('not_found', 'NOT_FOUND');
  const id = newId(county, ctx.now);
  const made = storyOf(loaded.history, loaded.profile, { key: id, title });
  if (!made.ok) throw new Failure('conflict', made.reason);
  const { key: _, title: __, ...doc } = made.story;
  await ctx.db.write(sql.insertStory, [county, id, title, JSON.stringify(doc), ctx.caller.personId, ctx.now]);
  await audit(ctx, { what: 'READ', caseId: loaded.case.id, detail: 'STORY', why: '' });
  return { story: { id, title } };
});

export const dropStory = handle(contract.profiles.dropStory, async (ctx, { storyId }) => {
  const county = await enterCountyOf(ctx, storyId);
  if ((await ctx.db.write(sql.deleteStory, [county, storyId])) === 0)
    throw new Failure('not_found', 'NOT_FOUND');
  return { storyId };
});
