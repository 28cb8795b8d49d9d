/** The fields of a county's procedure as its staff read them: name, unit, group. No schema, so that a phone carries it. */
import type { AssetFlag } from '@shared/casework';
import type { BudgetStep, Profile, StepKey } from '@shared/procedure';
import { type NoticeKind, TIMED_NOTICES } from '@shared/publicity/codes';
import { money } from './format';
import { exemptionLabel, FLAG_LABELS } from './staff-labels';

export const PROFILE_GROUPS = {
  LIMITS: '期限',
  LINE: '收入线',
  PUBLICITY: '公示',
  MEETING: '核实和评议',
  CHECK: '比对',
  TRIGGERS: '触发提示',
  NAMES: '名称',
  AFTER: '纳入以后',
} as const;
export type ProfileGroup = keyof typeof PROFILE_GROUPS;

export interface ProfileField {
  /** Dotted place in the profile; `assetFlags.CAR.level` and `.exemptions` name one flag of the list. */
  path: string;
  group: ProfileGroup;
  label: string;
  unit?: string;
  /** SHARE is a part of 1, shown in percent. YUAN is kept in fen. */
  kind: 'NUMBER' | 'YUAN' | 'SHARE' | 'TEXT' | 'YES_NO' | 'ONE' | 'SOME';
  choices?: Readonly<Record<string, string>>;
  optional?: boolean;
}

/** What the form calls each step; the same words as in a preview. */
export const PROFILE_STEPS: Record<StepKey | 'post', string> = {
  accept: '受理',
  verify: '入户核实',
  dataCheck: '信息比对',
  triage: '综合研判',
  appraisal: '村里评议',
  post: '张贴公示',
  publicity: '公示期满',
  town: '镇级审核',
  county: '县级审定',
  announce: '公告',
  enrol: '录入建档',
  supplement: '农户补材料',
  objection: '异议核查',
  propose_reject: '镇里复看不纳入',
  refusalNotice: '不纳入告知书',
  review: '复核',
  reviewFiling: '农户要求复核',
  reopen: '逾期后重新办',
  transfer: '转办',
  assist: '外地帮忙核实',
  sameFacts: '同样的事不用再核',
  helpPapers: '先帮扶、后补手续',
  elimVerify: '风险消除入户核实',
  elimAppraisal: '风险消除评议',
  elimTown: '风险消除镇级验收',
  elimCounty: '风险消除县级审定',
  elimMark: '标注风险消除、公告',
};

const DAY_UNITS = { NATURAL: '天', WORKING: '个工作日' };

/** What offices call each kind of notice. */
export const NOTICE_LABELS: Record<NoticeKind, string> = {
  PROPOSED_INCLUSION: '拟纳入公示',
  RESULT_ANNOUNCEMENT: '纳入公告',
  PROPOSED_ELIMINATION: '风险消除公示',
  ELIMINATION_RESULT: '风险消除公告',
  PROPOSED_ROLLBACK: '回退公示',
  ROLLBACK_RESULT: '回退公告',
  MEASURES_LANDED: '帮扶措施公示',
  SUBSIDY_PAYMENTS: '补贴发放公示',
  VILLAGE_NOTICE: '村里的通知',
};

/** Publicity has its days in its own group; both places must say the same. */
type LimitStep = Exclude<StepKey, 'publicity'>;
const LIMIT_STEPS: readonly LimitStep[] = [
  'accept',
  'verify',
  'dataCheck',
  'triage',
  'appraisal',
  'town',
  'county',
  'announce',
  'enrol',
  'supplement',
  'objection',
  'propose_reject',
  'refusalNotice',
  'review',
  'reviewFiling',
  'reopen',
  'transfer',
  'assist',
  'sameFacts',
  'helpPapers',
  'elimVerify',
  'elimAppraisal',
  'elimTown',
  'elimCounty',
  'elimMark',
];
const BUDGET: readonly BudgetStep[] = [
  'accept',
  'verify',
  'dataCheck',
  'triage',
  'appraisal',
  'publicity',
  'town',
  'county',
];

const FLAG_LEVELS = { NONE: '不看', SOFT: '提醒', HARD: '严格' };

type Short = Omit<ProfileField, 'group' | 'path' | 'label' | 'kind'>;

