/** Words about the help that a family gets: plan, measures, visits (domain.md 3.4, 3.5, 8; ux.md 6 for the family). */
import type { LocalDate } from '@shared/calendar';
import type {
  ConfirmWay,
  HelpWarningCode,
  MeasureKind,
  MeasureState,
  Owner,
  VisitWay,
} from '@shared/measures/codes';
import { day } from './format';
import { DEPARTMENT_LABELS } from './labels';

export const MEASURE_STATE_LABELS: Record<MeasureState, string> = {
  PLANNED: '已计划',
  CONFIRMED: '农户同意了',
  IN_PROGRESS: '正在办',
  LANDED: '办好了',
  EFFECTIVE: '见效了',
  CLOSED: '结束了',
  CANCELLED: '取消了',
  NOT_NEEDED: '不需要',
};

export const MEASURE_KIND_LABELS: Record<MeasureKind, string> = {
  DEVELOPMENT: '发展类',
  SAFETY: '保障类',
  SUPPORT: '支持类',
};

export const OWNER_LABELS: Record<Owner, string> = {
  ...DEPARTMENT_LABELS,
  HOUSING: '住建部门',
  WATER: '水利部门',
  HEALTH: '卫生健康部门',
  AGRICULTURE: '农业农村部门',
  EMERGENCY: '应急部门',
  TOWN: '镇里',
  VILLAGE: '村里',
  OTHER: '其他单位',
};

export const CONFIRM_WAY_LABELS: Record<ConfirmWay, string> = {
  TICK: '手机上点了',
  VOICE: '说了一段话',
  SIGNATURE: '手机上签了名',
  PAPER: '纸上签了名',
  FINGERPRINT: '按了手印',
};

export const VISIT_WAY_LABELS: Record<VisitWay, string> = {
  HOME: '上门',
  PHONE: '打电话',
  VIDEO: '视频',
};

/** What is missing, as staff read it; the name of the risk or the measure goes in front where there is one. */
export const HELP_WARNING_LABELS: Record<HelpWarningCode, string> = {
  NO_HELPER: '还没有定联系人',
  NO_PLAN: '帮扶计划还没有签',
  NO_MEASURE: '还没有一项帮扶办好',
  NO_DEVELOPMENT: '有劳动力，还没有发展类帮扶办好',
  ONLY_SAFETY_NET: '有劳动力，却只有保障类帮扶',
  RISK_NEEDS: '这个难处必须有的帮扶还没有',
  RISK_WITHOUT_MEASURE: '这个难处还没有对应的帮扶',
  DIBAO_WITHOUT_COM: '有低保或特困，没有登记综合保障',
  JOB_WITHOUT_LABOUR: '就业帮扶给了没有劳动力的人',
  POST_UNDER_16: '公益岗给了不满 16 岁的人',
  OVERDUE: '过了说好的日子还没办好',
  PAPERS_MISSING: '先帮后补，手续还没补',
  NOT_RECEIVED: '农户说没收到',
  VISIT_LATE: '该走访的还没走访',
  NEW_RISK_TOLD: '走访发现新难处，计划要重定',
};

/** What people are told of a family's help. The inbox has the whole, a locked phone the title without a name. */
export const HELP_TOLD = {
  HELPER: {
    title: (name: string) => `定了${name}联系您家`,
    body: (phone: string) => `有事可以打 ${phone}。`,
    outside: '定了谁联系您家',
  },
  PLAN: { title: '帮您家的计划写好了，请看', body: '看过没有不对，就点同意。', outside: '有新消息，点开看' },
  LANDED: {
    title: (name: string) => `${name}办好了，请看收到没有`,
    body: '收到了点收到，没有就点没收到。',
    outside: '有一项办好了，请看',
  },
  NOT_RECEIVED: {
    title: ({ headName, name }: { headName: string; name: string }) => `${headName}家说${name}没收到`,
    body: '去问清楚，办好再登记一次。',
    outside: '有一户说没收到',
  },
  ASSIGNED: {
    title: (headName: string) => `请您联系${headName}家`,
    body: '先上门看看，再一起定计划。',
    outside: '有一户请您联系',
  },
  NEW_RISK: {
    title: (headName: string) => `${headName}家有新难处`,
    body: '看看走访写了什么，把计划重新定一下。',
    outside: '有一户有新难处',
  },
  READY: {
    title: (headName: string) => `${headName}家的难处没有了`,
    body: '看看够不够条件，够了再走消除。',
    outside: '有一户可以看一看',
  },
  LATE: {
    title: (headName: string) => `${headName}家的帮扶有事过期了`,
    body: (what: string, on: LocalDate) => `${what}，原定${day(on)}前。`,
    outside: '有一户的帮扶过期了',
  },
} as const;
export type HelpTold = keyof typeof HELP_TOLD;

/** What a messenger says or asks at the door of a family without a phone. */
export const HELP_ERRAND = {
  HELPER: (name: string) => `告诉他家：定了${name}联系。`,
  PLAN: '帮扶计划写好了，念给他家听，同意就签字。',
  LANDED: (name: string) => `${name}办好了，问收到没有，请他家签字。`,
} as const;
