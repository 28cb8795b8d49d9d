import type { Output } from '@miniapp/platform/api';
import { ROW_REASONS, type RowReason, rowSentence } from '@shared/messages';

export type Preview = Output<'notices.preview'>['preview'];
export type Finding = Preview['findings'][number];

/** Kinds whose sheet is made of families. */
export type NoticeKind =
  | 'PROPOSED_INCLUSION'
  | 'PROPOSED_ELIMINATION'
  | 'PROPOSED_ROLLBACK'
  | 'MEASURES_LANDED'
  | 'RESULT_ANNOUNCEMENT'
  | 'ELIMINATION_RESULT'
  | 'ROLLBACK_RESULT';

interface KindWords {
  bar: string;
  title: string;
  act: string;
  done: string;
  none: string;
  who: string;
}

/** What each kind of notice is called, asked and done. */
export const KIND_WORDS: Readonly<Record<NoticeKind, KindWords>> = {
  PROPOSED_INCLUSION: {
    bar: '发公示',
    title: '贴出来是这个样子',
    act: '定稿，去打印',
    done: '定好了，打印出来贴上',
    none: '现在没有要张贴的公示。',
    who: '由村委会张贴',
  },
  MEASURES_LANDED: {
    bar: '发公示',
    title: '贴出来是这个样子',
    act: '张贴，去打印',
    done: '手机上贴出去了，打印出来贴上',
    none: '还没有记下办好的帮扶。',
    who: '由村委会张贴',
  },
  PROPOSED_ELIMINATION: {
    bar: '发公示',
    title: '贴出来是这个样子',
    act: '张贴，去打印',
    done: '日子从明天算，打印出来贴上',
    none: '现在没有要公示的消除名单。',
    who: '由村委会张贴',
  },
  PROPOSED_ROLLBACK: {
    bar: '发公示',
    title: '贴出来是这个样子',
    act: '张贴，去打印',
    done: '日子从明天算，打印出来贴上',
    none: '现在没有要公示的回退。',
    who: '由村委会张贴',
  },
  RESULT_ANNOUNCEMENT: {
    bar: '发公告',
    title: '公告是这个样子',
    act: '公告',
    done: '公告了，这几户列入了',
    none: '现在没有要公告的。',
    who: '由镇里公告',
  },
  ELIMINATION_RESULT: {
    bar: '发公告',
    title: '公告是这个样子',
    act: '公告',
    done: '公告了，这几户退出名单了',
    none: '现在没有要公告退出的。',
    who: '由镇里公告',
  },
  ROLLBACK_RESULT: {
    bar: '发公告',
    title: '公告是这个样子',
    act: '公告',
    done: '公告了，这几户回到名单上了',
    none: '现在没有要公告回退的。',
    who: '由镇里公告',
  },
};

const FOUND: Readonly<Record<string, string>> = {
  ID_NUMBER: '带了身份证号',
  PHONE: '带了电话',
  BANK_CARD: '带了银行卡号',
  LONG_NUMBER: '带了 11 位以上的号码',
  ADDRESS: '带了门牌号',
  MINOR: '写了孩子的事',
  CAUSE: '写了原因',
  DISABILITY: '写了残疾',
  HEALTH: '写了病情',
  MINOR_NAME: '写了孩子的名字',
};

const FIELDS: Readonly<Record<string, string>> = {
  title: '标题',
  basis: '依据',
  stepsDone: '经过的步骤',
  issuer: '落款',
  headName: '户主',
  group: '小组',
  name: '姓名',
  item: '项目',
  unit: '单位',
  subject: '发的是什么',
};

/** Row of the list that a finding stands in, from 0; undefined when it stands outside the list. */
export function rowOf({ where }: Pick<Finding, 'where'>): number | undefined {
  const row = /^entries\.(\d+)\./.exec(where)?.[1];
  return row === undefined ? undefined : Number(row);
}

/** 「第 3 行“户主”带了电话」, 「文件第 8 行没有读懂」, 「“银行账号”这一列不能公示」, 「第 2 段写了病情」 */
export function findingTitle({ kind, where, text }: Pick<Finding, 'kind' | 'where' | 'text'>): string {
  const [list = '', part = ''] = where.split('.');
  if (list === 'columns') return `“${text}”这一列不能公示`;
  if (list === 'unread') return `文件第 ${text} 行没有读懂`;
  const found = FOUND[kind] ?? '写了不能公示的';
  if (list === 'text') return `第 ${Number(part) + 1} 段${found}`;
  const row = rowOf({ where });
  const field = FIELDS[where.split('.').at(-1) ?? ''] ?? '别处';
  return `${row === undefined ? '' : `第 ${row + 1} 行`}“${field}”${found}`;
}

/** The same in a count of many: 「身份证号」, 「病情」. */
export function foundWords(kind: string): string {
  if (kind === 'COLUMN') return '不该有的列';
  if (kind.startsWith('LIST_') || kind === 'ROW_FORMULA') return '没有读懂的行';
  return FOUND[kind]?.replace(/^[带写]了/, '') ?? '别的';
}

/** What one tap does about it, or whom to ask. */
export function mendWords({ kind, where, mend }: Finding, ofCases: boolean): string {
  if (mend.act === 'CHANGE') return mend.to === '' ? '去掉' : `改成“${mend.to}”`;
  if (mend.act === 'ASK_COUNTY') return '请县里改公示的模板';
  if (mend.act === 'DROP_COLUMN') return '这一列的内容没有存，也不会贴';
  if (where.startsWith('unread.')) {
    const why = ROW_REASONS.find((reason): reason is RowReason => reason === kind);
    return `${why === undefined ? '' : rowSentence(why)}不补，就不贴这一行。`;
  }
  return ofCases ? '先不贴这一户，改好核实表再贴' : '这一行不贴';
}

/** Splits a text at what may not be published, so that it can be underlined. */
export function markedParts(text: string, hits: readonly string[]): { text: string; hit: boolean }[] {
  const hit = hits.find((word) => word !== '' && text.includes(word));
  if (hit === undefined) return text === '' ? [] : [{ text, hit: false }];
  const at = text.indexOf(hit);
  return [
    ...(at > 0 ? [{ text: text.slice(0, at), hit: false }] : []),
    { text: hit, hit: true },
    ...markedParts(text.slice(at + hit.length), hits),
  ];
}
