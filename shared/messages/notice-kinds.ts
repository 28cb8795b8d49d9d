import type { NoticeKind } from '@shared/publicity/codes';

/** What each kind of notice is called where there is little room. */
export const NOTICE_SHORT: Readonly<Record<NoticeKind, string>> = {
  PROPOSED_INCLUSION: '拟纳入',
  RESULT_ANNOUNCEMENT: '结果公告',
  PROPOSED_ELIMINATION: '拟消除',
  ELIMINATION_RESULT: '消除公告',
  PROPOSED_ROLLBACK: '拟回退',
  ROLLBACK_RESULT: '回退公告',
  MEASURES_LANDED: '措施落实',
  SUBSIDY_PAYMENTS: '补贴发放',
  VILLAGE_NOTICE: '村里通知',
};

/** What a notice counts: people of a list of payments, families of the others. */
export const countedOf = ({
  kind,
  households,
  people,
}: {
  kind: NoticeKind;
  households: number;
  people: number;
}): string => (households === 0 ? '—' : kind === 'SUBSIDY_PAYMENTS' ? `${people} 人` : `${households} 户`);

/** What the content scan came to before it went up. */
export const scannedOf = (mended: number): string => (mended === 0 ? '通过' : `改 ${mended} 处后通过`);

export const objectedOf = ({ objected, answered }: { objected: number; answered: number }): string =>
  objected === 0 ? '0' : objected > answered ? `${objected - answered} 件在查` : `${objected} 件，已答复`;
