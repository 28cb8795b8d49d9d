/** Who is told of what, in which words. The inbox in the app is the source of truth; WeChat brings the outside words. */
import type { CaseEventType, CaseState, HouseholdCaseView } from '@shared/casework';
import { day } from './format';
import { HELP_TOLD, type HelpTold } from './help';
import { nextStep } from './household';

interface Told {
  /** Says the whole thing. */
  title: string;
  /** What stands on a locked phone, where others read it too; the title when nothing in it is anybody's secret. */
  outside?: string;
  /** Natural days in which somebody tells a family that has no account here. */
  withinDays: number;
}

/** What a family is told of; null: it concerns the office only. The compiler asks for each new event. */
const FAMILY: Record<CaseEventType, Told | null> = {
  ReportSubmitted: { title: '申报交给村里了', withinDays: 3 },
  CaseAccepted: { title: '村里收下了您家的申报', withinDays: 3 },
  VerifiersAssigned: null,
  AuthorizationSigned: { title: '家里有一位大人签好名了', withinDays: 3 },
  ConsentWithdrawn: { title: '家里有一位大人不让查了，查对就停', withinDays: 3 },
  VerificationRecorded: null,
  VerificationSigned: null,
  VerificationCompleted: { title: '干部到家里看过了', withinDays: 3 },
  DataCheckRequested: null,
  DataCheckAnswered: null,
  AnswerDisputed: null,
  FlagExplained: null,
  FlagReviewed: null,
  DataCheckCompleted: { title: '部门查对好了', withinDays: 3 },
  TriageCompleted: null,
  RejectionOverturned: null,
  SupplementRequested: { title: '还差几样材料，请补上', withinDays: 1 },
  SupplementProvided: null,
  SupplementCompleted: { title: '材料补齐了，接着办', withinDays: 3 },
  AppraisalRecorded: { title: '村里开会商量过了', withinDays: 3 },
  PublicityPosted: { title: '名单贴出来了，大家看', withinDays: 1 },
  PublishedFactsCorrected: null,
  PublicityMoved: null,
  // The family is told by the request that it made.
  PublicityResumed: null,
  PublicityTakenDown: null,
  BoardPhotographed: null,
  PublicityEnded: { title: '公示满了，镇里开始看', withinDays: 3 },
  TownReviewed: { title: '镇里看过了，报到县里', withinDays: 3 },
  InclusionDecided: { title: '县里定了，等公告', withinDays: 3 },
  AnnouncementPosted: null,
  HouseholdIncluded: { title: '您家列入帮扶名单了', outside: '有结果了，点开看', withinDays: 3 },
  DecisionUndone: null,
  DecisionRecalled: { title: '上面要再看一看，接着办', withinDays: 3 },
  CaseRejected: { title: '这次没有列入，点开看原因', outside: '有结果了，点开看', withinDays: 3 },
  TakeOverOffered: null,
  ReportTakenOver: { title: '您家自己接过去办了', withinDays: 3 },
  ReportConfirmed: null,
  WithdrawalRequested: { title: '收到您撤回的话，干部会来确认', withinDays: 1 },
  CaseWithdrawn: { title: '您家的申报撤回了', withinDays: 3 },
  WithdrawalDeclined: { title: '干部确认过，申报接着办', withinDays: 3 },
  FamilyReminded: { title: '催过了，村里一天内答复您', withinDays: 1 },
  ReminderAnswered: { title: '村里答复您了，点开看', withinDays: 1 },
  SupplementExtended: { title: '补材料给您多几天', withinDays: 1 },
  CaseExpired: { title: '材料没补齐，先停下了', outside: '有结果了，点开看', withinDays: 3 },
  CaseReopened: { title: '您家的申报接着办', withinDays: 3 },
  ReviewRequested: { title: '收到了，镇里派别的人再看', withinDays: 3 },
  ReviewersAssigned: { title: '定好了谁来再看一次', withinDays: 3 },
  ReviewAnswered: { title: '再看的结果出来了，点开看', outside: '有结果了，点开看', withinDays: 1 },
  RefusalDelivered: { title: '结果告知书送到了', withinDays: 1 },
  ObjectionFiled: { title: '有人提了意见，正在查', withinDays: 3 },
  ObjectionAnswered: { title: '意见查清了，接着办', withinDays: 3 },
  CaseReturned: { title: '上面让再看一看，接着办', withinDays: 3 },
  GreenChannelOpened: { title: '情况急，先帮后补手续', withinDays: 3 },
  CaseMerged: { title: '这家已有一件在办，合到一起了', withinDays: 3 },
  ReportTakenIn: { title: '有人也替您家报了，合到一起了', withinDays: 3 },
  CaseTransferred: { title: '您家的申报转到该办的村了', withinDays: 3 },
  CaseNotAccepted: { title: '这次没有收下，点开看原因', outside: '有结果了，点开看', withinDays: 1 },
  FalseStatementReported: { title: '有情况要核对，干部会来问您', outside: '有新消息，点开看', withinDays: 1 },
  FalseStatementDecided: { title: '情况核对过了', outside: '有新消息，点开看', withinDays: 3 },
  HouseholdRemoved: { title: '您家不再列入帮扶名单', outside: '有结果了，点开看', withinDays: 1 },
  AssistAnswered: null,
  AssistRequested: null,
  CaseArrived: null,
  DuplicateReleased: null,
  HelpPapersRecorded: null,
  HouseholdHeard: null,
  OwnWordsGiven: { title: '您说的话收到了，县里看过再定', withinDays: 3 },
  KinshipDeclared: null,
  VisitGivenBack: null,
  ObjectionInvestigated: null,
  ObjectionHandedUp: null,
  ObjectorTold: null,
  ObjectionRated: null,
  PapersCalledFor: null,
  ReviewFindingRecorded: null,
  SecondReturnAsked: null,
  SecondReturnDeclined: null,
  SiteChecked: null,
  CaseRated: null,
  MeasureRecorded: { title: '有一项帮扶办好了', withinDays: 3 },
};

