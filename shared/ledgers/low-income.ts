import { cameAs, FAMILY, type HelpedRecord, ledger, yuanCell } from './ledger';

/** A family with what payers reported for its members in the period, by policy (domain.md 7). */
export interface PaidRecord extends HelpedRecord {
  paid: readonly { policy: string | null; fen: number }[];
}

/** The classes of the low-income population, each with the policy that is paid for it and the income that comes of it. */
const CLASSES = [
  { label: '低保', policy: 'NET-01', income: 'D01' },
  { label: '特困', policy: 'NET-02', income: 'D02' },
  { label: '低保边缘', policy: 'NET-03', income: null },
] as const;

const SHARES = { temporary: ['NET-04'], house: ['HOU-01', 'HOU-02'], solar: ['IND-03'] } as const;
const NAMED: readonly string[] = Object.values(SHARES).flat();

const sumOf = ({ paid }: PaidRecord, counts: (policy: string | null) => boolean): string =>
  yuanCell(paid.reduce((sum, { policy, fen }) => sum + (counts(policy) ? fen : 0), 0));
const sumOfAny = (record: PaidRecord, policies: readonly string[]) =>
  sumOf(record, (policy) => policy !== null && policies.includes(policy));

/** What records prove, never what they merely allow: a payment of the class, or income of it at the visit. */
function classesOf({ view, paid }: PaidRecord): string[] {
  const income = view.verification?.record.sheet.income ?? [];
  const found: string[] = CLASSES.filter(
    ({ policy, income: code }) =>
      paid.some((one) => one.policy === policy) ||
      income.some((row) => row.code === code && row.amountFen > 0),
  ).map(({ label }) => label);
  const heavy = view.verification?.prompts.some(({ rule }) => rule === 'T-RIGID>INCOME') ?? false;
  if (found.length === 0 && heavy) found.push('刚性支出困难');
  return found;
}

/** 5 低收入人口分类名单 (domain.md 8.3). */
export const lowIncome = ledger<PaidRecord, PaidRecord>({
  no: 5,
  name: '低收入人口分类名单',
  about: '低保、特困、边缘、刚性支出困难的家庭，一户一行。钱是这段时间到账的。',
  lines: (record) => (classesOf(record).length > 0 ? [record] : []),
  columns: [
    ...FAMILY,
    {
      key: 'class',
      title: '类别',
      width: 18,
      from: 'payments of NET-01 to NET-03, income D01 and D02 of the visit, the prompt of rigid spending',
      of: (record) => classesOf(record).join('、'),
    },
    {
      key: 'people',
      title: '人数',
      width: 8,
      from: 'case.memberCount',
      of: ({ view }) => String(view.memberCount ?? ''),
    },
    {
      key: 'temporary',
      title: '临时救助（元）',
      width: 14,
      amount: true,
      from: 'payments of NET-04 in the period',
      of: (record) => sumOfAny(record, SHARES.temporary),
    },
    {
      key: 'house',
      title: '危房改造（元）',
      width: 14,
      amount: true,
      from: 'payments of HOU-01 and HOU-02 in the period',
      of: (record) => sumOfAny(record, SHARES.house),
    },
    {
      key: 'solar',
      title: '光伏收益（元）',
      width: 14,
      amount: true,
      from: 'payments of IND-03 in the period',
      of: (record) => sumOfAny(record, SHARES.solar),
    },
    {
      key: 'other',
      title: '其他补贴（元）',
      width: 14,
      amount: true,
      from: 'all other payments in the period',
      of: (record) => sumOf(record, (policy) => policy === null || !NAMED.includes(policy)),
    },
    {
      key: 'measures',
      title: '其他措施',
      width: 36,
      from: 'measures that reached the family',
      of: ({ measures }) => cameAs(measures),
    },
  ],
});
