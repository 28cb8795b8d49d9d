import type {
  Department,
  StaffCaseView,
  SupplementItem,
  SupplementKind,
  SupplementPaper,
} from '@shared/casework';
import { PAPER_HELD_BY, SUPPLEMENT_PAPERS } from '@shared/casework/codes';
import { DEPARTMENT_LABELS, PAPER_LABELS } from '@shared/messages';
import { sentence } from '@shared/messages/reasons';
import { type Checked, checked, type Problems } from './checked';

export interface SupplementForm {
  items: SupplementItem[];
  supervisorReason: string;
}

export const OPEN_SUPPLEMENT: SupplementForm = { items: [], supervisorReason: '' };

/** What is missing and why, in the family's words, so that a clerk types as little as can be (ux.md 05). */
const READY: Record<SupplementKind, (name: string) => { what: string; why: string }> = {
  SIGNATURE: (name) => ({ what: `${name}的签名`, why: '家里每个大人都要同意，才能去查。' }),
  READABLE_PAPER: () => ({ what: '', why: '照片看不清，要重新拍。' }),
  MISSING_PAPER: () => ({ what: '', why: '算帮扶时要用到。' }),
  FACT: () => ({ what: '', why: '有一处对不上，要问清楚。' }),
};

export function newItem(
  kind: SupplementKind,
  items: readonly SupplementItem[],
  member?: { key: string; name: string },
): SupplementItem {
  const taken = new Set(items.map((item) => item.key));
  let number = items.length + 1;
  while (taken.has(`s${number}`)) number += 1;
  const { what, why } = READY[kind](member?.name ?? '');
  return { key: `s${number}`, kind, what, why, memberKey: member?.key ?? null };
}

export interface PaperChoice {
  value: SupplementPaper;
  label: string;
  /** A department has answered about it: it is not asked of the family, and why. */
  off?: string;
}

/** Kinds of paper to ask back for; what a department has answered is off (domain.md 3.2). */
export function paperChoices({ dataCheck, comparison }: Pick<StaffCaseView, 'dataCheck' | 'comparison'>): {
  on: PaperChoice[];
  off: PaperChoice[];
} {
  const answered = new Set<Department>(
    (dataCheck?.answers ?? [])
      .filter(({ result }) => result !== 'UNAVAILABLE')
      .map(({ department }) => department),
  );
  const held: Partial<Record<SupplementPaper, Department>> = PAPER_HELD_BY;
  const all = SUPPLEMENT_PAPERS.map((value): PaperChoice => {
    const department = held[value];
    const off =
      comparison !== null && department !== undefined && answered.has(department)
        ? `${DEPARTMENT_LABELS[department]}查过了`
        : undefined;
    return { value, label: PAPER_LABELS[value], off };
  });
  return {
    on: all.filter(({ off }) => off === undefined),
    off: all.filter(({ off }) => off !== undefined),
  };
}

/** Whether an item is a paper, of which the kind is told. */
export const isPaper = (kind: SupplementKind): boolean =>
  kind === 'READABLE_PAPER' || kind === 'MISSING_PAPER';

/** Takes the form and whether the case was returned before; a second return needs the leader's reason (domain.md 3.2). */
export function toSupplement(form: SupplementForm, returnedBefore: boolean): Checked<SupplementForm> {
  const problems: Problems = {};
  if (form.items.length === 0) problems.items = '还没有写要补什么。一次说全。';
  for (const item of form.items) {
    if (item.what.trim() === '') problems[`${item.key}.what`] = '要补什么？写短一点，农户看得懂。';
    if (isPaper(item.kind) && item.paper === undefined)
      problems[`${item.key}.paper`] = '是哪一种材料？选一个。';
    if (item.why.trim() === '') problems[`${item.key}.why`] = '为什么要补？写一句。';
  }
  if (returnedBefore && form.supervisorReason.trim() === '')
    problems.supervisorReason = sentence('SECOND_RETURN_NEEDS_REASON');
  return checked(problems, () => ({
    items: form.items.map((item) => ({ ...item, what: item.what.trim(), why: item.why.trim() })),
    supervisorReason: form.supervisorReason.trim(),
  }));
}

/** Items of the round that runs now and have no answer yet, or only a call for help. */
export function openItems(view: Pick<StaffCaseView, 'supplements'>): SupplementItem[] {
  const round = view.supplements[view.supplements.length - 1];
  if (round === undefined || round.completedAt !== null) return [];
  return round.items.filter((item) => {
    const answer = round.provided[item.key];
    if (answer === undefined) return true;
    const { text, voiceId, attachmentIds } = answer;
    return answer.askForHelp && text === '' && voiceId === undefined && attachmentIds.length === 0;
  });
}
