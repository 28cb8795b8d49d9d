import type { OperationNamed, OutputOf } from '@shared/contract';

type NoticeView = OutputOf<OperationNamed<'notices.get'>>['notice'];

/** A notice of so many households, as somebody of the village sees it. */
export const noticeOf = (households: number): NoticeView => ({
  id: 'notice-1',
  kind: 'PROPOSED_INCLUSION',
  heading: '准备列入帮扶名单的家庭',
  title: '拟纳入监测对象公示',
  objections: 'ONLINE',
  households,
  people: households * 3,
  firstDay: '2026-03-07',
  lastDay: '2026-03-11',
  daysLeft: 3,
  started: true,
  ended: false,
  audience: 'VILLAGE',
  village: '150521100200',
  villageName: '青禾村',
  today: '2026-03-08',
  days: 5,
  dayNumber: 2,
  paragraphs: ['经农户申报、入户核实、民主评议，拟将下列农户纳入监测。'],
  decided: '各家自己申报，两位干部到家里看过。',
  totalFen: null,
  columns: [
    { key: 'name', title: '户主' },
    { key: 'people', title: '人口' },
    { key: 'group', title: '小组' },
  ],
  rows: Array.from({ length: households }, (_, index) => ({
    row: index,
    name: `田*${'福实生禾'.charAt(index % 4)}`,
    group: `${(index % 6) + 1}组`,
    cells: [`田*${'福实生禾'.charAt(index % 4)}`, `${(index % 5) + 1} 人`, `${(index % 6) + 1} 组`],
  })),
  phones: { village: '0990-5210001', town: '0990-5210100', county: '0990-5219000', hotline: '12317' },
  issuer: '青禾村村民委员会',
  checkCode: 'ab12-cd34',
});
