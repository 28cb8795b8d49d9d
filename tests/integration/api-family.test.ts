import { HEAD_ID, PHONE, TROUBLE, walk } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';
import { readPdf, wordsOf } from '@tests/support/pdf';

/** What a family can see, question and print of what is held about it (ux.md 01-c, domain.md 6.7). */
let office: Office;
let caseId: string;

beforeAll(async () => {
  office = await openOffice();
  ({ caseId } = await walk(office, 'announced'));
});
afterAll(() => office.close());

const printed = (url: string) =>
  office.store.objects.get(url.replace(/^memory:/, ''))?.content ?? new Uint8Array();
const plain = (text: string) => text.replace(/\s/g, '');

/** What may stand on no paper that leaves the office: numbers, and what the trouble is. */
const SECRETS = [HEAD_ID, HEAD_ID.slice(-8), PHONE, TROUBLE, '中风', '住院', '大病', '生病'];

describe('what is held about the family', () => {
  test('in one answer, masked, with since when it is on the list', async () => {
    const { family, villageName, requests } = await office.must('tian-xiaoyu', 'households.facts', {
      caseId,
    });
    expect(family).toMatchObject({
      headName: '田有福',
      standing: 'ON_LIST',
      since: '2026-03-16',
      householdType: 'SUDDEN',
      memberCount: 4,
      visit: { on: '2026-03-03', by: ['李春梅', '王建军'] },
      money: { netPerCapitaFen: 1_365_875 },
      asked: ['POLICE', 'BANK'],
    });
    expect(family.members.map(({ name }) => name)).toEqual(['田有福', '周桂兰', '田志强', '田晓雨']);
    expect(family.consents).toHaveLength(4);
    expect(villageName).toBe('保西村');
    expect(requests).toEqual([]);
    expect(JSON.stringify(family)).not.toContain(HEAD_ID);
  });

  test('is nobody else’s: not a neighbour’s, not the staff’s, not that of who reported for it', async () => {
    for (const operation of ['households.facts', 'households.looks', 'households.certificates'] as const) {
      expect((await office.ask('he-ming', operation, { input: { caseId } })).status).toBe(404);
      expect((await office.ask('li-chunmei', operation, { input: { caseId } })).status).toBe(403);
    }
    const proxied = await walk(office, 'submitted', {
      idNo: null,
      headName: '沈阿婆',
      reporter: { relation: 'NEIGHBOUR', name: '田晓雨', reason: '老人不识字' },
    });
    const answer = await office.ask('tian-xiaoyu', 'households.facts', { input: { caseId: proxied.caseId } });
    expect([answer.status, (answer.body as { error: { reason: string } }).error.reason]).toEqual([
      403,
      'FAMILY_ONLY',
    ]);
    office.at('2026-03-17 09:00');
  });
});

describe('who looked', () => {
  test('is told by role and office, without the name', async () => {
    await office.must('chen-li', 'reviews.case', { caseId });
    await office.must('chen-li', 'reviews.case', { caseId });
    await office.must('wu-haiyan', 'reviews.reveal', { caseId, field: 'ID', reason: '核对身份证' });
    const { looks } = await office.must('tian-xiaoyu', 'households.looks', { caseId });
    expect(looks).toContainEqual({
      on: '2026-03-17',
      what: 'ID',
      role: 'COUNTY_CLERK',
      office: '科尔沁左翼中旗',
      name: null,
      times: 1,
    });
    expect(looks).toContainEqual(
      expect.objectContaining({
        on: '2026-03-17',
        what: 'READ',
        role: 'TOWN_LEADER',
        office: '保康镇',
        times: 2,
      }),
    );
    // The reasons that staff write name third people: they stay sealed.
    expect(JSON.stringify(looks)).not.toContain('核对身份证');
  });

  test('by name where the county says so', async () => {
    await office.database.look(
      `UPDATE profile SET doc = doc || '{"family": {"lookerNames": true}}' WHERE county = '150521'`,
    );
    const { looks } = await office.must('tian-xiaoyu', 'households.looks', { caseId });
    expect(looks).toContainEqual(expect.objectContaining({ what: 'ID', name: '吴海燕' }));
  });
});

