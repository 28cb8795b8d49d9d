import type { ReportInput } from '@shared/casework';
import { checkIdNumber } from '@shared/people/id-number';
import { checkName } from '@shared/people/name';
import { checkPhone } from '@shared/people/phone';
import { type Answers, phrasesSayTroubles, troublesSaid } from './answers';

/** The kinds of trouble that the report names: those picked on 02-d, else those of the phrases. */
export function troublesOf(answers: Answers): Answers['troubles'] {
  if (answers.troubles.length > 0) return answers.troubles;
  return phrasesSayTroubles(answers) ? troublesSaid(answers.phrases) : [];
}

const nameOf = (text: string) => {
  const checked = checkName(text);
  return checked.ok ? checked.name : text.trim();
};

/**
 * What is sent to the village. Takes finished answers (see `firstUnfinished`); photos that never reached the store are
 * left out, and so is a recording.
 * @throws Error when there is no village: the page must not have let that through
 */
export function reportOf(answers: Answers): ReportInput {
  if (answers.village === null) throw new Error('A report needs a village');
  const id = checkIdNumber(answers.idNo);
  const phone = checkPhone(answers.phone);
  const self = answers.who === 'HEAD';
  return {
    village: answers.village.code,
    group: answers.group,
    headName: nameOf(answers.headName),
    idNo: answers.idLater || !id.ok ? null : id.id,
    phone: answers.noPhone || !phone.ok ? null : phone.phone,
    reporter: {
      relation: self ? 'SELF' : (answers.relation ?? 'OTHER'),
      name: self ? '' : nameOf(answers.reporterName),
      reason: self ? '' : answers.reason.trim(),
      ...(!self && { readBack: answers.readOut }),
    },
    difficulty: {
      phrases: answers.phrases,
      text: answers.text.trim(),
      voiceId: answers.voice?.attachmentId ?? null,
    },
    riskTypes: troublesOf(answers),
    needs: answers.needs,
    memberCount: answers.memberCount,
    photoIds: answers.photos.flatMap(({ attachmentId }) => (attachmentId === null ? [] : [attachmentId])),
    channel: 'SELF_MINIAPP',
    ...(answers.before !== null && { again: answers.before.caseId }),
  };
}
