import { RESULT_WORDS } from '@shared/casework/answer-rows';
import { FLAG_LABELS } from '@shared/messages';
import type { Column } from '../adapters';

/** What goes out and comes back: no more of a person than the department needs to find her. */
export const ANSWER_COLUMNS = [
  { key: 'code', title: '查对码', needed: true, width: 14 },
  { key: 'name', title: '姓名', width: 12 },
  { key: 'idNo', title: '身份证号码', also: ['身份证号', '证件号码'], width: 22 },
  {
    key: 'result',
    title: '查对结果',
    also: ['结果'],
    needed: true,
    width: 12,
    choices: Object.values(RESULT_WORDS).map((words) => words[0] ?? ''),
  },
  {
    key: 'flags',
    title: '查到什么',
    width: 24,
    choices: Object.values(FLAG_LABELS).map((text) => text.split('、')[0] ?? text),
  },
  { key: 'amount', title: '值多少钱（元）', also: ['金额'], width: 14 },
  { key: 'note', title: '说明', also: ['备注'], width: 40 },
] as const satisfies readonly Column[];

export type AnswerColumn = (typeof ANSWER_COLUMNS)[number]['key'];
