import type { Output } from '@miniapp/platform/api';
import { FAMILY_RELATIONS, type ReporterRelation } from '@shared/casework/codes';
import { type Answers, answersFrom, type VillageAnswer } from './answers';
import type { Step } from './steps';

/** What was told in a case that is over. */
export type ToldBefore = Output<'applications.again'>['told'];

/** What stands on a page, so that it can be told whether it is still what was filled in. Papers and voice never are. */
const ON_PAGE: Partial<Record<Step, (answers: Answers) => readonly unknown[]>> = {
  village: ({ village, group }) => [village?.code ?? '', group],
  who: ({ who, relation, reporterName, reason }) => [who ?? '', relation ?? '', reporterName, reason],
  head: ({ headName, idNo, idLater }) => [headName, idNo, idLater ? 'later' : ''],
  phone: ({ phone, noPhone }) => [phone, noPhone ? 'none' : ''],
  what: ({ phrases, text, voice }) => [...phrases, text, voice?.key ?? ''],
  trouble: ({ troubles }) => troubles,
  people: ({ memberCount }) => [memberCount ?? ''],
  needs: ({ needs }) => needs,
};

/**
 * The answers with which a new report begins: what was told before, each page marked as filled in and not yet looked
 * at. Takes the village as it is called today. A page on which nothing was told is asked as ever.
 */
export function answersBefore(told: ToldBefore, village: VillageAnswer): Answers {
  const { reporter } = told;
  const answers = answersFrom({
    ...told,
    village,
    phone: told.phone ?? '',
    idNo: told.idNo ?? '',
    troubles: told.riskTypes,
    ...(reporter !== null && {
      who: whoOf(reporter.relation),
      relation: reporter.relation,
      reporterName: reporter.name,
      reason: reporter.reason,
    }),
  });
  const filled = Object.entries(ON_PAGE).flatMap(([step, on]) => {
    const stood = on(answers);
    return stood.every((one) => one === '') ? [] : [[step, JSON.stringify(stood)] as const];
  });
  return { ...answers, before: { caseId: told.caseId, filled: Object.fromEntries(filled), seen: [] } };
}

function whoOf(relation: string): Answers['who'] {
  if (relation === 'SELF') return 'HEAD';
  return FAMILY_RELATIONS.includes(relation as ReporterRelation) ? 'FAMILY' : 'NEIGHBOUR';
}

/** Whether what stands on a page is what was told before. */
export function isAsBefore(answers: Answers, step: Step): boolean {
  const stood = answers.before?.filled[step];
  return stood !== undefined && stood === JSON.stringify(ON_PAGE[step]?.(answers));
}
