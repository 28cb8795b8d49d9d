import { localDate } from '@shared/calendar';
import type { Case } from '@shared/casework';
import {
  COST_LABELS,
  DEPARTMENT_LABELS,
  FINDING_KEYS,
  FINDING_LABELS,
  FLAG_LABELS,
  fullDay,
  HOUSE_GRADE_LABELS,
  HOUSEHOLD_KIND_LABELS,
  INCOME_LABELS,
  MEMBER_RELATION_LABELS,
  promptSentence,
  REJECTION_LABELS,
  RIGID_LABELS,
  yuan,
} from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import type { Block, Paper } from './paper';
import { addressOf, footOf, type Places } from './places';

/**
 * 未纳入特殊档案 (domain.md 3.3, glossary `nonInclusionDossier`): facts, the income sheet as computed, bills and what
 * came back of them, answers of the departments, why there is no risk, when the family is visited again. For staff
 * only. Null when the refusal needs none.
 */
export function dossierPaper(c: Case, places: Places): Paper | null {
  const dossier = c.rejection?.dossier ?? null;
  if (c.rejection === null || dossier === null || c.verification === null) return null;
  const { findings, prompts, answers } = dossier;
  return {
    name: '未纳入特殊档案',
    foot: `内部档案 · ${footOf(c, places)}`,
    blocks: [
      { kind: 'TITLE', lines: ['未纳入特殊档案'], under: '内部档案，不公示，不外传' },
      {
        kind: 'FACTS',
        facts: [
          { key: '编号', value: formatCaseNo(c.caseNo) },
          { key: '户主', value: `${c.headName}（${addressOf(c, places)}）` },
          { key: '户类型', value: HOUSEHOLD_KIND_LABELS[findings.householdKind] },
          { key: '申报日期', value: fullDay(localDate(c.cluedAt)) },
          { key: '不纳入日期', value: `${fullDay(localDate(c.rejection.at))}，${c.rejection.actor.name}` },
          { key: '不纳入原因', value: REJECTION_LABELS[dossier.reasonCode] },
          { key: '下次回访', value: `${fullDay(dossier.revisitOn)}前` },
        ],
      },
      { kind: 'HEADING', text: '一、为什么要建档' },
      { kind: 'LIST', items: prompts.map((prompt) => `${promptSentence(prompt)}。`) },
      { kind: 'HEADING', text: '二、家庭成员' },
      membersOf(c),
      { kind: 'HEADING', text: '三、核实情况' },
      { kind: 'LIST', items: factsFound(c) },
      { kind: 'HEADING', text: '四、收入和支出' },
      ...moneyOf(c),
      { kind: 'HEADING', text: '五、部门答复' },
      answers.length === 0 ? { kind: 'TEXT', text: '没有部门答复。' } : answersOf(answers),
      { kind: 'HEADING', text: '六、认为没有返贫致贫风险的理由' },
      { kind: 'TEXT', text: dossier.reason || REJECTION_LABELS[dossier.reasonCode], indent: true },
      { kind: 'SIGNATURES', of: ['核实人（签字）', '核实人（签字）', '镇级负责人（签字）', '日期'] },
      { kind: 'ISSUER', issuer: places.offices.town.office, on: fullDay(localDate(c.rejection.at)) },
    ],
  };
}

function membersOf(c: Case): Block {
  return {
    kind: 'TABLE',
    columns: [{ title: '姓名', name: true }, { title: '与户主关系' }, { title: '在不在家' }],
    rows: c.members.map(({ name, relation, away }) => [
      name,
      MEMBER_RELATION_LABELS[relation],
      away ? '在外地' : '在家',
    ]),
  };
}

function factsFound(c: Case): string[] {
  const record = c.verification?.record;
  if (record === undefined) return [];
  const { findings } = record;
  const signers = c.verification?.signatures.map(({ actor }) => actor.name).join('、');
  return [
    `${fullDay(record.visitedOn)}核实，核实人：${signers || '没有签字'}。`,
    `住房：${HOUSE_GRADE_LABELS[findings.houseGrade]}${findings.houseIsOnly ? '，唯一住房' : ''}。`,
    ...(c.unrelated.length === 0
      ? []
      : [`签字时声明不是这家亲戚的：${c.unrelated.map(({ name }) => name).join('、')}。`]),
    ...FINDING_KEYS.filter((key) => findings[key]).map((key) => `${FINDING_LABELS[key]}。`),
    ...(findings.waterCutDays > 0 ? [`断水 ${findings.waterCutDays} 天。`] : []),
    ...(findings.note === '' ? [] : [`备注：${findings.note}`]),
  ];
}

/** Sums as they were counted at the time: a dossier stays readable after the rules change (domain.md 5.3). */
function moneyOf(c: Case): Block[] {
  const verification = c.verification;
  if (verification === null) return [];
  const { assessment } = verification;
  const { sheet } = verification.record;
  const { from, to } = assessment.parameters.window;
  const rows = [
    ...sheet.income.map((row) => [
      INCOME_LABELS[row.code as keyof typeof INCOME_LABELS],
      yuan(row.amountFen),
    ]),
    ...sheet.costs.map((row) => [
      `减：${COST_LABELS[row.code as keyof typeof COST_LABELS]}`,
      yuan(row.amountFen),
    ]),
  ];
  return [
    { kind: 'TEXT', text: `时段：${from} 至 ${to}，按 ${assessment.parameters.members} 人算，单位：元。` },
    {
      kind: 'TABLE',
      columns: [
        { title: '收入和成本', share: 2, align: 'left' },
        { title: '金额', align: 'right' },
      ],
      rows: [...rows, ['家庭纯收入', yuan(assessment.net)]],
    },
    {
      kind: 'TABLE',
      columns: [
        { title: '刚性支出', share: 2, align: 'left' },
        { title: '花了', align: 'right' },
        { title: '报销、资助', align: 'right' },
        { title: '自付', align: 'right' },
      ],
      rows: sheet.rigid.map(({ code, paidFen, reimbursedFen }) => [
        RIGID_LABELS[code],
        yuan(paidFen),
        yuan(reimbursedFen),
        yuan(paidFen - reimbursedFen),
      ]),
    },
    {
      kind: 'FACTS',
      facts: [
        { key: '合规自付', value: `${yuan(assessment.compliantSelfPaidFen)} 元` },
        { key: '人均纯收入', value: `${yuan(assessment.netPerCapitaFen)} 元` },
        { key: '人均参考', value: `${yuan(assessment.referencePerCapitaFen)} 元` },
        { key: '监测线', value: `${yuan(assessment.parameters.lineFen)} 元` },
      ],
    },
  ];
}

const RESULTS = { CLEAR: '没有发现问题', FLAGGED: '有情况', UNAVAILABLE: '查不到' } as const;

function answersOf(answers: NonNullable<Case['dataCheck']>['answers']): Block {
  return {
    kind: 'TABLE',
    columns: [
      { title: '部门', share: 0.7 },
      { title: '结果', share: 0.9 },
      { title: '说明', share: 2, align: 'left' },
    ],
    rows: answers.map(({ department, result, flags, note }) => [
      DEPARTMENT_LABELS[department],
      RESULTS[result],
      [...flags.map((flag) => FLAG_LABELS[flag]), note].filter(Boolean).join('；'),
    ]),
  };
}
