import { answerEvent } from '@functions/runtime/cloudbase';
import { DEMO_COUNTY, FIRST_VILLAGE } from '@functions/runtime/demo';
import { createHttpDoor } from '@functions/runtime/http';
import { SharedAnswers } from '@functions/runtime/shared-answers';
import { type NoticeView, noticeReadAloud } from '@miniapp/features/notices/words';
import { OPERATIONS } from '@shared/contract';
import type { OperationName } from '@shared/contract/routes';
import { printedAs } from '@shared/publicity';
import { callOf } from '@tests/support/call-of';
import { fetched, sendIn } from '@tests/support/comparison';
import { walkOff } from '@tests/support/elimination';
import { foundInNotice } from '@tests/support/notice-scanner';
import { type Office, openOffice } from '@tests/support/office';
import { insidesOf, readPdf } from '@tests/support/pdf';
import {
  type Leaf,
  leaf,
  leaksIn,
  type SecretFamily,
  secretRecords,
  walkSecret,
} from '@tests/support/secret-families';
import sharp from 'sharp';

/**
 * Whatever stands in a family's record, what the public gets of it is the whitelist of its notice: records full of
 * secrets are generated, notices of all kinds are put up, and every byte is searched that leaves by a public door (of
 * each operation that strangers may call, heads of answers included), lies in a paper for the board, is kept of a photo,
 * is read aloud or sent to followers, names a copy in a cache or a store, or goes to the log. `FAMILIES=40` for the
 * long run. What browsers and phones make of it is in tests/web/notice-end and tests/weapp/notices.
 */
const FAMILIES = Number(process.env.FAMILIES ?? 3);
const SEED = 20260310;
// Each family is some forty calls, each read of all notices another hundred.
jest.setTimeout(240_000);

let office: Office;
/** On the list, on notices of every kind. */
const families: SecretFamily[] = [];
/** One more, to which somebody objects. */
let objected: SecretFamily;
let everybody: SecretFamily[];
const keys: Leaf[] = [];
const console_: Leaf[] = [];

beforeAll(async () => {
  for (const method of ['find', 'read', 'remember'] as const) {
    const was = SharedAnswers.prototype[method] as (...args: unknown[]) => unknown;
    jest.spyOn(SharedAnswers.prototype, method).mockImplementation(function (
      this: unknown,
      ...args: unknown[]
    ) {
      keys.push(leaf(`key in memory (${method})`, String(args[0])));
      return was.apply(this, args);
    } as never);
  }
  for (const method of ['log', 'info', 'warn', 'error'] as const)
    jest.spyOn(console, method).mockImplementation((...said) => {
      console_.push(leaf(`console.${method}`, said.map(String).join(' ')));
    });
  office = await openOffice({ rateFactor: 100_000 });
  const [first, ...records] = secretRecords(FAMILIES + 1, SEED);
  if (first === undefined) throw new Error('no record');
  for (const record of records) families.push(await walkSecret(office, record, 'announced'));
  objected = await walkSecret(office, first, 'posted');
  everybody = [...families, objected];
});
afterAll(async () => {
  jest.restoreAllMocks();
  await office.close();
});

const leaks = (leaves: readonly Leaf[], names = true) => leaksIn(leaves, everybody, { names });

const WIDE = 320;