/** Title of the family's inbox message, null when it is not told of this event. */
export function messageTitle(type: CaseEventType, caseNo: string): string | null {
  const told = FAMILY[type];
  return told === null ? null : `${told.title}（编号 ${caseNo}）`;
}

/** What follows from it, with its date; empty when nothing does. */
export function messageBody(type: CaseEventType, view: HouseholdCaseView): string {
  if (type === 'SupplementRequested' && view.missing.length > 0)
    return `还差：${view.missing.map(({ what }) => what).join('、')}。${byWhen(view.dueOn, '补上')}`;
  const next = nextStep(view);
  return next === '' ? '' : `${next}。`;
}

/** Days in which a family without an account must have been told. */
export function tellWithinDays(type: CaseEventType): number {
  return FAMILY[type]?.withinDays ?? 3;
}

/** What a messenger says at the door: the title as it is, for it speaks to the family. */
export function tellWords(type: CaseEventType, body: string): string {
  return `${FAMILY[type]?.title ?? ''}。${body}`;
}

/** What a case that comes to a desk waits for. */
const WAITS_FOR: Partial<Record<CaseState, string>> = {
  SUBMITTED: '申报了，等您收下',
  ACCEPTED: '等您去核实',
  VERIFYING: '等您去核实',
  DATA_CHECK: '等您查对信息',
  TRIAGE: '等您研判',
  PROPOSE_REJECT: '村里建议不列入，等您看',
  APPRAISAL: '等您开会评议',
  PUBLICITY: '等您张贴公示',
  TOWN_REVIEW: '等您审核',
  COUNTY_DECISION: '等您审定',
  ANNOUNCED: '等您公告',
};

