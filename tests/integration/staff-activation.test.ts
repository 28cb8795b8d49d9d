import { randomUUID } from 'node:crypto';
import type { OperationName } from '@shared/contract';
import { sendIn } from '@tests/support/comparison';
import { type Office, openOffice } from '@tests/support/office';
import { type ListRow, staffTable } from '@tests/support/staff-list';

/** Whoever stands on a list takes it up with the own phone, and nobody else does. */
let office: Office;
let phone: string | null = null;
const COUNTY = '150521';
const NEIGHBOUR = '150522';
const ADMIN = 'guo-minhua';

beforeAll(async () => {
  office = await openOffice({
    wechat: { phoneNumber: async () => phone, readIdCard: async () => ({ name: null, idNo: null }) },
  });
  const { job } = await sendIn(office, ADMIN, `${COUNTY}-STAFF`, await staffTable(LIST), 'STAFF');
  expect(job.rows).toMatchObject({ total: LIST.length, good: LIST.length });
});
afterAll(() => office.close());

const AN: ListRow = { name: '安娜', phone: '13900000001', role: '镇分管领导', town: '保康镇' };
const LIST: ListRow[] = [
  AN,
  { name: '白云', phone: '13900000002', role: '村委会', town: '保康镇', village: '保西村' },
  { name: '兼管', phone: '13900000003', role: '县里经办' },
  { name: '双成', phone: '13900000020', role: '县里经办' },
];

/** Somebody over WeChat. */
async function by(openid: string, operation: OperationName, input: unknown = {}) {
  const identity = { kind: 'openid', openid } as const;
  return office.pipeline.invoke({ operation, input, requestId: randomUUID(), identity });
}
async function prove(openid: string, number: string | null): Promise<string> {
  phone = number;
  const told = await by(openid, 'accounts.phoneNumber', { code: 'once' });
  return (told.body as { proof: string }).proof;
}
const activate = async (openid: string, number: string, county = '') =>
  by(openid, 'staff.activate', { proof: await prove(openid, number), county });
const refused = (reason: string) => ({ body: { error: { reason } } });

test('the owner of the number comes with it and serves; nobody else does', async () => {
  expect(await activate('wx-stranger', '13912345678')).toMatchObject({
    status: 404,
    ...refused('STAFF_PHONE_UNKNOWN'),
  });
  expect((await by('wx-anna', 'reviews.queue')).status).toBe(403);
  expect((await activate('wx-anna', '13900000001')).body).toMatchObject({
    me: { name: '安娜', grants: [{ role: 'TOWN_LEADER', regionName: '保康镇' }] },
    lists: [{ county: COUNTY, name: '安娜' }],
  });
  expect((await by('wx-anna', 'reviews.queue')).status).toBe(200);
  // Done again it is the same; another account with her number, or she with another number, is not.
  const grants = () => office.database.look('SELECT * FROM person_grant ORDER BY person_id, role');
  const before = await grants();
  expect((await activate('wx-anna', '13900000001')).status).toBe(200);
  expect(await grants()).toEqual(before);
  expect(await activate('wx-thief', '13900000001')).toMatchObject(refused('STAFF_PHONE_TAKEN'));
  expect(await activate('wx-anna', '13900000002')).toMatchObject(refused('STAFF_OTHER_PHONE'));
  const { personId } = (await by('wx-anna', 'accounts.me')).body as { personId: string };
  expect(await office.database.look('SELECT what, detail FROM audit WHERE case_id = $1', [personId])).toEqual(
    [{ what: 'SERVICE', detail: 'begins: TOWN_LEADER 150521100' }],
  );
});

