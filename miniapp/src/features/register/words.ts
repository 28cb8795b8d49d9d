import type { State } from '@miniapp/ui/Tag';
import { day } from '@shared/messages/format';
import { EXIT_STEP_LABELS } from '@shared/messages/register-labels';
import type { Entry, EntryRow, List } from './queries';

export const LIST_LABELS: Record<List, string> = {
  MOVING: '正在办',
  MONITORED: '监测中',
  ELIMINATED: '已消除',
  GONE: '已离开',
};

export const EMPTY_LIST: Record<List, string> = {
  MOVING: '没有正在办的消除和回退',
  MONITORED: '名册上没有监测中的家庭',
  ELIMINATED: '还没有消除风险的家庭',
  GONE: '没有离开名册的家庭',
};

export function rowTag({ status, statusLabel: label, step, dueOn, late }: EntryRow): {
  state: State;
  text: string;
} {
  // A mark that is being taken back still stands.
  const statusLabel = status === 'ELIMINATED' && step !== null ? `回退，${EXIT_STEP_LABELS[step]}` : label;
  if (late) return { state: 'late', text: `${statusLabel}，${day(dueOn ?? '')}就该办好` };
  if (dueOn !== null) return { state: 'doing', text: `${statusLabel}，${day(dueOn)}前` };
  return { state: status === 'ELIMINATED' ? 'ok' : 'off', text: statusLabel };
}

export const LINE_STATES: Record<Entry['checklist'][number]['verdict'], { state: State; text: string }> = {
  MET: { state: 'ok', text: '够' },
  FAILED: { state: 'late', text: '不够' },
  UNKNOWN: { state: 'need', text: '还不知道' },
  WARN: { state: 'need', text: '要说清' },
};

export const EVIDENCE_WORDS: Record<Entry['checklist'][number]['evidence']['from'], string> = {
  REGISTER: '名册',
  MEASURES: '帮扶记录',
  RESEARCH: '入户核实',
  PROFILE: '县里的规则',
  MEMBERS: '家里人的情况',
};

/** Acts in the order in which they are done, as their buttons say them. */
export const ACT_WORDS = {
  propose: { title: '提消除名单', detail: '去家里看过，逐条填清楚' },
  agree: { title: '确认名单，定核实人', detail: '村干部和工作队，另一位来确认' },
  verify: { title: '填入户核实表', detail: '看到什么，农户怎么说' },
  signVerification: { title: '核实签字', detail: '两位去看的人，一人签一次' },
  appraise: { title: '记评议结果', detail: '可以和纳入评议同一场会' },
  post: { title: '张贴消除公示', detail: '先看样子再贴，日子从明天算' },
  answerObjection: { title: '答复意见', detail: '去看过的人不答复' },
  hearObjection: { title: '登记意见', detail: '打电话、投信箱、当面说的' },
  townReview: { title: '镇级验收', detail: '同意，或者退回村里' },
  countyDecide: { title: '县级审定', detail: '同意，或者接着监测' },
  mark: { title: '公告，标注风险消除', detail: '公告贴出，名册上就标注' },
  suggest: { title: '建议消除', detail: '告诉村里，这家可能好转了' },
  suggestRollBack: { title: '建议回退', detail: '告诉村里、镇里，这家又不稳了' },
  proposeRollBack: { title: '提出回退', detail: '标错了，或者又不稳了' },
  withdraw: { title: '撤回名单', detail: '县里定之前都可以' },
  leave: { title: '整户迁走或没人了', detail: '不用走消除程序' },
} as const;
export type ActName = keyof typeof ACT_WORDS;

/** The same acts where a mark is taken back. */
const ROLLBACK_WORDS: Partial<Record<ActName, { title: string; detail: string }>> = {
  agree: { title: '确认回退，定核实人', detail: '村干部和工作队，另一位来确认' },
  appraise: { title: '记评议结果', detail: '大家说要不要回到名单' },
  post: { title: '张贴回退公示', detail: '先看样子再贴，日子从明天算' },
  countyDecide: { title: '县级审定', detail: '同意回退，或者标注不变' },
  mark: { title: '公告回退', detail: '公告贴出，就接着监测' },
  withdraw: { title: '撤回', detail: '县里定之前都可以' },
};

/** An act as it is called on a family whose proposal is of that kind. */
export const actWords = (act: ActName, round: Entry['round']): { title: string; detail: string } =>
  (round?.kind === 'ROLLBACK' ? ROLLBACK_WORDS[act] : undefined) ?? ACT_WORDS[act];
export const ACTS = Object.keys(ACT_WORDS) as ActName[];
