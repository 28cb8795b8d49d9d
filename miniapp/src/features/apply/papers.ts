import type { AttachmentKind, RiskType } from '@shared/casework/codes';

export type PaperKey =
  | 'diagnosis'
  | 'bill'
  | 'school'
  | 'disability'
  | 'disaster'
  | 'accident'
  | 'loss'
  | 'wages'
  | 'house'
  | 'water'
  | 'other';

export interface Paper {
  key: PaperKey;
  /** What it is filed as (domain.md 4.11). */
  kind: AttachmentKind;
  title: string;
  /** What must be legible. */
  hint: string;
  /** The drawing beside it. */
  example: 'diagnosis' | 'bill' | 'school' | 'card' | 'scene' | 'signed';
}

const PAPERS: Record<PaperKey, Omit<Paper, 'key'>> = {
  diagnosis: {
    kind: 'DIAGNOSIS',
    title: '诊断证明或出院记录',
    hint: '要看得清姓名、医院的章',
    example: 'diagnosis',
  },
  bill: {
    kind: 'BILL',
    title: '住院费用结算单',
    hint: '要看得清总费用、报销、自己出的钱',
    example: 'bill',
  },
  school: {
    kind: 'SCHOOL',
    title: '录取或在读证明',
    hint: '学校出的证明、学费单都行',
    example: 'school',
  },
  disability: { kind: 'DISABILITY', title: '残疾人证', hint: '要看得清姓名、类别和等级', example: 'card' },
  disaster: { kind: 'DISASTER', title: '受灾的地方', hint: '房子、地、棚子，站远一点拍全', example: 'scene' },
  accident: { kind: 'OTHER', title: '事故认定书', hint: '交警、单位出的都行', example: 'diagnosis' },
  loss: { kind: 'INCOME', title: '亏了多少的单子', hint: '买苗、买料、卖货的单子都行', example: 'bill' },
  wages: { kind: 'INCOME', title: '欠条或工资单', hint: '要看得清谁欠、欠多少', example: 'bill' },
  house: { kind: 'HOUSE', title: '房子不安全的地方', hint: '裂缝、漏雨、歪了的墙', example: 'scene' },
  water: { kind: 'WATER', title: '吃水的地方', hint: '水井、水窖、水龙头', example: 'scene' },
  other: { kind: 'OTHER', title: '别的单子', hint: '觉得有用的都可以拍', example: 'diagnosis' },
};

const BY_TROUBLE: Record<RiskType, readonly PaperKey[]> = {
  ILLNESS: ['diagnosis', 'bill'],
  SCHOOLING: ['school'],
  DISABILITY: ['disability'],
  DISASTER: ['disaster'],
  ACCIDENT: ['accident', 'bill'],
  INDUSTRY_FAIL: ['loss'],
  JOB_UNSTABLE: ['wages'],
  NO_LABOUR: ['other'],
  HOUSING: ['house'],
  WATER: ['water'],
  OTHER: ['other'],
};

/** At most so many photos go with a report (domain.md 4.9). */
export const MAX_PHOTOS = 9;

export const isPaperKey = (key: unknown): key is PaperKey =>
  Object.keys(PAPERS).some((known) => known === key);

export const paper = (key: PaperKey): Paper => ({ key, ...PAPERS[key] });

/**
 * The papers worth a photo for these kinds of trouble, each once. Nothing that a department can answer is on the list
 * (ux.md 05).
 */
export function papersFor(troubles: readonly RiskType[]): Paper[] {
  const keys = troubles.flatMap((trouble) => BY_TROUBLE[trouble]);
  return [...new Set(keys.length > 0 ? keys : (['other'] as const))].map(paper);
}
