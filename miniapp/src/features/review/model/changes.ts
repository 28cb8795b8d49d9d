import type { StaffCaseView } from '@shared/casework';
import { EVENT_LABELS, yuan } from '@shared/messages';
import { COST_LABELS, INCOME_LABELS, RIGID_LABELS } from '../words';
import { moment } from './facts';
import type { VerificationForm } from './verification';

/**
 * What others did to a case since it was looked at: one line each, oldest first. Takes the case as it is now and the
 * version that the form was begun on; gives nothing when it is the same.
 */
export function changesSince(view: Pick<StaffCaseView, 'history'>, version: number): string[] {
  return view.history
    .filter(({ seq }) => seq > version)
    .map(({ type, at, actorName, actorRole }) =>
      [moment(at), actorRole === 'SYSTEM' ? '系统' : actorName, EVENT_LABELS[type]].filter(Boolean).join(' '),
    );
}

export interface Difference {
  item: string;
  theirs: string;
  mine: string;
}

const NOTHING = '没有填';

/** Where a form differs from the record that somebody else handed in: amounts by what they are, people, group, day. */
export function differences(
  form: VerificationForm,
  record: NonNullable<StaffCaseView['verification']>['record'],
): Difference[] {
  const { sheet } = record;
  const spent = (rows: readonly { code: string; paidFen?: number; reimbursedFen?: number }[]) =>
    rows.map(({ code, paidFen, reimbursedFen = 0 }) => ({
      code,
      amountFen: paidFen === undefined ? undefined : paidFen - reimbursedFen,
    }));
  return [
    ...sums(INCOME_LABELS, sheet.income, form.sheet.income),
    ...sums(COST_LABELS, sheet.costs, form.sheet.costs),
    ...sums(RIGID_LABELS, spent(sheet.rigid), spent(form.sheet.rigid)),
    ...one('保险赔付', yuan(sheet.claimsFen), yuan(form.sheet.claimsFen ?? 0)),
    ...one('家里人', names(record.members), names(form.members)),
    ...one('小组', record.group, form.group.trim()),
    ...one('哪天去的', record.visitedOn, form.visitedOn),
  ];
}

const one = (item: string, theirs: string, mine: string): Difference[] =>
  theirs === mine ? [] : [{ item, theirs: theirs || NOTHING, mine: mine || NOTHING }];

const names = (members: readonly { name: string }[]) => members.map(({ name }) => name.trim()).join('、');

type Rows = readonly { code: string; amountFen?: number }[];

/** Two rows of one kind are one amount: nobody knows which is which. */
function sums<C extends string>(labels: Readonly<Record<C, string>>, theirs: Rows, mine: Rows): Difference[] {
  const total = (rows: Rows, code: string) =>
    rows
      .filter((row) => row.code === code && row.amountFen !== undefined)
      .map(({ amountFen = 0 }) => amountFen);
  const words = (amounts: number[]) =>
    amounts.length === 0 ? '' : yuan(amounts.reduce((sum, fen) => sum + fen, 0));
  return (Object.keys(labels) as C[]).flatMap((code) =>
    one(labels[code], words(total(theirs, code)), words(total(mine, code))),
  );
}
