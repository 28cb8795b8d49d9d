import { MEASURE_LABELS, NEED_LABELS, RISK_LABELS } from '@shared/messages';
import { type CaseRecord, dayOf, FAMILY, ledger, within, yuanCell } from './ledger';

type Helped = CaseRecord & { measure: CaseRecord['view']['measures'][number] };

/** 2 帮扶措施落实台账 (domain.md 8.3): help that reached a family, by the day on which it did. */
export const measures = ledger<CaseRecord, Helped>({
  no: 2,
  name: '帮扶措施落实台账',
  about: '这段时间落到户的帮扶，一项一行。',
  lines: (record, period) =>
    record.view.measures.filter(({ on }) => within(on, period)).map((measure) => ({ ...record, measure })),
  columns: [
    ...FAMILY,
    {
      key: 'risks',
      title: '风险',
      width: 18,
      from: 'decision.risks, else what was reported',
      of: ({ view }) =>
        (view.decision?.risks ?? view.triage?.risks ?? []).map((risk) => RISK_LABELS[risk]).join('、'),
    },
    {
      key: 'needs',
      title: '需求',
      width: 24,
      from: 'triage.needs',
      of: ({ view }) => (view.triage?.needs ?? []).map((need) => NEED_LABELS[need]).join('、'),
    },
    {
      key: 'code',
      title: '措施代码',
      width: 10,
      from: 'the measure',
      of: ({ measure }) => measure.measureCode,
    },
    {
      key: 'kind',
      title: '措施类别',
      width: 16,
      from: 'the measure',
      of: ({ measure }) => MEASURE_LABELS[measure.measureCode],
    },
    {
      key: 'content',
      title: '措施内容',
      width: 30,
      from: 'the measure',
      of: ({ measure: { name, detail } }) => [name, detail].filter((text) => text !== '').join('：'),
    },
    {
      key: 'owner',
      title: '责任部门',
      width: 18,
      from: 'the measure',
      of: ({ measure }) => measure.department,
    },
    { key: 'on', title: '实际完成', width: 12, from: 'the measure', of: ({ measure }) => measure.on },
    {
      key: 'amount',
      title: '资金（元）',
      width: 14,
      amount: true,
      from: 'the measure',
      of: ({ measure: { amountFen } }) => (amountFen === null ? '' : yuanCell(amountFen)),
    },
    {
      key: 'papers',
      title: '凭证',
      width: 22,
      from: 'papers of help that came first',
      of: ({ measure: { papersAt, papersDueOn } }) =>
        papersAt !== null
          ? `${dayOf(papersAt)}补齐`
          : papersDueOn === null
            ? ''
            : `还没补，${papersDueOn}前要补`,
    },
    {
      key: 'note',
      title: '备注',
      width: 16,
      from: 'the measure',
      of: ({ measure }) => (measure.emergency === true ? '先救急，后补手续' : ''),
    },
  ],
});