function fields(
  group: ProfileGroup,
  ...rows: [path: string, label: string, kind: ProfileField['kind'], more?: Short][]
): ProfileField[] {
  return rows.map(([path, label, kind, more]) => ({ path, group, label, kind, ...more }));
}

const days: Short = { unit: '天' };
const percent: Short = { unit: '%' };

export const PROFILE_FIELDS: readonly ProfileField[] = [
  ...fields(
    'LIMITS',
    ['clock.capDays', '总期限', 'NUMBER', { unit: '天' }],
    ['clock.unit', '总期限按', 'ONE', { choices: DAY_UNITS }],
    ['clock.warnAt', '用到多少就提醒', 'SHARE', percent],
    [
      'clock.pauseOn',
      '什么时候停表',
      'SOME',
      { choices: { SUPPLEMENT: '农户补材料', OBJECTION: '异议核查', DISPUTED_CHECK: '部门重新答复' } },
    ],
  ),
  ...LIMIT_STEPS.flatMap((step) =>
    fields(
      'LIMITS',
      [`steps.${step}.limit`, `${PROFILE_STEPS[step]}，几天内`, 'NUMBER', days],
      [`steps.${step}.unit`, `${PROFILE_STEPS[step]}按`, 'ONE', { choices: DAY_UNITS }],
    ),
  ),
  ...BUDGET.flatMap((step) =>
    fields('LIMITS', [`budget.${step}`, `${PROFILE_STEPS[step]}，排在第几天`, 'NUMBER', { unit: '天' }]),
  ),
  // Last, so that each limit stands beside its unit in the form's two columns.
  ...fields('LIMITS', [
    'clock.greenFrom',
    '绿色通道从哪天算起',
    'ONE',
    { choices: { HELP: '先帮扶的那天', CLUE: '报上来的那天' } },
  ]),
  ...fields(
    'LINE',
    ['line.perCapitaFen', '收入线（人均一年）', 'YUAN', { unit: '元' }],
    ['line.basis', '收入线怎么定', 'ONE', { choices: { absolute: '定金额', dibaoMultiple: '按低保的倍数' } }],
    ['line.multiple', '低保的几倍', 'NUMBER', { unit: '倍', optional: true }],
    ['line.source', '依据的文件', 'TEXT'],
    ['incomeWindow.annual', '年度收入算哪一段', 'TEXT'],
    ['netReference.enabled', '算扣支出后的收入', 'YES_NO'],
    ['netReference.addClaims', '理赔的钱算进去', 'YES_NO'],
    ['netReference.countOutOfCatalogueMedical', '目录外看病的钱能扣', 'YES_NO'],
    ['netReference.countEducationAid', '教育资助算收入', 'YES_NO'],
    [
      'netReference.localRigid',
      '本县另外能扣的',
      'SOME',
      { choices: { M4: '看病路费住宿', L1: '护工、照护', P1: '产业失败损失' } },
    ],
    ['netReference.studentLivingCapFen', '学生生活费最多扣', 'YUAN', { unit: '元' }],
  ),
  ...fields(
    'PUBLICITY',
    ['publicity.days', '公示', 'NUMBER', days],
    ['publicity.unit', '公示按', 'ONE', { choices: DAY_UNITS }],
    ['publicity.once', '只公示一次', 'YES_NO'],
    [
      'publicity.place',
      '在哪里公示',
      'SOME',
      { choices: { VILLAGE_BOARD: '村里公示栏', MINIAPP_VILLAGE: '小程序' } },
    ],
    ['publicity.riskLabel', '公示上写不写困难', 'ONE', { choices: { OMIT: '不写', GENERAL: '只写大类' } }],
    ['publicity.nameOnline', '网上的名字', 'ONE', { choices: { MASK: '遮一个字', FULL: '写全名' } }],
    ['elimination.publicityDays', '风险消除公示', 'NUMBER', days],
    [
      'notices.fields',
      '名单上另外写哪些',
      'SOME',
      {
        choices: {
          category: '对象类别',
          decidedOn: '县里定的日子',
          quantity: '补贴数量',
          amountFen: '补贴金额',
        },
        optional: true,
      },
    ],
  ),
  ...TIMED_NOTICES.flatMap((kind) =>
    fields(
      'PUBLICITY',
      [`notices.days.${kind}.limit`, NOTICE_LABELS[kind], 'NUMBER', { ...days, optional: true }],
      [
        `notices.days.${kind}.unit`,
        `${NOTICE_LABELS[kind]}按`,
        'ONE',
        { choices: DAY_UNITS, optional: true },
      ],
    ),
  ),
  ...fields(
    'MEETING',
    ['verification.minSigners', '入户核实几人签名', 'NUMBER', { unit: '人' }],
    ['appraisal.quorum', '评议会至少到会', 'NUMBER', { unit: '人' }],
    ['appraisal.oddOnly', '到会人数要单数', 'YES_NO'],
    ['appraisal.minVillagerShare', '村民代表至少占', 'SHARE', { unit: '%', optional: true }],
  ),
  ...(Object.keys(FLAG_LABELS) as AssetFlag[]).flatMap((flag) =>
    fields(
      'CHECK',
      [`assetFlags.${flag}.level`, FLAG_LABELS[flag], 'ONE', { choices: FLAG_LEVELS }],
      [`assetFlags.${flag}.exemptions`, `${FLAG_LABELS[flag]}，哪些可以不算`, 'SOME'],
    ),
  ),
  ...fields(
    'CHECK',
    ['bankConsent', '查存款的同意', 'ONE', { choices: { SEPARATE: '单独问', CONDITION: '和别的一起签' } }],
    ['jointCivilAffairs', '和民政一起办', 'YES_NO'],
    ['comparison.approvalAbove', '查对名单超过这么多人要另一人同意', 'NUMBER', { unit: '人' }],
    ['idPhotos', '身份证照片自动认字', 'YES_NO', { optional: true }],
  ),
  ...fields(
    'TRIGGERS',
    ['triggers.medicalSelfPaidFen', '自付看病达到', 'YUAN', { unit: '元' }],
    ['triggers.incomeDropPct', '收入比上年少', 'NUMBER', percent],
    ['triggers.waterCutDays', '断水超过', 'NUMBER', days],
    ['triggers.fourGroups', '提示四类重点户', 'YES_NO'],
    ['clues.answerDays', '村里几天内答复线索', 'NUMBER', days],
    ['tickets.answerDays', '农户说补贴不对，几天内答复', 'NUMBER', days],
    ['clues.againDays', '同一个人同一件事几天内不再交', 'NUMBER', days],
  ),
  ...fields(
    'NAMES',
    ['name', '这套办法叫', 'TEXT'],
    ['year', '年份', 'NUMBER', { unit: '年' }],
    ['names.object', '帮扶对象叫', 'TEXT'],
    ['names.authority', '主管部门', 'TEXT'],
    ['names.plan', '工作方案', 'TEXT'],
    ['names.hotline', '热线电话', 'TEXT'],
    ['family.lookerNames', '农户看得到谁查过', 'YES_NO'],
  ),
  ...fields(
    'AFTER',
    ['support.helperDays', '定帮扶联系人', 'NUMBER', days],
    ['support.helperCap', '一人最多联系', 'NUMBER', { unit: '户' }],
    ['support.planDays', '定帮扶计划', 'NUMBER', days],
    ['support.firstMeasureDays', '第一项帮扶落地', 'NUMBER', days],
    ['support.developmentalMonths', '发展类帮扶最长', 'NUMBER', { unit: '个月' }],
    ['elimination.minMonths', '纳入多久才能消除', 'NUMBER', { unit: '个月' }],
    ['elimination.minLandedMeasures', '消除前至少落地', 'NUMBER', { unit: '项' }],
    ['elimination.blockNoLabour', '没劳动力的不消除', 'YES_NO'],
    ['elimination.observeMonths', '消除后再看', 'NUMBER', { unit: '个月' }],
    ['visits.monthly', '每月走访', 'NUMBER', { unit: '次' }],
    ['visits.quarterlyLedger', '每季记台账', 'YES_NO'],
    ['freeze', '系统每年停录的日子', 'TEXT'],
    ['targets.incomeGrowthPct', '收入增长目标', 'NUMBER', percent],
    ['targets.insuredAllPct', '全体参保目标', 'NUMBER', percent],
    ['targets.insuredKeyPct', '重点户参保目标', 'NUMBER', percent],
  ),
];

