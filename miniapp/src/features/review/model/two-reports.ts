import type { OtherReport, ReporterRelation, RiskType, StaffCaseView } from '@shared/casework';
import { day, PHRASE_LABELS, RELATION_LABELS, RISK_LABELS } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import { isCaseNo } from '@shared/people/case-number';
import { type Checked, checked } from './checked';

/** What is compared of two reports, in this order. */
export const TWO_KEYS = [
  '编号',
  '户主',
  '身份证',
  '电话',
  '哪个组',
  '谁报的',
  '报的日子',
  '困难',
  '说的话',
] as const;
type Words = Record<(typeof TWO_KEYS)[number], string>;

/** What both kinds of a report tell. */
type Told = Pick<
  OtherReport,
  | 'caseNo'
  | 'headName'
  | 'group'
  | 'idNoMasked'
  | 'phoneMasked'
  | 'reporter'
  | 'cluedOn'
  | 'riskTypes'
  | 'phrases'
  | 'text'
  | 'voice'
>;

const named = (labels: Readonly<Record<string, string>>, codes: readonly string[]) =>
  codes.map((one) => labels[one] ?? one).join('、');

function words(told: Told): Words {
  const relation = told.reporter.relation as ReporterRelation;
  return {
    编号: formatCaseNo(told.caseNo),
    户主: told.headName,
    身份证: told.idNoMasked ?? '没有报',
    电话: told.phoneMasked ?? '没有',
    哪个组: told.group === '' ? '没有写' : told.group,
    谁报的: relation === 'SELF' ? '户主本人' : `${told.reporter.name}（${RELATION_LABELS[relation]}）`,
    报的日子: day(told.cluedOn),
    困难: named(RISK_LABELS, told.riskTypes as RiskType[]) || '没有选',
    说的话:
      [named(PHRASE_LABELS, told.phrases), told.text, told.voice ? '有录音' : '']
        .filter(Boolean)
        .join('；') || '没有',
  };
}

/** The report that is being looked at, in the words of each of the keys. */
export const reportWords = ({
  caseNo,
  headName,
  group,
  report,
  clock,
}: Pick<StaffCaseView, 'caseNo' | 'headName' | 'group' | 'report' | 'clock'>): Words =>
  words({ ...report, caseNo, headName, group, cluedOn: clock.cluedOn, voice: report.voiceId !== null });

/** The other one; of another village it says so, and nothing of what was told there. */
export function otherWords(other: OtherReport): Words {
  const said = words(other);
  if (!other.elsewhere) return said;
  const group = [other.villageName, other.group].filter(Boolean).join(' ');
  return { ...said, 哪个组: group, 说的话: '别的村的，到那一件里看' };
}

export interface TwoRow {
  key: string;
  mine: string;
  other: string;
  /** What the server says of the whole, which masked words do not tell; null when nothing can be said. */
  same: boolean | null;
}

/** Both side by side. */
export function twoRows(view: Parameters<typeof reportWords>[0], other: OtherReport): TwoRow[] {
  const mine = reportWords(view);
  const theirs = otherWords(other);
  const verdicts: Partial<Record<string, boolean | null>> = {
    户主: other.sameHead,
    身份证: other.sameId,
    电话: other.samePhone,
  };
  return TWO_KEYS.map((key) => ({
    key,
    mine: mine[key],
    other: theirs[key],
    same: verdicts[key] ?? null,
  }));
}

/** 「2603-00017」 as somebody copies it from a paper: only its digits count, and its last digit tells a slip. */
export function toCaseNo(text: string): Checked<{ caseNo: string }> {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return checked({ caseNo: '还没有写编号。编号在案卷最上面。' }, () => ({ caseNo: '' }));
  return checked(isCaseNo(digits) ? {} : { caseNo: '没有这样的编号，可能有一位写错了。再对一遍。' }, () => ({
    caseNo: digits,
  }));
}
