import type { CaseState } from '@shared/casework';
import type { ReasonCode } from '@shared/contract';
import { day } from './format';
import { DEPARTMENT_LABELS, STATE_LABELS } from './labels';

type Params = Readonly<Record<string, string | number>>;
type Sentence = string | ((params: Params) => string);

/** What we saw, what it should be, what to do (ux.md 7.4). One sentence for each reason; the types see that none is missing. */
const SENTENCES: Record<ReasonCode, Sentence> = {
  NOT_FOUND: '没有找到这件事，或者不归您看。',
  ROLE_MAY_NOT: '这一步不归您办。',
  WRONG_STATE: ({ state }) => `现在是“${stateLabel(state)}”，这一步办不了。刷新一下再看。`,
  DUPLICATE_OPEN_CASE: '这家已经有一件在办，不用再报。办到哪了，可以问村委会。',
  NOT_A_VERIFIER: ({ names }) => `这一户由${names}核实。`,
  VERIFICATION_NOT_RECORDED: '核实表还没填好，填好才能往下办。',
  ALREADY_SIGNED: '您已经签过了，等另一位签。',
  SAME_PERSON_TWO_LEVELS: '这一户您在上一级或下一级签过字，这一步要换人来办。',
  DATA_CHECK_ALREADY_REQUESTED: '已经请部门查对了，等答复。',
  DATA_CHECK_NOT_REQUESTED: '还没有请部门查对，或者已经答复完了。',
  PUBLICITY_ALREADY_POSTED: '这一户已经在公示了。',
  PUBLICITY_NOT_POSTED: '还没有张贴公示。',
  PUBLICITY_NOT_OVER: ({ lastDay }) => `公示到${dayOf(lastDay)}才满。`,
  END_PHOTO_TOO_EARLY: ({ lastDay }) => `最后一天（${dayOf(lastDay)}）再拍公示栏。`,
  END_PHOTO_ALREADY_TAKEN: '最后一天的照片已经拍过了。',
  ALREADY_TAKEN_OVER: '这一户已经自己接过去办了。',
  PROXY_TAKES_NOT_OVER: '这是您替人报的。请户主家里人用自己的手机来接。',
  NOTHING_TO_CONFIRM: '已经看过、说对了，不用再点。',
  WITHDRAWAL_PENDING: '已经说了要撤回，干部先确认是不是本人的意思。',
  NO_WITHDRAWAL: '农户没有说要撤回。',
  VERIFIERS_MUST_DIFFER: '两位核实人不能是同一个人。换一位。',
  PARTY_CANNOT_VERIFY: '替这家申报的人不能去核实。换一位。',
  VISIT_DATE_OUT_OF_RANGE: '上门日期要在申报那天以后、今天以前。改一下。',
  HEAD_MISSING: '家里人里要有一位户主，只能有一位。',
  MEMBER_KEYS_REPEAT: '有一个人登记了两次，去掉一个。',
  SHEET_MEMBERS_DIFFER: ({ sheet, members }) =>
    `收支表按 ${sheet} 人算，家里登记了 ${members} 人。改成一样的。`,
  SHEET_WINDOW_WRONG: ({ from, to }) => `收支要算 ${monthOf(from)}到${monthOf(to)}这 12 个月。`,
  CONTACT_NEEDED: '没上门的，要写找谁问的、打的哪个电话。',
  EVIDENCE_MISSING: '凭据的照片没有跟着传上来，请重新拍。',
  NET_REASON_NEEDED: '人均是零，或者超过 10 万。为什么？写一句。',
  GUARANTEE_NOT_FOUND: '写了谁来解决，却没勾有这个问题。再看一眼。',
  DUE_BEFORE_VISIT: '解决的日子不能比上门那天早。改一下。',
  UNKNOWN_MEMBER: '没有登记这个人，先在“家里人”里加上。',
  ALREADY_AUTHORIZED: '这个人已经签过同意了。',
  AUTHORIZATION_MISSING: ({ names }) => `${names}还没签同意，签了才能查。`,
  BANK_CONSENT_MISSING: '还没有人同意查存款。去掉银行，改由干部上门问。',
  NOTHING_SIGNED: '这个人现在没有签着的同意，不用撤。',
  CONSENT_NOT_YOURS: '他在自己手机上签的，要在他手机上撤，或者找村干部。',
  REMIND_TOO_EARLY: ({ due }) => (due === undefined ? '现在不用催。' : `${dayOf(due)}过了还没办好，就能催。`),
  REMINDED_TODAY: ({ answerBy }) => `今天催过了。村里 ${dayOf(answerBy)}前要答复您。`,
  NO_REMINDER: '这家没有催，或者已经答复过了。',
  ALREADY_RATED: '您已经评过了，谢谢您。',
  RATING_OVER: ({ until }) => `评到${dayOf(until)}为止。有话可以打电话说。`,
  MINOR_CANNOT_BE_QUERIED: ({ name }) => `${name}不满 18 岁，不能查。去掉这个人。`,
  DEPARTMENT_NOT_ASKED: ({ department }) => `没有请${departmentLabel(department)}查，去掉这一条。`,
  PERSON_NOT_ASKED: '没有请这个部门查这个人，去掉这一条。',
  DEPARTMENT_ANSWERED: ({ department }) => `${departmentLabel(department)}已经答复过了，不用再填。`,
  NOT_YOUR_DEPARTMENT: '这一条不归您的部门答复，去掉它。',
  NOBODY_TO_COMPARE: '还没有选要查的人。至少选一位。',
  NO_SUCH_FLAG: '现在没有这样要说明的事。刷新一下再看。',
  EXEMPTION_NOT_ALLOWED: '县里的方案里，这一样没有这种豁免。换一个。',
  EXEMPTION_NEEDS_PHOTO: '申请豁免要拍一张照片。拍好再交。',
  REFUSAL_NEEDS_NOTE: '不认可要写一句原因，让核实人知道怎么改。',
  ALREADY_DISPUTED: '已经请这个部门再查一次了，等答复。',
  TYPE_AND_RISKS_NEEDED: '纳入要选类别，至少选一个风险。',
  REASON_NEEDED: '不纳入要选一个原因。',
  QUORUM: ({ need, have }) => `到会 ${have} 人，至少要 ${need} 人才够数。`,
  ATTENDEES_ODD: ({ have }) => `到会 ${have} 人是双数，这里要单数。`,
  TOO_FEW_VILLAGERS: ({ need, villagers }) => `村民代表到了 ${villagers} 人，至少要 ${need} 人。`,
  VOTES_DO_NOT_ADD_UP: ({ votes, voters }) => `三样票加起来是 ${votes}，该投票的有 ${voters} 人。再数一数。`,
  RECUSED_NOT_PRESENT: ({ name }) => `${name}回避，但不在到会名单里。补上名字或去掉回避。`,
  ATTENDEE_REPEATS: '有一位到会的人写了两次，去掉一个。',
  MEETING_TIME_OUT_OF_RANGE: '开会时间要在申报以后、现在以前。改一下。',
  UNKNOWN_SUPPLEMENT_ITEM: '这一样不用补，刷新一下再看。',
  EMPTY_SUPPLEMENT_ANSWER: '还没有拍照，也没有写。拍一张、写一句，或者请村干部帮忙。',
  SUPPLEMENT_ITEM_KEYS_REPEAT: '同一样写了两次，去掉一个。',
  SECOND_RETURN_NEEDS_REASON: '已经退回过一次。再退回，要写领导同意的理由。',
  MEASURE_IN_FUTURE: '日期还没到，只登记已经办了的。',
  SECOND_RETURN_PENDING: '再退回的单子在等镇领导看，看过再说。',
  NO_SECOND_RETURN: '没有等您看的退回单。',
  OWN_SECOND_RETURN: '这张退回单是您写的，要请另一位领导看。',
  SUPPLEMENT_ALREADY_EXTENDED: '已经宽限过一次，不能再宽限。',
  SUPPLEMENT_NOT_OVER: ({ dueOn }) => `补材料到${dayOf(dueOn)}才满。`,
  NOBODY_REMINDED: '还没有人打电话或上门提醒过，先去提醒。',
  REOPEN_TOO_LATE: ({ until }) => `${dayOf(until)}以后不能接着办了，请重新申报。`,
  DEPARTMENT_HAS_ANSWERED: ({ department }) =>
    `${departmentLabel(department)}已经查过了，不用再叫农户交。去掉这一样。`,
  REFUSAL_ALREADY_DELIVERED: '告知书已经送到了。',
  REVIEWED_ALREADY: '已经复核过一次了。还有意见，可以打县里电话。',
  REVIEW_TOO_LATE: ({ until }) => `${dayOf(until)}以后不能申请复核了。有新情况，可以重新申报。`,
  NOT_A_REVIEWER: ({ names }) => (names === '' ? '还没有定谁去复核。' : `这一户由${names}复核。`),
  REVIEW_NOT_VERIFIED: ({ have, need }) => `要 ${need} 个人看过才能答复，现在有 ${have} 个。`,
  REVIEWER_CANNOT_ANSWER: '您去复核过，要请另一位领导答复。',
  REVIEWER_LOOKED_BEFORE: ({ name }) => `${name}以前办过这一户，复核要换人。`,
  NOT_VERIFIED_YET: '这一户还没有入户看过，只能维持或者收下再核实。',
  DATE_OUT_OF_RANGE: '日期不对，不能早于这件事，也不能晚于今天。',
  OBJECTION_TOO_LATE: ({ lastDay }) => `公示到${dayOf(lastDay)}已经满了。有意见请打公示上的电话。`,
  VERIFIER_CANNOT_HANDLE: '您去核实过这一户，意见要请另一个人来查。',
  TOWN_HANDLES_OBJECTION: '意见说到村干部，由镇里来查。',
  UNKNOWN_OBJECTION: '没有找到这条意见，或者已经答复了。',
  NOT_INVESTIGATED: '还没有记下怎么查的，先填调查记录。',
  FACTS_CHANGE_ONLY_WHEN_UPHELD: '意见成立，才能说情况变了。改一下。',
  GREEN_CHANNEL_ALREADY_OPEN: '已经走绿色通道了。',
  NO_HELP_WITHOUT_PAPERS: '没有要补手续的急救帮扶。',
  DUPLICATE_TO_MERGE: '这家已经有一件在办。把这件并过去，不要再受理。',
  NO_DUPLICATE: '没有查到这家另有一件在办。',
  SAME_CASE: '不能并到自己这一件。',
  SAME_VILLAGE: '就是这个村，换一个村。',
  NO_RECENT_REFUSAL: '没有查到这家最近同样的事没通过。看一眼编号，或换一个原因。',
  UNKNOWN_ASSIST: '没有找到这份协查函，或者已经答复了。',
  KIN_MUST_STEP_BACK: '您和这家是亲戚，要回避，请换人来办。',
  KIN_OF_OTHERS_BY_TOWN: '别人的亲戚关系，由镇里或县里来登记。',
  KINSHIP_KNOWN: ({ name }) => `${name}的亲戚关系已经登记了。`,
  FALSE_STATEMENT_PENDING: '有人说申报不实，正在查。查清前先停下。',
  NO_FALSE_STATEMENT: '没有人说这家申报不实。',
  HEARD_ALREADY: '已经听过这家怎么说了。',
  HOUSEHOLD_NOT_HEARD: '还没有听这家怎么说，听过才能定。',
  OWN_ACCUSATION: '这件事是您提的，要请另一位来定。',
  NO_OPEN_CASE: '没有找到这家在办的那一件，或者不归您看。',
  PERSON_UNKNOWN: '没有找到这个人。',
  STALE_VERSION: '刚才有人办过这件事，您看到的是旧的。已换成新的，请再看一眼。',
  SIGN_IN_FIRST: '请先登录。',
  LINK_INVALID: '这个登录链接过期了，请要一个新的。',
  SIGNING_LINK_GONE: '这个签名的链接用过了，或者过期了。请家里人再发一个。',
  SIGN_FOR_YOURSELF: '这个链接是给别人签的，要用他自己的手机打开。',
  SHOW_WHO_YOU_ARE: '先答一句，再签名。',
  CONSENT_TEXT_CHANGED: '同意书换了新的，请再看一遍再签。',
  STAFF_ONLY: '这里是工作人员办事的地方。',
  NO_SUCH_OPERATION: '没有这个功能。请更新到最新版。',
  BODY_TOO_LARGE: '内容太多，传不上来。写短一点，照片请用拍照上传。',
  BODY_NOT_JSON: '收到的内容看不懂。请更新到最新版再试。',
  REQUEST_ID_MISSING: '这次提交没有编号。请更新到最新版再试。',
  REQUEST_ID_REUSED: '这次提交和上一次的编号一样、内容不一样。请重新提交。',
  TOO_MANY_CALLS: ({ seconds }) => `点得太快了，${waitOf(seconds)}后再试。`,
  ATTACHMENT_UNKNOWN: '照片没有找到，请重新拍。',
  ATTACHMENT_NOT_UPLOADED: '照片还没传完，请等一下，或重新拍。',
  ATTACHMENT_WRONG_TYPE: '这个文件不是照片，换一张。',
  ATTACHMENT_TOO_LARGE: '照片太大，传不上去，请重新拍。',
  ATTACHMENT_BROKEN: '这张照片打不开，可能没拍好。再拍一张。',
  VOICE_WRONG_TYPE: '这段录音听不出来，请重新说一遍。',
  VOICE_TOO_LONG: '录音最长 60 秒，请说短一点。',
  NOT_A_COLLEAGUE: '这个人不在能去核实的名单里。换一位。',
  TAKE_OVER_NOT_PROVEN: '接办码或身份证号对不上。看一眼再填，或者再要一个码。',
  PHONE_NOT_TOLD: '微信没有给号码。请再点一次，或者自己填。',
  ID_PHOTOS_OFF: '这里不能拍身份证填表。请自己填。',
  ID_PHOTO_UNREADABLE: '没看清身份证。放平、对着光再拍一张，或者自己填。',
  VILLAGE_UNKNOWN: '没有找到这个村，请重新选。',
  VILLAGE_CODE_INVALID: '这个码不对，请到村务公示栏重新扫。',
  NOTICE_HAS_FINDINGS: '有不能公示的内容，改好才能张贴。',
  NOTICE_EMPTY: '没有要公示的家庭。',
  NOTICE_ENDED: '这份公示已经结束，名单撤下了。',
  NOBODY_TO_LIST: '这一家没有可以上名单的人：都问过了，或者缺身份证号码。',
  ID_NUMBERS_MISSING: ({ names }) => `${names}没有身份证号码，补上才能查。`,
  LIST_NOT_APPROVED: '这份名单人多，要第二个人同意了才能取。',
  LIST_NOT_WAITING: '这份名单已经定过了。刷新一下再看。',
  SECOND_PERSON_NEEDED: '名单是您做的，要另一个人来同意。',
  IMPORT_NOT_DONE: '还没有办完，办完就能下载结果。',
  SHEET_EMPTY: '这个文件里没有表。看看是不是选错了。',
  SHEET_TOO_LARGE: '文件太大，收不下。分成几个小的，再一个一个传。',
  SHEET_TOO_MANY_ROWS: ({ most }) => `行数太多，一次最多 ${most} 行。分成几个文件再传。`,
  SHEET_UNREADABLE: '这个文件打不开。用表格软件另存为 xlsx，再传一次。',
  SHEET_OLD_OR_LOCKED: '这是旧格式，或者加了密码。另存为不带密码的 xlsx，再传。',
  SHEET_ENCODING: '文字读不出来。用表格软件另存为 xlsx，再传一次。',
  SHEET_COLUMNS_MISSING: ({ columns }) => `表头里没有找到：${columns}。补上这几列，再传一次。`,
  SHEET_COLUMN_TWICE: ({ column }) => `“${column}”这一列有两个。去掉一个，再传一次。`,
  SHEET_MERGED: ({ row }) => `第 ${row} 行有合并的格子。取消合并、每行填全，再传。`,
  FAMILY_ONLY: '这是这家人自己的事，请他们自己来看。',
  ALREADY_REQUESTED: '这一项已经说过了，等村里答复。',
  ALREADY_ANSWERED: '别人已经答复过了，刷新一下再看。',
  NOT_ON_LIST: '您家现在不在帮扶名单上，开不了这张证明。',
  CERTIFICATE_OVER: '这张证明已经作废了，请再开一张。',
  CERTIFICATE_UNKNOWN: '查不到这张证明。可能没扫清，也可能不是真的。',
  NO_SUCH_PAPER: '现在还没有这张纸。办到那一步才有。',
  TASK_DONE: '别人已经去过了。刷新一下就不在了。',
  TASK_GREW: '又多了一句要说的。刷新一下再看。',
  PROFILE_FAULTY: '有几项填得不对，改好再交。',
  PROFILE_UNCHANGED: '和现在用的一样，没有改动。',
  PROFILE_MOVED: '别人刚发布了新的一版。请在新的一版上再改。',
  PROFILE_WAITING: '有一份改动在等人发布。先看那一份，或者换掉它。',
  PROFILE_CLOSED: '这份改动已经发布了，或者已经收回了。',
  PROFILE_OWN: '自己提的改动，要另一个人来发布。',
  PROFILE_DAY_PAST: '起用的日子已经过了，选今天或以后的。',
  PROFILE_DAY_EARLY: ({ day: last }) => `上一版从${dayOf(last)}起用，新的要比它晚。`,
  STORY_NOT_CLOSED: '这件还没有办完，办完的才能留作例子。',
  STORY_NOT_PLAYABLE: '这件走的路比较特别，没法预演。换一件。',
  TRY_AGAIN: '刚才没办成，请再点一次。',
  INTERNAL: '系统出了点问题，您填的都还在。请过一会儿再试，或打村委会电话。',
  REIMBURSED_OVER_PAID: '退回来的比花的还多。两个数再看一眼。',
  WRONG_CODE: '收入和成本填反了，换到那一边去。',
  WINDOW_NOT_12_MONTHS: '收支要算满 12 个月。',
  REQUIRED: '这一项还没有填。',
  INVALID: '这一项填得不对，请再看一眼。',
  TOO_LONG: '这一项太长了，写短一点。',
  TOO_MANY: '选多了，去掉一些。',
  TOO_SMALL: '这一项太少了，再看一眼。',
  CONTROL_CHARS: '里面有看不见的符号，请重新写一遍。',
  BAD_DATE: '没有这一天，请重新选日期。',
  BAD_VILLAGE: '没有找到这个村，请重新选。',
  TWO_VERIFIERS: '要选两个人去核实。',
  NAME_EMPTY: '还没有写名字。',
  NAME_TOO_LONG: '名字太长了，最多 30 个字。',
  NAME_DIGITS: '名字里有数字，请只写名字。',
  NAME_EMOJI: '名字里有表情，请只写名字。',
  NAME_CHARS: '名字里有不是字的符号，请只写名字。',
  ID_LENGTH: ({ digits }) => `您填了 ${digits} 位，身份证号是 18 位。最后一位有时是字母 X，请再看一眼。`,
  ID_CHARS: '身份证号里只能有数字，最后一位可以是 X。请再看一眼。',
  ID_CHECKSUM: '这个号码对不上，可能有一位写错了。看一眼身份证，或者拍一张。',
  ID_DATE: '号码里的生日不对，可能有一位写错了。请再看一眼。',
  PHONE_LENGTH: ({ digits }) => `手机号是 11 位，您填了 ${digits} 位。没有手机也可以选“没有电话”。`,
  PHONE_CHARS: '手机号里只能有数字。没有手机也可以选“没有电话”。',
  PHONE_PREFIX: '这个不像手机号，请再看一眼。没有手机也可以选“没有电话”。',
};

