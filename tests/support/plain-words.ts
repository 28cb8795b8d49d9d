/** What everybody understands and what nobody says: ux.md 6. */

/** Characters of a sentence, at most. */
export const LONGEST = 35;

/** A text's sentences, without their ends. */
export const sentences = (text: string): string[] =>
  text.split(/[。？！\n]/).filter((part) => part.trim() !== '');

/** Never said to anybody. 必须花的钱 is its own plain word for rigid spending. */
export const NEVER = /你|(?<!必)须|予以|请勿擅自|逾期不候|未提交|undefined|null|NaN|\[object/;

/** Codes of ours look like this; the X of an ID number does not. */
export const CODES = /[A-Z]{2,}|[A-Z]+_|T-[A-Z]/;

/** Left column of the table in ux.md 6, without the official names of the eight steps. */
export const OFFICE_WORDS =
  /监测对象|不予|纳入|补正|逾期|异议|复核|民主评议|刚性支出|合规自付|人均纯收入|帮扶责任人|承诺授权|代申报|风险消除|催办|凭证|附件|审定|农户/;