describe('「这里不对」', () => {
  test('waits for the village with a date, is answered with a reason, and the family hears of it', async () => {
    const said = { caseId, kind: 'CORRECTION' as const, fact: 'MEMBERS' as const, text: '志强上个月结婚了' };
    const { request } = await office.must('tian-xiaoyu', 'households.request', { ...said, memberKey: 'son' });
    expect(request).toMatchObject({ dueOn: '2026-03-27', overdueDays: 0, answer: null });
    const twice = await office.ask('tian-xiaoyu', 'households.request', {
      input: { ...said, memberKey: 'son' },
    });
    expect(twice).toMatchObject({ status: 409, body: { error: { reason: 'ALREADY_REQUESTED' } } });

    const { open } = await office.must('li-chunmei', 'households.requests', {});
    expect(open).toMatchObject([
      { id: request.id, headName: '田有福', memberName: '田志强', text: said.text, mayAnswer: true },
    ]);
    expect((await office.must('sun-xiuying', 'households.requests', {})).open).toEqual([]);
    expect((await office.must('zhao-dayong', 'households.requests', {})).open[0]?.mayAnswer).toBe(false);
    const answer = { requestId: request.id, outcome: 'CORRECTED' as const, text: '已经加上您儿媳' };
    for (const [person, status] of [
      ['sun-xiuying', 404],
      ['zhao-dayong', 403],
      ['he-ming', 403],
    ] as const)
      expect([
        person,
        (await office.ask(person, 'households.answerRequest', { input: answer })).status,
      ]).toEqual([person, status]);

    office.at('2026-03-29 09:00');
    expect((await office.must('he-min', 'households.requests', {})).open[0]?.overdueDays).toBe(2);
    const answered = await office.must('li-chunmei', 'households.answerRequest', answer);
    expect(answered.request.answer).toEqual({
      outcome: 'CORRECTED',
      text: answer.text,
      by: '李春梅',
      on: '2026-03-29',
    });
    const second = await office.ask('he-min', 'households.answerRequest', { input: answer });
    expect(second).toMatchObject({ status: 409, body: { error: { reason: 'ALREADY_ANSWERED' } } });
    const { requests } = await office.must('tian-xiaoyu', 'households.facts', { caseId });
    expect(requests[0]?.answer?.text).toBe(answer.text);
    const { messages } = await office.must('tian-xiaoyu', 'accounts.messages', {});
    expect(messages.map(({ title }) => title)).toContainEqual(expect.stringMatching(/这里不对.*有答复/));
    const lists = await office.must('li-chunmei', 'households.requests', {});
    expect([lists.open.length, lists.answered.length]).toEqual([0, 1]);
  });

  test('says what is wrong, of somebody who is there; a visit needs no words', async () => {
    const ask = (input: object) => office.ask('tian-xiaoyu', 'households.request', { input });
    const wrong = { caseId, kind: 'CORRECTION', fact: 'HOUSE' };
    expect(await ask({ ...wrong, text: ' ' })).toMatchObject({
      status: 422,
      body: { error: { issues: [{ field: 'text', reason: 'REQUIRED' }] } },
    });
    expect(await ask({ ...wrong, text: '不对', memberKey: 'nobody' })).toMatchObject({ status: 422 });
    expect((await ask({ caseId, kind: 'VISIT', fact: 'OTHER' })).status).toBe(200);
  });

  test('what was said and answered lies sealed', async () => {
    const rows = await office.database.look<{ row: string }>(
      'SELECT household_request::text AS row FROM household_request',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { row } of rows) expect(row).not.toMatch(/志强|儿媳/);
  });
});

