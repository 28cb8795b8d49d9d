import type { RaisedFlag, StaffCaseView } from '@shared/casework';
import { DEPARTMENT_LABELS, FLAG_LABELS, money } from '@shared/messages';
import { type Checked, checked, type Problems } from './checked';

type Members = Pick<StaffCaseView, 'members'>;
type Answer = NonNullable<StaffCaseView['dataCheck']>['answers'][number];

const nameOf = ({ members }: Members, key: string | null): string =>
  members.find((member) => member.key === key)?.name ?? '';

/** 「公安：柳春生，有小车」 */
export function flagTitle(flag: RaisedFlag, view: Members): string {
  const what = flag.code === null ? flag.found : FLAG_LABELS[flag.code];
  const about = [nameOf(view, flag.memberKey), what].filter((part) => part !== '').join('，');
  return `${DEPARTMENT_LABELS[flag.department]}：${about}`;
}

/** About whom, what, how much, and what the department wrote. */
export function answerLine({ memberKey, flags, amountFen, note }: Answer, view: Members): string | undefined {
  const parts = [
    nameOf(view, memberKey),
    ...flags.map((flag) => FLAG_LABELS[flag]),
    amountFen === null ? '' : money(amountFen),
    note,
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join('；');
}

/** What the verifiers still have to say something to. */
export const toExplain = ({ flags }: Pick<StaffCaseView, 'flags'>): RaisedFlag[] =>
  flags.filter(({ status }) => status !== 'ACCEPTED');

/** What the county has not looked at yet; what it has looked at comes last. */
export const toReview = ({ flags }: Pick<StaffCaseView, 'flags'>): RaisedFlag[] =>
  flags
    .filter(({ note }) => note !== null)
    .sort((a, b) => Number(a.status !== 'EXPLAINED') - Number(b.status !== 'EXPLAINED'));

export interface ExplainForm {
  flag?: string;
  saidBy: 'FAMILY' | 'VERIFIER';
  exemption?: string;
  text: string;
}

export function toExplanation(
  form: ExplainForm,
  photoIds: readonly string[],
): Checked<{
  flag: string;
  text: string;
  saidBy: 'FAMILY' | 'VERIFIER';
  exemption: string | null;
  photoIds: string[];
}> {
  const problems: Problems = {};
  if (form.flag === undefined) problems.flag = '先选要说明的是哪一样。';
  if (form.text.trim() === '') problems.text = '还没有写。写一句是怎么回事。';
  const exemption = form.exemption === undefined || form.exemption === NO_EXEMPTION ? null : form.exemption;
  if (exemption !== null && photoIds.length === 0) problems.photos = '选了豁免，要拍一张照片。';
  return checked(problems, () => ({
    flag: form.flag ?? '',
    text: form.text.trim(),
    saidBy: form.saidBy,
    exemption,
    photoIds: [...photoIds],
  }));
}

/** The choice of whoever explains and asks for no exemption. */
export const NO_EXEMPTION = 'NONE';
