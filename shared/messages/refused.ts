/** What a family that was not included reads: why, with its own figures, and what else helps (domain.md 3.3). */
import type { HouseholdCaseView, RiskType } from '@shared/casework';
import { money } from './format';
import { REJECTION_SENTENCES } from './labels';

/** Other ways, by kind of trouble; ALWAYS is told to everybody. */
const OTHER_HELP = {
  ILLNESS: { title: '申请医疗救助', detail: '找县医保局，村里可以代办' },
  SCHOOLING: { title: '申请助学金', detail: '找学校或县教育局，村里可以代办' },
  DISABILITY: { title: '申请残疾人补贴', detail: '找县残联、民政局，村里可以代办' },
  DISASTER: { title: '申请受灾救助', detail: '找镇里民政办，村里可以代办' },
  ACCIDENT: { title: '申请临时救助', detail: '找镇里民政办，村里可以代办' },
  JOB_UNSTABLE: { title: '找活干、讨工钱', detail: '找县人社局，村里可以代办' },
  HOUSING: { title: '请人看房子', detail: '找镇里村建办，村里可以代办' },
  WATER: { title: '报修吃水', detail: '找镇里水管站，村里可以代办' },
  ALWAYS: { title: '申请临时救助', detail: '一时过不去，找镇里民政办' },
} as const satisfies Partial<Record<RiskType | 'ALWAYS', { title: string; detail: string }>>;

export interface OtherHelp {
  key: keyof typeof OTHER_HELP;
  title: string;
  detail: string;
}

/** Other help for these kinds of trouble, each once. */
export function otherHelp(risks: readonly RiskType[]): OtherHelp[] {
  const keys = [...risks.filter((risk) => risk in OTHER_HELP), 'ALWAYS'] as OtherHelp['key'][];
  return keys
    .map((key) => ({ key, ...OTHER_HELP[key] }))
    .filter(({ title }, at, all) => all.findIndex((other) => other.title === title) === at);
}

/** 「10 个工作日」「10 天内」: how long an answer may take. */
export function withinText({ limit, unit }: { limit: number; unit: 'NATURAL' | 'WORKING' }): string {
  return unit === 'WORKING' ? `${limit} 个工作日内` : `${limit} 天内`;
}

type Rejected = Extract<HouseholdCaseView['result'], { kind: 'REJECTED' }>;

/** Why, as sentences, with the family's own figures where there are some. */
export function whyNot(
  memberCount: number | null,
  result: Pick<Rejected, 'reasonCode' | 'lineFen' | 'netPerCapitaFen' | 'referencePerCapitaFen'>,
): string[] {
  const { reasonCode, lineFen, netPerCapitaFen, referencePerCapitaFen } = result;
  const people = memberCount === null ? '' : ` ${memberCount} 口人，`;
  const sentences = [REJECTION_SENTENCES[reasonCode]];
  if (netPerCapitaFen !== null) sentences.push(`您家${people}平均每人一年净收入 ${money(netPerCapitaFen)}。`);
  if (referencePerCapitaFen !== null)
    sentences.push(`扣掉必须花的钱，平均每人还有 ${money(referencePerCapitaFen)}。`);
  if (lineFen !== null) sentences.push(`本县的线是 ${money(lineFen)}。`);
  return sentences;
}
