import { FIRST_VILLAGE, SECOND_VILLAGE } from '@functions/runtime/demo';
import { chainDigest } from '@functions/runtime/notice-chain';
import { villageCodeOfText } from '@miniapp/features/account/village-code';
import { NoticeContent, readPrinted } from '@shared/publicity';
import { HEAD_ID, PHONE, TROUBLE, WIFE_ID, walk } from '@tests/support/f01';
import { TINY_MP3, TINY_PNG } from '@tests/support/files';
import { foundInNotice } from '@tests/support/notice-scanner';
import { type Office, openOffice } from '@tests/support/office';
import { readPdf, wordsOf } from '@tests/support/pdf';

let office: Office;

beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const appraised = (headName: string) => walk(office, 'appraised', { idNo: null, headName });

const read = async (person: string, noticeId: string) =>
  (await office.must(person, 'notices.get', { noticeId })).notice;

describe('who sees what of a notice', () => {
  test('names full for staff, masked for who is bound to the village, counts for everybody else', async () => {
    const { noticeId } = await walk(office, 'posted');
    office.at('2026-03-08 09:00');
    const rows = async (person: string) => {
      const { audience, rows: shown, households, people, checkCode } = await read(person, noticeId);
      return { audience, names: shown.map((row) => row.name), households, people, code: checkCode !== '' };
    };
    const all = { households: 1, people: 4 };
    const staff = { ...all, audience: 'STAFF', names: ['田有福'], code: true };
    const village = { ...all, audience: 'VILLAGE', names: ['田*福'], code: true };
    const open = { ...all, audience: 'OPEN', names: [], code: false };
    expect(await rows('li-chunmei')).toEqual(staff);
    expect(await rows('wu-haiyan')).toEqual(staff);
    expect(await rows('tian-xiaoyu')).toEqual(village);
    expect(await rows('he-ming')).toEqual(village);
    expect(await rows('shen-wen')).toEqual(open);
    expect(await rows('sun-xiuying')).toEqual(open);
    expect(await rows('-')).toEqual(open);
  });

  test('an open reader finds no name anywhere in the answer', async () => {
    const { noticeId } = await walk(office, 'posted');
    for (const person of ['-', 'shen-wen', 'sun-xiuying']) {
      const text = JSON.stringify([
        await read(person, noticeId),
        await office.must(person, 'notices.list', { village: FIRST_VILLAGE }),
      ]);
      expect(text).not.toMatch(/田|有福/);
    }
  });

  test('nobody finds an ID number, a phone, an illness or a case id on it', async () => {
    const { noticeId, caseId } = await walk(office, 'posted');
    for (const person of ['-', 'he-ming', 'li-chunmei', 'wu-haiyan']) {
      const text = JSON.stringify(await read(person, noticeId));
      for (const secret of [HEAD_ID, WIFE_ID, PHONE, TROUBLE, caseId, '因病', '中风', '田志强'])
        expect(text).not.toContain(secret);
    }
  });

  test('after its last day the names are gone for everybody but staff', async () => {
    const { noticeId } = await walk(office, 'posted');
    office.at('2026-03-11 23:59');
    expect(await read('he-ming', noticeId)).toMatchObject({ ended: false, daysLeft: 1, dayNumber: 5 });
    office.at('2026-03-12 00:00');
    for (const person of ['-', 'he-ming', 'tian-xiaoyu'])
      expect(await read(person, noticeId)).toMatchObject({
        ended: true,
        rows: [],
        checkCode: '',
        households: 1,
      });
    expect((await read('li-chunmei', noticeId)).rows).toHaveLength(1);
    const { running, ended } = await office.must('he-ming', 'notices.list', { village: FIRST_VILLAGE });
    expect([running.length, ended.map((one) => one.households)]).toEqual([0, [1]]);
  });

  test('the days: none before the first, then counted with today', async () => {
    const { noticeId } = await walk(office, 'posted');
    expect(await read('-', noticeId)).toMatchObject({
      firstDay: '2026-03-07',
      lastDay: '2026-03-11',
      days: 5,
      dayNumber: 0,
      daysLeft: 5,
    });
    office.at('2026-03-07 00:00');
    expect(await read('-', noticeId)).toMatchObject({ dayNumber: 1, daysLeft: 5 });
  });

  test('the code of the board binds; a wrong one, or the name alone, does not', async () => {
    const { noticeId } = await walk(office, 'posted');
    const choose = (village: string, boardCode = '') =>
      office.ask('shen-wen', 'accounts.chooseVillage', { input: { village, boardCode } });
    expect(await choose(FIRST_VILLAGE)).toMatchObject({
      status: 200,
      body: { village: { code: FIRST_VILLAGE, bound: false } },
    });
    expect((await read('shen-wen', noticeId)).audience).toBe('OPEN');
    const right = office.adapters.keys.boardCode(FIRST_VILLAGE);
    for (const wrong of [office.adapters.keys.boardCode(SECOND_VILLAGE), right.slice(1), `${right}0`, '0']) {
      expect(await choose(FIRST_VILLAGE, wrong)).toMatchObject({
        status: 403,
        body: { error: { reason: 'VILLAGE_CODE_INVALID' } },
      });
    }
    expect(await choose(FIRST_VILLAGE, right)).toMatchObject({ body: { village: { bound: true } } });
    expect((await read('shen-wen', noticeId)).audience).toBe('VILLAGE');
    // Looking at another village does not unbind from this one.
    await choose(SECOND_VILLAGE);
    expect((await read('shen-wen', noticeId)).audience).toBe('VILLAGE');
  });
});

