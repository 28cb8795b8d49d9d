import { contract } from '@shared/contract';
import { storyChangeWords } from '@shared/messages/rehearsal';
import { rehearse, STORIES, type Story } from '@shared/rehearsal';
import { handle } from '../runtime/use-case';
import { baseOf, enterCounty } from './county';
import * as sql from './profiles.sql';
import { readWritten } from './written';

/** Plays the stories that ship and the county's own under the newest rules and the changed ones. Writes nothing. */
export const preview = handle(contract.profiles.preview, async (ctx, { county, profile: written }) => {
  await enterCounty(ctx, county);
  const base = await baseOf(ctx, county);
  const after = readWritten(written, base, { version: base.version + 1, effectiveFrom: ctx.today });
  const kept = await ctx.db.rows(sql.findStories, [county]);
  const own = kept.map(({ id, title, doc }): Story => ({ ...doc, key: id, title }));
  const played = (story: Story, isOwn: boolean) => {
    const changes = rehearse(story, base.doc, after);
    return {
      key: story.key,
      title: story.title,
      own: isOwn,
      changes: changes.map(storyChangeWords),
      stops: changes.some(({ kind }) => kind === 'REFUSED'),
    };
  };
  return {
    stories: [...own.map((story) => played(story, true)), ...STORIES.map((story) => played(story, false))],
    openCases: await ctx.db.rows(sql.countOpenCases, [county]),
  };
});
