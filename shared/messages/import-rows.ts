import type { AnswerRowFault } from '@shared/casework/answer-rows';

/** What becomes of one row of a table, whatever the table is for. */
export type RowReason = AnswerRowFault | 'ROW_DONE' | 'ROW_REPEATED' | 'ROW_CONFLICT' | 'ROW_FORMULA';

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
};

/** The sentence of a row in the report of an import. */
export function rowSentence(reason: RowReason, params: Params = {}): string {
  const known = ROWS[reason];
  return typeof known === 'string' ? known : known(params);
}

/** All of them, for whoever tests how they read. */
export const ROW_REASONS = Object.keys(ROWS) as RowReason[];
