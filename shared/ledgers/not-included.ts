import { localDate } from '@shared/calendar';
import { promptSentence, REJECTION_LABELS, RIGID_LABELS, yuan } from '@shared/messages';
import { type CaseRecord, dayOf, FAMILY, joined, ledger, within, yuanCell } from './ledger';

type View = CaseRecord['view'];
type Refused = CaseRecord & { rejection: NonNullable<View['rejection']> };

const assessed = ({ rejection, view }: Refused) =>
  rejection.dossier?.assessment ?? view.verification?.assessment;

/** 7 未纳入特殊档案台账 (domain.md 8.3, 3.3): families that were refused though something fired. */
export const notIncluded = ledger<CaseRecord, Refused>({
  no: 7,
  name: '未纳入特殊档案台账',
  about: '这段时间没有纳入、要留专门档案的家庭，一户一行。',
  lines: (record, period) => {
    const { rejection, state } = record.view;
    if (rejection === null || rejection.dossier === null || state === 'INCLUDED') return [];
    return within(localDate(rejection.at), period) ? [{ ...record, rejection }] : [];
  },
  columns: [
    ...FAMILY,
    {
      key: 'on',
      title: '不纳入日期',
      width: 12,
      from: 'rejection.at',
      of: ({ rejection }) => dayOf(rejection.at),
    },
    {
      key: 'fired',
      title: '触发项',
      width: 44,
      from: 'rejection.dossier.prompts',
      of: ({ rejection }) => joined((rejection.dossier?.prompts ?? []).map(promptSentence)),
    },
    {
      key: 'net',
      title: '人均纯收入（元）',
      width: 16,
      amount: true,
      from: 'rejection.dossier.assessment',
      of: (line) => yuanCell(assessed(line)?.netPerCapitaFen ?? 0),
    },
    {
      key: 'reference',
      title: '扣支出后人均（元）',
      width: 18,
      amount: true,
      from: 'rejection.dossier.assessment',
      of: (line) => yuanCell(assessed(line)?.referencePerCapitaFen ?? 0),
    },
    {
      key: 'line',
      title: '监测线（元）',
      width: 14,
      amount: true,
      from: 'the parameters of that assessment',
      of: (line) => yuanCell(assessed(line)?.parameters.lineFen ?? 0),
    },
    {
      key: 'paid',
      title: '看病自付合计，含目录外（元）',
      width: 18,
      amount: true,
      from: 'rigid rows M of the income sheet, what was reimbursed taken off',
      of: ({ view }) => yuanCell(medical(view).reduce((sum, { selfFen }) => sum + selfFen, 0)),
    },
    {
      key: 'bills',
      title: '报销清单',
      width: 50,
      from: 'rigid rows M of the income sheet',
      of: ({ view }) =>
        joined(
          medical(view).map(
            ({ label, paidFen, reimbursedFen, selfFen }) =>
              `${label} 花 ${yuan(paidFen)} 报 ${yuan(reimbursedFen)} 自付 ${yuan(selfFen)}`,
          ),
        ),
    },
    {
      key: 'reason',
      title: '理由',
      width: 40,
      from: 'rejection.reasonCode and its opinion',
      of: ({ rejection }) => joined([REJECTION_LABELS[rejection.reasonCode], rejection.opinion]),
    },
    {
      key: 'revisitOn',
      title: '复访日期',
      width: 12,
      from: 'rejection.dossier.revisitOn',
      of: ({ rejection }) => rejection.dossier?.revisitOn ?? '',
    },
  ],
});

/** What was paid for illness, of the last visit. */
function medical({ verification }: View) {
  return (verification?.record.sheet.rigid ?? []).flatMap(({ code, paidFen, reimbursedFen }) =>
    code.startsWith('M')
      ? [{ label: RIGID_LABELS[code], paidFen, reimbursedFen, selfFen: paidFen - reimbursedFen }]
      : [],
  );
}
