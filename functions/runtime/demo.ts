import type { StaffRole } from '@shared/access';
import type { Department } from '@shared/casework';
import type { DemoPerson } from '@shared/contract';
import { DEMO_2026, PROFILES, type Profile } from '@shared/procedure';
import type { Db } from '../adapters/postgres/scoped';
import type { Adapters } from './context';
import * as sql from './demo.sql';
import { createPipeline } from './pipeline';

/** The demo county is real ground (infra/database/seed); everybody on it is invented. */
export const DEMO_COUNTY = '150521';
/** 保康镇保西村 */
export const FIRST_VILLAGE = '150521100200';
/** 保康镇保南村 */
export const SECOND_VILLAGE = '150521100201';
const TOWN = '150521100';

const LONG_AGO = '2000-01-01';

interface Invented {
  id: string;
  name: string;
  who: string;
  office: string;
  grant?: { role: StaffRole; region: string; department?: Department };
  /** Village whose board's code the person scanned. */
  bound?: string;
}

const PEOPLE: readonly Invented[] = [
  { id: 'demo-tian-xiaoyu', name: '田晓雨', who: '田有福的女儿', office: '保西村村民', bound: FIRST_VILLAGE },
  { id: 'demo-he-ming', name: '贺明', who: '同村村民', office: '保西村村民', bound: FIRST_VILLAGE },
  { id: 'demo-shen-wen', name: '沈文', who: '外地人', office: '没有选村' },
  staff('li-chunmei', '李春梅', '村委会', '保西村', 'VILLAGE', FIRST_VILLAGE),
  staff('zhou-zhengping', '周正平', '村委会', '保西村', 'VILLAGE', FIRST_VILLAGE),
  staff('wang-jianjun', '王建军', '驻村工作队', '保西村', 'TASKFORCE', FIRST_VILLAGE),
  staff('zhao-dayong', '赵大勇', '网格员', '保西村', 'GRID', FIRST_VILLAGE),
  staff('liu-zhigang', '刘志刚', '帮扶责任人', '保西村', 'HELPER', FIRST_VILLAGE),
  staff('sun-xiuying', '孙秀英', '村委会', '保南村', 'VILLAGE', SECOND_VILLAGE),
  staff('he-min', '何敏', '镇里经办', '保康镇', 'TOWN_CLERK', TOWN),
  staff('chen-li', '陈立', '镇分管领导', '保康镇', 'TOWN_LEADER', TOWN),
  staff('wu-haiyan', '吴海燕', '县里经办', '科尔沁左翼中旗', 'COUNTY_CLERK', DEMO_COUNTY),
  dept('ma-jun', '马军', '县公安局', 'POLICE'),
  dept('bao-lin', '包琳', '县医保局', 'MEDICAL_INSURANCE'),
  staff('guo-minhua', '郭敏华', '系统管理员', '科尔沁左翼中旗', 'SYSADMIN', DEMO_COUNTY),
  staff('gao-zhiyuan', '高志远', '县级审定人', '科尔沁左翼中旗', 'COUNTY_LEADER', DEMO_COUNTY),
  staff('su-jing', '苏静', '监督人员', '科尔沁左翼中旗', 'SUPERVISOR', DEMO_COUNTY),
];

function staff(
  id: string,
  name: string,
  who: string,
  office: string,
  role: StaffRole,
  region: string,
): Invented {
  return { id: `demo-${id}`, name, who, office, grant: { role, region } };
}

function dept(id: string, name: string, office: string, department: Department): Invented {
  const person = staff(id, name, '行业部门', office, 'DEPT', DEMO_COUNTY);
  return { ...person, grant: { role: 'DEPT', region: DEMO_COUNTY, department } };
}

/** Offices with invented people and numbers of an area code that is not assigned. */
const OFFICES = [
  { region: FIRST_VILLAGE, suffix: '村民委员会', contact: '李春梅', phone: '0990-5210001' },
  { region: SECOND_VILLAGE, suffix: '村民委员会', contact: '孙秀英', phone: '0990-5210002' },
  { region: TOWN.padEnd(12, '0'), suffix: '农业农村办', contact: '何敏', phone: '0990-5210100' },
  { region: DEMO_COUNTY.padEnd(12, '0'), suffix: '农牧局', contact: '吴海燕', phone: '0990-5219000' },
] as const;

export interface DemoOptions {
  /** The profile that new cases start with; DEMO-2026 when not given. It stays the one that was put in force first. */
  profile?: Profile;
}

/**
 * Makes the demo county's procedure, offices and people; run again it changes nothing. The county's regions must be
 * in the database. Gives the people with their sign-in links.
 */
export async function seedDemo(adapters: Adapters, options: DemoOptions = {}): Promise<DemoPerson[]> {
  const { database, keys, clock } = adapters;
  const now = clock.wall();
  await database.transaction({ region: DEMO_COUNTY, person: 'system' }, async (db) => {
    await seedProfiles(db, options.profile ?? DEMO_2026);
    for (const { region, suffix, contact, phone } of OFFICES)
      await db.write(sql.insertOffice, [DEMO_COUNTY, region, suffix, contact, phone]);
    for (const [order, { id, name, who, office, grant, bound }] of PEOPLE.entries()) {
      await db.write(sql.insertPerson, [id, name, JSON.stringify({ who, office, order }), now]);
      if (grant)
        await db.write(sql.insertGrant, [
          DEMO_COUNTY,
          id,
          grant.role,
          grant.region,
          LONG_AGO,
          grant.department ?? null,
        ]);
      if (bound) await db.write(sql.bindVillage, [DEMO_COUNTY, id, bound, now]);
      await db.write(sql.insertLink, [keys.tokenHash(keys.demoToken(id)), id]);
    }
  });
  const { body } = await createPipeline(adapters, { profile: 'local' }).invoke({
    operation: 'local.people',
    input: {},
    identity: { kind: 'anonymous' },
  });
  return (body as { people: DemoPerson[] }).people;
}

async function seedProfiles(db: Db, inForce: Profile): Promise<void> {
  for (const profile of [...Object.values(PROFILES), inForce])
    await db.write(sql.insertProfile, [
      DEMO_COUNTY,
      profile.code,
      profile.version,
      JSON.stringify(profile),
      profile.effectiveFrom,
    ]);
  await db.write(sql.putInForce, [DEMO_COUNTY, LONG_AGO, inForce.code, inForce.version]);
}
