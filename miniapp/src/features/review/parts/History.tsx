import { type Step, Steps } from '@miniapp/ui/Steps';
import type { StaffCaseView } from '@shared/casework';
import { EVENT_LABELS, ROLE_LABELS, STATE_LABELS, UNRELATED_WORDS } from '@shared/messages';
import { historyFact } from '../model/branches';
import { askOf, moment } from '../model/facts';
import { Block } from './Block';

/** Everything that happened, oldest first, and what is awaited now. */
export function History({ view }: { view: StaffCaseView }) {
  return (
    <Block title="经过" aside={`${view.history.length} 条`}>
      <Steps steps={stepsOf(view)} />
    </Block>
  );
}

const roleName = (role: string) => (ROLE_LABELS as Readonly<Record<string, string>>)[role] ?? '';

export function stepsOf(view: StaffCaseView): Step[] {
  const past = view.history.map((line): Step => {
    const stead = line.onBehalfOf === undefined ? '' : `（受${line.onBehalfOf}委托）`;
    const who =
      line.actorRole === 'SYSTEM' ? '系统' : `${line.actorName} ${roleName(line.actorRole)}`.trim() + stead;
    return {
      id: String(line.seq),
      name: EVENT_LABELS[line.type],
      state: 'done',
      date: moment(line.at),
      detail: [
        who,
        historyFact(view, line.type, line.at),
        line.opinion === '' ? '' : `“${line.opinion}”`,
        line.unrelated ? UNRELATED_WORDS : '',
      ]
        .filter(Boolean)
        .join(' · '),
    };
  });
  if (view.holder === 'NOBODY') return past;
  const late = view.overdueDays > 0;
  const now: Step = {
    id: 'now',
    name: STATE_LABELS[view.state],
    state: late ? 'late' : 'now',
    date: late ? `晚了 ${view.overdueDays} 天` : undefined,
    detail: askOf(view).text,
  };
  return [...past, now];
}
