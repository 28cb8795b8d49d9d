/** Policies in plain words: why yes, why not, what is asked, how much. Made from the rule itself, never beside it. */
import type {
  AfterElimination,
  Amount,
  AmountLine,
  AmountUnit,
  Fact,
  FactValue,
  Frequency,
  PolicyCategory,
  Reason,
} from '@shared/policies';
import { yuan } from './format';

/** How a fact is said. A flag is said when it is so and when it is not; another by value. `ask` is put to the family. */
interface Said {
  yes?: string;
  no?: string;
  values?: Record<string, string>;
  /** null: nobody asks a family this. */
  ask: string | null;
}

/** Behind 「您家」 for the family's facts, behind the name for a person's. */
const SAID: Record<Fact, Said> = {
  monitored: { yes: '在帮扶名单上', no: '不在帮扶名单上', ask: null },
  lifted: { yes: '是脱贫户', no: '不是脱贫户', ask: '您家是脱贫户吗？' },
  dibao: { yes: '有低保', no: '没有低保', ask: '您家有低保吗？' },
  belowDibaoLine: { yes: '收入比低保标准低', no: '收入比低保标准高', ask: null },
  tekun: { yes: '是特困', no: '不是特困', ask: '您家有人是特困吗？' },
  edge: { yes: '是低保边缘家庭', no: '不是低保边缘家庭', ask: null },
  rigidFamily: { yes: '必须花的钱太多', no: '没有认定必须花的钱太多', ask: null },
  relocated: { yes: '是搬到安置点的', no: '不是搬到安置点的', ask: '您家是搬到安置点住的吗？' },
  reservoirMigrant: { yes: '是水库移民', no: '不是水库移民', ask: '您家是因为修水库搬来的吗？' },
  houseGrade: {
    values: {
      A: '房子是安全的',
      B: '房子基本安全',
      C: '房子有一部分危险',
      D: '整栋房子危险',
      NO_HOUSE: '没有自己的房子',
    },
    ask: null,
  },
  waterProblem: { yes: '吃水有困难', no: '吃水没有困难', ask: '您家吃水有困难吗？' },
  disasterHit: { yes: '遭了灾', no: '没有遭灾', ask: '您家今年遭过灾吗？' },
  suddenTrouble: { yes: '突然遇到了难处', no: '没有突然遇到难处', ask: '您家今年突然遇到过大难处吗？' },
  heavyMedicalCost: {
    yes: '一年里自己出的看病钱很多',
    no: '一年里自己出的看病钱不多',
    ask: '您家一年里自己出的看病钱多吗？',
  },
  contractedLand: { yes: '有承包地', no: '没有承包地', ask: '您家有承包地吗？' },
  growsGrain: { yes: '种粮食', no: '没有种粮食', ask: '您家种玉米、大豆或稻谷吗？' },
  raisesForSale: { yes: '自己养、自己种来卖', no: '没有养、没有种来卖', ask: '您家有养的、种的拿去卖吗？' },
  yardForSale: {
    yes: '在院子里种、养来卖',
    no: '院子里没有种、养来卖',
    ask: '您家院子里种的、养的拿去卖吗？',
  },
  insuresCrops: {
    yes: '给庄稼或牲口上保险',
    no: '没有给庄稼、牲口上保险',
    ask: '您家给庄稼、牲口上保险吗？',
  },
  boughtMachine: { yes: '买了农机', no: '没有买农机', ask: '您家今年买农机了吗？' },
  grassland: { yes: '承包了草场', no: '没有承包草场', ask: '您家承包草场吗？' },
  returnedForest: { yes: '有退耕种树的地', no: '没有退耕种树的地', ask: '您家有退耕种树的地吗？' },
  publicForest: { yes: '有公益林', no: '没有公益林', ask: '您家的林子划成公益林了吗？' },
  villageAssets: { yes: '在村里的分红名单上', no: '不在村里的分红名单上', ask: null },
  age: { ask: null },
  school: {
    values: {
      NOT: '没有在上学',
      PRESCHOOL: '在上幼儿园',
      PRIMARY: '在上小学',
      JUNIOR: '在上初中',
      SENIOR: '在上高中',
      VOCATIONAL: '在上中职',
      COLLEGE: '在上大学或高职',
      SUSPENDED: '休学了',
      DROPPED: '没有接着上学',
    },
    ask: null,
  },
  higherVocational: { yes: '上的是高职', no: '上的不是高职', ask: '上的是高职吗？' },
  boards: { yes: '住校', no: '不住校', ask: '住校吗？' },
  disability: {
    values: {
      NONE: '没有残疾人证',
      G1: '是一级残疾',
      G2: '是二级残疾',
      G3: '是三级残疾',
      G4: '是四级残疾',
    },
    ask: null,
  },
  chronicCard: { yes: '办了慢病证', no: '没有办慢病证', ask: '有没有办慢病证？' },
  seriousIllness: { yes: '得了大病', no: '没有得大病', ask: null },
  careNeeded: { yes: '要人照顾', no: '能自己照顾自己', ask: '平时要人照顾吗？' },
  orphan: { yes: '父母不在或没法养', no: '有父母养', ask: null },
  labour: {
    values: {
      NORMAL: '能干活',
      SKILLED: '有手艺',
      WEAK: '能干些轻活',
      LOST: '干不了活了',
      NONE: '不能干活',
    },
    ask: null,
  },
  workArea: {
    values: { NONE: '没有出去干活', COUNTY: '在县里干活', PROVINCE: '在省里别的县干活', AWAY: '在外省干活' },
    ask: null,
  },
  wagesOwed: { yes: '工钱被拖欠', no: '工钱没有被拖欠', ask: '有没有被拖欠工钱？' },
  insured: { yes: '交了医保', no: '没有交医保', ask: '今年交医保了吗？' },
  paysPension: { yes: '交过居民养老保险', no: '没有交过居民养老保险', ask: '交过居民养老保险吗？' },
  veteran: { yes: '当过兵或是烈士家人', no: '没有当过兵', ask: '当过兵，或者是烈士家人吗？' },
  plannedFamily: {
    yes: '只有一个孩子或两个女儿',
    no: '不是只有一个孩子或两个女儿',
    ask: '是不是只有一个孩子，或者两个女儿？',
  },
  wheelchairVehicle: { yes: '有机动轮椅车', no: '没有机动轮椅车', ask: '有机动轮椅车吗？' },
};