test('a proof is its owner’s for ten minutes, and nobody makes one', async () => {
  const proof = await prove('wx-bo', '13900000002');
  for (const given of [proof, 'k1.AAAA', ''])
    expect(await by('wx-thief', 'staff.activate', { proof: given })).toMatchObject(
      refused('STAFF_PROOF_OVER'),
    );
  const later = Date.now() + 11 * 60_000;
  const { clock } = office.adapters;
  const spy = jest.spyOn(clock, 'wall').mockReturnValue(new Date(later).toISOString());
  expect(await by('wx-bo', 'staff.activate', { proof })).toMatchObject(refused('STAFF_PROOF_OVER'));
  spy.mockRestore();
  expect((await by('wx-bo', 'staff.activate', { proof })).status).toBe(200);
});

test('the same number from two phones at once: one of them serves', async () => {
  await sendIn(
    office,
    ADMIN,
    `${COUNTY}-STAFF`,
    await staffTable([...LIST, { ...AN, name: '同号', phone: '13900000030' }]),
    'STAFF',
  );
  const proofs = [await prove('wx-one', '13900000030'), await prove('wx-other', '13900000030')] as const;
  const [a, b] = await Promise.all([
    by('wx-one', 'staff.activate', { proof: proofs[0] }),
    by('wx-other', 'staff.activate', { proof: proofs[1] }),
  ]);
  expect([a.status, b.status].sort()).toEqual([200, 409]);
});

test('whoever administers handles no case, and takes up nothing of the own making', async () => {
  phone = '13900000003';
  const { proof } = await office.must(ADMIN, 'accounts.phoneNumber', { code: 'once' });
  expect(await office.ask(ADMIN, 'staff.activate', { input: { proof } })).toMatchObject(
    refused('STAFF_ADMIN_APART'),
  );
  // Nor when the office was left in between.
  await office.database.look(
    "UPDATE person_grant SET until_day = '2026-01-01' WHERE person_id = 'demo-guo-minhua'",
  );
  expect(await office.ask(ADMIN, 'staff.activate', { input: { proof } })).toMatchObject(
    refused('STAFF_OWN_ENTRY'),
  );
  await office.database.look("UPDATE person_grant SET until_day = NULL WHERE person_id = 'demo-guo-minhua'");
});

test('a number on the lists of two counties: the person says which, and serves in no other', async () => {
  const { keys } = office.adapters;
  const digest = keys.blindIndex('PHONE', '13900000020');
  const id = `${NEIGHBOUR}-${'0'.repeat(32)}`;
  const { keyId, bytes } = keys.seal('13900000020', `staff_entry/${NEIGHBOUR}/${id}`);
  await office.database.look('INSERT INTO staff_phone VALUES ($1, $2)', [digest, NEIGHBOUR]);
  await office.database.look(
    `INSERT INTO staff_entry (county, id, phone_digest, key_id, sealed, name, role, region, listed_in, added_by, added_at)
     VALUES ($1, $2, $3, $4, $5, '双成', 'COUNTY_CLERK', $6, 'x', 'demo-guo-minhua', now())`,
    [NEIGHBOUR, id, digest, keyId, bytes, NEIGHBOUR],
  );
  expect((await activate('wx-two', '13900000020')).body).toMatchObject({
    me: null,
    lists: [{ county: COUNTY }, { county: NEIGHBOUR }],
  });
  expect((await activate('wx-two', '13900000020', NEIGHBOUR)).body).toMatchObject({
    me: { grants: [{ region: NEIGHBOUR }] },
  });
  const { rows: staff } = await office.must(ADMIN, 'staff.list', { county: COUNTY, text: '双成' });
  expect(staff).toMatchObject([{ state: 'WAITING', posts: [{ region: COUNTY }] }]);
});

test('the number is read nowhere: not in the database, not in the log', async () => {
  const [dump] = await office.database.look<{ all: string }>(
    `SELECT (SELECT json_agg(e) FROM staff_entry e)::text || (SELECT json_agg(p) FROM person_phone p)::text
         || (SELECT json_agg(r) FROM request_log r)::text AS all`,
  );
  expect(dump?.all).not.toContain('1390000000');
  expect(JSON.stringify(office.logged)).not.toContain('1390000000');
});
