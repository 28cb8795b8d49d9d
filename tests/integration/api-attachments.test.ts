import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createS3Store } from '@functions/adapters/storage/s3';
import { createPipeline, type Pipeline } from '@functions/runtime/pipeline';
import { createObjectStore } from '@infra/storage/embedded';
import { REPORT } from '@tests/support/f01';
import { TINY_PNG } from '@tests/support/files';
import { type Office, openOffice } from '@tests/support/office';
import sharp from 'sharp';

/** Uploads as a phone makes them: a presigned form to a store that enforces it, past the functions. */

const KEYS = { accessKey: 'TESTKEY', secretKey: 'test-secret' };
const PNG = Buffer.from(TINY_PNG);

let office: Office;
let pipeline: Pipeline;
let dir: string;
let server: Server;

beforeAll(async () => {
  office = await openOffice();
  dir = mkdtempSync(join(tmpdir(), 'attachments-'));
  const store = createObjectStore({ dir, ...KEYS, now: Date.now });
  server = createServer((request, response) => void store.handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const objects = createS3Store({
    endpoint: `http://127.0.0.1:${port}/storage`,
    bucket: 'attachments',
    ...KEYS,
  });
  pipeline = createPipeline({ ...office.adapters, objects }, { profile: 'local', rateFactor: 100 });
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true, force: true });
  await office.close();
});

let request = 0;
async function ask(person: string, operation: string, input: object) {
  request += 1;
  return pipeline.invoke({
    operation,
    input,
    requestId: `request-${request}`,
    identity: await office.identity(person),
  });
}

interface Started {
  attachmentId: string;
  upload: { url: string; fields: Record<string, string> };
}

async function start(person: string, contentType = 'image/png', size = PNG.length): Promise<Started> {
  const what = contentType.startsWith('audio/') ? { kind: 'VOICE', seconds: 18 } : { kind: 'BILL' };
  const { status, body } = await ask(person, 'attachments.start', { ...what, contentType, size });
  expect(status).toBe(200);
  return body as Started;
}

function upload({ upload: { url, fields } }: Started, content: Buffer, change: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(content)]));
  return fetch(url, { method: 'POST', body: form });
}

async function ready(person: string, content: Buffer = PNG, contentType = 'image/png'): Promise<string> {
  const started = await start(person, contentType, content.length);
  expect((await upload(started, content)).status).toBe(204);
  const finished = await ask(person, 'attachments.finish', { attachmentId: started.attachmentId });
  expect(finished.status).toBe(200);
  return started.attachmentId;
}

test('a photo goes up, is looked at, comes with a report, and is shown to the family and its office alone', async () => {
  const photo = await ready('tian-xiaoyu');
  const sent = await ask('tian-xiaoyu', 'applications.submit', { ...REPORT, idNo: null, photoIds: [photo] });
  expect(sent.status).toBe(200);
  for (const person of ['tian-xiaoyu', 'li-chunmei', 'wu-haiyan']) {
    const { status, body } = await ask(person, 'attachments.link', { attachmentId: photo });
    expect([person, status]).toEqual([person, 200]);
    const { url, contentType } = body as { url: string; contentType: string };
    expect(contentType).toBe('image/jpeg');
    const shown = await fetch(url);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1,
    });
  }
  for (const person of ['he-ming', 'shen-wen', 'sun-xiuying'])
    expect((await ask(person, 'attachments.link', { attachmentId: photo })).status).toBe(404);
});

test('that staff looked at it is written down', async () => {
  const photo = await ready('tian-xiaoyu');
  await ask('tian-xiaoyu', 'applications.submit', { ...REPORT, idNo: null, photoIds: [photo] });
  await ask('tian-xiaoyu', 'attachments.link', { attachmentId: photo });
  await ask('li-chunmei', 'attachments.link', { attachmentId: photo });
  const looked = await office.database.look(
    "SELECT person_id FROM audit WHERE what = 'LINK' AND detail = $1",
    [photo],
  );
  expect(looked).toEqual([{ person_id: 'demo-li-chunmei' }]);
});

