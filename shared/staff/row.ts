import { levelOfRole, STAFF_ROLES, type StaffRole } from '@shared/access';
import { DEPARTMENTS, type Department } from '@shared/casework';
import type { VillagePlace } from '@shared/clues';
import { villageFinder } from '@shared/clues';
import { DEPARTMENT_LABELS, ROLE_LABELS } from '@shared/messages/labels';
import { checkName, checkPhone } from '@shared/people';

/** A row of the list, as it is written. */
export interface StaffRow {
  name: string;
  phone: string;
  role: string;
  department: string;
  town: string;
  village: string;
}

export const STAFF_ROW_FAULTS = [
  'STAFF_NAME_WRONG',
  'STAFF_PHONE_WRONG',
  'STAFF_ROLE_UNKNOWN',
  'STAFF_DEPARTMENT_UNKNOWN',
  'STAFF_DEPARTMENT_NEEDLESS',
  'STAFF_PLACE_TOO_SMALL',
  'STAFF_TOWN_MISSING',
  'STAFF_VILLAGE_MISSING',
  'STAFF_PLACE_UNKNOWN',
  'STAFF_PLACE_OUTSIDE',
  'STAFF_PLACE_SEVERAL',
] as const;
export type StaffRowFault = (typeof STAFF_ROW_FAULTS)[number];

export interface ReadStaff {
  name: string;
  phone: string;
  role: StaffRole;
  /** Digits of the place served: 6, 9 or 12, as the role asks (domain.md 1.1). */
  region: string;
  department: Department | null;
}

/** A township of the county. */
export interface TownPlace {
  /** Nine digits. */
  code: string;
  name: string;
}

export interface Places {
  county: string;
  towns: readonly TownPlace[];
  villages: readonly VillagePlace[];
}

export type ReadStaffRow = { ok: true; staff: ReadStaff } | { ok: false; fault: StaffRowFault };

const TOWN_DIGITS = 9;
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** How wide the region of a role is (domain.md 1.1): villages have theirs, townships theirs, all others the county. */
export function placeOfRole(role: StaffRole): 'VILLAGE' | 'TOWN' | 'COUNTY' {
  const level = levelOfRole(role);
  return level === 'VILLAGE' || level === 'TOWN' ? level : 'COUNTY';
}

/** Words that offices write for the same role (domain.md 1.1). Words that could mean two roles are not here,
 * and an administrator is written out. */
const ALSO: Partial<Record<StaffRole, readonly string[]>> = {
  GRID: ['村组长', '村民小组长', '信息员'],
  VILLAGE: ['村两委', '村支书', '村主任', '村委员', '嘎查委员会', '居委会'],
  TASKFORCE: ['驻村干部', '第一书记', '驻村第一书记', '驻村工作队员'],
  HELPER: ['帮扶联系人', '帮扶干部'],
  TOWN_CLERK: ['镇经办', '乡镇经办'],
  TOWN_LEADER: ['镇里分管领导', '乡镇分管领导', '乡镇审核人'],
  COUNTY_CLERK: ['县经办'],
  COUNTY_LEADER: ['县里审定人'],
  DEPT: ['部门'],
  SUPERVISOR: ['监督员'],
};

/** The role that a cell names: its Chinese name as on the form, a usual word for it, or the code. */
export function roleOfWords(text: string): StaffRole | undefined {
  const said = plain(text);
  return STAFF_ROLES.find(
    (role) => said === role || said === plain(ROLE_LABELS[role]) || ALSO[role]?.includes(said),
  );
}

/**
 * Takes rows as they are written; gives whom each names, for which place of this county. Nothing is guessed: a place that
 * is not of the county, a name that several have, or a place narrower than the role is a fault.
 */
export function staffReader({ county, towns, villages }: Places): (row: StaffRow) => ReadStaffRow {
  const findVillage = villageFinder(villages);
  const findTown = (said: string): TownPlace | undefined =>
    towns.find(
      ({ code, name }) => said.endsWith(plain(name)) || said === code || said === code.padEnd(12, '0'),
    );
  const isForeign = (said: string): boolean => /^\d{6,12}$/.test(said) && !said.startsWith(county);

  const written = (town: string, village: string) =>
    village !== '' ? 'VILLAGE' : town !== '' ? 'TOWN' : 'COUNTY';

  function regionOf(role: StaffRole, row: StaffRow): string | StaffRowFault {
    const town = plain(row.town);
    const village = plain(row.village);
    if (isForeign(town) || isForeign(village)) return 'STAFF_PLACE_OUTSIDE';
    // Supervisors look on at any level (domain.md 1.1).
    const place = role === 'SUPERVISOR' ? written(town, village) : placeOfRole(role);
    if (place === 'COUNTY') return town === '' && village === '' ? county : 'STAFF_PLACE_TOO_SMALL';
    if (place === 'TOWN') {
      if (village !== '') return 'STAFF_PLACE_TOO_SMALL';
      if (town === '') return 'STAFF_TOWN_MISSING';
      return findTown(town)?.code.slice(0, TOWN_DIGITS) ?? 'STAFF_PLACE_UNKNOWN';
    }
    if (village === '') return 'STAFF_VILLAGE_MISSING';
    const found = findVillage(town, village);
    if (found.ok) return found.village;
    return found.why === 'SEVERAL' ? 'STAFF_PLACE_SEVERAL' : 'STAFF_PLACE_UNKNOWN';
  }

  return (row) => {
    const fail = (fault: StaffRowFault): ReadStaffRow => ({ ok: false, fault });
    const name = checkName(row.name);
    if (!name.ok) return fail('STAFF_NAME_WRONG');
    const phone = checkPhone(row.phone);
    if (!phone.ok) return fail('STAFF_PHONE_WRONG');
    const role = roleOfWords(row.role);
    if (role === undefined) return fail('STAFF_ROLE_UNKNOWN');
    const said = plain(row.department);
    const department = DEPARTMENTS.find((code) => said === code || said === DEPARTMENT_LABELS[code]);
    if (role === 'DEPT' && department === undefined) return fail('STAFF_DEPARTMENT_UNKNOWN');
    if (role !== 'DEPT' && said !== '') return fail('STAFF_DEPARTMENT_NEEDLESS');
    const region = regionOf(role, row);
    if (!/^\d+$/.test(region)) return fail(region as StaffRowFault);
    return {
      ok: true,
      staff: { name: name.name, phone: phone.phone, role, region, department: department ?? null },
    };
  };
}