describe('an objection to one family of a sheet', () => {
  const objectTo = (noticeId: string, row: number) =>
    office.ask('-', 'objections.file', { input: { noticeId, row, statement: '他家有两台大车' } });
  const names = async (person: string, noticeId: string) =>
    (await read(person, noticeId)).rows.map(({ row, name }) => `${row} ${name}`);

  /** Two families go up on 6 March for five days; somebody objects to the first on the 8th. */
  async function objected() {
    const families = [await appraised('田一'), await appraised('田二')];
    const caseIds = families.map(({ caseId }) => caseId);
    office.at('2026-03-06 19:00');
    const photoId = await office.photo('li-chunmei');
    const { noticeId } = await office.must('li-chunmei', 'notices.post', { caseIds, photoId });
    office.at('2026-03-08 09:00');
    const { body } = await objectTo(noticeId, 0);
    const [caseId = '', other = ''] = caseIds;
    return { noticeId, caseId, other, objectionId: (body as { objectionId: string }).objectionId };
  }

  async function answer(caseId: string, objectionId: string, verdict: 'UPHELD' | 'NOT_UPHELD') {
    const version = async () =>
      (await office.must('zhou-zhengping', 'reviews.case', { caseId })).case.version;
    await office.must('zhou-zhengping', 'reviews.recordInvestigation', {
      ...{ caseId, version: await version(), objectionId, record: '看过了' },
    });
    await office.must('zhou-zhengping', 'reviews.answerObjection', {
      ...{ caseId, version: await version(), objectionId, verdict, answer: '看过了' },
      factsChanged: verdict === 'UPHELD',
    });
  }

  /** A file of somebody who is nobody to the server: announced, uploaded, looked at. */
  async function sent(noticeId: string, kind: 'VOICE' | 'OTHER', bytes: Uint8Array, contentType: string) {
    const { attachmentId, ticket, upload } = await office.must('-', 'objections.startFile', {
      ...{ noticeId, kind, contentType: contentType as 'audio/mpeg', size: bytes.length },
      ...(kind === 'VOICE' && { seconds: 4 }),
    });
    office.store.objects.set(upload.fields.key ?? '', { content: bytes, contentType });
    await office.must('-', 'objections.finishFile', { attachmentId, ticket });
    return { attachmentId, ticket };
  }

  test('spoken and photographed without signing in: heard by who handles it, by nobody else; the answer by inbox', async () => {
    const { noticeId, caseId } = await objected();
    const photo = await sent(noticeId, 'OTHER', TINY_PNG, 'image/png');
    const voice = await sent(noticeId, 'VOICE', TINY_MP3, 'audio/mpeg');
    const spoken = { noticeId, row: 0, voice, photos: [photo] };
    const stolen = { ...spoken, voice: { ...voice, ticket: photo.ticket } };
    expect(await office.ask('-', 'objections.file', { input: stolen })).toMatchObject({ status: 422 });
    expect(
      await office.ask('-', 'objections.finishFile', { input: { ...photo, ticket: voice.ticket } }),
    ).toMatchObject({
      status: 404,
    });
    const named = { ...spoken, objector: { name: '沈文', phone: '19900001234' } };
    const filed = await office.must('shen-wen', 'objections.file', named);
    // Handed in, its ticket opens nothing any more.
    expect(await office.ask('-', 'objections.file', { input: spoken })).toMatchObject({ status: 422 });
    const link = (who: string) =>
      office.ask(who, 'attachments.link', { input: { attachmentId: voice.attachmentId } });
    expect(await link('zhou-zhengping')).toMatchObject({ status: 200, body: { seconds: 4 } });
    // Who verified, who sent it, the county: none of them hears it.
    for (const who of ['li-chunmei', 'wang-jianjun', 'zhao-dayong', 'shen-wen', 'wu-haiyan'])
      expect(await link(who)).toMatchObject({ status: 404 });
    for (const who of ['zhou-zhengping', 'li-chunmei', 'wu-haiyan']) {
      const { case: view } = await office.must(who, 'reviews.case', { caseId });
      expect(JSON.stringify(view)).not.toContain('沈文');
    }
    const reveal = (who: string) =>
      office.ask(who, 'reviews.reveal', {
        input: { caseId, field: 'OBJECTOR', memberKey: filed.objectionId, reason: '打电话核实' },
      });
    expect(await reveal('li-chunmei')).toMatchObject({ status: 403 });
    expect(await reveal('zhou-zhengping')).toMatchObject({ body: { value: '沈文，19900001234' } });
    const { case: held } = await office.must('zhou-zhengping', 'reviews.case', { caseId });
    for (const { id } of held.objections) await answer(caseId, id, 'NOT_UPHELD');
    await office.tick();
    const { messages } = await office.must('shen-wen', 'accounts.messages', {});
    expect(messages).toMatchObject([
      { title: '您提的意见有答复了', text: '查过了，和您说的不一样。看过了', opens: 'ANSWER', caseId: null },
    ]);
    expect(JSON.stringify(messages)).not.toContain('田一');
  });

  const stateOf = async (caseId: string) =>
    (await office.must('li-chunmei', 'reviews.case', { caseId })).case.state;

  test('that changed nothing: its days go on alone, and the others come down when theirs are over', async () => {
    const { noticeId, caseId, other, objectionId } = await objected();
    office.at('2026-03-10 09:00');
    expect(await read('he-ming', noticeId)).toMatchObject({
      lastDay: '2026-03-13',
      daysLeft: 4,
      dayNumber: 2,
    });
    await answer(caseId, objectionId, 'NOT_UPHELD');
    expect(await read('he-ming', noticeId)).toMatchObject({ households: 2, lastDay: '2026-03-13' });
    office.at('2026-03-12 00:05');
    await office.tick();
    expect([await stateOf(caseId), await stateOf(other)]).toEqual(['PUBLICITY', 'TOWN_REVIEW']);
    expect(await read('he-ming', noticeId)).toMatchObject({
      ...{
        ended: false,
        households: 1,
        people: 4,
        lastDay: '2026-03-13',
        daysLeft: 2,
        days: 5,
        dayNumber: 4,
      },
    });
    expect(await names('he-ming', noticeId)).toEqual(['0 田*（第 1 个）']);
    expect(await names('li-chunmei', noticeId)).toEqual(['0 田一', '1 田二']);
    const { running } = await office.must('-', 'notices.list', { village: FIRST_VILLAGE });
    expect(running).toMatchObject([{ households: 1, lastDay: '2026-03-13' }]);
    // The page of the notice takes objections to who still hangs, and to nobody else.
    expect((await objectTo(noticeId, 1)).status).toBe(409);
    office.at('2026-03-14 00:05');
    await office.tick();
    expect(await stateOf(caseId)).toBe('TOWN_REVIEW');
    expect(await read('he-ming', noticeId)).toMatchObject({ ended: true, households: 2, rows: [] });
    expect((await objectTo(noticeId, 0)).status).toBe(404);
  });

  test('still looked into when the last day comes: the row stays up, and takes more objections', async () => {
    const { noticeId, caseId, objectionId } = await objected();
    office.at('2026-03-12 00:05');
    await office.tick();
    expect(await read('he-ming', noticeId)).toMatchObject({ ended: false, households: 1, daysLeft: 4 });
    expect(await objectTo(noticeId, 0)).toMatchObject({ status: 200 });
    const [, second] = (await office.must('zhou-zhengping', 'reviews.case', { caseId })).case.objections;
    await answer(caseId, objectionId, 'NOT_UPHELD');
    await answer(caseId, second?.id ?? '', 'NOT_UPHELD');
    expect(await read('he-ming', noticeId)).toMatchObject({ lastDay: '2026-03-15', daysLeft: 4 });
  });

  test('that is right: the row comes down at once, and the new round is a notice of its own', async () => {
    const { noticeId, caseId, objectionId } = await objected();
    office.at('2026-03-10 09:00');
    await answer(caseId, objectionId, 'UPHELD');
    expect(await names('he-ming', noticeId)).toEqual(['1 田*（第 2 个）']);
    expect(await read('he-ming', noticeId)).toMatchObject({
      households: 1,
      lastDay: '2026-03-11',
      dayNumber: 4,
    });
    office.at('2026-03-12 00:05');
    await office.tick();
    expect(await read('he-ming', noticeId)).toMatchObject({ ended: true });
  });
});

