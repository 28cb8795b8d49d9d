import type { Payer } from '@shared/payments';

/** Who pays, as a family says it. */
export const PAYER_LABELS: Record<Payer, string> = {
  CARD: '一卡通',
  FINANCE: '财政局',
  AGRICULTURE: '农业农村局',
  FORESTRY: '林草局',
  CIVIL_AFFAIRS: '民政局',
  DISABLED_FEDERATION: '残联',
  HUMAN_RESOURCES: '人社局',
  MEDICAL_INSURANCE: '医保局',
  EDUCATION: '教育局',
  HOUSING: '住建局',
  WATER: '水利局',
  HEALTH: '卫健局',
  VETERANS: '退役军人事务局',
  EMERGENCY: '应急局',
};

/** What a family can say of a payment: 「不对？」 */
export const DISPUTES = ['NOT_RECEIVED', 'WRONG_AMOUNT', 'NOT_MINE'] as const;
export type Dispute = (typeof DISPUTES)[number];

export const DISPUTE_LABELS: Record<Dispute, string> = {
  NOT_RECEIVED: '没收到',
  WRONG_AMOUNT: '钱数不对',
  NOT_MINE: '不是我的',
};
