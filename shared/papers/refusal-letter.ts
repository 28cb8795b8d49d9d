import { localDate } from '@shared/calendar';
import { type Case, reviewUntil } from '@shared/casework';
import { DEPARTMENT_LABELS, fullDay, otherHelp, whyNot } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import type { Profile } from '@shared/procedure';
import type { Paper } from './paper';
import { addressOf, footOf, type Places } from './places';

/**
 * 不予纳入告知书 (domain.md 3.1 state 15 and 3.3): the reason in the family's own words and figures, what was looked
 * at, how to have it looked at again and until when, what else helps. For this family alone. Null when not refused.
 */
export function refusalLetterPaper(c: Case, places: Places, profile: Profile): Paper | null {
  if (c.rejection === null) return null;
  const { offices } = places;
  const on = localDate(c.rejection.at);
  const figures = c.verification?.assessment;
  return {
    name: '不予纳入告知书',
    foot: footOf(c, places),
    blocks: [
      { kind: 'TITLE', lines: ['不予纳入告知书'] },
      { kind: 'TEXT', text: `${c.headName}家（${addressOf(c, places)}）：` },
      {
        kind: 'TEXT',
        indent: true,
        text: `您家 ${fullDay(localDate(c.cluedAt))}的申报（编号 ${formatCaseNo(c.caseNo)}），这次没有列入帮扶名单。这件事只告诉您家，不公示。`,
      },
      { kind: 'HEADING', text: '为什么' },
      {
        kind: 'LIST',
        items: whyNot(c.memberCount, {
          reasonCode: c.rejection.reasonCode,
          lineFen: figures?.parameters.lineFen ?? null,
          netPerCapitaFen: figures?.netPerCapitaFen ?? null,
          referencePerCapitaFen: figures?.referencePerCapitaFen ?? null,
        }),
      },
      { kind: 'HEADING', text: '看了什么' },
      { kind: 'LIST', items: lookedAt(c) },
      { kind: 'HEADING', text: '您觉得不对' },
      {
        kind: 'TEXT',
        text: `${askBefore(c, profile)}，可以请镇里再查一次，换两个人查。打电话、写张纸、在手机上说都行。`,
        strong: true,
      },
      {
        kind: 'FACTS',
        facts: [
          { key: '打给镇里', value: `${offices.town.office}  ${offices.town.phone}` },
          { key: '或者县里', value: `${offices.county.office}  ${offices.county.phone}` },
        ],
      },
      { kind: 'HEADING', text: '还有别的办法' },
      {
        kind: 'LIST',
        items: otherHelp(c.report.riskTypes).map(({ title, detail }) => `${title}：${detail}。`),
      },
      { kind: 'TEXT', text: '家里有了新的难处，随时可以再申报。' },
      { kind: 'ISSUER', issuer: `${places.townName}人民政府`, on: fullDay(on) },
    ],
  };
}

/** The days count from the delivery: until then the letter says how many there are (domain.md 3.3). */
function askBefore(c: Case, profile: Profile): string {
  const until = reviewUntil(c, profile);
  const { limit, unit } = profile.steps.reviewFiling;
  return until === null
    ? `收到这封信以后 ${limit} ${unit === 'WORKING' ? '个工作日' : '天'}以内`
    : `${fullDay(until)}前`;
}

function lookedAt(c: Case): string[] {
  const items: string[] = [];
  if (c.verification !== null) {
    const names = c.verification.signatures.map(({ actor }) => actor.name).join('、');
    const by = names === '' ? '干部' : names;
    items.push(`${fullDay(c.verification.record.visitedOn)}，${by}核实了您家的收入、开销、住房和吃水。`);
  }
  if (c.dataCheck !== null && c.dataCheck.departments.length > 0)
    items.push(`您家签名同意以后，查对了：${c.dataCheck.departments.map(label).join('、')}。`);
  if (c.appraisal !== null) items.push(`${fullDay(localDate(c.appraisal.metAt))}，村里开会商量过。`);
  const reproach = c.falseStatementsDecided.at(-1);
  if (reproach?.hearing) items.push(`${fullDay(localDate(reproach.hearing.at))}，干部听您家说过。`);
  if (reproach?.decision.wordsRead) items.push('您家自己说的话，县里看过、听过才定的。');
  return items.length > 0 ? items : ['您家申报时说的情况。'];
}

const label = (department: keyof typeof DEPARTMENT_LABELS) => DEPARTMENT_LABELS[department];