describe('on paper', () => {
  const printed = ({ file }: { file: { url: string } }) =>
    office.store.objects.get(file.url.replace('memory:', ''))?.content ?? new Uint8Array();

  test('the sheet carries the frozen content, its check code and a code that leads to its check', async () => {
    const { noticeId } = await walk(office, 'posted');
    const { checkCode } = await read('li-chunmei', noticeId);
    const { pages } = readPdf(
      printed(await office.must('li-chunmei', 'notices.paper', { noticeId, kind: 'SHEET' })),
    );
    const [page] = pages;
    const words = page?.text.replace(/\s/g, '') ?? '';
    for (const part of ['田有福', '4人', '2组', '2026年3月7日', checkCode.replace(' ', '')])
      expect(words).toContain(part);
    for (const secret of [HEAD_ID, WIFE_ID, PHONE, TROUBLE, '田志强']) expect(words).not.toContain(secret);
    expect(foundInNotice(page?.text ?? '', ['田志强', '周桂兰'])).toEqual([]);
    const [where, token = ''] = (page?.code ?? '').split('?t=');
    expect(where).toBe('https://shouwang.example/#/packages/notices/pages/check');
    const [{ digest } = { digest: '' }] = await office.database.look<{ digest: string }>(
      "SELECT left(encode(digest, 'hex'), 16) AS digest FROM notice",
    );
    expect(readPrinted(office.adapters.keys.readPaperToken(token) ?? '')).toEqual({ noticeId, digest });
    const aloud = printed(
      await office.must('zhao-dayong', 'notices.paper', { noticeId, kind: 'LOUDSPEAKER' }),
    );
    expect(wordsOf(aloud)).toContain('一共1户');
    expect(wordsOf(aloud)).not.toContain('田');
    expect(
      await office.database.look("SELECT person_id FROM audit WHERE what = 'PAPER' AND case_id = $1", [
        noticeId,
      ]),
    ).toHaveLength(2);
  });

  test('is printed by the village and its township, by nobody else, and not once it has ended', async () => {
    const { noticeId } = await walk(office, 'posted');
    const status = async (person: string) =>
      (await office.ask(person, 'notices.paper', { input: { noticeId, kind: 'SHEET' } })).status;
    const people = ['li-chunmei', 'zhao-dayong', 'he-min', 'wu-haiyan', 'sun-xiuying', 'he-ming', '-'];
    const statuses = await Promise.all(people.map(status));
    expect(statuses).toEqual([200, 200, 200, 403, 404, 403, 401]);
    office.at('2026-03-12 00:00');
    expect(
      await office.ask('li-chunmei', 'notices.paper', { input: { noticeId, kind: 'SHEET' } }),
    ).toMatchObject({ status: 409, body: { error: { reason: 'NOTICE_ENDED' } } });
  });

  test('the poster’s code, read by a camera, binds to the village', async () => {
    const [page] = readPdf(
      printed(await office.must('li-chunmei', 'notices.poster', { village: FIRST_VILLAGE })),
    ).pages;
    const code = villageCodeOfText(page?.code ?? '');
    expect(code?.code).toBe(FIRST_VILLAGE);
    const { boardCode } = code ?? { boardCode: '' };
    expect(
      await office.must('shen-wen', 'accounts.chooseVillage', { village: FIRST_VILLAGE, boardCode }),
    ).toMatchObject({ village: { code: FIRST_VILLAGE, bound: true } });
    for (const person of ['wu-haiyan', 'sun-xiuying'])
      expect((await office.ask(person, 'notices.poster', { input: { village: FIRST_VILLAGE } })).status).toBe(
        403,
      );
  });
});

