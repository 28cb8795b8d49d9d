import { z } from '@shared/zod';
import { CHANNELS, NEEDS, PHRASES, type Phrase, REPORTER_RELATIONS, RISK_TYPES } from '../codes';
import { Id, IdNumber, PersonName, Phone, VillageCode, words } from './fields';

const phraseKeys = Object.keys(PHRASES) as [Phrase, ...Phrase[]];

/** The household's six inputs and what may come with them, domain.md 4.1. */
export const ReportInput = z
  .object({
    village: VillageCode,
    group: words(20).default(''),
    headName: PersonName,
    /** Absent when the card is not at hand: staff fill it at the visit (ux.md 02-b2). */
    idNo: IdNumber.nullable(),
    /** null is the answer 「没有电话」. */
    phone: Phone.nullable(),
    reporter: z.object({
      relation: z.enum(REPORTER_RELATIONS),
      name: words(30).default(''),
      reason: words(200).default(''),
      /** The text was read to the family before it was handed in (domain.md 1.1 PROXY). */
      readBack: z.boolean().optional(),
    }),
    difficulty: z.object({
      phrases: z.array(z.enum(phraseKeys)).max(10).default([]),
      text: words(1000).default(''),
      voiceId: Id.nullable().default(null),
    }),
    riskTypes: z.array(z.enum(RISK_TYPES)).min(1, { error: 'REQUIRED' }).max(3, { error: 'TOO_MANY' }),
    needs: z.array(z.enum(NEEDS)).max(19).default([]),
    memberCount: z.number().int().min(1).max(20).nullable().default(null),
    photoIds: z.array(Id).max(9, { error: 'TOO_MANY' }).default([]),
    channel: z.enum(CHANNELS).default('SELF_MINIAPP'),
    /** The reporter's own case that is over, whose facts she looked through and changed (domain.md 3.7). */
    again: Id.optional(),
  })
  .superRefine((report, ctx) => {
    const { phrases, text, voiceId } = report.difficulty;
    if (phrases.length === 0 && text === '' && voiceId === null)
      ctx.addIssue({ code: 'custom', message: 'REQUIRED', path: ['difficulty'] });
    if (report.reporter.relation !== 'SELF') {
      if (report.reporter.name === '')
        ctx.addIssue({ code: 'custom', message: 'REQUIRED', path: ['reporter', 'name'] });
      if (report.reporter.reason === '')
        ctx.addIssue({ code: 'custom', message: 'REQUIRED', path: ['reporter', 'reason'] });
    }
  });
export type ReportInput = z.infer<typeof ReportInput>;
