import { type LedgerPlace, ledger } from './ledger';

/** What was done in a village in the period, counted from its records. */
export interface CheckRecord extends LedgerPlace {
  /** Meetings and their days. */
  meetings: readonly string[];
  /** Families that were to be asked, and were, in rounds of checks; null where no round is on record, or no number. */
  due: number | null;
  done: number | null;
  clues: number;
  opened: number;
  answered: number;
  /** Who signed the reports of rounds; where there was none, who reported and answered the clues. */
  signers: readonly string[];
  /** What the village reported of each round, once both have signed. */
  reports: readonly string[];
  notices: readonly string[];
}

const count = (number: number | null) => (number === null ? '没有登记' : String(number));
const SIGNERS = 6;

/** 6 集中排查台账 (domain.md 8.3): a village a line. */
export const checks = ledger<CheckRecord, CheckRecord>({
  no: 6,
  name: '集中排查台账',
  about: '这段时间排查的情况，一个村一行。',
  lines: (record) => [record],
  columns: [
    { key: 'town', title: '乡镇', width: 14, from: 'region', of: ({ town }) => town },
    { key: 'village', title: '村', width: 16, from: 'region', of: ({ village }) => village },
    {
      key: 'meetings',
      title: '会议记录',
      width: 30,
      from: 'appraisal meetings of the village',
      of: ({ meetings }) => (meetings.length === 0 ? '' : `${meetings.length} 次：${meetings.join('、')}`),
    },
    { key: 'due', title: '应查户数', width: 10, from: 'rounds of checks', of: ({ due }) => count(due) },
    { key: 'done', title: '已查', width: 10, from: 'rounds of checks', of: ({ done }) => count(done) },
    {
      key: 'clues',
      title: '发现线索',
      width: 10,
      from: 'clues of departments and cadres, reports by a round of checks',
      of: ({ clues }) => String(clues),
    },
    {
      key: 'opened',
      title: '转核实',
      width: 10,
      from: 'cases that came of them',
      of: ({ opened }) => String(opened),
    },
    {
      key: 'answered',
      title: '查后没有风险、已有帮扶',
      width: 22,
      from: 'clues answered otherwise',
      of: ({ answered }) => String(answered),
    },
    {
      key: 'signers',
      title: '排查人签字(2)',
      width: 24,
      from: 'rounds of checks: who signed; else who reported and answered the clues',
      of: ({ signers }) =>
        signers.length > SIGNERS
          ? `${signers.slice(0, SIGNERS).join('、')}等 ${signers.length} 人`
          : signers.join('、'),
    },
    {
      key: 'notices',
      title: '公示',
      width: 30,
      from: 'notices that hung in the village',
      of: ({ notices }) => (notices.length === 0 ? '' : `${notices.length} 份：${notices.join('、')}`),
    },
    {
      key: 'report',
      title: '报告',
      width: 46,
      from: 'rounds of checks: what the village reported',
      of: ({ reports }) => reports.join('；'),
    },
  ],
});