test('before it is claimed a file is its owner’s alone', async () => {
  const photo = await ready('tian-xiaoyu');
  expect((await ask('tian-xiaoyu', 'attachments.link', { attachmentId: photo })).status).toBe(200);
  for (const person of ['he-ming', 'li-chunmei', 'wu-haiyan'])
    expect((await ask(person, 'attachments.link', { attachmentId: photo })).status).toBe(404);
});

test('the link is to a copy under a name that nobody was told, and ends after five minutes', async () => {
  const started = await start('tian-xiaoyu');
  await upload(started, PNG);
  await ask('tian-xiaoyu', 'attachments.finish', { attachmentId: started.attachmentId });
  const { body } = await ask('tian-xiaoyu', 'attachments.link', { attachmentId: started.attachmentId });
  const url = new URL((body as { url: string }).url);
  expect(url.pathname).toMatch(/^\/storage\/attachments\/clean\/[0-9a-f]{40}$/);
  expect(url.searchParams.get('X-Amz-Expires')).toBe('300');
});

test('finishing twice is finishing once', async () => {
  const photo = await ready('tian-xiaoyu');
  const again = await ask('tian-xiaoyu', 'attachments.finish', { attachmentId: photo });
  expect(again).toMatchObject({ status: 200, body: { contentType: 'image/jpeg' } });
});

test('what was not uploaded cannot be finished, and what is not finished cannot be sent in', async () => {
  const { attachmentId } = await start('tian-xiaoyu');
  expect(await ask('tian-xiaoyu', 'attachments.finish', { attachmentId })).toMatchObject({
    status: 409,
    body: { error: { reason: 'ATTACHMENT_NOT_UPLOADED' } },
  });
  expect((await ask('tian-xiaoyu', 'attachments.link', { attachmentId })).status).toBe(404);
  const sent = await ask('tian-xiaoyu', 'applications.submit', {
    ...REPORT,
    idNo: null,
    photoIds: [attachmentId],
  });
  expect(sent).toMatchObject({ status: 422, body: { error: { reason: 'ATTACHMENT_UNKNOWN' } } });
});

test.each([
  ['a page', Buffer.from('<html><script>alert(1)</script>'.padEnd(60))],
  ['a picture of another kind', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(50)])],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(58)])],
  ['a drawing with code in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
])('%s that calls itself a PNG is refused by what it holds', async (_name, content) => {
  const started = await start('tian-xiaoyu', 'image/png', content.length);
  expect((await upload(started, content)).status).toBe(204);
  const { attachmentId } = started;
  expect(await ask('tian-xiaoyu', 'attachments.finish', { attachmentId })).toMatchObject({
    status: 422,
    body: { error: { reason: 'ATTACHMENT_WRONG_TYPE', message: '这个文件不是照片，换一张。' } },
  });
});

test.each([
  ['audio/mpeg', '494433030000'],
  ['audio/mpeg', 'fffb9064'],
  ['audio/mp4', '00000020667479704d344120'],
  ['audio/webm', '1a45dfa3'],
])('%s that begins with %s is taken', async (contentType, beginning) => {
  await ready('tian-xiaoyu', Buffer.concat([Buffer.from(beginning, 'hex'), Buffer.alloc(40)]), contentType);
});

/** What became of a photo. */
async function kept(photo: string): Promise<Buffer> {
  const { body } = await ask('tian-xiaoyu', 'attachments.link', { attachmentId: photo });
  return Buffer.from(await (await fetch((body as { url: string }).url)).arrayBuffer());
}

