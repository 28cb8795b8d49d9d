import { createKeys, type KeyMaterial } from '@functions/adapters/keys';
import { openDatabase } from '@functions/adapters/postgres/scoped';
import { createPipeline } from '@functions/runtime/pipeline';
import { HEAD_ID, PHONE, TROUBLE, WIFE_ID, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';
import { newKeyMaterial } from '@tests/support/stand-ins';

const keys: KeyMaterial = newKeyMaterial();
let office: Office;
let caseId: string;

beforeAll(async () => {
  office = await openOffice({ keys });
  await office.must('tian-xiaoyu', 'applications.saveDraft', {
    formVersion: 1,
    step: 'phone',
    answers: { phone: PHONE, idNo: HEAD_ID, text: TROUBLE },
  });
  ({ caseId } = await walk(office, 'announced'));
  await office.must('he-min', 'reviews.reveal', {
    caseId,
    field: 'ID',
    memberKey: 'wife',
    reason: `核对 ${PHONE} 这个号`,
  });
  await office.must('tian-xiaoyu', 'applications.saveDraft', {
    formVersion: 1,
    step: 'phone',
    answers: { phone: PHONE, idNo: HEAD_ID, text: TROUBLE },
  });
  await office.tick();
});
afterAll(() => office.close());

/** What nobody may read in a table, a log or a backup: as text, in pieces, as bytes of UTF-8. */
const SECRETS = [
  HEAD_ID,
  WIFE_ID,
  PHONE,
  TROUBLE,
  '父亲中风',
  '收入在线上，必须花的钱太多',
  '情况属实',
  '2880000',
];

/** Every row of every table as text, by table; bytes are in hex. */
async function everything(): Promise<Map<string, string>> {
  const tables = await office.database.look<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const each = tables.map(
    ({ name }) => `SELECT '${name}' AS name, string_agg(t::text, ' ') AS text FROM ${name} t`,
  );
  const rows = await office.database.look<{ name: string; text: string | null }>(each.join(' UNION ALL '));
  return new Map(rows.map(({ name, text }) => [name, text ?? '']));
}

test('no table holds an ID number, a phone, what the family told, or what staff wrote about it', async () => {
  const all = await everything();
  const filled = [...all.values()].filter((text) => text !== '');
  expect(filled.length).toBeGreaterThan(20);
  for (const [table, text] of all) {
    for (const secret of SECRETS) {
      expect([table, text.includes(secret)]).toEqual([table, false]);
      const bytes = Buffer.from(secret).toString('hex');
      expect([table, text.includes(bytes)]).toEqual([table, false]);
    }
  }
});

test('the same search finds what is not secret, so it can find', async () => {
  const all = await everything();
  expect(all.get('case_row')).toContain('田有福');
  expect(all.get('notice')).toContain('田有福');
});

test('no line of the log holds them either', () => {
  const text = JSON.stringify(office.logged);
  expect(text).toContain('applications.submit');
  for (const secret of [...SECRETS, '田有福']) expect(text).not.toContain(secret);
});

describe('keys', () => {
  test('a text opens with its key at its place, and nowhere else', () => {
    const one = createKeys(keys);
    const sealed = one.seal(HEAD_ID, 'case_event/150521/a/1');
    expect(one.open(sealed, 'case_event/150521/a/1')).toBe(HEAD_ID);
    expect(() => one.open(sealed, 'case_event/150521/a/2')).toThrow();
    const changed = Buffer.from(sealed.bytes);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(() => one.open({ ...sealed, bytes: changed }, 'case_event/150521/a/1')).toThrow();
    expect(() => createKeys(newKeyMaterial()).open(sealed, 'case_event/150521/a/1')).toThrow();
  });

  test('the same text never looks the same twice', () => {
    const one = createKeys(keys);
    expect(one.seal(HEAD_ID, 'x').bytes.equals(one.seal(HEAD_ID, 'x').bytes)).toBe(false);
  });

  test('a short key, or an active one that is not there, is refused at the start', () => {
    expect(() => createKeys({ ...keys, fieldKeys: { k1: 'YWJj' } })).toThrow('32 bytes');
    expect(() => createKeys({ ...keys, activeKeyId: 'k9' })).toThrow('k9');
  });

  test('keys rotate: what the old one locked still opens, what is new is locked with the new one', async () => {
    const rotated: KeyMaterial = {
      ...keys,
      fieldKeys: { ...keys.fieldKeys, k2: newKeyMaterial().fieldKeys.k1 ?? '' },
      activeKeyId: 'k2',
    };
    const database = openDatabase({ url: office.database.appUrl });
    const pipeline = createPipeline(
      { ...office.adapters, database, keys: createKeys(rotated) },
      { profile: 'local', rateFactor: 100 },
    );
    const call = async (operation: string, input: object) =>
      pipeline.invoke({
        operation,
        input,
        requestId: `rotate-${operation}`,
        identity: await office.identity('li-chunmei'),
      });
    const read = await call('reviews.case', { caseId });
    expect(read.status).toBe(200);
    const { version } = (read.body as { case: { version: number } }).case;
    const written = await call('reviews.recordMeasure', {
      caseId,
      version,
      measureCode: 'HEA',
      name: '医疗救助',
      department: '医保局',
      on: '2026-03-16',
    });
    expect(written.status).toBe(200);
    const used = await office.database.look<{ key_id: string }>(
      'SELECT DISTINCT key_id FROM case_event WHERE case_id = $1 ORDER BY 1',
      [caseId],
    );
    expect(used.map((row) => row.key_id)).toEqual(['k1', 'k2']);
    await database.close();
  });

  test('a sealed event that is moved to another place in the history does not open', async () => {
    const moved = await walk(office, 'accepted', { idNo: null, headName: '沈大山' });
    // What a thief with the database could do, and the application cannot.
    await office.database.look(
      `UPDATE case_event e SET sealed = o.sealed FROM case_event o
        WHERE e.case_id = $1 AND e.seq = 3 AND o.case_id = $1 AND o.seq = 2`,
      [moved.caseId],
    );
    const { status, body } = await office.ask('li-chunmei', 'reviews.case', {
      input: { caseId: moved.caseId },
    });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('沈大山');
  });
});
