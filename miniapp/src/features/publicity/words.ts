import type { Output } from '@miniapp/platform/api';

export type Preview = Output<'notices.preview'>['preview'];
export type Finding = Preview['findings'][number];

export type NoticeKind = 'PROPOSED_INCLUSION' | 'RESULT_ANNOUNCEMENT';

/** What each kind of notice is called, asked and done. */
export const KIND_WORDS = {
  PROPOSED_INCLUSION: {
    bar: '发公示',
    title: '贴出来是这个样子',
    act: '定稿，去打印',
    none: '现在没有要张贴的公示。',
    who: '由村委会张贴',
  },
  RESULT_ANNOUNCEMENT: {
    bar: '发公告',
    title: '公告是这个样子',
    act: '公告',
    none: '现在没有要公告的。',
    who: '由镇里公告',
  },
} as const;

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
};

const FIELDS: Readonly<Record<string, string>> = {
  title: '标题',
  basis: '依据',
  stepsDone: '经过的步骤',
  issuer: '落款',
  headName: '户主',
  group: '小组',
};

/** Row of the list that a finding stands in, from 0; undefined when it stands outside the list. */
export function rowOf({ where }: Pick<Finding, 'where'>): number | undefined {
  const row = /^entries\.(\d+)\./.exec(where)?.[1];
  return row === undefined ? undefined : Number(row);
}

/** 「第 3 行“户主”带了电话」 */
export function findingTitle(finding: Pick<Finding, 'kind' | 'where'>): string {
  const row = rowOf(finding);
  const parts = finding.where.split('.');
  const field = FIELDS[parts[parts.length - 1] ?? ''] ?? '别处';
  const place = row === undefined ? `“${field}”` : `第 ${row + 1} 行“${field}”`;
  return `${place}${FOUND[finding.kind] ?? '写了不能公示的'}`;
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
