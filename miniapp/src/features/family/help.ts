import type { Output } from '@miniapp/platform/api';
import type { State } from '@miniapp/ui/Tag';
import { daysBetween } from '@shared/calendar/dates';
import { NEEDS, RISK_TYPES } from '@shared/casework/codes';
import { day, money } from '@shared/messages/format';
import { TROUBLE_LABELS } from '@shared/messages/labels';
import { NEED_LABELS } from '@shared/messages/staff-labels';

export type OurHelp = Output<'measures.ours'>['help'];
export type OurMeasure = OurHelp['measures'][number];

export interface Group {
  title: string;
  measures: OurMeasure[];
}

/** What is done for which trouble, in the family's words: by risk, then by what it asked for, then the rest. */
export function groupsOf(measures: readonly OurMeasure[]): Group[] {
  const byRisk = RISK_TYPES.map((risk) => ({
    title: `为了：${TROUBLE_LABELS[risk]}`,
    measures: measures.filter((one) => one.risk === risk),
  }));
  const byNeed = NEEDS.map((need) => ({
    title: `为了：${NEED_LABELS[need]}`,
    measures: measures.filter((one) => one.risk === null && one.need === need),
  }));
  const rest = measures.filter(({ risk, need }) => risk === null && need === null);
  const named = [...byRisk, ...byNeed].filter((group) => group.measures.length > 0);
  return rest.length === 0
    ? named
    : [...named, { title: named.length === 0 ? '帮了什么' : '别的', measures: rest }];
}

export interface Standing {
  state: State;
  text: string;
}

/**
 * Where one measure stands, as one would say it in the yard.
 * @param planWaits a plan lies there for the family to agree to: nobody is told to agree where there is nothing to tap
 */
export function standingOf(one: OurMeasure, today: string, planWaits: boolean): Standing {
  switch (one.state) {
    case 'PLANNED':
      return { state: 'off', text: planWaits ? '等您同意' : '还没开始办' };
    case 'CONFIRMED':
    case 'IN_PROGRESS':
      if (one.notReceived !== null) return { state: 'doing', text: '您说没收到，在查' };
      if (one.dueOn === null) return { state: 'doing', text: '在办' };
      return one.overdue
        ? { state: 'late', text: `晚了 ${daysBetween(one.dueOn, today)} 天` }
        : { state: 'doing', text: `在办，${day(one.dueOn)}前` };
    case 'LANDED':
      return one.received === null
        ? { state: 'need', text: '办好了，您收到了吗？' }
        : { state: 'ok', text: '您说收到了' };
    case 'EFFECTIVE':
      return { state: 'ok', text: '见效了' };
    case 'CLOSED':
      return { state: 'ok', text: '办完了' };
    case 'CANCELLED':
      return { state: 'off', text: '不办了' };
    case 'NOT_NEEDED':
      return { state: 'off', text: '不用了' };
  }
}

/** Who, how much and when: the lines under its name. */
export function linesOf(one: OurMeasure): string[] {
  const { office, person, memberName, amountFen, service, landing, received, ended, state } = one;
  return [
    [office, person].filter(Boolean).join(' '),
    [memberName && `给${memberName}`, amountFen === null ? '' : money(amountFen), service]
      .filter(Boolean)
      .join(' · '),
    landing === null ? '' : [`${day(landing.on)}办的`, landing.note].filter(Boolean).join('，'),
    received === null ? '' : `${day(received.on)}${received.by}说收到了`,
    one.notReceived === null ? '' : `您说：${one.notReceived}`,
    state === 'CANCELLED' || state === 'NOT_NEEDED' ? `因为：${ended}` : '',
  ].filter(Boolean);
}

/** Waits for the family's word. */
export const asksUs = ({ acts, state }: OurMeasure): boolean =>
  state === 'LANDED' && acts.includes('confirm');

/** Plan that waits for the family's yes; null when there is none, or it is not this person's to say. */
export const planToSign = ({ plan, measures }: OurHelp): OurHelp['plan'] =>
  plan !== null && plan.signedOn === null && measures.some(({ acts }) => acts.includes('agree'))
    ? plan
    : null;

/** Who helps, and where each measure stands; the voice says no number. */
export function readAloud(help: OurHelp): string {
  const { helper, measures, today } = help;
  const who = helper === null ? '还没有定谁联系您家。' : `联系您家的干部是${helper.name}，${helper.unit}的。`;
  const each = measures.map(
    (one) => `${one.name}，${one.office}，${standingOf(one, today, planToSign(help) !== null).text}。`,
  );
  const end = planToSign(help) ? '计划看过没有不对，就点最下面的绿色按钮。' : '';
  return `${who}${measures.length === 0 ? '还没有写下来的帮扶。' : `一共${measures.length}项。`}${each.join('')}${end}`;
}
