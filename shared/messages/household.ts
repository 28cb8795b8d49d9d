/** What a family reads about its case: one idea a sentence, you always 您 (ux.md 6). */
import type { CaseState, HouseholdCaseView, PlainStep } from '@shared/casework';
import { day } from './format';
import { STEP_LABELS } from './labels';

/** Title of page 04 and of the card on the front page. */
export function caseTitle(
  view: Pick<HouseholdCaseView, 'state' | 'result' | 'publicity' | 'withdrawal'>,
): string {
  if (view.result.kind === 'INCLUDED') return '列入帮扶名单了';
  if (view.result.kind === 'REJECTED') return '这次没有列入帮扶名单';
  if (view.result.kind === 'WITHDRAWN') return '已经撤回，不办了';
  if (view.result.kind !== 'NONE') return STATE_TITLES[view.state] ?? '办完了';
  if (view.withdrawal === 'ASKED') return '您说不办了，等干部确认';
  return STATE_TITLES[view.state] ?? '正在办';
}

const STATE_TITLES: Partial<Record<CaseState, string>> = {
  SUBMITTED: '交给村里了',
  ACCEPTED: '村里收下了',
  SUPPLEMENT: '等您补材料',
  VERIFYING: '正在入户核实',
  DATA_CHECK: '部门正在查对信息',
  TRIAGE: '村里正在看材料',
  PROPOSE_REJECT: '镇里正在看',
  APPRAISAL: '等村里开会商量',
  PUBLICITY: '正在公示',
  TOWN_REVIEW: '镇里正在审核',
  COUNTY_DECISION: '等县里定',
  ANNOUNCED: '县里定了，等公告',
  OBJECTION: '有人提了意见，正在查',
  REVIEW: '镇里派别的人再看',
  MERGED: '跟另一件合到一起办',
  TRANSFERRED: '转到该办的地方了',
  NOT_ACCEPTED: '这次没有收下',
  EXPIRED: '材料没补齐，先停下了',
  RECTIFIED_REMOVED: '不再列入帮扶名单',
};

/** The line under the title: how long it took so far and by when the family hears. */
export function caseHint(view: HouseholdCaseView): string {
  if (view.result.kind === 'EXPIRED') return `${day(view.result.reopenUntil)}前补上，还能接着办`;
  if (view.result.kind !== 'NONE') return `${day(view.result.on)}办完`;
  if (view.state === 'REVIEW') return `${whenBefore(view.review.answerDueOn)}镇里给您答复`;
  if (view.state === 'OBJECTION') return '查意见的这几天，不算进办理的天数';
  if (view.paused) return '等您补的这几天，不算进办理的天数';
  const used = view.daysUsed === 0 ? '今天刚交' : `已经 ${view.daysUsed} 天`;
  return `${used}，最晚 ${day(view.resultDueOn)}告诉您结果`;
}

function whenBefore(date: string | null): string {
  return date === null ? '' : `${day(date)}前`;
}

/** The short tag on the front page: 「村里公示中 · 还剩 4 天」. */
export function caseTag(view: HouseholdCaseView): {
  tone: 'ok' | 'doing' | 'need' | 'late' | 'off';
  text: string;
} {
  if (view.result.kind === 'INCLUDED') return { tone: 'ok', text: '已列入' };
  if (view.result.kind === 'REJECTED') return { tone: 'off', text: '没有列入' };
  if (view.result.kind === 'WITHDRAWN') return { tone: 'off', text: '已撤回' };
  if (view.result.kind === 'EXPIRED') return { tone: 'need', text: '停下了，还能补' };
  if (view.result.kind !== 'NONE') return { tone: 'off', text: caseTitle(view) };
  if (view.state === 'SUPPLEMENT') return { tone: 'need', text: `还差 ${view.missing.length} 样` };
  if (view.overdueDays > 0) return { tone: 'late', text: `晚了 ${view.overdueDays} 天` };
  if (view.state === 'PUBLICITY')
    return view.publicity === null
      ? { tone: 'doing', text: '等张贴公示' }
      : { tone: 'doing', text: `村里公示中 · ${daysLeftText(view.publicity.daysLeft)}` };
  return { tone: 'doing', text: caseTitle(view) };
}

