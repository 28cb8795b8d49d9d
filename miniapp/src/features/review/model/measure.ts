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
  /** In the green channel: whether it came before its papers. */
  first?: 'YES' | 'NO';
}

/** Takes the form, the day of the answer and whether the case is in the green channel (domain.md 3.1). */
export function toMeasure(form: MeasureForm, today: string, green = false): Checked<MeasureInput> {
  const problems: Problems = {};
  if (form.measureCode === undefined) problems.measureCode = '先选是哪一类帮扶。';
  if (form.name.trim() === '') problems.name = '办了什么？比如“住院医疗救助”。';
  if (form.department.trim() === '') problems.department = '哪个部门办的？';
  if (!isLocalDate(form.on)) problems.on = sentence('BAD_DATE');
  else if (form.on > today) problems.on = sentence('MEASURE_IN_FUTURE');
  if (green && form.first === undefined) problems.emergency = '是不是先帮后补手续？选一个。';
  return checked(problems, () => ({
    measureCode: form.measureCode ?? 'COM',
    name: form.name.trim(),
    department: form.department.trim(),
    on: form.on,
    amountFen: form.amountFen ?? null,
    detail: form.detail.trim(),
    ...(green && form.first === 'YES' && { emergency: true }),
  }));
}
