/** Names of the income sheet's codes and of what a visit finds (domain.md 4.4 to 4.6): on screens and on papers. */
import type { SheetWarning } from '@shared/assessment';
import type { COST_CODES, INCOME_CODES, RIGID_CODES } from '@shared/assessment/codes';
import type {
  Guarantee,
  Health,
  HouseOwnership,
  Labour,
  School,
  WaterAspect,
  WaterMark,
  WaterSource,
} from '@shared/casework/codes';

export type IncomeCode = (typeof INCOME_CODES)[number];
export type CostCode = (typeof COST_CODES)[number];
export type RigidCode = (typeof RIGID_CODES)[number];

export const INCOME_LABELS: Record<IncomeCode, string> = {
  A1: '务工',
  A2: '部门公益岗',
  A3: '乡镇公益岗',
  A4: '村级公益岗',
  A5: '打零工、采摘',
  A9: '其他工资',
  B1: '种植',
  B2: '养殖',
  B3: '林果',
  B4: '加工、买卖、运输',
  B9: '其他经营',
  C1: '集体分红、光伏',
  C2: '土地流转',
  C3: '租金',
  C4: '利息、红利',
  C5: '代种代养、托管',
  C9: '其他财产收入',
  D01: '低保金',
  D02: '特困供养金',
  D03: '养老金',
  D04: '计生奖扶',
  D05: '生态补偿',
  D06: '耕地地力补贴',
  D07: '生产者补贴',
  D08: '农业保险补助',
  D09: '高龄补贴',
  D10: '优抚金',
  D11: '残疾人两项补贴',
  D12: '教育资助',
  D13: '救灾款',
  D14: '失能补贴',
  D15: '赡养费',
  D16: '取暖、物价补贴',
  D17: '防贫保险赔付',
  D18: '捐赠、赔偿',
  D99: '其他补贴',
};

export const COST_LABELS: Record<CostCode, string> = {
  E1: '种植成本',
  E2: '养殖成本',
  E3: '林果成本',
  E9: '其他成本',
};

export const RIGID_LABELS: Record<RigidCode, string> = {
  M1: '住院自付（目录内）',
  M2: '门诊慢特病',
  M3: '目录外看病',
  M4: '看病路费住宿',
  S1: '学费住宿费',
  S2: '学生生活费',
  R1: '康复、辅具',
  A1: '灾后修复',
  A2: '意外赔偿、治疗',
  L1: '护工、照护',
  H1: '修房自付',
  P1: '产业失败损失',
};

export const BASIS_LABELS = { ACTUAL: '有凭据', ESTIMATE: '估算', DEPT: '部门数据' } as const;

export const HOUSE_GRADE_LABELS = {
  A: 'A 级 安全',
  B: 'B 级 基本安全',
  C: 'C 级 局部危险',
  D: 'D 级 整体危险',
  UNKNOWN: '还没鉴定',
} as const;

/** Findings that are yes or no, as a cadre ticks them at the visit (domain.md 4.6 and 2.4). */
export const FINDING_LABELS = {
  housingProblem: '房子有裂缝、漏雨等问题',
  waterProblem: '吃水有问题',
  schoolProblem: '有适龄孩子没上学',
  anyoneUninsured: '有人没参加医保',
  bigIllness: '有人得大病',
  severeDisability: '有重度残疾人',
  suddenAccident: '出了意外事故',
  newDibaoOrTekun: '今年新增低保、特困',
  noLabour: '全家没有劳动力',
} as const;
export type FindingKey = keyof typeof FINDING_LABELS;
export const FINDING_KEYS = Object.keys(FINDING_LABELS) as FindingKey[];

export const WARNING_WORDS: Record<SheetWarning['code'], string> = {
  WAGE_TOO_SMALL: '不到 100 元，是不是少写了几个零？',
  MONTHS_OVER_12: '一年只有 12 个月，再看一眼。',
  COSTS_MISSING: '有经营收入，没写成本。真没花钱吗？',
  NET_PER_CAPITA_UNLIKELY: '人均是零，或者超过 10 万。',
};

export const HEALTH_LABELS: Record<Health, string> = {
  CHRONIC: '长年吃药',
  SERIOUS: '大病',
  DISABLED: '残疾',
};

export const LABOUR_LABELS: Record<Labour, string> = {
  NORMAL: '能干活',
  SKILLED: '有手艺',
  WEAK: '干不了重活',
  LOST: '干不了活了',
  NONE: '太老或太小',
};

export const SCHOOL_LABELS: Record<School, string> = {
  NOT: '不上学了',
  PRESCHOOL: '幼儿园',
  PRIMARY: '小学',
  JUNIOR: '初中',
  SENIOR: '高中',
  VOCATIONAL: '中职',
  COLLEGE: '大学',
  SUSPENDED: '休学',
  DROPPED: '该上没上',
};

export const GUARANTEE_LABELS: Record<Guarantee, string> = {
  HOUSING: '住房',
  WATER: '吃水',
  SCHOOL: '上学',
  INSURANCE: '医保',
};

export const HOUSE_OWNERSHIP_LABELS: Record<HouseOwnership, string> = {
  OWN: '自己的',
  RENTED: '租的',
  BORROWED: '借住',
  PUBLIC: '公租房',
  RESETTLED: '搬迁安置房',
};

export const WATER_SOURCE_LABELS: Record<WaterSource, string> = {
  TAP: '自来水',
  WELL: '自家井',
  OTHER: '别的',
};

export const WATER_ASPECT_LABELS: Record<WaterAspect, string> = {
  quantity: '水够不够吃',
  quality: '水干不干净',
  convenience: '取水方便吗',
  reliability: '常年有水吗',
};

export const WATER_MARK_LABELS: Record<WaterMark, string> = { GOOD: '好', FAIR: '还行', BAD: '不行' };