describe('printed first, hung, photographed', () => {
  async function printed() {
    const caseIds = [(await appraised('田一')).caseId, (await appraised('田二')).caseId];
    office.at('2026-03-06 18:00');
    const { noticeId } = await office.must('li-chunmei', 'notices.prepare', { caseIds });
    return { caseIds, noticeId };
  }
  const listed = async () => (await office.must('-', 'notices.list', { village: FIRST_VILLAGE })).running;
  const hang = async (noticeId: string, person = 'li-chunmei') =>
    office.ask(person, 'notices.hang', { input: { noticeId, photoId: await office.photo(person) } });

  test('before the photo it has its code and no days; the village reads that nothing is counted yet', async () => {
    const { caseIds, noticeId } = await printed();
    expect(await office.must('li-chunmei', 'notices.prepare', { caseIds })).toEqual({ noticeId });
    const { file } = await office.must('li-chunmei', 'notices.paper', { noticeId, kind: 'SHEET' });
    expect(
      wordsOf(office.store.objects.get(file.url.replace('memory:', ''))?.content ?? new Uint8Array()),
    ).toContain('田一');
    expect(await read('he-ming', noticeId)).toMatchObject({
      ...{
        started: false,
        ended: false,
        dayNumber: 0,
        rows: [],
        paragraphs: [],
        checkCode: '',
        households: 2,
      },
    });
    expect(await listed()).toMatchObject([{ id: noticeId, started: false }]);
    const objection = { noticeId, row: 0, statement: '他家有两台大车' };
    expect((await office.ask('-', 'objections.file', { input: objection })).status).toBe(409);
    const [one] = (await office.must('chen-li', 'notices.overview', {})).notices;
    expect(one).toMatchObject({ id: noticeId, started: false, startedAt: null, villageName: '保西村' });

    office.at('2026-03-06 19:00');
    expect(await hang(noticeId)).toMatchObject({
      body: { noticeId, firstDay: '2026-03-07', lastDay: '2026-03-11' },
    });
    expect(await read('he-ming', noticeId)).toMatchObject({ started: true, daysLeft: 5 });
    expect((await read('he-ming', noticeId)).rows).toHaveLength(2);
    expect(await hang(noticeId)).toMatchObject({
      status: 409,
      body: { error: { reason: 'PUBLICITY_ALREADY_POSTED' } },
    });
    for (const caseId of caseIds) {
      const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
      expect(c.publicity).toMatchObject({ noticeId, firstDay: '2026-03-07' });
    }
  });

  test('after midnight its dates are wrong: it does not hang, is no notice that was, and another is printed', async () => {
    const { caseIds, noticeId } = await printed();
    office.at('2026-03-07 00:00');
    expect(await hang(noticeId)).toMatchObject({
      status: 409,
      body: { error: { reason: 'NOTICE_OUT_OF_DATE' } },
    });
    const { running, ended } = await office.must('-', 'notices.list', { village: FIRST_VILLAGE });
    expect([running, ended]).toEqual([[], []]);
    expect(
      (await office.ask('li-chunmei', 'notices.paper', { input: { noticeId, kind: 'SHEET' } })).status,
    ).toBe(409);
    const again = await office.must('li-chunmei', 'notices.prepare', { caseIds });
    expect(again.noticeId).not.toBe(noticeId);
    expect((await hang(again.noticeId)).status).toBe(200);
  });

  test('is frozen and hung by the village alone, and the end is photographed once for all its families', async () => {
    const { caseIds, noticeId } = await printed();
    for (const person of ['zhao-dayong', 'he-min', 'wu-haiyan'])
      expect((await office.ask(person, 'notices.prepare', { input: { caseIds } })).status).toBe(403);
    expect((await hang(noticeId, 'zhao-dayong')).status).toBe(403);
    expect((await hang(noticeId, 'sun-xiuying')).status).toBe(404);
    await hang(noticeId);
    const end = async () =>
      office.ask('zhao-dayong', 'notices.photographEnd', {
        input: { noticeId, photoId: await office.photo('zhao-dayong') },
      });
    office.at('2026-03-10 09:00');
    expect(await end()).toMatchObject({ status: 409, body: { error: { reason: 'END_PHOTO_TOO_EARLY' } } });
    office.at('2026-03-11 18:00');
    expect(await end()).toMatchObject({ status: 200, body: { photographed: 2 } });
    expect(await end()).toMatchObject({
      status: 409,
      body: { error: { reason: 'END_PHOTO_ALREADY_TAKEN' } },
    });
    const [one] = (await office.must('chen-li', 'notices.overview', {})).notices;
    expect(one).toMatchObject({ objected: 0, answered: 0, households: 2 });
    expect([one?.startedAt, one?.endPhotoAt].every((at) => at !== null)).toBe(true);
    expect(JSON.stringify(one)).not.toMatch(/田一|田二/);
  });
});

