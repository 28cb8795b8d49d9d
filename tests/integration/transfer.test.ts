import { DEMO_2026 } from '@shared/procedure';
import { REPORT } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

const THERE = '990202003204';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const { look } = office.database;
  for (const [code, name, level, parent] of [
    ['990202000000', '对照县', 'COUNTY', null],
    ['990202003000', '东坪镇', 'TOWN', '990202000000'],
    [THERE, '柏树坪村', 'VILLAGE', '990202003000'],
  ])
    await look(
      `INSERT INTO region (county, code, name, level, parent, valid_from) VALUES ('990202', $1, $2, $3, $4, '2000-01-01')`,
      [code, name, level, parent],
    );
  await look(
    `INSERT INTO profile (county, code, version, doc, effective_from) VALUES ('990202', 'DEMO-2026', 1, $1, '2026-01-01')`,
    [JSON.stringify(DEMO_2026)],
  );
  await look(
    `INSERT INTO profile_in_force (county, from_day, code, version) VALUES ('990202', '2000-01-01', 'DEMO-2026', 1)`,
  );
  await look(
    `INSERT INTO person_grant (county, person_id, role, region, from_day)
     VALUES ('990202', 'demo-sun-xiuying', 'VILLAGE', $1, '2026-01-01')`,
    [THERE],
  );
});
afterEach(() => office.close());

const linkOf = (person: string, attachmentId: string) =>
  office.ask(person, 'attachments.link', { input: { attachmentId } });

test('a report goes to another county with its clock, its history and its files; the old village has no part any more', async () => {
  const photo = await office.photo('tian-xiaoyu');
  const { case: sent } = await office.must('tian-xiaoyu', 'applications.submit', {
    ...REPORT,
    photoIds: [photo],
  });
  expect((await linkOf('li-chunmei', photo)).status).toBe(200);
  expect((await linkOf('sun-xiuying', photo)).status).toBe(404);
  office.at('2026-03-03 10:00');
  const { case: gone } = await office.must('he-min', 'reviews.transfer', {
    caseId: sent.id,
    version: sent.version,
    village: THERE,
    reason: '户口在柏树坪村',
  });
  expect(gone.state).toBe('TRANSFERRED');

  const [row] = await office.database.look<{ id: string }>("SELECT id FROM case_row WHERE county = '990202'");
  const { case: there } = await office.must('sun-xiuying', 'reviews.case', { caseId: row?.id ?? '' });
  expect(there).toMatchObject({ state: 'SUBMITTED', village: THERE, headName: '田有福' });
  // The cap runs from the first clue, and what was done before is read there.
  expect(there.clock.cluedOn).toBe('2026-03-02');
  expect(there.carried.map(({ type }) => type)).toEqual(['ReportSubmitted']);
  // Sealed anew for the other county, and read there: the ID number is masked, not lost.
  expect(there.report.idNoMasked).toMatch(/^9901/);
  const [copy] = there.report.photoIds;
  expect(copy).toMatch(/^990202-/);
  expect((await linkOf('sun-xiuying', copy ?? '')).status).toBe(200);
  expect((await linkOf('li-chunmei', copy ?? '')).status).toBe(404);

  // In the old county the archive is the county's; the village and the township read no file of it, the family does.
  for (const [person, status] of [
    ['li-chunmei', 404],
    ['he-min', 404],
    ['wu-haiyan', 200],
    ['tian-xiaoyu', 200],
  ] as const)
    expect([person, (await linkOf(person, photo)).status]).toEqual([person, status]);
  expect((await linkOf('tian-xiaoyu', copy ?? '')).status).toBe(200);
  const audited = await office.database.look<{ county: string; detail: string }>(
    "SELECT county, detail FROM audit WHERE detail LIKE 'FILES%' ORDER BY county",
  );
  expect(audited).toEqual([
    { county: '150521', detail: `FILES_TO ${row?.id} 1` },
    { county: '990202', detail: `FILES_FROM ${sent.id} 1` },
  ]);

  // The other village goes on with it, and the family follows it there.
  office.at('2026-03-04 10:00');
  const own = await office.must('tian-xiaoyu', 'applications.mine', {});
  expect(JSON.stringify(own)).toContain(row?.id);
});