/** What an office or a person on duty is told. Names stay inside the app. */
export const STAFF_TOLD = {
  DESK: {
    title: ({ headName, state }: Desk) => `${headName}家：${WAITS_FOR[state] ?? '到您这里了'}`,
    body: ({ dueOn }: Desk) => byWhen(dueOn, '办好'),
    outside: '有一户到您这里了',
  },
  WITHDRAWAL: {
    title: ({ headName }: Desk) => `${headName}家说不办了，请去确认`,
    body: () => '问清是不是本人的意思。',
    outside: '有一户说不办了，请去确认',
  },
  REMINDED: {
    title: ({ headName }: Desk) => `${headName}家催办了，请答复`,
    body: () => '一天内答复。',
    outside: '有一户催办了，请答复',
  },
  VERIFY: {
    title: ({ headName }: Desk) => `请去${headName}家看情况`,
    body: ({ dueOn }: Desk) => byWhen(dueOn, '去'),
    outside: '有一户请您去看情况',
  },
  TASK: {
    title: ({ headName }: Desk) => `请去${headName}家说一声`,
    body: ({ dueOn }: Desk) => `他家收不到手机消息。${byWhen(dueOn, '去')}`,
    outside: '有一家要您去说一声',
  },
  TASK_LATE: {
    title: ({ headName }: Desk) => `还没有人去${headName}家`,
    body: () => '网格员晚了，请村里去。',
    outside: '有一家还没有人去',
  },
} as const;

/** Clues are told of together, village by village: never a message a clue. */
export const CLUES_TOLD = {
  CLUES: {
    title: (count: number) => `有 ${count} 条新线索，请去看看`,
    body: (dueOn: string) => byWhen(dueOn, '答复'),
    outside: '有新线索，请去看看',
  },
  CLUES_LATE: {
    title: (count: number) => `${count} 条线索晚了，还没有答复`,
    body: () => '请今天去看，看过就答复。',
    outside: '有线索晚了，请看看',
  },
} as const;
export type CluesTold = keyof typeof CLUES_TOLD;

/** Problems that were found, and rounds of checks. */
export const FOUND_TOLD = {
  PROBLEMS: {
    title: (count: number) => `有 ${count} 个问题要改`,
    body: (dueOn: string) => `${byWhen(dueOn, '改好')}在待办里点“问题整改”，谁改谁认领。`,
    outside: '有问题要改，请去看看',
  },
  PROBLEMS_LATE: {
    title: (count: number) => `${count} 个问题晚了，还没销号`,
    body: (dueOn: string) => `本来${byWhen(dueOn, '改好')}在待办里点“问题整改”。`,
    outside: '有问题晚了，请看看',
  },
  CHECK: {
    title: (name: string) => `开始排查了：${name}`,
    body: (lastDay: string) => `${byWhen(lastDay, '查完')}在待办里点“集中排查”，当天记数。`,
    outside: '开始排查了，请看看',
  },
  CHECK_LATE: {
    title: (name: string) => `排查晚了：${name}`,
    body: () => '请查完、写报告，两个人签字。',
    outside: '排查晚了，请看看',
  },
  CHECKS_LATE: {
    title: (count: number) => `有 ${count} 个村排查晚了`,
    body: (name: string) => `这次是“${name}”。在待办里点“集中排查”看是哪些村。`,
    outside: '有村排查晚了，请看看',
  },
} as const;
export type FoundTold = keyof typeof FOUND_TOLD;

