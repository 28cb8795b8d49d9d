import type { StaffFamily } from '@shared/contract/measures';
import type { MeasureAct } from '@shared/measures';
import { day } from '@shared/messages/format';
import { CONFIRM_WAY_LABELS, HELP_WARNING_LABELS } from '@shared/messages/help';
import { RISK_LABELS } from '@shared/messages/staff-labels';

type Warning = StaffFamily['warnings'][number];

/** 「因残：这个难处必须有的帮扶还没有（4月16日前）」. */
export function warningText({ code, dueOn, risk, measureName }: Warning): string {
  const about = risk === null ? measureName : RISK_LABELS[risk];
  const label = HELP_WARNING_LABELS[code];
  return `${about === '' ? '' : `${about}：`}${label}${dueOn === null ? '' : `（${day(dueOn)}前）`}`;
}

/** What an office does to a measure: as its button says it, and what it is for. */
export const STEP_WORDS: Record<Exclude<MeasureAct, 'agree'>, { title: string; detail: string }> = {
  begin: { title: '开始办', detail: '记一句在怎么办' },
  land: { title: '办好了', detail: '哪天，多少，凭什么' },
  confirm: { title: '替没手机的家确认', detail: '拍签了字的纸' },
  judge: { title: '见效了', detail: '写一句好在哪里' },
  close: { title: '结束这一项', detail: '不用再跟了' },
  change: { title: '改谁办、哪天前', detail: '要写为什么' },
  notNeeded: { title: '不需要了', detail: '要写为什么' },
  cancel: { title: '取消这一项', detail: '要写为什么' },
};
export type Step = keyof typeof STEP_WORDS;
export const STEPS = Object.keys(STEP_WORDS) as Step[];

/** How a family without a phone says yes. */
export type PaperWay = 'PAPER' | 'FINGERPRINT';
export const PAPER_WAYS = (['PAPER', 'FINGERPRINT'] as const).map((value) => ({
  value,
  label: CONFIRM_WAY_LABELS[value],
}));
