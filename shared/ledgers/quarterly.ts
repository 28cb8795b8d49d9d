import { type FollowUpResult, lastDayOfQuarter, type QuarterState, type WorkChange } from '@shared/followups';
import { HOUSEHOLD_TYPE_LABELS, RISK_LABELS } from '@shared/messages';
import {
  FOLLOW_UP_RESULT_LABELS,
  QUARTER_STATE_LABELS,
  WORK_CHANGE_LABELS,
} from '@shared/messages/followups';
import { cameAs, FAMILY, type HelpedRecord, joined, ledger, yuanCell } from './ledger';

/** A family's sheet of one quarter, as it stands. Money in fen. */
export interface QuarterRecord extends HelpedRecord {
  quarter: string;
  state: QuarterState;
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  net: number;
  rigid: number;
  heads: readonly number[];
  /** What is wrong: housing, water, school, insurance. */
  housing: boolean;
  water: boolean;
  school: boolean;
  insurance: boolean;
  work: WorkChange;
  workWords: string;
  troubles: string;
  result: FollowUpResult;
  signed: 'SCREEN' | 'PAPER' | 'FINGERPRINT' | 'NOBODY';
  recordedBy: string;
  /** Days on which somebody looked after the family in the quarter. */
  visits: readonly string[];
}

const SIGNED = {
  SCREEN: '手机上签了',
  PAPER: '纸上签了',
  FINGERPRINT: '按了手印',
  NOBODY: '没找到人',
} as const;
const money = (key: 'a' | 'b' | 'c' | 'd' | 'e' | 'net' | 'rigid', title: string, from: string) => ({
  key,
  title,
  width: 14,
  amount: true as const,
  from,
  of: (record: QuarterRecord) => yuanCell(record[key]),
});

/** 1 监测户季度监测台账 (domain.md 8.3, 3.5): a line a family and quarter. */
export const quarterly = ledger<QuarterRecord, QuarterRecord>({
  no: 1,
  name: '监测户季度监测台账',
  about: '这段时间里每个季度的监测表，一户一季一行。',
  lines: (record) => [record],
  columns: [
    {
      key: 'quarter',
      title: '季度',
      width: 12,
      from: 'the sheet',
      of: ({ quarter }) => `${quarter.slice(0, 4)}年${quarter.slice(5)}季度`,
    },
    ...FAMILY,
    {
      key: 'people',
      title: '人口',
      width: 8,
      from: 'heads of the last month of the quarter',
      of: ({ heads }) => String(heads.at(-1) ?? ''),
    },
    {
      key: 'type',
      title: '类别',
      width: 16,
      from: 'decision.householdType',
      of: ({ view: { decision } }) =>
        decision === null ? '' : HOUSEHOLD_TYPE_LABELS[decision.householdType],
    },
    {
      key: 'risks',
      title: '风险类型',
      width: 18,
      from: 'decision.risks',
      of: ({ view: { decision } }) => (decision?.risks ?? []).map((risk) => RISK_LABELS[risk]).join('、'),
    },
    money('a', 'A 工资性收入（元）', 'income A of the sheet'),
    money('b', 'B 经营性收入（元）', 'income B of the sheet'),
    money('c', 'C 财产性收入（元）', 'income C of the sheet'),
    money('d', 'D 转移性收入（元）', 'income D of the sheet'),
    money('e', 'E 生产支出（元）', 'costs E of the sheet'),
    money('net', '本季纯收入（元）', 'A to D without E'),
    money('rigid', '刚性支出（元）', 'rigid spending of the sheet'),
    {
      key: 'guarantees',
      title: '三保障/饮水状态',
      width: 22,
      from: 'guarantees of the sheet',
      of: ({ housing, water, school, insurance }) => {
        const wrong = [housing && '住房', water && '饮水', school && '上学', insurance && '医保'].filter(
          Boolean,
        );
        return wrong.length === 0 ? '都好' : `有问题：${wrong.join('、')}`;
      },
    },
    {
      key: 'work',
      title: '务工就业变化',
      width: 20,
      from: 'the sheet',
      of: ({ work, workWords }) => joined([WORK_CHANGE_LABELS[work], workWords]),
    },
    { key: 'troubles', title: '新增困难', width: 26, from: 'the sheet', of: ({ troubles }) => troubles },
    {
      key: 'measures',
      title: '已落实措施',
      width: 36,
      from: 'measures that had reached the family by the last day of the quarter',
      of: ({ quarter, measures }) => {
        const end = lastDayOfQuarter(quarter);
        return cameAs(measures.filter(({ landing }) => landing !== null && landing.on <= end));
      },
    },
    {
      key: 'visits',
      title: '走访次数/日期',
      width: 30,
      from: 'follow-ups and visits in the quarter',
      of: ({ visits }) => (visits.length === 0 ? '0 次' : `${visits.length} 次：${visits.join('、')}`),
    },
    {
      key: 'helper',
      title: '帮扶责任人',
      width: 14,
      from: 'who helps the family, else who wrote the sheet',
      of: ({ helper, recordedBy }) => helper || recordedBy,
    },
    { key: 'signed', title: '农户签字', width: 14, from: 'the sheet', of: ({ signed }) => SIGNED[signed] },
    {
      key: 'result',
      title: '研判结论',
      width: 24,
      from: 'the sheet and who confirmed it',
      of: ({ result, state }) => `${FOLLOW_UP_RESULT_LABELS[result]}（${QUARTER_STATE_LABELS[state]}）`,
    },
  ],
});