describe('a certificate', () => {
  const checked = async (token: string) => office.must('-', 'households.checkCertificate', { token });
  const codeOf = (url: string) =>
    readPdf(printed(url))
      .pages.map(({ code }) => code)
      .find(Boolean) ?? '';
  const tokenOf = (code: string) => new URL(code.replace('/#/', '/')).searchParams.get('t') ?? '';
  let token: string;
  let certificateId: string;

  test('is a PDF that says no number, no cause, and whose code anybody can check', async () => {
    office.at('2026-03-20 09:00');
    const { kinds } = await office.must('tian-xiaoyu', 'households.certificates', { caseId });
    expect(kinds).toEqual(['ON_LIST', 'REPORTED']);
    const { certificate } = await office.must('tian-xiaoyu', 'households.issueCertificate', {
      caseId,
      kind: 'ON_LIST',
    });
    certificateId = certificate.id;
    const { file } = await office.must('tian-xiaoyu', 'households.certificateFile', { certificateId });
    const words = wordsOf(printed(file.url));
    expect(words).toContain(plain('田有福一家，一共 4 口人，从 2026年3月16日起在防返贫帮扶名单上。'));
    for (const secret of SECRETS) expect(words).not.toContain(secret);
    token = tokenOf(codeOf(file.url));
    expect(await checked(token)).toEqual({
      verdict: 'VALID',
      kind: 'ON_LIST',
      issuedOn: '2026-03-20',
      expiresOn: '2026-06-18',
      sentence: expect.stringContaining('田*福一家'),
      caseNoTail: expect.stringMatching(/^\d{5}$/),
      phone: { office: expect.stringContaining('保西村'), number: '0990-5210001' },
    });
  });

  test('checks the same for staff of another village, who cannot read the case', async () => {
    expect((await office.must('sun-xiuying', 'households.checkCertificate', { token })).verdict).toBe(
      'VALID',
    );
  });

  test('is refused when its code is made up, changed anywhere, or sealed with other keys', async () => {
    const [key = '', id = '', seal = ''] = token.split('.');
    const other = id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
    const forged = [
      `${key}.${other}.${seal}`,
      `${key}.${id}.${seal.slice(0, -1)}${seal.endsWith('A') ? 'B' : 'A'}`,
      `k9.${id}.${seal}`,
      `${id}`,
      'x',
      `${key}.${id}`,
    ];
    for (const code of forged)
      expect([
        code,
        (await office.ask('-', 'households.checkCertificate', { input: { token: code } })).status,
      ]).toEqual([code, 404]);
  });

  test('of another family opens as that family’s, never as this one’s', async () => {
    const other = await walk(office, 'accepted', { idNo: null, headName: '白春生' });
    office.at('2026-03-20 10:00');
    const { certificate } = await office.must('tian-xiaoyu', 'households.issueCertificate', {
      caseId: other.caseId,
      kind: 'REPORTED',
    });
    const { file } = await office.must('tian-xiaoyu', 'households.certificateFile', {
      certificateId: certificate.id,
    });
    const ownToken = tokenOf(codeOf(file.url));
    const answer = await checked(ownToken);
    expect(answer.sentence).toMatch(/白\*生一家.*申报了家庭困难。现在正在办。/);
    expect(
      await office.ask('he-ming', 'households.certificateFile', { input: { certificateId } }),
    ).toMatchObject({ status: 404 });
    const notListed = await office.ask('tian-xiaoyu', 'households.issueCertificate', {
      input: { caseId: other.caseId, kind: 'ON_LIST' },
    });
    expect(notListed).toMatchObject({ status: 409, body: { error: { reason: 'NOT_ON_LIST' } } });
    // The case goes on, and what the paper said is no longer so.
    await office.must('tian-xiaoyu', 'applications.withdraw', { caseId: other.caseId });
    const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId: other.caseId });
    await office.must('li-chunmei', 'reviews.confirmWithdrawal', {
      caseId: other.caseId,
      version: c.version,
      by: 'PHONE',
      voluntary: true,
    });
    expect(await checked(ownToken)).toMatchObject({
      verdict: 'CHANGED',
      sentence: '',
      caseNoTail: '',
    });
  });

  test('ends with its last day', async () => {
    office.at('2026-06-18 23:00');
    expect((await checked(token)).verdict).toBe('VALID');
    office.at('2026-06-19 00:01');
    expect(await checked(token)).toMatchObject({ verdict: 'EXPIRED', sentence: '' });
    const again = await office.ask('tian-xiaoyu', 'households.certificateFile', { input: { certificateId } });
    expect(again).toMatchObject({ status: 409, body: { error: { reason: 'CERTIFICATE_OVER' } } });
  });

  test('can be taken back', async () => {
    office.at('2026-03-21 09:00');
    expect(
      (await office.ask('he-ming', 'households.revokeCertificate', { input: { certificateId } })).status,
    ).toBe(404);
    await office.must('tian-xiaoyu', 'households.revokeCertificate', { certificateId });
    expect((await checked(token)).verdict).toBe('REVOKED');
    const { certificates } = await office.must('tian-xiaoyu', 'households.certificates', { caseId });
    expect(certificates.find(({ id }) => id === certificateId)?.verdict).toBe('REVOKED');
  });
});

