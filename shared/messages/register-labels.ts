import type { ExitStep } from '@shared/elimination';
import type { RegisterStatus } from '@shared/register';

export const REGISTER_LABELS: Record<RegisterStatus, string> = {
  ACTIVE: '监测中',
  ELIM_PROPOSED: '拟消除，等另一位确认',
  ELIM_VERIFY: '消除入户核实',
  ELIM_APPRAISAL: '消除评议',
  ELIM_PUBLICITY: '消除公示',
  ELIM_TOWN: '消除镇级验收',
  ELIM_COUNTY: '消除县级审定',
  ELIMINATED: '风险已消除',
  TRANSFERRED_OUT: '整户迁出',
  EXTINCT: '整户自然减少',
  RECTIFIED_REMOVED: '已清退',
};

export const EXIT_STEP_LABELS: Record<ExitStep, string> = {
  PROPOSED: '等另一位确认',
  VERIFY: '入户核实',
  APPRAISAL: '村里评议',
  PUBLICITY: '村内公示',
  TOWN: '镇级验收',
  COUNTY: '县级审定',
  MARK: '等公告',
};

/** Of a step or a status, for a sentence. */
export const registerLabel = (code: string): string =>
  EXIT_STEP_LABELS[code as ExitStep] ?? REGISTER_LABELS[code as RegisterStatus] ?? '别的步骤';
