import { localDate } from '@shared/calendar';
import { type Case, familyOf, type MeetingFamily, type MeetingRecord, votersOf } from '@shared/casework';
import { ATTENDEE_LABELS, DEPARTMENT_LABELS, fullDay, moment } from '@shared/messages';
import type { Block, Paper } from './paper';
import { addressOf, type Places } from './places';

/**
 * 民主评议会议记录 (domain.md 1.2 and 3.1 state 8): when, where, who called it, who came in which role, who stood
 * back, the votes of each family, what the comparison said, places to sign. It names no illness, no sum, no ID number.
 * @param meeting its families stand in the order in which they were taken
 */
export function minutesPaper(meeting: MeetingRecord, places: Places): Paper {
  const { metAt, place, convenor, attendees, families, minutes, photoIds } = meeting;
  const passed = families.filter((family) => family.passed).length;
  const remarks = [
    ...(minutes === '' ? [] : [minutes]),
    ...(photoIds.length === 0 ? [] : [`会场照片 ${photoIds.length} 张，存在案卷里。`]),
  ];
  return {
    name: '民主评议会议记录',
    foot: `${places.villageName} · ${moment(metAt)}评议会`,
    blocks: [
      { kind: 'TITLE', lines: [places.villageName, '民主评议会议记录'] },
      {
        kind: 'FACTS',
        facts: [
          { key: '时间', value: `${fullDay(localDate(metAt))} ${moment(metAt).split(' ')[1] ?? ''}` },
          { key: '地点', value: place },
          { key: '召集人', value: convenor },
          { key: '到会', value: `${attendees.length} 人` },
          { key: '评议', value: `${families.length} 户，通过 ${passed} 户` },
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
        rows: attendees.map(({ name, role }, at) => [String(at + 1), name, ATTENDEE_LABELS[role], '']),
      },
      { kind: 'HEADING', text: '二、评议结果' },
      {
        kind: 'TABLE',
        columns: [
          { title: '户主', share: 1.2, name: true },
          { title: '小组', share: 0.7 },
          { title: '投票', share: 0.8 },
          { title: '同意', share: 0.7 },
          { title: '不同意', share: 0.8 },
          { title: '弃权', share: 0.7 },
          { title: '结果', share: 0.9 },
        ],
        rows: families.map(({ headName, group, recusals, yes, no, abstain, passed: did }) => [
          headName,
          group,
          `${votersOf(attendees, recusals)} 人`,
          String(yes),
          String(no),
          String(abstain),
          did ? '通过' : '没有通过',
        ]),
      },
      ...families.flatMap((family) => aboutOne(family, places)),
      ...(remarks.length === 0
        ? []
        : ([
            { kind: 'HEADING', text: '会上的话' },
            { kind: 'LIST', items: remarks },
          ] satisfies Block[])),
      { kind: 'SIGNATURES', of: ['召集人（签字）', '记录人（签字）', '监督人（签字）', '日期'] },
      { kind: 'ISSUER', issuer: places.offices.village.office, on: fullDay(localDate(metAt)) },
    ],
  };
}

/** What the meeting said of this one family, for its file. @returns null before any appraisal */
export function minutesOfCase(c: Case, places: Places): Paper | null {
  const family = familyOf(c);
  if (c.appraisal === null || family === null) return null;
  const { metAt, place, convenor, attendees, photoIds } = c.appraisal;
  const meeting = { metAt, place, convenor, attendees, photoIds, minutes: '', families: [family] };
  return minutesPaper(meeting, places);
}

function aboutOne(family: MeetingFamily, places: Places): Block[] {
  const { recusals, minutes, compared } = family;
  return [
    { kind: 'HEADING', text: `${family.headName}家（${addressOf(family, places)}）` },
    {
      kind: 'LIST',
      items: [
        recusals.length === 0
          ? '没有人要回避。'
          : `回避：${recusals.map(({ name, relation }) => `${name}（${relation}）`).join('、')}，不参加这一户的投票。`,
        compared.length === 0
          ? '没有做信息比对。'
          : `信息比对做过了（${compared.map((one) => DEPARTMENT_LABELS[one]).join('、')}），结果在会上说明，不写进这份记录。`,
        ...(minutes === '' ? [] : [`发言：${minutes}`]),
      ],
    },
  ];
}