describe('putting up', () => {
  test('several families on one sheet, with one photo, all or none', async () => {
    const families = [await appraised('田一'), await appraised('田二'), await appraised('田三')];
    const caseIds = families.map(({ caseId }) => caseId);
    const waiting = await office.must('li-chunmei', 'notices.waiting', { kind: 'PROPOSED_INCLUSION' });
    expect(waiting.villages).toMatchObject([{ code: FIRST_VILLAGE, name: '保西村', cases: [{}, {}, {}] }]);
    office.at('2026-03-06 19:00');
    const photoId = await office.photo('li-chunmei');
    const { preview } = await office.must('li-chunmei', 'notices.preview', {
      kind: 'PROPOSED_INCLUSION',
      caseIds,
    });
    expect(preview).toMatchObject({ findings: [], firstDay: '2026-03-07', lastDay: '2026-03-11' });
    const { noticeId } = await office.must('li-chunmei', 'notices.post', { caseIds, photoId });
    expect((await read('li-chunmei', noticeId)).rows.map((row) => row.name)).toEqual([
      '田一',
      '田二',
      '田三',
    ]);
    expect(
      (await office.must('li-chunmei', 'notices.waiting', { kind: 'PROPOSED_INCLUSION' })).villages,
    ).toEqual([]);
    for (const caseId of caseIds) {
      const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
      expect(c.publicity).toMatchObject({ noticeId, startPhotoId: photoId });
    }
  });

  test('when one family of the sheet cannot be posted, none is', async () => {
    const ready = await appraised('田一');
    const early = await walk(office, 'triaged', { idNo: null, headName: '田二' });
    office.at('2026-03-06 19:00');
    const photoId = await office.photo('li-chunmei');
    const caseIds = [ready.caseId, early.caseId];
    for (const operation of ['notices.preview', 'notices.post'] as const) {
      const { status, body } = await office.ask('li-chunmei', operation, {
        input: { kind: 'PROPOSED_INCLUSION', caseIds, photoId },
      });
      expect(status).toBe(409);
      expect(body).toMatchObject({ error: { reason: 'WRONG_STATE', current: { state: 'APPRAISAL' } } });
    }
    const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId: ready.caseId });
    expect(c.publicity).toBeNull();
    expect(await office.database.look('SELECT 1 FROM notice')).toEqual([]);
  });

  test('what may not be published stands in the preview, and is not put up', async () => {
    const family = await appraised('田一');
    const ill = await walk(office, 'triaged', { idNo: null, headName: '残疾人田二' });
    office.at('2026-03-06 18:30');
    const attendees = [...'甲乙丙丁戊己庚辛壬癸寅'].map((name) => ({
      name: `村民${name}`,
      role: 'VILLAGER' as const,
    }));
    await office.must('li-chunmei', 'reviews.recordAppraisal', {
      caseId: ill.caseId,
      version: ill.version,
      metAt: '2026-03-06T17:00:00+08:00',
      place: '村委会',
      convenor: '李春梅',
      attendees,
      yes: 11,
      no: 0,
      abstain: 0,
    });
    office.at('2026-03-06 19:00');
    const { preview } = await office.must('li-chunmei', 'notices.preview', {
      kind: 'PROPOSED_INCLUSION',
      caseIds: [family.caseId, ill.caseId],
    });
    expect(preview.findings).toEqual([
      {
        ...{ kind: 'DISABILITY', where: 'entries.1.headName', text: '残疾' },
        mend: { act: 'CHANGE', to: '田二' },
      },
    ]);
    const { status, body } = await office.ask('li-chunmei', 'notices.post', {
      input: { caseIds: [family.caseId, ill.caseId], photoId: await office.photo('li-chunmei') },
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ error: { reason: 'NOTICE_HAS_FINDINGS' } });
    const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId: family.caseId });
    expect(c.publicity).toBeNull();
    const mends = { caseIds: [family.caseId, ill.caseId], mends: ['entries.1.headName'] };
    const mended = await office.must('li-chunmei', 'notices.preview', {
      kind: 'PROPOSED_INCLUSION',
      ...mends,
    });
    expect(mended.preview.findings).toEqual([]);
    const { noticeId } = await office.must('li-chunmei', 'notices.post', {
      ...{ ...mends, photoId: await office.photo('li-chunmei') },
    });
    expect((await read('li-chunmei', noticeId)).rows.map(({ name }) => name)).toEqual(['田一', '田二']);
  });

  test('only the village posts, only the township announces, and nobody twice', async () => {
    const { caseId } = await appraised('田一');
    const photoId = await office.photo('wang-jianjun');
    office.at('2026-03-06 19:00');
    for (const person of ['wang-jianjun', 'zhao-dayong', 'he-min', 'wu-haiyan']) {
      const { status } = await office.ask(person, 'notices.post', { input: { caseIds: [caseId], photoId } });
      expect([person, status]).toEqual([person, 403]);
    }
    expect(
      (await office.ask('sun-xiuying', 'notices.post', { input: { caseIds: [caseId], photoId } })).status,
    ).toBe(404);
    const own = await office.photo('li-chunmei');
    await office.must('li-chunmei', 'notices.post', { caseIds: [caseId], photoId: own });
    const again = await office.ask('li-chunmei', 'notices.post', {
      input: { caseIds: [caseId], photoId: own },
    });
    expect(again).toMatchObject({ status: 409, body: { error: { reason: 'PUBLICITY_ALREADY_POSTED' } } });
    const early = await office.ask('he-min', 'notices.announce', { input: { caseIds: [caseId] } });
    expect(early.status).toBe(409);
  });

  test('a photo of somebody else does not prove the own board', async () => {
    const { caseId } = await appraised('田一');
    office.at('2026-03-06 19:00');
    const { status, body } = await office.ask('li-chunmei', 'notices.post', {
      input: { caseIds: [caseId], photoId: await office.photo('he-ming') },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: { reason: 'ATTACHMENT_UNKNOWN', issues: [{ field: 'photoId' }] } });
  });

  test('notices stand in one chain: each digest covers the one before it, also when two are posted at once', async () => {
    const first = await appraised('田一');
    const second = await appraised('田二');
    office.at('2026-03-06 19:00');
    const photos = [await office.photo('li-chunmei'), await office.photo('zhou-zhengping')];
    await Promise.all([
      office.must('li-chunmei', 'notices.post', { caseIds: [first.caseId], photoId: photos[0] ?? '' }),
      office.must('zhou-zhengping', 'notices.post', { caseIds: [second.caseId], photoId: photos[1] ?? '' }),
    ]);
    const chain = await office.database.look<{ content: unknown; digest: Buffer; prev_digest: Buffer }>(
      'SELECT content, digest, prev_digest FROM notice ORDER BY seq',
    );
    expect(chain).toHaveLength(2);
    let before: Buffer = Buffer.alloc(32);
    for (const { content, digest, prev_digest } of chain) {
      expect(prev_digest.equals(before)).toBe(true);
      expect(chainDigest(before, NoticeContent.parse(content)).equals(digest)).toBe(true);
      before = digest;
    }
  });

  test('the check code is that of the digest, for who may compare it with the paper', async () => {
    const { noticeId } = await walk(office, 'posted');
    const [row] = await office.database.look<{ code: string }>(
      "SELECT left(encode(digest, 'hex'), 8) AS code FROM notice WHERE id = $1",
      [noticeId],
    );
    const { checkCode } = await read('he-ming', noticeId);
    expect(checkCode.replace(' ', '')).toBe(row?.code);
  });
});
