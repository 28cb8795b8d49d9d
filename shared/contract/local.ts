import { z } from '@shared/zod';
import { operation } from './operation';

export const DemoPerson = z.object({
  personId: z.string(),
  name: z.string(),
  who: z.string(),
  office: z.string(),
  link: z.string(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

/** Operations of the local profile alone: no other deployment has them. */
export const local = {
  clock: operation('local.clock', {
    summary: 'What time the local stack believes it is.',
    callers: 'LOCAL',
    input: z.object({}),
    output: z.object({ now: z.string(), today: z.string(), moved: z.boolean() }),
  }),
  moveClock: operation('local.moveClock', {
    summary:
      'Move the local clock to an instant (it runs on from there; null returns to real time) and run the timers.',
    callers: 'LOCAL',
    input: z.object({ to: z.iso.datetime({ offset: true }).nullable() }),
    output: z.object({ now: z.string(), today: z.string(), moved: z.boolean() }),
  }),
  people: operation('local.people', {
    summary: 'Invented people with one-click sign-in links.',
    callers: 'LOCAL',
    input: z.object({}),
    output: z.object({ people: z.array(DemoPerson) }),
  }),
};