/** A photo of so many points, as a phone takes it: lying on its side, with the place and the camera written in. */
function phonePhoto(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#c33' } })
    .composite([
      { input: { create: { width: 8, height: 8, channels: 3, background: '#fff' } }, left: 0, top: 0 },
    ])
    .jpeg()
    .withExif({
      IFD0: { Make: 'HUAWEI', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 36/1 0/1', GPSLongitude: '122/1 15/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

test('a photo is drawn anew: upright, and nothing in the file says where and with what it was taken', async () => {
  const photo = await phonePhoto(400, 200);
  expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('HUAWEI');
  const clean = await kept(await ready('tian-xiaoyu', photo, 'image/jpeg'));
  const { orientation, exif, icc, xmp, width, height, format } = await sharp(clean).metadata();
  expect({ orientation, exif, icc, xmp, width, height, format }).toEqual({
    format: 'jpeg',
    width: 200,
    height: 400,
  });
  expect(clean.includes('HUAWEI')).toBe(false);
  // The corner that was above on the left is now above on the right.
  const corner = await sharp(clean).extract({ left: 196, top: 0, width: 4, height: 4 }).raw().toBuffer();
  expect(Math.min(...corner)).toBeGreaterThan(180);
});

test('what is long is made shorter, what is not stays', async () => {
  const long = await sharp({ create: { width: 5000, height: 100, channels: 3, background: '#888' } })
    .png()
    .toBuffer();
  expect(await sharp(await kept(await ready('tian-xiaoyu', long))).metadata()).toMatchObject({
    width: 2560,
    height: 51,
  });
});

/** The same JPEG, its head saying that it is 65,000 × 65,000. */
function bomb(jpeg: Buffer): Buffer {
  const changed = Buffer.from(jpeg);
  const frame = changed.indexOf(Buffer.from('ffc0', 'hex'));
  changed.writeUInt16BE(65_000, frame + 5);
  changed.writeUInt16BE(65_000, frame + 7);
  return changed;
}

test.each([
  [
    'a bomb',
    async () => bomb(await phonePhoto(400, 200)),
    'ATTACHMENT_TOO_LARGE',
    '照片太大，传不上去，请重新拍。',
  ],
  [
    'a cut-off photo',
    async () => Buffer.from((await phonePhoto(400, 200)).subarray(0, 900)),
    'ATTACHMENT_BROKEN',
    '这张照片打不开，可能没拍好。再拍一张。',
  ],
  [
    'a program behind the first letters of a photo',
    async () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('MZ'), Buffer.alloc(500)]),
    'ATTACHMENT_BROKEN',
    '这张照片打不开，可能没拍好。再拍一张。',
  ],
])('%s is refused with a sentence, and cannot be sent in', async (_name, make, reason, message) => {
  const content = Buffer.from(await make());
  const started = await start('tian-xiaoyu', 'image/jpeg', content.length);
  expect((await upload(started, content)).status).toBe(204);
  const { attachmentId } = started;
  expect(await ask('tian-xiaoyu', 'attachments.finish', { attachmentId })).toMatchObject({
    status: 422,
    body: { error: { reason, message } },
  });
  const report = { ...REPORT, idNo: null, photoIds: [attachmentId] };
  expect((await ask('tian-xiaoyu', 'applications.submit', report)).status).toBe(422);
});

test('nine photos go with a report, not ten', async () => {
  const photos = await Promise.all(Array.from({ length: 10 }, () => ready('tian-xiaoyu')));
  const submit = (photoIds: string[]) =>
    ask('tian-xiaoyu', 'applications.submit', { ...REPORT, idNo: null, photoIds });
  expect(await submit(photos)).toMatchObject({ status: 422, body: { error: { reason: 'TOO_MANY' } } });
  expect((await submit(photos.slice(0, 9))).status).toBe(200);
});

test('a recording goes with the report as what was said, and is heard by the office with its length', async () => {
  const mp3 = Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(400)]);
  const voiceId = await ready('tian-xiaoyu', mp3, 'audio/mpeg');
  const difficulty = { phrases: [], text: '', voiceId };
  const sent = await ask('tian-xiaoyu', 'applications.submit', { ...REPORT, idNo: null, difficulty });
  expect(sent.status).toBe(200);
  const { body } = await ask('li-chunmei', 'attachments.link', { attachmentId: voiceId });
  expect(body).toMatchObject({ contentType: 'audio/mpeg', seconds: 18 });
  expect((await kept(voiceId)).equals(mp3)).toBe(true);
});

