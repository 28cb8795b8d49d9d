/** A case as staff read it, fact by fact in plain words, so that two looks at it can be laid side by side. */
import type { StaffCaseView } from '@shared/casework';
import { day, yuan } from './format';
import { DEPARTMENT_LABELS, STATE_LABELS } from './labels';
import { MEMBER_RELATION_LABELS } from './members';
import {
  COST_LABELS,
  FINDING_LABELS,
  type FindingKey,
  HEALTH_LABELS,
  HOUSE_GRADE_LABELS,
  INCOME_LABELS,
  LABOUR_LABELS,
  RIGID_LABELS,
  SCHOOL_LABELS,
} from './sheet-labels';
import {
  HOUSEHOLD_TYPE_LABELS,
  NEED_LABELS,
  REJECTION_LABELS,
  RETURN_LABELS,
  RISK_LABELS,
  VERIFY_MODE_LABELS,
} from './staff-labels';

/** One fact. `key` finds the same one in another look; the text is what a person reads, masked as the view is. */
export interface CaseFact {
  key: string;
  label: string;
  text: string;
}

/** What a fact was and what it is; '' where it was not there before, or is no more. */
export interface CaseDifference {
  key: string;
  label: string;
  before: string;
  after: string;
}

type Facts = [key: string, label: string, text: string | null | undefined][];

/** Takes a look at a case; gives its facts in the order of the page, each key once, none of them empty. */
export function caseFacts(view: StaffCaseView): CaseFact[] {
  const all: Facts = [
    ...standing(view),
    ...reported(view),
    ...view.members.flatMap(memberFacts),
    ...visited(view),
    ...compared(view),
    ...judged(view),
  ];
  return all.flatMap(([key, label, text]) => (text ? [{ key, label, text }] : []));
}

/** Where two looks at one case differ, in the order of the page; facts that are gone stand after those that are there. */
export function caseDifferences(before: StaffCaseView, after: StaffCaseView): CaseDifference[] {
  const was = new Map(caseFacts(before).map((fact) => [fact.key, fact]));
  const now = caseFacts(after);
  const is = new Set(now.map(({ key }) => key));
  return [
    ...now.flatMap(({ key, label, text }): CaseDifference[] => {
      const old = was.get(key)?.text ?? '';
      return old === text ? [] : [{ key, label, before: old, after: text }];
    }),
    ...[...was.values()]
      .filter(({ key }) => !is.has(key))
      .map(({ key, label, text }) => ({ key, label, before: text, after: '' })),
  ];
}

const list = (words: readonly (string | undefined)[]) => words.filter(Boolean).join('、');
const named = (labels: Readonly<Record<string, string>>, codes: readonly string[]) =>
  list(codes.map((code) => labels[code] ?? code));
const count = (some: readonly unknown[], unit: string) => (some.length === 0 ? '' : `${some.length} ${unit}`);

function standing(view: StaffCaseView): Facts {
  const { publicity, kin, greenChannel, withdrawal, falseStatement } = view;
  return [
    ['state', '办到哪一步', STATE_LABELS[view.state]],
    ['due', '哪天前办好', view.dueOn && day(view.dueOn)],
    ['head', '户主', view.headName],
    ['group', '小组', view.group],
    ['count', '家里几口人', view.memberCount === null ? '' : `${view.memberCount} 口人`],
    ['verifiers', '核实人', list(view.verifiers.map(({ name }) => name))],
    ['green', '绿色通道', greenChannel?.reason],
    ['withdrawal', '农户要撤回', withdrawal && (withdrawal.reason || '没有说原因')],
    ['kin', '回避的人', list(kin.map(({ name, relation }) => `${name}（${relation}）`))],
    ['false', '申报不实', falseStatement?.facts],
    ['publicity', '公示', publicity && `${day(publicity.firstDay)}到${day(publicity.lastDay)}`],
    ['objections', '公示的意见', count(view.objections, '条')],
  ];
}

function reported({ report, supplements, measures }: StaffCaseView): Facts {
  const asked = supplements.flatMap((round, at) =>
    round.items.map(({ key, what }): Facts[number] => {
      const answer = round.provided[key];
      const said =
        answer && list([answer.text, answer.voiceId && '一段录音', count(answer.attachmentIds, '张照片')]);
      const text = answer === undefined ? '还没补' : `补了${said ? `：${said}` : ''}`;
      return [`papers.${at}.${key}`, `补材料：${what}`, text];
    }),
  );
  return [
    ['report.text', '申报时说的', report.text],
    ['report.risks', '申报的原因', named(RISK_LABELS, report.riskTypes)],
    ['report.needs', '想要的帮扶', named(NEED_LABELS, report.needs)],
    ['report.photos', '申报的照片', count(report.photoIds, '张')],
    ['report.phone', '电话', report.phoneMasked],
    ['report.id', '户主身份证', report.idNoMasked],
    ...asked,
    ...measures.map(({ name, on, amountFen }, at): Facts[number] => [
      `measure.${at}`,
      `帮扶：${name}`,
      list([day(on), amountFen ? `${yuan(amountFen)} 元` : '']),
    ]),
  ];
}

