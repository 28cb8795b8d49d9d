import type { AnswerRowFault } from '@shared/casework/answer-rows';
import type { ClueRowFault } from '@shared/clues';

/** What becomes of one row of a table, whatever the table is for. */
export type RowReason =
  | AnswerRowFault
  | ClueRowFault
  | 'CLUE_HANDED'
  | 'CLUE_REPEATED'
  | 'CLUE_TWO_NAMES'
  | 'CLUE_CASE_OPEN'
  | 'CLUE_KNOWN'
  | 'OTHER_COUNTY'
  | 'VILLAGE_NOT_SAID'
  | 'VILLAGE_NOT_HERE'
  | 'VILLAGE_SEVERAL'
  | 'ROW_DONE'
  | 'ROW_REPEATED'
  | 'ROW_CONFLICT'
  | 'ROW_FORMULA';

type Params = Readonly<Record<string, string | number>>;

const ROWS: Record<RowReason, string | ((params: Params) => string)> = {
  ROW_DONE: '登记好了。',
  ROW_REPEATED: ({ row }) => `和第 ${row} 行是同一条，只登记一次。`,
  ROW_CONFLICT: '同一个查对码有几行，写的不一样，都没有登记。改对了再传。',
  ROW_FORMULA: '格子里是公式。换成算好的字，再传。',
  CODE_WRONG: '查对码不对，可能有一位写错了。照名单上的填。',
  NOT_ON_LIST: '这份名单上没有请查这个人。',
  WRONG_PERSON: '查对码和人对不上。看看是不是串行了。',
  ID_DIGITS_LOST: '身份证号码被软件改短了。把这一列设成文本，照名单填。',
  ID_NOT_VALID: '身份证号码不对。照名单上的填。',
  NOBODY_NAMED: '没有写姓名，也没有写身份证号码。补上一样。',
  ROW_ANSWERED_BEFORE: '这一条以前登记过了，这次没有改。',
  RESULT_UNKNOWN: '查对结果只能填：没有查到、查到了、查不了。',
  FLAG_UNKNOWN: '“查到什么”要用名单里给的词。别的写在说明里。',
  FLAG_NOT_SAID: '查到了什么？选一样，或者在说明里写一句。',
  FLAG_BUT_CLEAR: '写了查到什么，结果却不是“查到了”。改一下。',
  AMOUNT_WRONG: '钱数要填数字，比如 21000。',
  CLUE_HANDED: ({ village, day }) => `交给${village}了，${day}前答复。`,
  CLUE_REPEATED: ({ row }) => `和第 ${row} 行是同一个人同一件事，只交一次。`,
  CLUE_TWO_NAMES: '同一个身份证号码写了两个姓名，都没有交。改对了再传。',
  CLUE_CASE_OPEN: '这家正在办，不用再交。',
  CLUE_KNOWN: '这个人的这件事以前交过了，不用再交。',
  CLUE_ID_MISSING: '没有写身份证号码。补上再传。',
  CLUE_NAME_MISSING: '没有写姓名。补上再传。',
  WARNING_UNKNOWN: '“预警情况”要用名单里给的词。别的写在说明里。',
  FIGURE_WRONG: '数要填数字，比如 21000。',
  BELOW_THRESHOLD: '没有到县里定的数，不交给村里。',
  OTHER_COUNTY: '身份证和住处都不是本县的。请转给那个县。',
  VILLAGE_NOT_SAID: '系统里没有这家，也没有写住哪个村。补上村名再传。',
  VILLAGE_NOT_HERE: '本县没有这个村。看一眼镇名和村名。',
  VILLAGE_SEVERAL: '本县有几个村叫这个名字。补上镇名再传。',
};

/** The sentence of a row in the report of an import. */
export function rowSentence(reason: RowReason, params: Params = {}): string {
  const known = ROWS[reason];
  return typeof known === 'string' ? known : known(params);
}

/** All of them, for whoever tests how they read. */
export const ROW_REASONS = Object.keys(ROWS) as RowReason[];
