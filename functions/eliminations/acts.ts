import { contract } from '@shared/contract';
import { newId } from '../adapters';
import { asKnown, whoServe } from '../runtime/cases/colleagues';
import { explained, knownMeeting } from './from-sheets';
import { onEntry } from './on-entry';

const { eliminations } = contract;

export const suggest = onEntry(eliminations.suggest, (said) => ({ type: 'suggest', ...said }));
export const propose = onEntry(eliminations.propose, async (said, ctx, loaded) => ({
  type: 'propose',
  ...said,
  research: await explained(ctx, loaded, said.research),
}));
export const suggestRollBack = onEntry(eliminations.suggestRollBack, (said) => ({
  type: 'suggestRollBack',
  ...said,
}));
export const proposeRollBack = onEntry(eliminations.proposeRollBack, (said) => ({
  type: 'proposeRollBack',
  ...said,
}));
/** Names and offices of those who go are as the village knows them, never as they were sent. */
export const agree = onEntry(eliminations.agree, async ({ verifiers }, ctx, { loaded }) => ({
  type: 'agree',
  verifiers: asKnown(await whoServe(ctx, loaded), verifiers),
}));
export const verify = onEntry(eliminations.verify, async (said, ctx, loaded) => ({
  type: 'verify',
  ...said,
  research: await explained(ctx, loaded, said.research),
}));
export const signVerification = onEntry(eliminations.signVerification, (said) => ({
  type: 'signVerification',
  ...said,
}));
export const appraise = onEntry(eliminations.appraise, async (said, ctx, loaded) => {
  await knownMeeting(ctx, loaded, said);
  return { type: 'appraise', ...said };
});
export const hearObjection = onEntry(eliminations.hearObjection, (said, ctx, { loaded }) => ({
  type: 'hearObjection',
  id: newId(loaded.county, ctx.now),
  ...said,
}));
export const answerObjection = onEntry(eliminations.answerObjection, (said) => ({
  type: 'answerObjection',
  ...said,
}));
export const townReview = onEntry(eliminations.townReview, (said) => ({ type: 'townReview', ...said }));
export const countyDecide = onEntry(eliminations.countyDecide, (said) => ({ type: 'countyDecide', ...said }));
export const withdraw = onEntry(eliminations.withdraw, (said) => ({ type: 'withdraw', ...said }));
export const leave = onEntry(eliminations.leave, (said) => ({ type: 'leave', ...said }));