test('a photo is no recording, and a recording no photo', async () => {
  const photo = await ready('tian-xiaoyu');
  const voice = await ready('tian-xiaoyu', Buffer.from('4944330300000000', 'hex'), 'audio/mpeg');
  const submit = (photoIds: string[], voiceId: string | null) =>
    ask('tian-xiaoyu', 'applications.submit', {
      ...REPORT,
      idNo: null,
      photoIds,
      difficulty: { phrases: ['BIG_ILLNESS'], text: '', voiceId },
    });
  for (const [photos, voiceId] of [
    [[voice], null],
    [[], photo],
    [[voice], voice],
  ] as const)
    expect(await submit([...photos], voiceId)).toMatchObject({
      status: 422,
      body: { error: { reason: 'ATTACHMENT_UNKNOWN' } },
    });
  expect((await submit([photo], voice)).status).toBe(200);
});

test.each([
  ['a minute and more', { seconds: 61 }, 'VOICE_TOO_LONG'],
  ['two megabytes', { size: 2 * 1024 * 1024 }, 'VOICE_TOO_LONG'],
  ['a film', { contentType: 'video/mp4' }, 'INVALID'],
  ['a photo', { contentType: 'image/png' }, 'VOICE_WRONG_TYPE'],
])('a recording of %s is refused before anything is uploaded', async (_name, change, reason) => {
  const voice = { kind: 'VOICE', contentType: 'audio/mpeg', size: 9_000, seconds: 18, ...change };
  expect(await ask('tian-xiaoyu', 'attachments.start', voice)).toMatchObject({
    status: 422,
    body: { error: { reason } },
  });
});

test('a photo that calls itself a recording is refused by what it holds', async () => {
  const { attachmentId, upload: to } = await start('tian-xiaoyu', 'audio/mp4', PNG.length);
  await upload({ attachmentId, upload: to }, PNG);
  expect(await ask('tian-xiaoyu', 'attachments.finish', { attachmentId })).toMatchObject({
    status: 422,
    body: { error: { message: '这段录音听不出来，请重新说一遍。' } },
  });
});

test('the store takes neither a larger file than announced, nor another type, nor another name', async () => {
  const started = await start('tian-xiaoyu');
  expect((await upload(started, Buffer.concat([PNG, PNG]))).status).toBe(400);
  expect((await upload(started, PNG, { 'Content-Type': 'text/html' })).status).toBe(403);
  expect((await upload(started, PNG, { key: 'clean/stolen' })).status).toBe(403);
});

test.each([
  ['a type that is none of ours', { contentType: 'text/html', size: 10 }, 'contentType'],
  ['fifty megabytes', { contentType: 'image/png', size: 50 * 1024 * 1024 }, 'size'],
  ['an empty file', { contentType: 'image/png', size: 0 }, 'size'],
])('%s is refused before anything is uploaded', async (_name, change, field) => {
  const { status, body } = await ask('tian-xiaoyu', 'attachments.start', { kind: 'BILL', ...change });
  expect(status).toBe(422);
  expect(body).toMatchObject({ error: { issues: [{ field }] } });
});

test("somebody else's file can neither be finished nor sent in", async () => {
  const started = await start('he-ming');
  await upload(started, PNG);
  const { attachmentId } = started;
  expect((await ask('tian-xiaoyu', 'attachments.finish', { attachmentId })).status).toBe(404);
  await ask('he-ming', 'attachments.finish', { attachmentId });
  const sent = await ask('tian-xiaoyu', 'applications.submit', {
    ...REPORT,
    idNo: null,
    photoIds: [attachmentId],
  });
  expect(sent).toMatchObject({ status: 422, body: { error: { reason: 'ATTACHMENT_UNKNOWN' } } });
});

test('a file lies with one case: it cannot be sent in with another', async () => {
  const photo = await ready('tian-xiaoyu');
  const submit = () =>
    ask('tian-xiaoyu', 'applications.submit', { ...REPORT, idNo: null, photoIds: [photo] });
  expect((await submit()).status).toBe(200);
  expect((await submit()).status).toBe(422);
});