function memberFacts(member: StaffCaseView['members'][number]): Facts {
  const { key, name, relation, idNoMasked, birthDate, away, authorized } = member;
  const of = (fact: string, label: string, text: string | null): Facts[number] => [
    `member.${key}.${fact}`,
    `${name}：${label}`,
    text,
  ];
  return [
    of('relation', '和户主的关系', (MEMBER_RELATION_LABELS as Record<string, string>)[relation] ?? relation),
    of('id', '身份证', idNoMasked),
    of('born', '生日', birthDate),
    of('away', '在不在家', away ? '在外' : '在家'),
    of('signed', '同意查信息', authorized ? '签了' : '没签'),
  ];
}

function visited({ verification }: StaffCaseView): Facts {
  if (verification === null) return [];
  const { record, assessment, signatures } = verification;
  const { sheet, findings } = record;
  const people = record.members.map((m): Facts[number] => [
    `visit.member.${m.key}`,
    `${m.name}：身体、干活、上学`,
    list([
      ...(m.health ?? []).map((code) => HEALTH_LABELS[code]),
      m.labour && LABOUR_LABELS[m.labour],
      m.school && SCHOOL_LABELS[m.school],
      m.insured === undefined ? '' : m.insured ? '参保了' : '没参保',
    ]),
  ]);
  const found = (Object.keys(FINDING_LABELS) as FindingKey[]).map((key): Facts[number] => [
    `visit.found.${key}`,
    `看到的：${FINDING_LABELS[key]}`,
    findings[key] ? '有' : '没有',
  ]);
  return [
    ['visit.on', '哪天去的', day(record.visitedOn)],
    ['visit.mode', '怎么看的', VERIFY_MODE_LABELS[record.mode]],
    ...people,
    ...amounts('income', '收入', INCOME_LABELS, sheet.income),
    ...amounts('cost', '成本', COST_LABELS, sheet.costs),
    ...amounts(
      'rigid',
      '必须花的',
      RIGID_LABELS,
      sheet.rigid.map(({ code, paidFen, reimbursedFen }) => ({ code, amountFen: paidFen - reimbursedFen })),
    ),
    ['claims', '保险赔付', sheet.claimsFen > 0 ? `${yuan(sheet.claimsFen)} 元` : ''],
    ['net', '人均纯收入', `${yuan(assessment.netPerCapitaFen)} 元`],
    ['reference', '扣掉必须花的，人均', `${yuan(assessment.referencePerCapitaFen)} 元`],
    ['house', '房子等级', HOUSE_GRADE_LABELS[findings.houseGrade]],
    ...found,
    ['visit.note', '核实时写的', findings.note],
    ['visit.photos', '核实的照片', count(record.photoIds, '张')],
    ['signed', '核实签名', list(signatures.map(({ name, opinion }) => `${name}（${opinion}）`))],
  ];
}

/** Two rows of one kind are one amount: nobody knows which is which. */
function amounts(
  kind: string,
  title: string,
  labels: Readonly<Record<string, string>>,
  rows: readonly { code: string; amountFen: number }[],
): Facts {
  return Object.keys(labels).map((code) => {
    const some = rows.filter((row) => row.code === code);
    const sum = some.reduce((fen, { amountFen }) => fen + amountFen, 0);
    return [`${kind}.${code}`, `${title}：${labels[code]}`, some.length === 0 ? '' : `${yuan(sum)} 元`];
  });
}

function compared({ dataCheck, comparison }: StaffCaseView): Facts {
  if (dataCheck === null) return [];
  const answered = new Set(dataCheck.answers.map(({ department }) => department));
  return [
    ['asked', '请谁查对', list(dataCheck.departments.map((one) => DEPARTMENT_LABELS[one]))],
    ['answered', '答复了的部门', list([...answered].map((one) => DEPARTMENT_LABELS[one]))],
    ['compared', '查对', comparison === null ? '' : dataCheck.completedAt === null ? '还在查' : '查完了'],
  ];
}

function judged({ triage, appraisal, decision, rejection, returns }: StaffCaseView): Facts {
  const about = (type: keyof typeof HOUSEHOLD_TYPE_LABELS | null, risks: readonly string[]) =>
    list([type ? HOUSEHOLD_TYPE_LABELS[type] : '', named(RISK_LABELS, risks)]);
  const proposal =
    triage &&
    (triage.proposal === 'INCLUDE'
      ? `纳入，${about(triage.householdType, triage.risks)}`
      : `不纳入，${triage.reasonCode ? REJECTION_LABELS[triage.reasonCode] : ''}`);
  const votes =
    appraisal && `同意 ${appraisal.yes} 票，不同意 ${appraisal.no} 票，弃权 ${appraisal.abstain} 票`;
  return [
    ['triage', '研判建议', proposal],
    ['triage.opinion', '研判意见', triage?.opinion],
    ['appraisal', '评议', votes],
    ['decision', '审定', decision && `纳入，${about(decision.householdType, decision.risks)}`],
    ['decision.opinion', '审定意见', decision?.opinion],
    ['rejection', '不纳入', rejection && REJECTION_LABELS[rejection.reasonCode]],
    ['rejection.opinion', '不纳入的意见', rejection?.opinion],
    ...returns.map(({ returnTo, opinion }, at): Facts[number] => [
      `return.${at}`,
      `第 ${at + 1} 次退回重办`,
      `${RETURN_LABELS[returnTo]}：${opinion}`,
    ]),
  ];
}
