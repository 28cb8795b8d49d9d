import { STAFF_ROLES } from '@shared/access';
import { ROLE_LABELS } from '@shared/messages';
import { placeOfRole, roleOfWords, type StaffRow, staffReader } from '@shared/staff';

const COUNTY = '150521';
const read = staffReader({
  county: COUNTY,
  towns: [
    { code: '150521100', name: '保康镇' },
    { code: '150521101', name: '花吐古拉镇' },
  ],
  villages: [
    { code: '150521100200', name: '保西村', town: '保康镇' },
    { code: '150521100201', name: '同名村', town: '保康镇' },
    { code: '150521101200', name: '同名村', town: '花吐古拉镇' },
  ],
});
const ROW: StaffRow = {
  name: '安娜',
  phone: '13900000001',
  role: '村委会',
  town: '保康镇',
  village: '保西村',
  department: '',
};
const outcome = (row: Partial<StaffRow>) => {
  const found = read({ ...ROW, ...row });
  return found.ok ? found.staff.region : found.fault;
};

describe('a row of a list of staff', () => {
  test('says who serves where by which phone', () => {
    expect(read({ ...ROW, phone: '+86 139-0000-0001' })).toEqual({
      ok: true,
      staff: {
        name: '安娜',
        phone: '13900000001',
        role: 'VILLAGE',
        region: '150521100200',
        department: null,
      },
    });
  });

  test.each<[string, Partial<StaffRow>]>([
    ['STAFF_NAME_WRONG', { name: '' }],
    ['STAFF_NAME_WRONG', { name: '安娜1' }],
    ['STAFF_PHONE_WRONG', { phone: '1390000' }],
    ['STAFF_PHONE_WRONG', { phone: '1.39E+10' }],
    ['STAFF_ROLE_UNKNOWN', { role: '书记助理' }],
    ['STAFF_ROLE_UNKNOWN', { role: '' }],
    ['STAFF_ROLE_UNKNOWN', { role: '管理员' }],
    ['STAFF_VILLAGE_MISSING', { village: '' }],
    ['STAFF_PLACE_UNKNOWN', { village: '没有的村' }],
    ['STAFF_PLACE_UNKNOWN', { town: '花吐古拉镇' }],
    ['STAFF_PLACE_SEVERAL', { town: '', village: '同名村' }],
    ['STAFF_PLACE_OUTSIDE', { town: '', village: '150522100200' }],
    ['STAFF_TOWN_MISSING', { role: '镇里经办', town: '', village: '' }],
    ['STAFF_PLACE_UNKNOWN', { role: '镇里经办', town: '别处镇', village: '' }],
    ['STAFF_PLACE_TOO_SMALL', { role: '镇里经办' }],
    ['STAFF_PLACE_TOO_SMALL', { role: '县里经办', village: '' }],
    ['STAFF_PLACE_TOO_SMALL', { role: '系统管理员' }],
    ['STAFF_DEPARTMENT_UNKNOWN', { role: '行业部门', town: '', village: '' }],
    ['STAFF_DEPARTMENT_NEEDLESS', { department: '医保' }],
  ])('%s: %j', (fault, row) => expect(outcome(row)).toBe(fault));

  test.each<[string, Partial<StaffRow>]>([
    ['150521101200', { town: '花吐古拉镇', village: '同名村' }],
    ['150521100', { role: '镇分管领导', village: '' }],
    [COUNTY, { role: '县级审定人', town: '', village: '' }],
    [COUNTY, { role: '行业部门', town: '', village: '', department: '医保' }],
    // Supervisors look on at any level (domain.md 1.1).
    ['150521100200', { role: '监督人员' }],
    ['150521100', { role: '监督人员', village: '' }],
    [COUNTY, { role: '监督人员', town: '', village: '' }],
  ])('serves in %s: %j', (region, row) => expect(outcome(row)).toBe(region));

  test('every role is known by its name, and no word means two', () => {
    for (const role of STAFF_ROLES) expect(roleOfWords(` ${ROLE_LABELS[role]} `)).toBe(role);
    expect(roleOfWords('驻村第一书记')).toBe('TASKFORCE');
    expect(placeOfRole(roleOfWords('信息员') ?? 'SYSADMIN')).toBe('VILLAGE');
  });

  test('never serves outside of the county, whatever is written', () => {
    const words = ['', '保康镇', '150521100', '150522100', '150522100200', '同名村', '保西村', '1505'];
    for (const role of Object.values(ROLE_LABELS))
      for (const town of words)
        for (const village of words) {
          const found = read({ ...ROW, role, town, village, department: role === '行业部门' ? '医保' : '' });
          if (!found.ok) continue;
          expect(found.staff.region.startsWith(COUNTY)).toBe(true);
          // No wider than what is written: whoever writes a village gives no county away.
          if (village !== '') expect(found.staff.region).toHaveLength(12);
        }
  });
});