/** A photo as a phone writes it, with everything about its families in every place for notes that a JPEG has. */
function chattyPhoto(): Promise<Buffer> {
  const all = everybody.map((one) => `${one.headName}${one.all}`).join(';');
  return sharp({ create: { width: WIDE, height: 240, channels: 3, background: '#c33' } })
    .withExif({
      IFD0: { ImageDescription: all, Artist: all, Copyright: all },
      IFD2: { UserComment: all },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 36/1 0/1' },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:title="${all}"/></rdf:RDF></x:xmpmeta>`,
    )
    .jpeg()
    .toBuffer();
}

/** Somebody objects with all he knows; who looks into it writes more down; the public words are few. */
async function object(photo: Buffer): Promise<{ village: string; code: string }> {
  const { caseId, noticeId, all } = objected;
  office.at('2026-03-07 09:00');
  const started = await office.must('-', 'objections.startFile', {
    ...{ noticeId, kind: 'OTHER', contentType: 'image/jpeg', size: photo.length },
  });
  const { attachmentId, ticket, upload } = started;
  office.store.objects.set(upload.fields.key ?? '', { content: photo, contentType: 'image/jpeg' });
  await office.must('-', 'objections.finishFile', { attachmentId, ticket });
  const { objectionId, queryCode } = await office.must('-', 'objections.file', {
    ...{ noticeId, row: 0, statement: all, photos: [{ attachmentId, ticket }] },
    objector: { name: objected.secrets.wife, phone: objected.secrets.phone },
  });
  const act = async (operation: 'recordInvestigation' | 'answerObjection', said: object) => {
    const { case: c } = await office.must('zhou-zhengping', 'reviews.case', { caseId });
    const input = { caseId, version: c.version, objectionId, ...said };
    await office.must('zhou-zhengping', `reviews.${operation}`, input as never);
  };
  await act('recordInvestigation', { record: all });
  await act('answerObjection', { verdict: 'NOT_UPHELD', answer: '查过了，写得对', factsChanged: false });
  return { village: FIRST_VILLAGE, code: queryCode };
}

/** Puts up a notice of every kind about these families; the payments' file carries the secrets too. */
async function putUpAll(photo: Buffer): Promise<void> {
  const caseIds = families.map(({ caseId }) => caseId);
  for (const { caseId, all, secrets } of families) {
    const { case: c } = await office.must('li-chunmei', 'reviews.case', { caseId });
    await office.must('li-chunmei', 'reviews.recordMeasure', {
      ...{ caseId, version: c.version, measureCode: 'HEA', name: `${secrets.illness}救治` },
      ...{ department: '卫生健康局', on: '2026-03-16', amountFen: Number(secrets.income) * 100, detail: all },
    });
  }
  await office.must('li-chunmei', 'notices.post', {
    ...{ kind: 'MEASURES_LANDED', caseIds, photoId: await office.photo('li-chunmei', photo) },
  });
  const rows = families.map(
    ({ headName, secrets: { phone, idNo, illness, child, card, address } }, index) =>
      `${headName} ${phone},${idNo},2组${illness},交通补助（${child}）,1,人,${1500 + index},${card},${address}`,
  );
  const minor = `${families[0]?.secrets.child},,2组,交通补助,1,人,99,,`;
  const file = ['姓名,身份证号,小组,项目,数量,单位,金额,银行账号,备注', ...rows, minor].join('\n');
  const village = `${DEMO_COUNTY}-${FIRST_VILLAGE}`;
  const bytes = new TextEncoder().encode(file);
  const { job } = await sendIn(office, 'he-min', village, bytes, 'SUBSIDY_PAYMENTS');
  await postMended(job.id);
  const { draft } = await office.must('li-chunmei', 'notices.saveDraft', {
    ...{ village: FIRST_VILLAGE, title: '开会' },
    // What staff write themselves may name a neighbour; children and what the scan knows it may not.
    text: families
      .flatMap(({ secrets: { child, illness, address, card, phone, idNo, childId } }) => [
        ...[child, illness, address, card, phone, idNo, childId],
      ])
      .join('，\n'),
  });
  await postMended(draft.id);
  // Who follows the village is told of them.
  await office.tick();
  await walkOff(office, caseIds, 'marked');
}

/** Takes every mend that is offered until none is left, as staff would, and puts the draft up. */
async function postMended(draftId: string): Promise<void> {
  for (;;) {
    const { draft } = await office.must('he-min', 'notices.draft', { draftId });
    const mends = draft.preview.findings.map(({ where }) => where);
    if (mends.length === 0) {
      await office.must('he-min', 'notices.postDraft', { draftId, version: draft.version });
      return;
    }
    await office.must('he-min', 'notices.mend', { draftId, version: draft.version, mends });
  }
}

/** What is printed on the sheet of a notice and leads to its check. */
async function tokenOf(noticeId: string): Promise<string> {
  const [row] = await office.database.look<{ digest: Buffer }>('SELECT digest FROM notice WHERE id = $1', [
    noticeId,
  ]);
  return office.adapters.keys.paperToken(printedAs(noticeId, row?.digest.toString('hex') ?? ''));
}

interface Asked {
  noticeIds: readonly string[];
  tokens: readonly string[];
  /** The number that whoever objected holds. */
  number: { village: string; code: string };
  certificates: readonly string[];
}

/** What a stranger asks of each operation that strangers may call. A new one has to be written in here. */
const QUESTIONS: Partial<Record<OperationName, (known: Asked) => object[]>> = {
  'accounts.askDesk': () => [{ browser: 'x' }],
  'accounts.collectDesk': () => [{ secret: 'x'.repeat(43) }],
  'accounts.me': () => [{}],
  'accounts.signIn': () => [{ token: 'x' }],
  'households.checkCertificate': ({ certificates, tokens }) =>
    [...certificates, ...tokens].map((token) => ({ token })),
  'notices.check': ({ certificates, tokens }) => [...certificates, ...tokens].map((token) => ({ token })),
  'notices.get': ({ noticeIds }) => noticeIds.map((noticeId) => ({ noticeId })),
  'notices.list': () => [{ village: FIRST_VILLAGE }, { village: `${DEMO_COUNTY}999999` }],
  'objections.answer': ({ number }) => [number, { ...number, code: '00000000' }],
  'objections.file': ({ noticeIds }) =>
    noticeIds.flatMap((noticeId) => [
      { noticeId, row: 0, statement: '' },
      { noticeId, row: 199, statement: '写错了' },
    ]),
  'objections.finishFile': ({ noticeIds: [attachmentId] }) => [{ attachmentId, ticket: 'x'.repeat(43) }],
  'objections.rate': ({ number }) => [{ ...number, satisfied: 'NEVER' }],
  'objections.startFile': ({ noticeIds }) =>
    noticeIds.map((noticeId) => ({ noticeId, kind: 'OTHER', contentType: 'image/jpeg', size: 9 })),
  'policies.list': () => [{ village: FIRST_VILLAGE }],
  'policies.sheet': () => [{ village: FIRST_VILLAGE }],
  'policies.sheetPaper': () => [{ village: FIRST_VILLAGE }],
  'regions.children': () => [{ code: 'root' }, { code: FIRST_VILLAGE }],
  'regions.search': () => [{ text: '保西' }, { text: '田' }],
  'regions.village': () => [{ code: FIRST_VILLAGE }],
};

/** What is another answer on another day. */
const DAILY = Object.fromEntries(
  Object.entries(QUESTIONS).filter(([name]) => /^notices|^objections.answer|^households/.test(name)),
);

/** A stranger, somebody of the village, somebody of another one; each signs in once. */
const READERS = ['-', 'he-ming', 'shen-wen'];
/** Of its own at each call and made of nothing. */
const BY_CHANCE = ['x-trace-id'];

/** Everything that both doors answer to each question, heads and addresses included. */
async function publicBytes(asked: Asked, questions: typeof QUESTIONS): Promise<Leaf[]> {
  const door = createHttpDoor(office.pipeline);
  const found: Leaf[] = [];
  for (const [operation, of] of Object.entries(questions))
    for (const input of of(asked)) {
      const call = callOf(operation as OperationName, input as Record<string, unknown>);
      for (const reader of READERS) {
        const identity = await office.identity(reader);
        const response = await door.request(`/api${call.path}`, {
          method: call.method,
          headers: {
            ...(identity.kind === 'session' && { authorization: `Bearer ${identity.token}` }),
            ...(call.body !== undefined && { 'content-type': 'application/json' }),
            'x-request-id': `${operation} ${reader} ${found.length}`,
          },
          ...(call.body !== undefined && { body: call.body }),
        });
        const heads = [...response.headers].filter(([name]) => !BY_CHANCE.includes(name));
        const from = `${operation} to ${reader}`;
        const text = await response.text();
        found.push(leaf(from, text), leaf(`heads of ${from}`, JSON.stringify(heads)));
        const { notice } = JSON.parse(text) as { notice?: NoticeView };
        if (notice !== undefined) found.push(leaf(`read aloud to ${reader}`, noticeReadAloud(notice)));
      }
      const event = { operation, input, requestId: `${operation} - cloud ${found.length}` };
      const answer = await answerEvent(office.pipeline, event, {});
      found.push(leaf(`${operation} over CloudBase`, JSON.stringify(answer)));
    }
  return found;
}

/** Bytes of what a link of the store leads to. */
async function printed(
  operation: 'notices.paper' | 'notices.poster' | 'policies.sheetPaper',
  input: object,
): Promise<Uint8Array> {
  const { file } = await office.must('li-chunmei', operation, input as never);
  return fetched(office, file.url);
}

let asked: Asked;
/** By the day on which they are printed, because an old notice is not printed any more. */
const DAYS = [
  '2026-03-08 09:00',
  '2026-03-17 09:00',
  '2026-03-20 09:00',
  '2026-03-24 09:00',
  '2026-10-15 09:00',
  '2026-10-23 09:00',
  '2026-12-01 09:00',
];

test('what is asked here is all that a stranger may call', () => {
  const open = OPERATIONS.filter(({ callers }) => callers === 'ANYONE').map(({ name }) => name);
  expect(Object.keys(QUESTIONS).sort()).toEqual([...open].sort());
});

test('no record, whatever stands in it, puts more into a public answer than its notice may say', async () => {
  const photo = await chattyPhoto();
  const { exif, xmp } = await sharp(photo).metadata();
  expect(leaks([leaf('EXIF', exif ?? ''), leaf('XMP', xmp ?? '')]).length).toBeGreaterThan(20);
  const number = await object(photo);
  office.at('2026-03-16 10:00');
  await office.must('he-ming', 'accounts.chooseVillage', { village: FIRST_VILLAGE });
  await office.must('he-ming', 'notices.follow', { village: FIRST_VILLAGE, on: true });
  const certificates: string[] = [];
  for (const { caseId } of families) {
    const { certificate } = await office.must('tian-xiaoyu', 'households.issueCertificate', {
      ...{ caseId, kind: 'ON_LIST' },
    });
    certificates.push(office.adapters.keys.paperToken(certificate.id));
  }
  await putUpAll(photo);
  const notices = await office.database.look<{ id: string; kind: string }>('SELECT id, kind FROM notice');
  expect(new Set(notices.map(({ kind }) => kind)).size).toBe(7);
  const noticeIds = notices.map(({ id }) => id);
  asked = { noticeIds, number, certificates, tokens: await Promise.all(noticeIds.map(tokenOf)) };
  for (const day of DAYS) {
    office.at(day);
    const bytes = await publicBytes(asked, day === DAYS[0] ? QUESTIONS : DAILY);
    // It did ask: the village reads names, masked.
    if (day === DAYS[0])
      expect(bytes.filter(({ bytes: said }) => said.includes('田*')).length).toBeGreaterThan(FAMILIES);
    expect(leaks(bytes)).toEqual([]);
  }
});

test('papers for the board: full names on the sheet alone, and nothing else, in words, properties or packed parts', async () => {
  const sheets: Uint8Array[] = [];
  const nameless: Uint8Array[] = [];
  const seen = new Set<string>();
  for (const day of DAYS) {
    office.at(day);
    const { notices } = await office.must('li-chunmei', 'notices.overview', {});
    for (const { id: noticeId, ended } of notices)
      if (!ended && !seen.has(noticeId)) {
        seen.add(noticeId);
        sheets.push(await printed('notices.paper', { noticeId, kind: 'SHEET' }));
        nameless.push(await printed('notices.paper', { noticeId, kind: 'LOUDSPEAKER' }));
      }
  }
  const poster = await printed('notices.poster', { village: FIRST_VILLAGE });
  nameless.push(poster, await printed('policies.sheetPaper', { village: FIRST_VILLAGE }));
  const insides = (pdfs: Uint8Array[], what: string) =>
    insidesOf(pdfs).flatMap(({ words, rest, bytes }) => [
      leaf(`words of ${what}`, words),
      leaf(`properties of ${what}`, rest),
      { from: `bytes of ${what}`, bytes },
    ]);
  const board = insides(sheets, 'a sheet');
  expect(leaks(board).filter((one) => !/^words of a sheet says headName/.test(one))).toEqual([]);
  expect(leaks(board).length).toBeGreaterThan(FAMILIES);
  expect(leaks(insides(nameless, 'what is read out or hangs all year'))).toEqual([]);
  const code = readPdf(poster).pages[0]?.code ?? '';
  expect(code).toContain(FIRST_VILLAGE);
  expect(leaks([leaf('code of the poster', code)])).toEqual([]);
});

test('of photos nothing is kept but their colours', async () => {
  const photos = [...office.store.objects].filter(([name]) => name.startsWith('clean/'));
  const kept: Leaf[] = [];
  let chatty = 0;
  for (const [name, { content }] of photos) {
    const { format, width, exif, xmp, iptc, icc, comments } = await sharp(content).metadata();
    expect({ format, exif, xmp, iptc, icc, comments }).toEqual({ format: 'jpeg' });
    if (width === WIDE) chatty += 1;
    kept.push({ from: name, bytes: Buffer.from(content) });
  }
  // It came twice: with the objection, and as the board.
  expect(chatty).toBe(2);
  expect(leaks(kept)).toEqual([]);
});

test('nothing is in keys of caches and stores, in counters, in the log, on the console or in what followers are sent', async () => {
  const counters = await office.database.look<{ key: string }>('SELECT key FROM rate_counter');
  const { messages } = await office.must('he-ming', 'accounts.messages', {});
  expect(messages.length).toBeGreaterThan(3);
  expect(keys.length).toBeGreaterThan(100);
  const stored = [...office.store.objects.keys()].filter((key) => key.includes(asked.noticeIds[0] ?? '-'));
  expect(stored.length).toBeGreaterThan(0);
  expect(
    leaks([
      ...keys,
      ...stored.map((key) => leaf('key in the store', key)),
      ...counters.map(({ key }) => leaf('counter', key)),
      ...messages.map((message) => leaf('message', JSON.stringify(message))),
      ...console_,
    ]),
  ).toEqual([]);
  const logs = office.logged.map((line) => leaf(`log of ${line.operation}`, JSON.stringify(line)));
  expect(logs.length).toBeGreaterThan(100);
  expect(leaks(logs).filter((one) => !/says caseId/.test(one))).toEqual([]);
});

test('what is frozen for the board and for staff holds the names of heads, and nothing else of the record', async () => {
  const frozen = await office.database.look<{ content: string }>(
    'SELECT content::text AS content FROM notice',
  );
  const found = leaks(
    frozen.map(({ content }) => leaf('frozen', content)),
    false,
  );
  expect(found.filter((one) => !/says caseId/.test(one))).toEqual([]);
});

test('and a scanner written apart finds nothing in what the village reads', async () => {
  office.at('2026-03-20 09:00');
  const { running } = await office.must('he-ming', 'notices.list', { village: FIRST_VILLAGE });
  expect(running.length).toBeGreaterThan(2);
  for (const { id } of running) {
    const { notice } = await office.must('he-ming', 'notices.get', { noticeId: id });
    const lines = [notice.title, ...notice.paragraphs, ...notice.rows.flatMap(({ cells }) => cells)].join(
      '\n',
    );
    expect(foundInNotice(lines, [])).toEqual([]);
  }
});