describe('papers of a case', () => {
  test('a receipt for the family, minutes and dossier for staff alone, each fetch written down', async () => {
    office.at('2026-03-21 10:00');
    const receipt = await office.must('tian-xiaoyu', 'applications.paper', { caseId, kind: 'RECEIPT' });
    const words = wordsOf(printed(receipt.file.url));
    expect(words).toContain('受理回执');
    expect(words).toContain('李春梅（保西村）、王建军（保西村）');
    for (const secret of SECRETS) expect(words).not.toContain(secret);

    const minutes = await office.must('li-chunmei', 'reviews.paper', { caseId, kind: 'MINUTES' });
    const said = wordsOf(printed(minutes.file.url));
    expect(said).toContain('民主评议会议记录');
    expect(said).toContain('村民甲');
    for (const secret of SECRETS) expect(said).not.toContain(secret);
    const { looks } = await office.must('tian-xiaoyu', 'households.looks', { caseId });
    expect(looks).toContainEqual(expect.objectContaining({ what: 'PAPER', role: 'VILLAGE' }));

    expect(
      (await office.ask('zhao-dayong', 'reviews.paper', { input: { caseId, kind: 'MINUTES' } })).status,
    ).toBe(403);
    expect(
      (await office.ask('sun-xiuying', 'reviews.paper', { input: { caseId, kind: 'RECEIPT' } })).status,
    ).toBe(404);
    expect(
      (await office.ask('tian-xiaoyu', 'applications.paper', { input: { caseId, kind: 'REFUSAL' } })).status,
    ).toBe(404);
    expect(
      (await office.ask('tian-xiaoyu', 'applications.paper', { input: { caseId, kind: 'DOSSIER' } })).status,
    ).toBe(422);
  });

  test('a letter to the village that was asked for facts: its office, each question, the day of the answer', async () => {
    const { caseId } = await walk(office, 'accepted', { idNo: null, headName: '佟阿贵' });
    const letter = { caseId, kind: 'ASSIST' as const };
    expect((await office.ask('li-chunmei', 'reviews.paper', { input: letter })).status).toBe(404);
    const ask = async (question: string) => {
      const { version } = (await office.must('li-chunmei', 'reviews.case', { caseId })).case;
      await office.must('li-chunmei', 'reviews.requestAssist', {
        caseId,
        version,
        village: '150521100201',
        question,
      });
    };
    await ask('住在哪里');
    await ask('房子怎么样\n打工一年挣多少');
    const { file } = await office.must('li-chunmei', 'reviews.paper', letter);
    const newest = wordsOf(printed(file.url));
    for (const part of ['协查函', '保南村', '佟阿贵', '房子怎么样', '打工一年挣多少', '对这家的情况请保密'])
      expect(newest).toContain(part);
    expect(newest).not.toContain('住在哪里');
    for (const secret of SECRETS) expect(newest).not.toContain(secret);

    const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
    const assistId = c.assists[0]?.id ?? '';
    const first = await office.must('li-chunmei', 'reviews.paper', { ...letter, assistId });
    expect(wordsOf(printed(first.file.url))).toContain('住在哪里');
    const status = async (person: string, input: object) =>
      (await office.ask(person, 'reviews.paper', { input })).status;
    expect(await status('li-chunmei', { ...letter, assistId: 'x' })).toBe(404);
    expect(await status('zhao-dayong', letter)).toBe(403);
    expect(await status('sun-xiuying', letter)).toBe(404);
  });

  test('a refusal: the letter with own figures and the days to ask again, the dossier with sums and answers', async () => {
    const journey = await walk(office, 'compared', { idNo: null, headName: '施永安' });
    office.at('2026-03-06 09:00');
    const { case: proposed } = await office.must('li-chunmei', 'reviews.triage', {
      caseId: journey.caseId,
      version: journey.version,
      proposal: 'NOT_INCLUDE',
      reasonCode: 'R01',
      opinion: '收入在线上，自付有补助',
    });
    office.at('2026-03-09 09:00');
    await office.must('chen-li', 'reviews.confirmRejection', {
      caseId: journey.caseId,
      version: proposed.version,
      opinion: '同意，三个月后回访',
    });
    const letter = await office.must('tian-xiaoyu', 'applications.paper', {
      caseId: journey.caseId,
      kind: 'REFUSAL',
    });
    const words = wordsOf(printed(letter.file.url));
    for (const part of [
      '不予纳入告知书',
      '平均每人一年净收入13,658.75元',
      '收到这封信以后10个工作日以内',
      '请镇里再查一次',
      '申请医疗救助',
    ])
      expect(words).toContain(part);
    const dossier = await office.must('chen-li', 'reviews.paper', {
      caseId: journey.caseId,
      kind: 'DOSSIER',
    });
    const kept = wordsOf(printed(dossier.file.url));
    for (const part of [
      '未纳入特殊档案',
      '同意，三个月后回访',
      '2026年6月7日前',
      '住院自付（目录内）',
      '公安没有发现问题',
    ])
      expect(kept).toContain(part);
    expect(kept).not.toContain(HEAD_ID);
  });
});
