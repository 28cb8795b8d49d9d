import { STAFF_ROLES } from '@shared/access';
import { DEPARTMENTS } from '@shared/casework';
import { DEPARTMENT_LABELS, ROLE_LABELS } from '@shared/messages';
import type { Column } from '../adapters';

/** What a county writes of whoever serves: who, by which phone, as what and where. */
export const STAFF_COLUMNS = [
  { key: 'name', title: '姓名', needed: true, width: 12 },
  { key: 'phone', title: '手机号', also: ['手机', '手机号码', '联系电话', '电话'], needed: true, width: 16 },
  {
    key: 'role',
    title: '职责',
    also: ['角色', '岗位'],
    needed: true,
    width: 14,
    choices: STAFF_ROLES.map((role) => ROLE_LABELS[role]),
  },
  { key: 'town', title: '乡镇', also: ['镇', '乡', '苏木'], width: 14 },
  { key: 'village', title: '村', also: ['行政村', '所在村', '嘎查'], width: 18 },
  {
    key: 'department',
    title: '部门',
    also: ['行业部门'],
    width: 12,
    choices: DEPARTMENTS.map((code) => DEPARTMENT_LABELS[code]),
  },
] as const satisfies readonly Column[];