/** What stands beside a value that a county never wrote: later code asks for it, and it came from the default. */
export const FILLED_WORDS = '由系统补上';

/** The fields of the form whose values were filled in, of the places that `fillIn` names. Publicity's days stand once. */
export function filledFields(filled: readonly string[]): ProfileField[] {
  return PROFILE_FIELDS.filter(({ path }) => filled.some((at) => path === at || path.startsWith(`${at}.`)));
}

/** A value of a profile as the form holds it. */
export type ProfileValue = string | number | boolean | readonly string[] | undefined;

type Doc = Record<string, unknown>;
type FlagRule = Profile['assetFlags'][number];

const FLAG_PATH = /^assetFlags\.([A-Z_]+)\.(level|exemptions)$/;

/** What stands at a field's place; undefined when nothing does. */
export function profileValue(profile: Profile, path: string): ProfileValue {
  const [, flag, part] = FLAG_PATH.exec(path) ?? [];
  if (flag !== undefined) {
    const rule = profile.assetFlags.find(({ code }) => code === flag);
    return part === 'level' ? (rule?.level ?? 'NONE') : (rule?.exemptions ?? []);
  }
  const found = path
    .split('.')
    .reduce<unknown>((value, key) => (value as Doc | undefined)?.[key], profile as unknown);
  return found as ProfileValue;
}

