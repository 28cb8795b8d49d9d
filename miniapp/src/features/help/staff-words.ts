import type { State } from '@miniapp/ui/Tag';
import type { MeasureView, StaffFamily } from '@shared/contract/measures';
import type { MeasureAct } from '@shared/measures';
import { UNDER_WAY } from '@shared/measures/codes';
import { day } from '@shared/messages/format';
import { CONFIRM_WAY_LABELS, HELP_WARNING_LABELS, MEASURE_STATE_LABELS } from '@shared/messages/help';
import { RISK_LABELS } from '@shared/messages/staff-labels';

/** Where a measure stands, with its day. */
export function staffTag(one: MeasureView): { state: State; text: string } {
  const { state, overdue, dueOn, received, notReceived } = one;
  if (notReceived !== null) return { state: 'late', text: '农户说没收到' };
  if (overdue && dueOn !== null) return { state: 'late', text: `晚了，${day(dueOn)}就该办好` };
  const label = MEASURE_STATE_LABELS[state];
  if ((UNDER_WAY as readonly string[]).includes(state))
    return {
      state: state === 'PLANNED' ? 'need' : 'doing',
      text: dueOn === null ? label : `${label}，${day(dueOn)}前`,
    };
  if (state === 'LANDED')
    return received === null
      ? { state: 'need', text: '办好了，等农户确认' }
      : { state: 'need', text: '农户收到了，看见效没有' };
  return { state: state === 'EFFECTIVE' || state === 'CLOSED' ? 'ok' : 'off', text: label };
}

/** What was handed to a department, as its lists say it: for whom, what, where, who does it. */
export const handedWords = ({
  headName,
  villageName,
  group,
  measure: { name, person },
}: {
  headName: string;
  villageName: string;
  group: string;
  measure: MeasureView;
}): { title: string; detail: string } => ({
  title: `${headName}家 ${name}`,
  detail: [[villageName, group].filter(Boolean).join(' '), person].filter(Boolean).join(' · '),
});

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
