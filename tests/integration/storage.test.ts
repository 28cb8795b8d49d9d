import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { createObjectStore } from '@infra/storage/embedded';

const KEYS = { accessKey: 'TESTKEY', secretKey: 'test-secret' };
const BUCKET = 'attachments';

let dir: string;
let server: Server;
let endpoint: string;
/** What the store takes for the present, ms since 1970; the SDK signs with the real clock. */
let ahead = 0;
let failures: unknown[] = [];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'store-'));
  const store = createObjectStore({
    dir,
    ...KEYS,
    now: () => Date.now() + ahead,
    largest: 200_000,
    onError: (error) => failures.push(error),
  });
  server = createServer((request, response) => void store.handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/storage`;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true, force: true });
});

beforeEach(() => {
  ahead = 0;
  failures = [];
});

const client = (keys = KEYS, more = {}) =>
  new S3Client({
    endpoint,
    region: 'local',
    forcePathStyle: true,
    credentials: { accessKeyId: keys.accessKey, secretAccessKey: keys.secretKey },
    maxAttempts: 1,
    ...more,
  });

const put = (Key: string, Body: string | Buffer = 'hello', ContentType = 'text/plain') =>
  client().send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ContentType }));

async function get(Key: string) {
  const answer = await client().send(new GetObjectCommand({ Bucket: BUCKET, Key }));
  return answer.Body?.transformToString();
}

const refusal = (code: string) => expect.objectContaining({ name: code });

describe('the SDK, unmodified', () => {
  test('puts, reads, describes, lists, copies and deletes', async () => {
    await client().send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: 'cases/a 1/脸 & <b>.jpg',
        Body: 'picture',
        ContentType: 'image/jpeg',
        Metadata: { owner: 'p-1' },
      }),
    );
    expect(await get('cases/a 1/脸 & <b>.jpg')).toBe('picture');

    const head = await client().send(
      new HeadObjectCommand({ Bucket: BUCKET, Key: 'cases/a 1/脸 & <b>.jpg' }),
    );
    expect(head).toMatchObject({ ContentType: 'image/jpeg', ContentLength: 7, Metadata: { owner: 'p-1' } });

    await client().send(
      new CopyObjectCommand({
        Bucket: BUCKET,
        Key: 'kept/1.jpg',
        CopySource: `${BUCKET}/${encodeURIComponent('cases/a 1/脸 & <b>.jpg')}`,
      }),
    );
    const listed = await client().send(new ListObjectsV2Command({ Bucket: BUCKET }));
    expect(listed.Contents?.map(({ Key, Size, ETag }) => [Key, Size, ETag])).toEqual([
      ['cases/a 1/脸 & <b>.jpg', 7, head.ETag],
      ['kept/1.jpg', 7, head.ETag],
    ]);
    const copy = await client().send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'kept/1.jpg' }));
    expect(copy).toMatchObject({ ContentType: 'image/jpeg', Metadata: { owner: 'p-1' } });

    await client().send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'kept/1.jpg' }));
    await expect(get('kept/1.jpg')).rejects.toEqual(refusal('NoSuchKey'));
    await expect(
      client().send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'kept/1.jpg' })),
    ).resolves.toBeDefined();
  });

  test('lists page by page within a prefix', async () => {
    for (const key of ['page/1', 'page/2', 'page/3', 'pagf']) await put(key);
    const list = (ContinuationToken?: string) =>
      client().send(
        new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'page/', MaxKeys: 2, ContinuationToken }),
      );
    const first = await list();
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2 });
    const second = await list(first.NextContinuationToken);
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['page/3']);
    expect(second.IsTruncated).toBe(false);
  });

  test('sends a stream with its checksum after it', async () => {
    const content = Buffer.alloc(150_000, 'x');
    await client().send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: 'streamed',
        Body: Readable.from([content.subarray(0, 70_000), content.subarray(70_000)]),
        ContentLength: content.length,
      }),
    );
    expect(await get('streamed')).toBe(content.toString());
  });

  test('reads a part, as a phone plays sound', async () => {
    await put('sound', '0123456789');
    const part = await client().send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'sound', Range: 'bytes=2-4' }),
    );
    expect(part.ContentRange).toBe('bytes 2-4/10');
    expect(await part.Body?.transformToString()).toBe('234');
    const tail = await client().send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'sound', Range: 'bytes=-3' }),
    );
    expect(await tail.Body?.transformToString()).toBe('789');
    const beyond = client().send(new GetObjectCommand({ Bucket: BUCKET, Key: 'sound', Range: 'bytes=10-' }));
    await expect(beyond).rejects.toMatchObject({ $metadata: { httpStatusCode: 416 } });
  });

  test('keeps an empty object', async () => {
    await put('empty', Buffer.alloc(0));
    expect(await get('empty')).toBe('');
  });

  test.each([
    ['a stranger', { ...KEYS, accessKey: 'OTHER' }, 'InvalidAccessKeyId'],
    ['a wrong secret', { ...KEYS, secretKey: 'guess' }, 'SignatureDoesNotMatch'],
  ])('refuses %s', async (_, keys, code) => {
    const attempt = client(keys).send(new PutObjectCommand({ Bucket: BUCKET, Key: 'x', Body: 'x' }));
    await expect(attempt).rejects.toEqual(refusal(code));
  });

  test('refuses a body that is not the signed one', async () => {
    const signed = client();
    signed.middlewareStack.add(
      (next) => (args) => {
        const request = args.request as { body: string };
        request.body = 'other';
        return next(args);
      },
      { step: 'deserialize' },
    );
    const attempt = signed.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'swapped', Body: 'hello' }));
    await expect(attempt).rejects.toEqual(refusal('XAmzContentSHA256Mismatch'));
    await expect(get('swapped')).rejects.toEqual(refusal('NoSuchKey'));
  });

  test('refuses a body larger than the store takes', async () => {
    await expect(put('large', Buffer.alloc(200_001))).rejects.toEqual(refusal('EntityTooLarge'));
  });

  test.each(['../x', 'a/../../x', 'a//b', 'a\\b', 'a/./b', 'a\u0001b'])('refuses the key %j', async (key) => {
    const before = readdirSync(dir);
    // Most clients mend such a path before they send it, so the URL is put together by hand.
    const url = new URL(await getSignedUrl(client(), new PutObjectCommand({ Bucket: BUCKET, Key: 'x' })));
    const answer = await rawRequest(
      'PUT',
      `/storage/${BUCKET}/${key.split('/').map(encodeURIComponent).join('/')}${url.search}`,
    );
    expect([400, 403]).toContain(answer);
    expect(readdirSync(dir)).toEqual(before);
  });
});

/** `fetch` removes dots from a path; this sends it as it is. Gives the status. */
function rawRequest(method: string, path: string): Promise<number> {
  const { host } = new URL(endpoint);
  const [hostname, port] = host.split(':');
  return new Promise((resolve, reject) => {
    const call = httpRequest({ hostname, port, method, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.once('error', reject);
    call.end('x');
  });
}

describe('signed URLs', () => {
  const sign = (Key: string, expiresIn = 60) =>
    getSignedUrl(client(), new GetObjectCommand({ Bucket: BUCKET, Key }), { expiresIn });

  test('read one object for a while, harmless as a page', async () => {
    await put('signed/1', '<script>alert(1)</script>', 'text/html');
    const answer = await fetch(await sign('signed/1'));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('<script>alert(1)</script>');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('end', async () => {
    await put('signed/2');
    const url = await sign('signed/2', 60);
    ahead = 59_000;
    expect((await fetch(url)).status).toBe(200);
    ahead = 61_000;
    expect((await fetch(url)).status).toBe(403);
  });

  test.each([
    ['another object', (url: string) => url.replace('signed/3', 'signed/4')],
    ['a longer life', (url: string) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')],
    ['another name for the download', (url: string) => `${url}&response-content-disposition=attachment`],
    ['no signature', (url: string) => url.split('?')[0] ?? ''],
  ])('cannot be turned to %s', async (_, tamper) => {
    await put('signed/3');
    await put('signed/4');
    const url = await sign('signed/3');
    expect((await fetch(tamper(url))).status).toBe(403);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
  });
});

describe('forms with a signed policy', () => {
  interface Attempt {
    sign?: Partial<PresignedPostOptions>;
    /** Changes the form after it was signed. */
    change?(form: FormData): void;
    content?: string;
    bucket?: string;
  }

  async function post({
    sign = {},
    change = () => undefined,
    content = 'x'.repeat(500),
    bucket = BUCKET,
  }: Attempt) {
    const { url, fields } = await createPresignedPost(client(), {
      Bucket: BUCKET,
      Key: 'up/photo.jpg',
      Conditions: [
        ['content-length-range', 10, 1000],
        ['starts-with', '$Content-Type', 'image/'],
      ],
      Fields: { 'Content-Type': 'image/jpeg' },
      Expires: 60,
      ...sign,
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    change(form);
    form.append('file', new Blob([content], { type: 'image/jpeg' }), '照片.jpg');
    const answer = await fetch(url.replace(BUCKET, bucket), { method: 'POST', body: form });
    return { status: answer.status, code: /<Code>(\w+)/.exec(await answer.text())?.[1] };
  }

  test('store the file under the signed key with the signed type', async () => {
    expect(await post({})).toEqual({ status: 204, code: undefined });
    const stored = await client().send(new GetObjectCommand({ Bucket: BUCKET, Key: 'up/photo.jpg' }));
    expect(stored.ContentType).toBe('image/jpeg');
    expect(await stored.Body?.transformToString()).toBe('x'.repeat(500));
  });

  test('answer 201 when the signer wished so', async () => {
    const sign = { Fields: { 'Content-Type': 'image/png', success_action_status: '201' } };
    expect((await post({ sign })).status).toBe(201);
  });

  test('end', async () => {
    ahead = 61_000;
    expect(await post({})).toEqual({ status: 403, code: 'AccessDenied' });
  });

  const looser = Buffer.from(
    JSON.stringify({ expiration: '2099-01-01T00:00:00Z', conditions: [['starts-with', '$key', '']] }),
  ).toString('base64');

  test.each<[string, Attempt, number, string]>([
    [
      'a wrong signature',
      { change: (f) => f.set('X-Amz-Signature', '0'.repeat(64)) },
      403,
      'SignatureDoesNotMatch',
    ],
    ['a rewritten policy', { change: (f) => f.set('Policy', looser) }, 403, 'SignatureDoesNotMatch'],
    ['another key', { change: (f) => f.set('key', 'up/other.jpg') }, 403, 'AccessDenied'],
    ['a second key', { change: (f) => f.append('Key', 'up/other.jpg') }, 400, 'InvalidArgument'],
    ['no key', { change: (f) => f.delete('key') }, 403, 'AccessDenied'],
    ['another bucket', { bucket: 'elsewhere' }, 403, 'AccessDenied'],
    ['another type', { change: (f) => f.set('Content-Type', 'text/html') }, 403, 'AccessDenied'],
    ['no type', { change: (f) => f.delete('Content-Type') }, 403, 'AccessDenied'],
    ['an unsigned field', { change: (f) => f.set('acl', 'public-read') }, 403, 'AccessDenied'],
    ['too large a file', { content: 'x'.repeat(1001) }, 400, 'EntityTooLarge'],
    ['too small a file', { content: 'x' }, 400, 'EntityTooSmall'],
    ['a file beyond the store', { content: 'x'.repeat(300_000) }, 400, 'EntityTooLarge'],
    ['a signed path out of its folder', { sign: { Key: '../../etc/x' } }, 400, 'InvalidArgument'],
    [
      'a signed empty key',
      { sign: { Key: '', Conditions: [['starts-with', '$key', '']] } },
      400,
      'InvalidArgument',
    ],
  ])('refuse %s', async (_, attempt, status, code) => {
    const before = (await client().send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount;
    expect(await post(attempt)).toEqual({ status, code });
    expect((await client().send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount).toBe(before);
  });

  test('refuse what is no form', async () => {
    const send = (type: string, body: string) =>
      fetch(`${endpoint}/${BUCKET}`, { method: 'POST', headers: { 'content-type': type }, body });
    expect((await send('multipart/form-data; boundary=x', '--y\r\nnonsense')).status).toBe(400);
    expect((await send('multipart/form-data', 'nonsense')).status).toBe(400);
    expect((await send('application/json', '{}')).status).toBe(501);
  });

  test('are read as phones write them: headers of their own on each part', async () => {
    const { fields } = await createPresignedPost(client(), {
      Bucket: BUCKET,
      Key: 'up/raw.jpg',
      Expires: 60,
    });
    const part = (name: string, value: string, more = '') =>
      `--B\r\nContent-Disposition: form-data; name="${name}"${more}\r\nContent-Type: text/plain; charset=UTF-8\r\n` +
      `Content-Transfer-Encoding: 8bit\r\nContent-Length: ${Buffer.byteLength(value)}\r\n\r\n${value}\r\n`;
    const body =
      Object.entries(fields)
        .map(([name, value]) => part(name, value))
        .join('') +
      `${part('file', 'raw', `; filename="tmp_1.jpg"; filename*=UTF-8''%e7%85%a7.jpg`)}--B--\r\n`;
    const answer = await fetch(`${endpoint}/${BUCKET}`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=B' },
      body,
    });
    expect(answer.status).toBe(204);
    expect(await get('up/raw.jpg')).toBe('raw');
  });
});

describe('the store itself', () => {
  test('lets a page of another origin ask', async () => {
    const answer = await fetch(`${endpoint}/${BUCKET}`, {
      method: 'OPTIONS',
      headers: { origin: 'http://elsewhere', 'access-control-request-headers': 'content-type' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type');
  });

  test('says what it is not', async () => {
    expect((await fetch(`${endpoint}/${BUCKET}/x?acl`)).status).toBe(501);
    expect((await fetch(`${endpoint}/..%2f/x`)).status).toBe(400);
  });

  test('finds everything again after a restart, and drops what was never finished', async () => {
    await put('restart', 'still here');
    writeFileSync(join(dir, '.drafts', 'half.tmp'), 'half');
    const again = createObjectStore({ dir, ...KEYS, now: () => Date.now() });
    expect(readdirSync(join(dir, '.drafts'))).toEqual([]);
    const second = createServer((request, response) => void again.handler(request, response));
    await new Promise<void>((resolve) => second.listen(0, '127.0.0.1', resolve));
    const address = second.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const other = client(KEYS, { endpoint: `http://127.0.0.1:${port}/storage` });
    const answer = await other.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'restart' }));
    expect(await answer.Body?.transformToString()).toBe('still here');
    await new Promise((resolve) => second.close(resolve));
  });

  test('reports its own failures and tells the client nothing of them', async () => {
    await put('broken');
    const found = await client().send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: 'broken' }));
    expect(found.KeyCount).toBe(1);
    rmSync(join(dir, '.drafts'), { recursive: true });
    await expect(put('broken')).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ code: 'ENOENT' });
  });
});