/** Takes a reason and its parameters; gives the Chinese sentence. An unknown reason gets the sentence of INTERNAL. */
export function sentence(reason: string, params: Params = {}): string {
  const found = isReason(reason) ? SENTENCES[reason] : SENTENCES.INTERNAL;
  return typeof found === 'string' ? found : found(params);
}

/** Every reason that has a sentence: the catalogue's tests read them all. */
export const REASONS = Object.keys(SENTENCES) as ReasonCode[];

function isReason(reason: string): reason is ReasonCode {
  return Object.hasOwn(SENTENCES, reason);
}

function stateLabel(state: string | number | undefined): string {
  return STATE_LABELS[state as CaseState] ?? '别的步骤';
}

function departmentLabel(code: string | number | undefined): string {
  return (DEPARTMENT_LABELS as Record<string, string>)[String(code)] ?? '这个部门';
}

function dayOf(date: string | number | undefined): string {
  return date === undefined ? '' : day(String(date));
}

function monthOf(month: string | number | undefined): string {
  const [year, number] = String(month).split('-').map(Number);
  return `${year}年${number}月`;
}

function waitOf(seconds: string | number | undefined): string {
  const wait = Number(seconds ?? 60);
  if (wait < 60) return `${wait} 秒`;
  return wait < 3600 ? `${Math.ceil(wait / 60)} 分钟` : `${Math.ceil(wait / 3600)} 小时`;
}
