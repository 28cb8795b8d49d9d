import { isCome, isOverdue, type Measure } from '@shared/measures';
import { CONFIRM_WAY_LABELS, MEASURE_LABELS, NEED_LABELS, RISK_LABELS } from '@shared/messages';
import { dayOf, FAMILY, type HelpedRecord, joined, ledger, within, yuanCell } from './ledger';

type Helped = HelpedRecord & { measure: Measure; to: string };

const given = ({ state }: Measure) => state === 'CANCELLED' || state === 'NOT_NEEDED';
/** The day on which it stands in the ledger: when it came, else when it should. */
const dayOfLine = (m: Measure) => (given(m) ? null : (m.landing?.on ?? m.dueOn));

/** 2 帮扶措施落实台账 (domain.md 8.3): help that reached a family, by the day on which it did, and help that should have. */
export const measures = ledger<HelpedRecord, Helped>({
  no: 2,
  name: '帮扶措施落实台账',
  about: '这段时间落到户的、该落到户的帮扶，一项一行。',
  lines: (record, period) =>
    record.measures
      .filter((measure) => {
        const on = dayOfLine(measure);
        return on !== null && within(on, period);
      })
      .map((measure) => ({ ...record, measure, to: period.to })),
  columns: [
    ...FAMILY,
    {
      key: 'risks',
      title: '风险',
      width: 18,
      from: 'the measure, else decision.risks, else what was reported',
      of: ({ view, measure: { risk } }) =>
        (risk === null ? (view.decision?.risks ?? view.triage?.risks ?? []) : [risk])
          .map((one) => RISK_LABELS[one])
          .join('、'),
    },
    {
      key: 'needs',
      title: '需求',
      width: 24,
      from: 'the measure, else triage.needs',
      of: ({ view, measure: { need } }) =>
        (need === null ? (view.triage?.needs ?? []) : [need]).map((one) => NEED_LABELS[one]).join('、'),
    },
    {
      key: 'code',
      title: '措施代码',
      width: 10,
      from: 'the measure',
      of: ({ measure }) => measure.code,
    },
    {
      key: 'kind',
      title: '措施类别',
      width: 16,
      from: 'the measure',
      of: ({ measure }) => MEASURE_LABELS[measure.code],
    },
    {
      key: 'content',
      title: '措施内容',
      width: 30,
      from: 'the measure',
      of: ({ measure: { name, service } }) => joined([name, service], '：'),
    },
    {
      key: 'owner',
      title: '责任部门',
      width: 18,
      from: 'the measure',
      of: ({ measure }) => measure.office,
    },
    {
      key: 'person',
      title: '责任人',
      width: 12,
      from: 'the measure, else who helps the family',
      of: ({ measure, helper }) => measure.person || helper,
    },
    {
      key: 'due',
      title: '计划完成',
      width: 12,
      from: 'the measure',
      of: ({ measure }) => measure.dueOn ?? '',
    },
    {
      key: 'on',
      title: '实际完成',
      width: 12,
      from: 'the measure',
      of: ({ measure, to }) => measure.landing?.on ?? (isOverdue(measure, to) ? '还没完成' : ''),
    },
    {
      key: 'amount',
      title: '资金（元）',
      width: 14,
      amount: true,
      from: 'what came, else what was planned',
      of: ({ measure: { landing, amountFen } }) => {
        const fen = landing === null ? amountFen : landing.amountFen;
        return fen === null ? '' : yuanCell(fen);
      },
    },
    {
      key: 'papers',
      title: '凭证',
      width: 22,
      from: 'photos and note of the landing, papers of help that came first',
      of: ({ measure: { landing, papersAt, papersDueOn } }) =>
        joined([
          landing === null || landing.attachmentIds.length === 0
            ? ''
            : `照片 ${landing.attachmentIds.length} 张`,
          papersAt !== null
            ? `${dayOf(papersAt)}补齐`
            : papersDueOn === null
              ? ''
              : `还没补，${papersDueOn}前要补`,
        ]),
    },
    {
      key: 'confirmed',
      title: '农户确认',
      width: 20,
      from: 'the word of the family',
      of: ({ measure: { receipt, disputes, state } }) => {
        if (receipt !== null) return `${dayOf(receipt.at)}${CONFIRM_WAY_LABELS[receipt.how]}`;
        const last = disputes.at(-1);
        return state === 'IN_PROGRESS' && last !== undefined ? `说没收到：${last.text}` : '';
      },
    },
    {
      key: 'effect',
      title: '成效',
      width: 24,
      from: 'the judgement after it',
      of: ({ measure }) => measure.effect?.words ?? '',
    },
    {
      key: 'note',
      title: '备注',
      width: 16,
      from: 'the measure',
      of: ({ measure }) =>
        joined([measure.emergency ? '先救急，后补手续' : '', isCome(measure) ? '' : '还没确认到户']),
    },
  ],
});
