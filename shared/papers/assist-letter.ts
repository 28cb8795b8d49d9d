import type { LocalDate } from '@shared/calendar';
import type { Case } from '@shared/casework';
import { fullDay } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import type { Paper } from './paper';
import { addressOf, footOf, type Places, phonesOf } from './places';

/** What the village where a family is registered asks of the place where it lives. */
export interface AssistRequest {
  /** Office that is asked: 「保南村村民委员会」. */
  to: string;
  /** Where the family lives there, as far as it is known; '' when not. */
  livesAt: string;
  /** What is to be looked at: 「现在住的房子」. */
  questions: readonly string[];
  askedOn: LocalDate;
  /** domain.md 3.9: three days. */
  answerBy: LocalDate;
}

/**
 * 协查函 (domain.md 3.9): the place of residence gives facts, the place of registration decides. It names the family
 * and what to look at, and nothing of why it reported.
 */
export function assistLetterPaper(
  c: Pick<Case, 'caseNo' | 'group' | 'headName' | 'memberCount'>,
  request: AssistRequest,
  places: Places,
): Paper {
  const people = c.memberCount === null ? '' : `，一共 ${c.memberCount} 人`;
  return {
    name: '协查函',
    foot: footOf(c, places),
    blocks: [
      { kind: 'TITLE', lines: ['协查函'], under: `编号 ${formatCaseNo(c.caseNo)}` },
      { kind: 'TEXT', text: `${request.to}：` },
      {
        kind: 'TEXT',
        indent: true,
        text: `${addressOf(c, places)}户籍的${c.headName}一家${people}，现在住在贵处${request.livesAt === '' ? '' : `（${request.livesAt}）`}。请帮助核实下面的情况，于 ${fullDay(request.answerBy)}前回复。`,
      },
      { kind: 'LIST', items: [...request.questions] },
      { kind: 'TEXT', indent: true, text: '贵处只提供事实，由户籍地按程序办理。对这家的情况请保密。' },
      phonesOf(places),
      { kind: 'ISSUER', issuer: places.offices.village.office, on: fullDay(request.askedOn) },
      { kind: 'HEADING', text: '回复' },
      { kind: 'TEXT', text: '核实情况：' },
      { kind: 'SIGNATURES', of: ['核实人（签字）', '核实人（签字）', '单位（盖章）', '日期'] },
    ],
  };
}