/** The follow-up of families on the list, told of village by village. */
export const FOLLOWS_TOLD = {
  FOLLOW_TASKS: {
    title: (families: number) => `${families} 户有事要办`,
    body: (dueOn: string) => byWhen(dueOn, '办好'),
    outside: '帮扶名单上有事要办',
  },
  FOLLOW_LATE: {
    title: (families: number) => `${families} 户的事晚了，还没有办`,
    body: () => '先办晚了的，办好写一句。',
    outside: '帮扶名单上有事晚了',
  },
  FAMILY_CHANGED: {
    title: (families: number) => `${families} 户说家里有变化`,
    body: (dueOn: string) => `去看一看，${byWhen(dueOn, '答复')}`,
    outside: '有农户说家里有变化',
  },
  CHANGE_WAITS: {
    title: (families: number) => `${families} 户的人口变动等您看`,
    body: (dueOn: string) => byWhen(dueOn, '答复'),
    outside: '有人口变动等您看',
  },
  QUARTER_OVER: {
    title: (families: number) => `${families} 户要填季度台账`,
    body: (dueOn: string) => byWhen(dueOn, '填好'),
    outside: '季度台账要填了',
  },
  QUARTER_LATE: {
    title: (families: number) => `${families} 户的季度台账晚了`,
    body: () => '请这两天去家里填好。',
    outside: '季度台账晚了',
  },
} as const;
export type FollowsTold = keyof typeof FOLLOWS_TOLD;

const BOARD_PHOTO = {
  START: '拍一张公示贴上去的样子。',
  END: '最后一天了，拍一张公示还在的样子。',
  CLEARED: '公示结束了，把纸撕下来，再拍一张公示栏。',
  REHANG: '名单有一行变了，换上新印的纸，再拍一张。',
};

/** Photos of the board that are missing. */
export const BOARD_TOLD = {
  BOARD: {
    title: (village: string) => `请去拍${village}的公示栏`,
    body: (what: keyof typeof BOARD_PHOTO) => BOARD_PHOTO[what],
    outside: '公示栏要拍照，请去一趟',
  },
  BOARD_LATE: {
    title: (village: string) => `${village}的公示栏还没有人去拍`,
    body: (what: keyof typeof BOARD_PHOTO) => BOARD_PHOTO[what],
    outside: '公示栏的照片晚了',
  },
  BOARD_NUDGE: {
    title: (village: string) => `上面催您：快去看${village}的公示栏`,
    body: (what: keyof typeof BOARD_PHOTO) => BOARD_PHOTO[what],
    outside: '上面催公示栏的照片，请去一趟',
  },
} as const;
export type BoardTold = keyof typeof BOARD_TOLD;

/** Somebody has been at the notices, past the procedure. */
export const CHAIN_TOLD = {
  CHAIN: {
    title: (count: number) => `公示核对出 ${count} 处不对，请马上查`,
    body: () => '有公示被改过、被删掉，或者是后来塞进来的。',
    outside: '公示核对出问题，请马上查',
  },
} as const;
export type ChainTold = keyof typeof CHAIN_TOLD;

/** A case in hand that came from a colleague or went to one. */
export const CLAIM_TOLD = {
  GIVEN: {
    title: ({ headName, who }: Handed) => `${who}把${headName}家这件交给您了`,
    body: (why: string) => `原因：${why}`,
    outside: '有一件交到您手上了',
  },
  TAKEN: {
    title: ({ headName, who }: Handed) => `${who}把${headName}家这件接过去了`,
    body: (why: string) => `原因：${why}`,
    outside: '有一件同事接过去了',
  },
} as const;

/** Somebody does not serve in an office any more: what others take up. */
export const SERVICE_TOLD = {
  SERVICE_ENDED: {
    title: (name: string) => `${name}不在这里办事了`,
    body: ({ returned, visits, families, errands }: Record<ServiceSum, number>) =>
      [
        returned > 0 ? `手上的 ${returned} 件放回了待办，谁有空谁领。` : '',
        visits > 0 ? `${visits} 户要另派人去看。` : '',
        families > 0 ? `${families} 户要另定联系人。` : '',
        errands > 0 ? `${errands} 趟跑腿要另找人。` : '',
      ].join('') || '手上没有要接的事。',
    outside: '有同事不在这里办事了',
  },
} as const;
type ServiceSum = 'returned' | 'visits' | 'families' | 'errands';
export type ServiceTold = keyof typeof SERVICE_TOLD;

