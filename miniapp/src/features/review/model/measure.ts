import { isLocalDate } from '@shared/calendar/dates';
import type { MeasureCode, MeasureInput } from '@shared/casework';
import { sentence } from '@shared/messages/reasons';
import { type Checked, checked, type Problems } from './checked';

export interface MeasureForm {
  measureCode?: MeasureCode;
  name: string;
  department: string;
  on: string;
  amountFen?: number;
  detail: string;
}

export function toMeasure(form: MeasureForm, today: string): Checked<MeasureInput> {
  const problems: Problems = {};
  if (form.measureCode === undefined) problems.measureCode = '先选是哪一类帮扶。';
  if (form.name.trim() === '') problems.name = '办了什么？比如“住院医疗救助”。';
  if (form.department.trim() === '') problems.department = '哪个部门办的？';
  if (!isLocalDate(form.on)) problems.on = sentence('BAD_DATE');
  else if (form.on > today) problems.on = sentence('MEASURE_IN_FUTURE');
  return checked(problems, () => ({
    measureCode: form.measureCode ?? 'COM',
    name: form.name.trim(),
    department: form.department.trim(),
    on: form.on,
    amountFen: form.amountFen ?? null,
    detail: form.detail.trim(),
  }));
}
