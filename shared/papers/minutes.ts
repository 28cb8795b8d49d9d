import { localDate } from '@shared/calendar';
import type { Case } from '@shared/casework';
import { ATTENDEE_LABELS, DEPARTMENT_LABELS, fullDay, moment } from '@shared/messages';
import type { Block, Paper } from './paper';
import { addressOf, type Places } from './places';

/**
 * 民主评议会议记录 (domain.md 1.2 and 3.1 state 8): when, where, who called it, who came in which role, who stood
 * back, the votes of each family, what the comparison said, places to sign. It names no illness and no sum.
 * @param cases families of one meeting, in the order in which they were taken; null when none was appraised
 */
export function minutesPaper(cases: readonly Case[], places: Places): Paper | null {
  const taken = cases.filter(appraised);
  const first = taken[0]?.appraisal;
  if (first === undefined) return null;
  return {
    name: '民主评议会议记录',
    foot: `${places.villageName} · ${moment(first.metAt)}评议会`,
    blocks: [
      { kind: 'TITLE', lines: [places.villageName, '民主评议会议记录'] },
      {
        kind: 'FACTS',
        facts: [
          {
            key: '时间',
            value: `${fullDay(localDate(first.metAt))} ${moment(first.metAt).split(' ')[1] ?? ''}`,
          },
          { key: '地点', value: first.place },
          { key: '召集人', value: first.convenor },
          { key: '到会', value: `${first.attendees.length} 人` },
        ],
      },
      { kind: 'HEADING', text: '一、到会人员' },
      {
        kind: 'TABLE',
        columns: [
          { title: '序号', share: 0.5 },
          { title: '姓名', name: true },
          { title: '身份' },
          { title: '签字', share: 1.3 },
        ],
        rows: first.attendees.map(({ name, role }, at) => [String(at + 1), name, ATTENDEE_LABELS[role], '']),
      },
      { kind: 'HEADING', text: '二、评议结果' },
      {
        kind: 'TABLE',
        columns: [
          { title: '户主', share: 1.2, name: true },
          { title: '小组', share: 0.7 },
          { title: '同意', share: 0.7 },
          { title: '不同意', share: 0.8 },
          { title: '弃权', share: 0.7 },
          { title: '结果', share: 0.9 },
        ],
        rows: taken.map(({ headName, group, appraisal }) => [
          headName,
          group,
          String(appraisal.yes),
          String(appraisal.no),
          String(appraisal.abstain),
          appraisal.passed ? '通过' : '没有通过',
        ]),
      },
      ...taken.flatMap((c) => aboutOne(c, places)),
      { kind: 'SIGNATURES', of: ['召集人（签字）', '记录人（签字）', '监督人（签字）', '日期'] },
      { kind: 'ISSUER', issuer: places.offices.village.office, on: fullDay(localDate(first.metAt)) },
    ],
  };
}

type Appraised = Case & { appraisal: NonNullable<Case['appraisal']> };
const appraised = (c: Case): c is Appraised => c.appraisal !== null;

function aboutOne(c: Appraised, places: Places): Block[] {
  const { recusals, minutes, photoIds } = c.appraisal;
  const departments = c.dataCheck?.departments.map((department) => DEPARTMENT_LABELS[department]) ?? [];
  return [
    { kind: 'HEADING', text: `${c.headName}家（${addressOf(c, places)}）` },
    {
      kind: 'LIST',
      items: [
        recusals.length === 0
          ? '没有人要回避。'
          : `回避：${recusals.map(({ name, relation }) => `${name}（${relation}）`).join('、')}，不参加这一户的投票。`,
        departments.length === 0
          ? '没有做信息比对。'
          : `信息比对做过了（${departments.join('、')}），结果在会上说明，不写进这份记录。`,
        ...(minutes === '' ? [] : [`发言：${minutes}`]),
        ...(photoIds.length === 0 ? [] : [`会场照片 ${photoIds.length} 张，存在案卷里。`]),
      ],
    },
  ];
}
