import type { Input } from '@miniapp/platform/api';
import type { MeasureCode, Need, RiskType } from '@shared/casework/codes';
import type { Owner } from '@shared/measures/codes';

/** A measure as it is being written down. */
export interface PlannedForm {
  name: string;
  code?: MeasureCode;
  /** 「risk:ILLNESS」, 「need:JOB」 or nothing: for what it is. */
  reason?: `risk:${RiskType}` | `need:${Need}`;
  memberKey: string | null;
  owner?: Owner;
  office: string;
  person: string;
  dueOn: string;
  amountFen?: number;
  service: string;
  expected: string;
}

export const NEW_PLANNED: PlannedForm = {
  name: '',
  memberKey: null,
  office: '',
  person: '',
  dueOn: '',
  service: '',
  expected: '',
};

/** What is still missing, by field. `due` is asked of what is still to come. */
export function plannedProblems(
  { name, code, owner, office, dueOn }: PlannedForm,
  today: string,
  due = true,
): Record<string, string> {
  const problems: Record<string, string> = {};
  if (name.trim() === '') problems.name = '帮什么？比如“慢病签约”。';
  if (code === undefined) problems.code = '先选是哪一类帮扶。';
  if (owner === undefined) problems.owner = '选是谁办。';
  if (office.trim() === '') problems.office = '写上单位的名字。';
  if (due && dueOn === '') problems.dueOn = '选哪天前办好。';
  else if (due && dueOn < today) problems.dueOn = '这一天过了，选今天以后的。';
  return problems;
}

type Planned = Input<'measures.makePlan'>['measures'][number];

/** The same as it is handed in. @param today stands in for the day of what has come already */
export function toPlanned(form: PlannedForm, today: string): Planned {
  const [of, what] = form.reason?.split(':') ?? [];
  return {
    code: form.code ?? 'COM',
    name: form.name.trim(),
    risk: of === 'risk' ? (what as RiskType) : null,
    need: of === 'need' ? (what as Need) : null,
    memberKey: form.memberKey,
    owner: form.owner ?? 'OTHER',
    office: form.office.trim(),
    person: form.person.trim(),
    dueOn: form.dueOn === '' ? today : form.dueOn,
    amountFen: form.amountFen ?? null,
    service: form.service.trim(),
    expected: form.expected.trim(),
  };
}