/** 「还剩 4 天」「今天最后一天」「已结束」 (ux.md 4, sw-days). */
export function daysLeftText(daysLeft: number): string {
  if (daysLeft <= 0) return '已结束';
  return daysLeft === 1 ? '今天最后一天' : `还剩 ${daysLeft} 天`;
}

/** The next thing that happens, for the front page: 「下一步：镇里审核，3月13日前」. */
export function nextStep(view: HouseholdCaseView): string {
  const next = view.steps.find((step) => step.status === 'TODO');
  if (view.result.kind !== 'NONE' || next === undefined) return '';
  const when = next.on === null ? '' : `，${day(next.on)}前`;
  return `下一步：${NEXT_SENTENCES[next.key]}${when}`;
}

/** What should have happened, as a sentence goes on after 「应该 3月5日前」. */
export const LATE_SENTENCES: Record<PlainStep, string> = {
  SUBMITTED: '交给村里',
  ACCEPTED: '收下',
  VERIFYING: '到家里看情况',
  DATA_CHECK: '查对完',
  APPRAISAL: '开会商量',
  PUBLICITY: '贴出来',
  REVIEW: '镇里看、县里定',
  RESULT: '告诉您结果',
};

const NEXT_SENTENCES: Record<PlainStep, string> = {
  SUBMITTED: '交给村里',
  ACCEPTED: '村里收下',
  VERIFYING: '到家里看情况',
  DATA_CHECK: '部门查对',
  APPRAISAL: '村里开会商量',
  PUBLICITY: '贴出来让大家看',
  REVIEW: '镇里审核',
  RESULT: '告诉您结果',
};

/** The date beside a step: done on, or by when. Publicity is said in days, because its days are what the law counts. */
export function stepWhen(step: HouseholdCaseView['steps'][number], publicityDays: number): string {
  if (step.status === 'DONE') return step.on === null ? '' : day(step.on);
  if (step.key === 'PUBLICITY' && step.status === 'TODO') return `满 ${publicityDays} 天`;
  return step.on === null ? '' : `${day(step.on)}前`;
}

/** The plain sentence under a step's official name. */
export function stepSentence(step: HouseholdCaseView['steps'][number], view: HouseholdCaseView): string {
  const who = step.who.join('、');
  switch (step.key) {
    case 'SUBMITTED':
      return view.report.reporter.relation === 'SELF'
        ? `${view.headName}申报`
        : `${who}替${view.headName}申报`;
    case 'ACCEPTED':
      return step.status === 'DONE' ? `村委会 ${who}` : '村里看过就收下，收下后有编号';
    case 'VERIFYING':
      return who === '' ? '两位干部到家里看情况' : `${who}到家里看情况`;
    case 'DATA_CHECK':
      return step.status === 'DONE' ? '部门查对好了' : '部门查对，等全家大人签名';
    case 'APPRAISAL':
      return '村里开会商量';
    case 'PUBLICITY':
      return '贴出来让大家看，不写病情';
    case 'REVIEW':
      return '镇里看、县里定';
    case 'RESULT':
      return '不管行不行，都会告诉您';
  }
}

export const STEP_STATUS_WORDS = { DONE: '已办完', NOW: '正在办', LATE: '晚了', TODO: '还没到' } as const;

/** What a screen reader and the loudspeaker say of a case. */
export function caseReadAloud(view: HouseholdCaseView): string {
  const holder = view.holder.contact;
  const unsigned = view.result.kind === 'NONE' ? view.unsigned.map(({ name }) => `${name}的签名`) : [];
  const wanted = [...view.missing.map((item) => item.what), ...unsigned];
  const parts = [
    `${view.headName}家的申报。${caseTitle(view)}。`,
    wanted.length > 0 ? `还差${wanted.join('，')}。` : '',
    view.overdueDays > 0 ? `比说好的日子晚了${view.overdueDays}天。` : '',
    holder === null ? '' : `现在${holder.office}${holder.name}在办。`,
    view.result.kind === 'NONE' ? `最晚${day(view.resultDueOn)}告诉您结果。` : '',
  ];
  return parts.join('');
}

/** Title of the message that a request of the family was answered. */
export function requestAnswered(caseNo: string): string {
  return `您说的“这里不对”，有答复了（编号 ${caseNo}）`;
}

/** 「已提交 3月2日」 for lists that need the step's official name. */
export function stepName(key: PlainStep): string {
  return STEP_LABELS[key];
}
