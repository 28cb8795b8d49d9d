import type { State } from '@miniapp/ui/Tag';
import type { MeasureView } from '@shared/contract/measures';
import { UNDER_WAY } from '@shared/measures/codes';
import { day } from '@shared/messages/format';
import { MEASURE_STATE_LABELS } from '@shared/messages/help';

/** Where a measure stands, with its day. */
export function staffTag(one: MeasureView): { state: State; text: string } {
  const { state, overdue, dueOn, received, notReceived } = one;
  if (notReceived !== null) return { state: 'late', text: '农户说没收到' };
  if (overdue && dueOn !== null)
    return { state: 'late', text: `${state === 'PLANNED' ? '农户还没同意' : '晚了'}，${day(dueOn)}就该办好` };
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
