import type { AnswerRowFault } from '@shared/casework/answer-rows';
import type { ClueRowFault } from '@shared/clues';
import type { PaymentRowFault } from '@shared/payments';
import type { StaffRowFault } from '@shared/staff';

/** What becomes of one row of a table, whatever the table is for. */
export type RowReason =
  | AnswerRowFault
  | ClueRowFault
  | StaffRowFault
  | 'STAFF_ADDED'
  | 'STAFF_ADDED_SERVING'
  | 'STAFF_UNCHANGED'
  | 'STAFF_REPEATED'
  | 'STAFF_TWO_NAMES'
  | 'STAFF_PHONE_OTHER_NAME'
  | 'STAFF_ADMIN_WITH_CASES'
  | 'STAFF_YOURSELF'
  | Exclude<PaymentRowFault, AnswerRowFault>
  | 'PAYMENT_TWO_NAMES'
  | 'PAYMENT_REPEATED'
  | 'PAYMENT_KNOWN'
  | 'PAYMENT_DONE_UNNAMED'
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
  | 'ROW_FORMULA'
  | 'LIST_LINE_READ'
  | 'LIST_NAME_MISSING'
  | 'LIST_ITEM_MISSING'
  | 'LIST_AMOUNT_WRONG'
  | 'LIST_CELL_TOO_LONG';

type Params = Readonly<Record<string, string | number>>;

const ROWS: Record<RowReason, string | ((params: Params) => string)> = {
  ROW_DONE: '登记好了。',
  ROW_REPEATED: ({ row }) => `和第 ${row} 行是同一条，只登记一次。`,
  ROW_CONFLICT: '同一个查对码有几行，写的不一样，都没有登记。改对了再传。',
  ROW_FORMULA: '格子里是公式。换成算好的字，再传。',
  LIST_LINE_READ: '记下了，等着贴。',
  LIST_NAME_MISSING: '没有写姓名。补上再传。',
  LIST_ITEM_MISSING: '没有写项目。补上再传。',
  LIST_AMOUNT_WRONG: '金额要填数字，比如 1500。',
  LIST_CELL_TOO_LONG: '有一格太长，或者数量不是数字。改短再传。',
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
  STAFF_ADDED: ({ place }) => `加上了，在${place}。等本人用手机号开通。`,
  STAFF_ADDED_SERVING: ({ place }) => `加上了，在${place}。今天起就能办。`,
  STAFF_UNCHANGED: '已经在名单上，没有变。',
  STAFF_REPEATED: ({ row }) => `和第 ${row} 行一样，只加一次。`,
  STAFF_TWO_NAMES: '同一个手机号写了两个姓名，都没有加。改对了再传。',
  STAFF_PHONE_OTHER_NAME: '这个手机号登记的是另一个人。先结束那一位，再加。',
  STAFF_ADMIN_WITH_CASES: '管系统的人不办案，同一个手机号只能有一种。',
  STAFF_YOURSELF: '自己的职责不能自己加。请另一位管理员来传。',
  STAFF_NAME_WRONG: '姓名没有写，或者里面有数字、符号。改一下。',
  STAFF_PHONE_WRONG: '手机号不对，要 11 位数字。照本人的填。',
  STAFF_ROLE_UNKNOWN: '没有这种职责。照表里能选的填。',
  STAFF_DEPARTMENT_UNKNOWN: '行业部门的人要写是哪个部门。照表里能选的填。',
  STAFF_DEPARTMENT_NEEDLESS: '只有行业部门的人才写部门。去掉它，或者改职责。',
  STAFF_PLACE_TOO_SMALL: '这种职责管的地方更大。去掉村名或镇名。',
  STAFF_TOWN_MISSING: '没有写哪个镇。补上再传。',
  STAFF_VILLAGE_MISSING: '没有写哪个村。补上再传。',
  STAFF_PLACE_UNKNOWN: '本县没有这个地方。看一眼镇名和村名。',
  STAFF_PLACE_OUTSIDE: '这个地方不在本县，加不了。',
  STAFF_PLACE_SEVERAL: '本县有几个村叫这个名字。补上镇名再传。',
  PAYMENT_ID_MISSING: '没有写身份证号码。补上再传。',
  PAYMENT_NAME_MISSING: '没有写姓名。补上再传。',
  PAYMENT_ITEM_MISSING: '没有写是什么补贴。补上再传。',
  PAYMENT_NEGATIVE: '钱数是负的。退回的钱不在这里登记。',
  PAYMENT_ZERO: '钱数是 0，不用登记。',
  PAYMENT_HUGE: '钱数超过 100 万元。看看是不是多写了零。',
  PAYMENT_DATE_WRONG: '发放日期看不懂。写成 2026-03-02 这样。',
  PAYMENT_IN_FUTURE: '发放日期还没有到。到账了再登记。',
  PAYMENT_TWO_NAMES: '同一笔写了两个姓名，都没有登记。改对了再传。',
  PAYMENT_REPEATED: ({ row }) => `和第 ${row} 行是同一笔，只登记一次。`,
  PAYMENT_KNOWN: '这一笔以前登记过了，这次没有改。',
  PAYMENT_DONE_UNNAMED: '登记好了。这个项目目录里没有，名称照表里的显示。',
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
