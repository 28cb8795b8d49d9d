import { z } from '@shared/zod';
import { contentOf, daysOr, GROUP, type KindRules, Payee, Words } from './kind';

const Fen = z.int().min(0).max(100_000_000_00);

const Paid = Payee.extend({
  item: z.string().min(1).max(40),
  /** As it is written on the list, 3 or 2.5, and of what: 亩, 头, 月. */
  quantity: z
    .string()
    .regex(/^\d{1,7}(\.\d{1,3})?$/)
    .optional(),
  unit: z.string().max(8).optional(),
  amountFen: Fen.optional(),
});
/** `subject` is what is paid out: 交通补助. `totalFen` stands there whether or not the county lists who gets how much. */
export const SubsidyPayments = contentOf('SUBSIDY_PAYMENTS', Paid, {
  subject: Words,
  totalFen: z.int().min(0),
});

/** 到户补贴发放公示: who is paid what for what; no ID number, no account (domain.md 6.1). */
export const subsidyPayments: KindRules<z.infer<typeof Paid>, z.infer<typeof SubsidyPayments>> = {
  schema: SubsidyPayments,
  fields: Object.keys(Paid.shape),
  optional: ['quantity', 'amountFen'],
  publishers: ['VILLAGE', 'TOWN'],
  objections: 'PHONE',
  begins: 'NEXT_DAY',
  days: daysOr('SUBSIDY_PAYMENTS', 7),
  heading: '补贴发放名单',
  decided: '按政策算好的，村里核对过名单。',
  steps: [],
  title: ({ villageName, subject }) => `关于${villageName}${subject}发放的公示`,
  planned: false,
  opening: ({ subject }) => [`现将${subject}发放情况公示如下，请全体村民监督。`],
  nameOf: ({ name }) => name,
  groupOf: ({ group }) => group,
  peopleOf: () => 1,
  fenOf: ({ amountFen = 0 }) => amountFen,
  about: ({ item }) => item,
  columns: [
    { key: 'name', title: '姓名', cell: ({ name }) => name },
    GROUP,
    { key: 'item', title: '项目', cell: ({ item }) => item },
    {
      key: 'quantity',
      title: '数量',
      cell: ({ quantity, unit = '' }) => (quantity === undefined ? '' : `${quantity} ${unit}`.trim()),
    },
    {
      key: 'amount',
      title: '金额（元）',
      cell: ({ amountFen }) => (amountFen === undefined ? '' : yuan(amountFen)),
    },
  ],
};

/** 1,500 and 12.50: yuan with cents only where there are some. */
function yuan(fen: number): string {
  const [whole = '', cents = '00'] = (fen / 100).toFixed(2).split('.');
  const grouped = whole.replace(/(\d)(?=(\d{3})+$)/g, '$1,');
  return cents === '00' ? grouped : `${grouped}.${cents}`;
}
