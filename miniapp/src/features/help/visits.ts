import { boxOf, type Now, nowProblems, toNow } from '@miniapp/features/review/kit';
import type { Input } from '@miniapp/platform/api';
import type { State } from '@miniapp/ui/Tag';
import { lastOfMonth } from '@shared/calendar/dates';
import type { HelpedFamily } from '@shared/contract/measures';
import type { VisitWay } from '@shared/measures/codes';
import { day } from '@shared/messages/format';

/** How the visit of a family stands this month. */
export type Due = 'LATE' | 'DUE' | 'DONE';

export function dueOf({ visitDueOn }: Pick<HelpedFamily, 'visitDueOn'>, today: string): Due {
  if (visitDueOn === null || visitDueOn > lastOfMonth(today)) return 'DONE';
  return visitDueOn < today ? 'LATE' : 'DUE';
}

export function dueTag(
  family: Pick<HelpedFamily, 'visitDueOn' | 'lastVisit'>,
  today: string,
): { state: State; text: string } {
  const due = dueOf(family, today);
  if (due === 'LATE') return { state: 'late', text: `${Number(family.visitDueOn?.slice(5, 7))}月没去过` };
  if (due === 'DUE' && family.visitDueOn !== null)
    return { state: 'need', text: `${day(family.visitDueOn)}前去一次` };
  return { state: 'ok', text: '这个月去过了' };
}

/** A visit as it is being written down. */
export interface VisitForm extends Now {
  /** Under which the server knows it, however often it is sent. */
  key: string;
  on: string;
  way: VisitWay;
  met: string;
  findings: string;
  problem: string;
  solved: string;
}

/** What is still missing, by field. Nothing is checked while somebody types. */
export function visitProblems(
  { on, way, met, result, newRisks, findings }: VisitForm,
  { today, includedOn }: { today: string; includedOn: string },
): Record<string, string> {
  const problems = nowProblems({ result, newRisks });
  const shut = result === 'UNREACHABLE';
  if (on === '' || on > today) problems.on = '选去的那天，不能晚于今天。';
  else if (on < includedOn) problems.on = `${day(includedOn)}才列入，选那天以后的。`;
  if (!shut && findings.trim() === '') problems.findings = '写一句看到了什么。';
  if (!shut && way !== 'HOME' && met.trim() === '') problems.met = '写上和谁说的，电话是多少。';
  return problems;
}

/** The same as it is handed in; photos by the boxes that hold some. */
export function toVisit(form: VisitForm, groups: readonly string[]): Omit<Input<'measures.visit'>, 'caseId'> {
  return {
    ...form,
    ...toNow(form),
    met: form.met.trim(),
    findings: form.findings.trim(),
    problem: form.problem.trim(),
    solved: form.solved.trim(),
    photoIds: groups.map(boxOf),
  };
}
