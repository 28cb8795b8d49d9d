import { add, earlier, type LocalDate } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import type { z } from '@shared/zod';
import type { Case } from '../case';
import { OPEN_BEFORE_DECISION, VILLAGE_STAFF } from '../guards';
import type { GreenChannelInput, HelpPapersInput } from '../inputs';
import { refuse } from '../refusal';
import type { Actions, Deciders, Evolvers } from '../rules';

/** Facts clear as a fire: help first, the steps after (domain.md 3.1, 绿色通道). */
export type GreenChannelCommand =
  | ({ type: 'openGreenChannel' } & z.infer<typeof GreenChannelInput>)
  | ({ type: 'recordHelpPapers' } & z.infer<typeof HelpPapersInput>);

export type GreenChannelEvent =
  | { type: 'GreenChannelOpened'; data: { reason: string } }
  | { type: 'HelpPapersRecorded'; data: z.infer<typeof HelpPapersInput> };

export const greenChannelActions: Actions<GreenChannelCommand> = {
  openGreenChannel: {
    states: ['SUBMITTED', 'ACCEPTED', 'VERIFYING', 'DATA_CHECK', 'TRIAGE'],
    roles: ['GRID', ...VILLAGE_STAFF, 'TOWN_CLERK', 'TOWN_LEADER'],
    guard: (c) => (c.greenChannel === null ? null : refuse('GUARD', 'GREEN_CHANNEL_ALREADY_OPEN')),
  },
  recordHelpPapers: {
    states: [...OPEN_BEFORE_DECISION, 'ANNOUNCED', 'INCLUDED', 'REJECTED'],
    roles: [...VILLAGE_STAFF, 'HELPER', 'TOWN_CLERK'],
    guard: (c) => (helpWithoutPapers(c).length > 0 ? null : refuse('GUARD', 'NO_HELP_WITHOUT_PAPERS')),
  },
};

export const greenChannelDeciders: Deciders<GreenChannelCommand> = {
  openGreenChannel: (_c, { reason }) => [{ type: 'GreenChannelOpened', data: { reason } }],
  recordHelpPapers: (c, { type: _, ...papers }) =>
    helpWithoutPapers(c).includes(papers.measure)
      ? [{ type: 'HelpPapersRecorded', data: papers }]
      : refuse('INPUT', 'NO_HELP_WITHOUT_PAPERS', {}, 'measure'),
};

/** Places in the list of measures of help that came first and whose papers are still missing. */
export function helpWithoutPapers(c: Case): number[] {
  return c.measures.flatMap((m, index) => (m.emergency === true && m.papersAt === null ? [index] : []));
}

/** The day of the first emergency help, from which the cap runs in the green channel; null when there is none. */
export function firstHelpOn(c: Case): LocalDate | null {
  if (c.greenChannel === null) return null;
  const days = c.measures.filter((m) => m.emergency === true).map((m) => m.on);
  return days.length === 0 ? null : days.reduce(earlier);
}

/** By when the papers of help must be there: 20 working days unless the profile says otherwise (domain.md 3.1). */
export function helpPapersDueOn(on: LocalDate, profile: Profile): LocalDate {
  return add(on, profile.steps.helpPapers.limit, profile.steps.helpPapers.unit);
}

export const greenChannelEvolvers: Evolvers<GreenChannelEvent> = {
  GreenChannelOpened: (c, { data, actor, at }) => ({ ...c, greenChannel: { ...data, actor, at } }),
  HelpPapersRecorded: (c, { data, at }) => ({
    ...c,
    measures: c.measures.map((m, index) => (index === data.measure ? { ...m, papersAt: at } : m)),
  }),
};
