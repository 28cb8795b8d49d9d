/** Where the catalogue's examples are from (domain.md 13). A county that confirms a record names its own paper. */
export const SOURCES = {
  /** In force all over the country; the amount is the county's. */
  K: '全国都有的政策',
  /** A county's folder of measures, with places and names left out. */
  S3: '县里的帮扶措施样本',
  R32: '云南德钦县羊拉乡学习提纲，2023年1月',
  R38: '甘肃省刚性支出困难家庭认定办法（征求意见），2025年6月',
  R39: '刚性支出困难家庭认定办法要点，2024年',
  R44: '监测信息采集表样表',
  R84: '国家助学金调整，2025年春学期',
  R85: '山西晋城市教育局，2025年2月',
  R86: '云南牟定县雨露计划，2022年4月',
  R88: '雨露计划补助标准汇总，2025年',
  R89: '脱贫人口小额信贷说明，2023年',
  R90: '甘肃崇信县一次性交通补助，2024年',
  R91: '贵州清镇市跨省务工交通补助公示，2024年1月',
  R92: '安徽庐江县惠农补贴清单，2023年',
  R93: '甘肃清水县公益岗位方案，2022年',
  R94: '甘肃庄浪县生态护林员公告，2025年9月',
  R95: '辽宁朝阳龙城区危房改造，2021年',
  R96: '残疾人补贴：河北鹿泉 2025年、安徽合肥瑶海 2021年',
  R97: '医保资助：贵州贵阳 2024年',
  R98: '广东河源市养老保险代缴，2024年',
  R99: '各地耕地地力保护补贴汇总，2024年',
  R100: '陕西平利县产业奖补，2024年',
  R101: '安徽霍山县临时救助，2024年4月',
  R102: '安徽宁国市青龙乡计生奖扶，2024年8月',
  R106: '帮扶政策汇总，年份不详',
  COUNTY: '本县的文件',
} as const;
export type Source = keyof typeof SOURCES;
export const SOURCE_KEYS = Object.keys(SOURCES) as [Source, ...Source[]];
