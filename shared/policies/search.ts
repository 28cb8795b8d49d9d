import type { PolicyCategory } from './record';

/** What is looked through of a policy. */
export interface Sought {
  code: string;
  name: string;
  /** Label of the shelf. */
  category: string;
  summary: string;
  how: string;
}

/** Everyday words, and the shelves or policies that people mean by them (domain.md 7). */
const MEANT: readonly (readonly [words: string, of: readonly (PolicyCategory | string)[]])[] = [
  ['看病 住院 生病 大病 手术 医院 医药费 报销 吃药 慢病 医生', ['HEALTH']],
  ['上学 念书 读书 学费 学校 大学 高中 中职 幼儿园 孩子上学 助学 书费', ['EDUCATION']],
  ['房子 盖房 修房 漏雨 危房 塌 墙裂', ['HOUSING']],
  ['水 吃水 打井 水管 自来水', ['WATER']],
  ['打工 干活 务工 找活 工作 上班 路费 车票 工钱 欠薪 学手艺 培训', ['JOBS', 'SERVICE']],
  ['养牛 养羊 养猪 养鸡 种菜 大棚 合作社 院子', ['FARMING']],
  ['贷款 借钱 本钱 利息', ['FINANCE']],
  ['种地 地 粮食 玉米 大豆 农机 拖拉机', ['LAND']],
  ['草场 草原 林子 树 护林', ['NATURE', 'JOB-03']],
  ['没钱 没饭吃 低保 五保 生活费 困难 救急 急用钱', ['SAFETY_NET']],
  ['残疾 轮椅 残疾证 腿脚 瘫痪', ['DISABILITY', 'HEA-03']],
  ['孩子 孤儿 没爹 没妈 没人管', ['CHILDREN']],
  ['老人 养老 老年 高龄 八十岁 失能 没人照顾', ['ELDERLY']],
  ['保险 受灾赔 绝收', ['INSURANCE']],
  ['独生 计生 计划生育', ['PLANNED_FAMILY']],
  ['当兵 退伍 烈士 军人', ['VETERANS']],
  ['火灾 着火 水灾 洪水 下雪 地震 灾', ['EMERGENCY', 'SAFETY_NET']],
  ['搬家 搬迁 移民 水库', ['RELOCATION']],
  ['打官司 律师 法院 讨薪', ['SERVICE']],
  ['捐 卖东西 销路', ['SOCIETY']],
];

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/**
 * Policies for what somebody wrote in everyday words: those that are called so first, then those whose sentences say it,
 * then those that people mean by it. All of them in their order for an empty text; labels are those of the shelves.
 */
export function searchPolicies<P extends Sought>(
  policies: readonly P[],
  text: string,
  labels: Readonly<Record<PolicyCategory, string>>,
): P[] {
  const words = text
    .trim()
    .split(/[\s，,、。]+/)
    .map(plain)
    .filter(Boolean);
  if (words.length === 0) return [...policies];
  const ranked = policies.flatMap((policy) => {
    const ranks = words.map((word) => rankOf(policy, word, labels));
    return ranks.includes(NONE) ? [] : [{ policy, rank: Math.max(...ranks) }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ policy }) => policy);
}

const NONE = 9;

function rankOf(policy: Sought, word: string, labels: Readonly<Record<PolicyCategory, string>>): number {
  const { code, name, category, summary, how } = policy;
  if (plain(name).includes(word) || plain(category).includes(word)) return 0;
  const meant = MEANT.some(([said, of]) => {
    const hit = said.split(' ').some((one) => one.includes(word) || (one.length > 1 && word.includes(one)));
    return hit && of.some((one) => one === code || labels[one as PolicyCategory] === category);
  });
  if (meant) return 1;
  return plain(`${summary}${how}`).includes(word) ? 2 : NONE;
}
