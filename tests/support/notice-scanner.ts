/**
 * Looks through a notice for what may stand in none (domain.md 6.2): written apart from the scan in shared/publicity, and
 * cruder, so that both cannot miss the same thing.
 */
const NUMBERS = /(?<![\dXx-])[\dXx]{11,}(?![\dXx-])/g;

const WORDS = [
  ...[
    '因病',
    '因残',
    '因学',
    '因灾',
    '残疾',
    '截肢',
    '肢体',
    '精神',
    '智力',
    '疾',
    '病',
    '症',
    '癌',
    '瘤',
    '中风',
  ],
  ...[
    '手术',
    '住院',
    '药',
    '医',
    '透析',
    '怀孕',
    '艾滋',
    '假肢',
    '火灾',
    '失火',
    '事故',
    '意外',
    '劳动力',
    '低保',
  ],
  ...['特困', '收入', '存款', '贷款', '欠债', '学费', '辍学', '银行卡', '账号', '身份证'],
];

/** Numbers of eleven and more digits, words of a cause, an illness or money, and the names given, as they stand there. */
export function foundInNotice(text: string, names: readonly string[]): string[] {
  return [...(text.match(NUMBERS) ?? []), ...[...WORDS, ...names].filter((word) => text.includes(word))];
}
