/** The follow-up of families on the list, in words: for staff, and for the family where it says what changed. */
import type {
  ChangeEvidence,
  ChangeWarning,
  Feeling,
  FollowTaskKind,
  FollowUpEvent,
  FollowUpResult,
  MemberChange,
  QuarterState,
  StandingInFamily,
  ToldChange,
  WorkChange,
} from '@shared/followups/codes';
import type { RegisterStatus } from '@shared/register';

export const MEMBER_CHANGE_LABELS: Record<MemberChange, string> = {
  BIRTH: '出生',
  MARRIAGE_IN: '娶进、招进来',
  RETURN: '回来了',
  DEATH: '去世',
  MARRIAGE_OUT: '嫁出、入赘走了',
  SCHOOL_MOVE: '上学迁走户口',
  PRISON: '服刑',
  MISSING: '失联',
  ARMY: '参军',
  SPLIT: '分户',
  MERGE: '并户',
  MOVED_AWAY: '整户迁出',
  EXTINCT: '整户没人了',
};

export const TOLD_CHANGE_LABELS: Record<ToldChange, string> = {
  BORN: '生了孩子',
  DIED: '有人去世',
  MARRIED: '有人结婚',
  BACK: '有人回来了',
  LEFT: '有人走了',
  LOST_WORK: '没活干了',
  ILL: '有人生病',
  HOUSE: '房子、吃水有问题',
  OTHER: '别的变化',
};

export const changeLabel = (kind: MemberChange | ToldChange): string =>
  kind in MEMBER_CHANGE_LABELS
    ? MEMBER_CHANGE_LABELS[kind as MemberChange]
    : TOLD_CHANGE_LABELS[kind as ToldChange];

export const CHANGE_EVIDENCE_LABELS: Record<ChangeEvidence, string> = {
  BIRTH_CERTIFICATE: '出生证明',
  HUKOU_BOOK: '户口簿',
  MARRIAGE_CERTIFICATE: '结婚证',
  DIVORCE_CERTIFICATE: '离婚证',
  DEATH_CERTIFICATE: '死亡证明',
  DEREGISTRATION: '户口注销',
  NEIGHBOUR_CONFIRMED: '邻居作证',
  SCHOOL_RECORD: '学校的证明',
  COURT_RECORD: '法院文书',
  POLICE_RECORD: '派出所的证明',
  ARMY_NOTICE: '入伍通知书',
  HUKOU_TRANSFER: '户口迁移证',
  LIVING_CHECKED: '去看过，是真分开住或住一起',
  RETURN_SEEN: '到家里见过人',
};

/** What a cadre reads before a change is written down. */
export const CHANGE_WARNING_LABELS: Record<ChangeWarning, string> = {
  STOP_PERSONAL_PAYMENTS: '他本人的补贴，下一期要停。',
  DOUBLE_PAY: '那天以后还有钱发给他，请核对。',
  LAST_LABOUR_GONE: '家里没有能干活的人了，要重新看一看。',
  STAYS_DEPENDANT: '户口迁到学校的，还算家里人口。',
  OLD_PEOPLE_ALONE: '分出去后只剩老人，看是不是为了享受帮扶。',
  NO_LABOUR_ALONE: '分开后有一边没人能干活，请核实。',
  HEAD_GONE: '走的是户主，要定一位新户主。',
};

export const STANDING_IN_FAMILY_LABELS: Record<StandingInFamily, string> = {
  MEMBER: '在家里',
  SUSPENDED: '暂时不在',
  CLOSED: '不在这家了',
};

export const FOLLOW_UP_RESULT_LABELS: Record<FollowUpResult, string> = {
  STABLE: '平稳',
  IMPROVING: '在变好',
  NEW_RISK: '有新的风险',
  RELAPSE: '又困难了',
  UNREACHABLE: '没找到人',
  READY_TO_ELIMINATE: '可以考虑消除风险',
};

export const FOLLOW_UP_EVENT_LABELS: Record<FollowUpEvent, string> = {
  ILLNESS: '生病',
  DISASTER: '遭灾',
  JOB_LOSS: '没活干',
  BIRTH_DEATH: '添人、去世',
  SCHOOL: '上学有变化',
  OTHER: '别的事',
};

export const FEELING_LABELS: Record<Feeling, string> = {
  BETTER: '比以前好',
  SAME: '差不多',
  WORSE: '比以前难',
};

export const WORK_CHANGE_LABELS: Record<WorkChange, string> = {
  NONE: '没有变',
  FOUND: '找到活了',
  CHANGED: '换了活',
  LOST: '没活干了',
};

export const QUARTER_STATE_LABELS: Record<QuarterState, string> = {
  VILLAGE: '等村里确认',
  TOWN: '等镇里确认',
  DONE: '镇里确认了',
  RETURNED: '退回来改',
};

export const FOLLOW_TASK_LABELS: Record<FollowTaskKind, string> = {
  REPLAN: '有新风险，重新定帮扶办法',
  RELAPSE: '又困难了，镇里去看',
  FIND_FAMILY: '两次没找到人，去找',
  GUARANTEE: '住房、吃水、上学、医保有问题，要解决',
  STOP_PAYMENTS: '人去世了，停他本人的补贴',
  RESUME_PAYMENTS: '去世是登记错的，停了的补贴要恢复',
  REASSESS_LABOUR: '没有能干活的人了，重新看一看',
  PAPERS_OF_CHANGE: '只有邻居作证，把证明补上',
};

export const REGISTER_STATUS_LABELS: Record<RegisterStatus, string> = {
  ACTIVE: '在帮扶',
  ELIM_PROPOSED: '提议消除风险',
  ELIM_VERIFY: '消除前核实',
  ELIM_APPRAISAL: '消除前评议',
  ELIM_PUBLICITY: '消除公示',
  ELIM_TOWN: '消除等镇里',
  ELIM_COUNTY: '消除等县里',
  ELIMINATED: '风险消除了',
  TRANSFERRED_OUT: '整户迁出',
  EXTINCT: '整户没人了',
  RECTIFIED_REMOVED: '清退了',
};

/** 「2026 年一季度」. */
export function quarterLabel(quarter: string): string {
  return `${quarter.slice(0, 4)} 年${'一二三四'[Number(quarter.slice(5)) - 1]}季度`;
}

/** To the family, of a change that it read of and that was never so. */
export function changeTakenBack(caseNo: string): string {
  return `有一个变化登记错了，撤回了（编号 ${caseNo}）`;
}

/** What the village made of a change that the family told waits for another level. */
export function changePassedUp(caseNo: string): string {
  return `您说的家里的变化，村里报上去了，上级同意了才算（编号 ${caseNo}）`;
}

export function changeAnswered(caseNo: string, agreed: boolean): string {
  return agreed
    ? `家里的变化，村里登记好了（编号 ${caseNo}）`
    : `您说的家里的变化没有登记，点开看为什么（编号 ${caseNo}）`;
}