interface Handed {
  headName: string;
  who: string;
}

export type ClaimTold = keyof typeof CLAIM_TOLD;

interface Desk {
  headName: string;
  state: CaseState;
  dueOn: string | null;
}

export type StaffTold = keyof typeof STAFF_TOLD;

/** Reminders of papers: to the family, and to whoever goes there when messages are not read. */
export const PAPERS_REMINDER = {
  title: '材料还没补齐，请补上',
  body: (dueOn: string | null) => `点开看还差什么。${byWhen(dueOn, '补上')}`,
  errand: (dueOn: string | null) => `他家还差材料，去帮着补一补。${byWhen(dueOn, '补上')}`,
};

/** The daily digest of what is late or nearly so. */
export const DIGEST = {
  title: (late: number, near: number) =>
    [late > 0 ? `${late} 件晚了` : '', near > 0 ? `${near} 件快到期` : ''].filter(Boolean).join('，'),
  body: (late: number) => (late > 0 ? '先办晚了的。' : ''),
};

/** Somebody asked that the own row of a notice be put right or taken off (domain.md 6.4): whom it waits for. */
export const ROW_TOLD = {
  ROW_ASKED: {
    title: (village: string) => `${village}有人要改名单上的一行`,
    body: (dueOn: string) => byWhen(dueOn, '先撤下'),
    outside: '有人要改名单上的一行',
  },
  ROW_FREEZE_LATE: {
    title: (village: string) => `${village}名单上那一行还没撤下`,
    body: () => '本来一个工作日内要撤下，晚了，请现在办。',
    outside: '名单上有一行还没撤下',
  },
  ROW_DECIDE_LATE: {
    title: (village: string) => `${village}名单上那一行还没有定`,
    body: () => '本来五个工作日内要定，晚了，请现在办。',
    outside: '名单上有一行还没有定',
  },
} as const;
export type RowTold = keyof typeof ROW_TOLD;

/** What the person of the row is told. */
export const ROW_ANSWERED = {
  ROW_FROZEN: { title: '名单上您家那一行先撤下了', body: '现在谁也看不到。五个工作日内告诉您怎么定。' },
  ROW_DECIDED: { title: '名单上您家那一行定了，点开看', body: '' },
} as const;
export type RowAnswered = keyof typeof ROW_ANSWERED;

/** Who follows a village is told that something hangs there, and of nobody. */
export const FOLLOWER_TOLD = {
  NOTICE_HANGS: { title: (village: string) => `${village}有新公示，点开看`, outside: '村里有新公示，点开看' },
} as const;
export type FollowerTold = keyof typeof FOLLOWER_TOLD;

/** What villagers are told who are no party to a case: nothing of it is somebody's secret. */
export const PUBLIC_TOLD = {
  OBJECTION_ANSWER: { title: '您提的意见有答复了' },
} as const;
export type PublicTold = keyof typeof PUBLIC_TOLD;

/** 明白卡 and what a family says of its lines: the sentences speak to the family. */
export const CARD_TOLD = {
  CARD: {
    title: '明白卡有新的一版，请看一遍、签个字',
    body: (lines: number) => `一共 ${lines} 项。有一项不对，点开就能说。`,
    outside: '明白卡有新的一版，请看看',
  },
} as const;
export type CardTold = keyof typeof CARD_TOLD;
/** The way off the register: what WeChat shows of it outside of the app. */
const EXIT_OUTSIDE = {
  EXIT_NEWS: '有新消息，点开看',
  EXIT_RESULT: '有结果了，点开看',
  EXIT_DESK: '名册上有一户到您这里了',
} as const;
export type ExitTold = keyof typeof EXIT_OUTSIDE;

