import { z } from '@shared/zod';
import { contentOf, daysOr, type KindRules } from './kind';

const Nobody = z.strictObject({ id: z.string() });
export const VillageNotice = contentOf('VILLAGE_NOTICE', Nobody, {
  text: z.array(z.string().min(1).max(500)).max(40),
});

/** 村里的通知: a title and what staff wrote, without a list. */
export const villageNotice: KindRules<z.infer<typeof Nobody>, z.infer<typeof VillageNotice>> = {
  schema: VillageNotice,
  fields: ['id'],
  optional: [],
  publishers: ['VILLAGE', 'TOWN'],
  objections: 'NONE',
  begins: 'SAME_DAY',
  days: daysOr('VILLAGE_NOTICE', 15),
  heading: '村里的通知',
  decided: '',
  steps: [],
  title: ({ subject }) => subject,
  planned: false,
  opening: ({ text }) => text,
  nameOf: () => '',
  groupOf: () => '',
  peopleOf: () => 0,
  fenOf: () => 0,
  about: () => '',
  columns: [],
};