/** Whether a family can be asked a fact: one question with three answers (ux.md, page 09). */
export const canAsk = (fact: Fact): boolean => SAID[fact].ask !== null;

/** The question, with the person's name before it. */
export function policyQuestion(fact: Fact, name: string | null): string {
  const { ask } = SAID[fact];
  if (ask === null) return '';
  return name === null ? ask : `${name}${ask}`;
}

/** One fact as it is, without who: 「在上高职」. */
export function factPhrase(fact: Fact, value: FactValue): string {
  const said = SAID[fact];
  if (typeof value === 'boolean') return (value ? said.yes : said.no) ?? '';
  if (typeof value === 'number') return `${value} 岁`;
  return said.values?.[value] ?? '';
}

/**
 * Why the answer is what it is, from the very facts that decided: one sentence for the person, one for the family, each
 * short enough to be read aloud.
 */
export function reasonSentences(
  reasons: readonly Reason[],
  name: string | null,
  ofFamily: (fact: Fact) => boolean,
): string[] {
  const own = reasons.filter(({ fact }) => !ofFamily(fact)).map(phraseOf);
  const family = reasons.filter(({ fact }) => ofFamily(fact)).map(phraseOf);
  return [...sentences(name ?? '', own), ...sentences('您家', family)];
}

const phraseOf = ({ fact, value }: Reason): string => factPhrase(fact, value);

const LONGEST = 33;

/** 「田晓雨在上高职，住校。」; a new sentence where one would grow too long. */
function sentences(who: string, phrases: readonly string[]): string[] {
  const lines: string[] = [];
  for (const phrase of phrases) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + phrase.length + 1 <= LONGEST)
      lines[lines.length - 1] = `${last}，${phrase}`;
    // 「田有福 52 岁」, as everywhere a number stands apart from words.
    else lines.push(/^\d/.test(phrase) && who !== '' ? `${who} ${phrase}` : `${who}${phrase}`);
  }
  return lines.map((line) => `${line}。`);
}

export const AMOUNT_UNIT_LABELS: Record<AmountUnit, string> = {
  PERSON_YEAR: '每人每年',
  PERSON_SEMESTER: '每人每学期',
  PERSON_MONTH: '每人每月',
  PERSON_DAY: '每人每天',
  PERSON: '每人',
  HOUSEHOLD: '每户',
  HOUSEHOLD_YEAR: '每户每年',
  MU_YEAR: '每亩每年',
  HEAD_OF_STOCK: '每头（只）',
  LOAN: '一次贷款',
};

/** 「小学：每人每年 1,250 元」 */
export function amountLine({ label, fen, toFen, unit }: AmountLine): string {
  const sum = toFen === null ? `${yuan(fen)} 元` : `${yuan(fen)} 到 ${yuan(toFen)} 元`;
  return `${label === '' ? '' : `${label}：`}${AMOUNT_UNIT_LABELS[unit]} ${sum}`;
}

/**
 * How much, in lines. An example says where and when it was so and that the own county's notice counts, until that
 * county has confirmed its own amount (domain.md 7).
 */
export function amountLines(amount: Amount): string[] {
  if (amount.kind === 'LOCAL') return ['钱数由县里定，以通知为准。'];
  if (amount.kind !== 'MONEY') return [amount.words];
  const lines = amount.lines.map(amountLine);
  if (amount.example === null) return lines;
  const { place, year } = amount.example;
  return [`比如${place} ${year}年：`, ...lines, '您这里多少，以县里的通知为准。'];
}

export const FREQUENCY_LABELS: Record<Frequency, string> = {
  MONTHLY: '每月',
  QUARTERLY: '每季度',
  SEMESTER: '每学期',
  YEARLY: '每年一次',
  ONCE: '一次',
  PROJECT: '按项目',
  PER_BILL: '每次看病',
  DAILY: '每天',
  SERVICE: '随时',
};

export const AFTER_ELIMINATION_WORDS: Record<AfterElimination, string> = {
  CONTINUE_TO_TERM: '难处解决后，到期为止。',
  STOP_NEXT_PERIOD: '难处解决后，下一期不再发。',
  STOP: '难处解决后就停。',
  UNAFFECTED: '难处解决后照样有。',
};

export const POLICY_CATEGORY_LABELS: Record<PolicyCategory, string> = {
  EDUCATION: '上学',
  HEALTH: '看病',
  INSURANCE: '保险',
  HOUSING: '住房',
  WATER: '吃水',
  JOBS: '干活',
  FARMING: '种养',
  FINANCE: '贷款',
  LAND: '种地补贴',
  NATURE: '林草补贴',
  SAFETY_NET: '生活保障',
  DISABILITY: '残疾人',
  CHILDREN: '儿童',
  ELDERLY: '老人',
  PLANNED_FAMILY: '计生',
  VETERANS: '退役军人',
  EMERGENCY: '救灾',
  RELOCATION: '搬迁',
  SOCIETY: '社会帮扶',
  SERVICE: '法律服务',
};