/** The same profile with another value at a field's place. Publicity's days stand in two places and stay alike. */
export function withProfileValue(profile: Profile, path: string, value: ProfileValue): Profile {
  const [, flag, part] = FLAG_PATH.exec(path) ?? [];
  if (flag !== undefined) return { ...profile, assetFlags: withFlag(profile.assetFlags, flag, part, value) };
  const changed = setAt(profile as unknown as Doc, path.split('.'), value) as unknown as Profile;
  const { days: limit, unit } = changed.publicity;
  return { ...changed, steps: { ...changed.steps, publicity: { limit, unit } } };
}

function setAt(doc: Doc, [key = '', ...rest]: readonly string[], value: ProfileValue): Doc {
  if (rest.length > 0) return { ...doc, [key]: setAt((doc[key] as Doc | undefined) ?? {}, rest, value) };
  const { [key]: _, ...others } = doc;
  return value === undefined ? others : { ...doc, [key]: value };
}

function withFlag(
  rules: readonly FlagRule[],
  flag: string,
  part: string | undefined,
  value: ProfileValue,
): FlagRule[] {
  const code = flag as AssetFlag;
  const before = rules.find((rule) => rule.code === code);
  if (part === 'level' && value === 'NONE') return rules.filter((rule) => rule.code !== code);
  const after = { code, level: 'SOFT' as const, exemptions: [], ...before, [part ?? '']: value } as FlagRule;
  if (before === undefined) return part === 'level' ? [...rules, after] : [...rules];
  return rules.map((rule) => (rule.code === code ? after : rule));
}

const listed = (words: readonly string[]) => (words.length === 0 ? '没有' : words.join('、'));

/** A value in words with its unit: 「15 天」「10,000 元」「不写」. */
export function profileWords({ kind, unit, choices, path }: ProfileField, value: ProfileValue): string {
  if (value === undefined || value === '') return '没有写';
  switch (kind) {
    case 'NUMBER':
      return `${value} ${unit ?? ''}`.trim();
    case 'YUAN':
      return money(Number(value));
    case 'SHARE':
      return `${Math.round(Number(value) * 1000) / 10} %`;
    case 'YES_NO':
      return value === true ? '是' : '不是';
    case 'ONE':
      return choices?.[String(value)] ?? String(value);
    case 'SOME': {
      const name = path.startsWith('assetFlags') ? exemptionLabel : (code: string) => choices?.[code] ?? code;
      return listed((value as readonly string[]).map(name));
    }
    case 'TEXT':
      return String(value);
  }
}

export interface ProfileChange {
  path: string;
  group: ProfileGroup;
  label: string;
  before: string;
  after: string;
}

/** What differs between two profiles, in the order of the form and in its words. */
export function profileChanges(before: Profile, after: Profile): ProfileChange[] {
  return PROFILE_FIELDS.flatMap((field) => {
    const { path, group, label } = field;
    const old = profileWords(field, profileValue(before, path));
    const now = profileWords(field, profileValue(after, path));
    return old === now ? [] : [{ path, group, label, before: old, after: now }];
  });
}

/** The name under which the form shows a place of the profile; the place itself when the form does not know it. */
export function profileLabel(path: string): string {
  return PROFILE_FIELDS.find((field) => field.path === path)?.label ?? path;
}