/** 「没收到」「钱数不对」: to whoever answers, and back to the family. No name, no sum: others read a locked phone too. */
export const TICKETS_TOLD = {
  TICKET: {
    title: '有一家说补贴不对，请查一查',
    body: (dueOn: string) => byWhen(dueOn, '答复'),
    outside: '有一家说补贴不对，请查',
  },
  TICKET_AGAIN: {
    title: '答复过的一笔，这家说还是不对',
    body: (dueOn: string) => byWhen(dueOn, '再查一遍、答复'),
    outside: '有一家说还是不对，请查',
  },
  TICKET_LATE: {
    title: '有一笔补贴没按时答复',
    body: () => '请今天查清、答复这家。',
    outside: '有一笔答复晚了，请看看',
  },
  TICKET_ANSWER: {
    title: '您说不对的那一笔，有答复了',
    body: () => '还是不对，点开能再说一次。',
    outside: '您问的事有答复了',
  },
  TICKET_AMENDED: {
    title: '您说不对的那一笔，答复改了',
    body: () => '以前的答复错了，点开看新的。',
    outside: '您问的事，答复改了',
  },
} as const;
export type TicketsTold = keyof typeof TICKETS_TOLD;

/** Codes of messages that follow from no single event. */
export type TimerTold = 'PAPERS' | 'DIGEST';
const TIMER_OUTSIDE: Record<TimerTold, string> = {
  PAPERS: '材料还没补齐，请补上',
  DIGEST: '有几件要到期了',
};

/** Codes of messages that are of no single event of a family's case. */
export type ToldCode =
  | StaffTold
  | TimerTold
  | ClaimTold
  | CardTold
  | TicketsTold
  | CluesTold
  | FoundTold
  | FollowsTold
  | ChainTold
  | BoardTold
  | ServiceTold
  | ExitTold
  | RowTold
  | FollowerTold
  | RowAnswered
  | PublicTold
  | HelpTold;

/** What WeChat shows of a message, at most 20 characters, without a name in it. */
export function outsideWords(code: CaseEventType | ToldCode): string {
  if (code in PUBLIC_TOLD) return PUBLIC_TOLD[code as PublicTold].title;
  if (code in EXIT_OUTSIDE) return EXIT_OUTSIDE[code as ExitTold];
  if (code in FOLLOWER_TOLD) return FOLLOWER_TOLD[code as FollowerTold].outside;
  if (code in ROW_TOLD) return ROW_TOLD[code as RowTold].outside;
  if (code in ROW_ANSWERED) return ROW_ANSWERED[code as RowAnswered].title;
  if (code in HELP_TOLD) return HELP_TOLD[code as HelpTold].outside;
  if (code in SERVICE_TOLD) return SERVICE_TOLD[code as ServiceTold].outside;
  if (code === 'PAPERS' || code === 'DIGEST') return TIMER_OUTSIDE[code];
  if (code in TICKETS_TOLD) return TICKETS_TOLD[code as TicketsTold].outside;
  if (code in CARD_TOLD) return CARD_TOLD[code as CardTold].outside;
  if (code in BOARD_TOLD) return BOARD_TOLD[code as BoardTold].outside;
  if (code in CHAIN_TOLD) return CHAIN_TOLD[code as ChainTold].outside;
  if (code in FOLLOWS_TOLD) return FOLLOWS_TOLD[code as FollowsTold].outside;
  if (code in FOUND_TOLD) return FOUND_TOLD[code as FoundTold].outside;
  if (code in CLUES_TOLD) return CLUES_TOLD[code as CluesTold].outside;
  if (code in CLAIM_TOLD) return CLAIM_TOLD[code as ClaimTold].outside;
  if (code in STAFF_TOLD) return STAFF_TOLD[code as StaffTold].outside;
  const told = FAMILY[code as CaseEventType];
  return told?.outside ?? told?.title ?? '有新消息，点开看';
}

function byWhen(date: string | null, what: string): string {
  return date === null ? '' : `${day(date)}前${what}。`;
}
