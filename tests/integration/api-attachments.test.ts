import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createS3Store } from '@functions/adapters/storage/s3';
import { createPipeline, type Pipeline } from '@functions/runtime/pipeline';
import { createObjectStore } from '@infra/storage/embedded';
import { REPORT } from '@tests/support/f01';
import { type Office, openOffice } from '@tests/support/office';

/** Uploads as a phone makes them: a presigned form to a store that enforces it, past the functions. */

const KEYS = { accessKey: 'TESTKEY', secretKey: 'test-secret' };
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(200, 7)]);

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
  const { status, body } = await ask(person, 'attachments.start', { kind: 'BILL', contentType, size });
  expect(status).toBe(200);
  return body as Started;
}

function upload({ upload: { url, fields } }: Started, content: Buffer, change: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...change })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(content)]));
  return fetch(url, { method: 'POST', body: form });
}

async function ready(person: string, content = PNG, contentType = 'image/png'): Promise<string> {
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
    expect(contentType).toBe('image/png');
    const shown = await fetch(url);
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer()).equals(PNG)).toBe(true);
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
  expect(again).toMatchObject({ status: 200, body: { size: PNG.length } });
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
  ['image/jpeg', 'ffd8ffe000104a464946'],
  ['audio/mpeg', '494433030000'],
  ['audio/mpeg', 'fffb9064'],
  ['audio/mp4', '00000020667479704d344120'],
  ['audio/webm', '1a45dfa3'],
])('%s that begins with %s is taken', async (contentType, beginning) => {
  await ready('tian-xiaoyu', Buffer.concat([Buffer.from(beginning, 'hex'), Buffer.alloc(40)]), contentType);
});

test('the store takes neither a larger file than announced, nor another type, nor another name', async () => {
  const started = await start('tian-xiaoyu');
  expect((await upload(started, Buffer.concat([PNG, PNG]))).status).toBe(400);
  expect((await upload(started, PNG, { 'Content-Type': 'text/html' })).status).toBe(403);
  expect((await upload(started, PNG, { key: 'clean/stolen' })).status).toBe(403);
});

test.each([
  ['a type that is none of ours', { contentType: 'text/html', size: 10 }, 'contentType'],
  ['eleven megabytes', { contentType: 'image/png', size: 11 * 1024 * 1024 }, 'size'],
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
