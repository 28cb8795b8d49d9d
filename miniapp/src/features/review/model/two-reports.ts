import type { ReporterRelation, RiskType, StaffCaseView } from '@shared/casework';
import { day, PHRASE_LABELS, RELATION_LABELS, RISK_LABELS } from '@shared/messages';
import { formatCaseNo } from '@shared/people';

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

const named = (labels: Readonly<Record<string, string>>, codes: readonly string[]) =>
  codes.map((one) => labels[one] ?? one).join('、');

/** A report in the words of each of the keys. */
export function reportWords(
  view: Pick<StaffCaseView, 'caseNo' | 'headName' | 'group' | 'report' | 'clock'>,
): Record<(typeof TWO_KEYS)[number], string> {
  const { report } = view;
  const relation = report.reporter.relation as ReporterRelation;
  return {
    编号: formatCaseNo(view.caseNo),
    户主: view.headName,
    身份证: report.idNoMasked ?? '没有报',
    电话: report.phoneMasked ?? '没有',
    哪个组: view.group === '' ? '没有写' : view.group,
    谁报的: relation === 'SELF' ? '户主本人' : `${report.reporter.name}（${RELATION_LABELS[relation]}）`,
    报的日子: day(view.clock.cluedOn),
    困难: named(RISK_LABELS, report.riskTypes as RiskType[]) || '没有选',
    说的话:
      [named(PHRASE_LABELS, report.phrases), report.text, report.voiceId === null ? '' : '有录音']
        .filter(Boolean)
        .join('；') || '没有',
  };
}
