import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { codeOf } from '../host/plain-error';
import { decodeChunked } from './aws-chunked';
import { requireChecksums } from './checksum';
import { readForm } from './multipart';
import { type ObjectInfo, objectFiles, type StoredObject } from './object-files';
import { readFormUpload } from './post-policy';
import { errorBody, S3Error, xml } from './s3-error';
import { decode, type Keys, requireSignedRequest, sha256 } from './signature';

export interface ObjectStoreOptions extends Keys {
  /** Where the objects are kept. */
  dir: string;
  /** The path in front of every bucket, '/storage' by default. */
  basePath?: string;
  /** Milliseconds since 1970. It judges expiry, so it is the real clock even where the procedure's clock is moved. */
  now(): number;
  /** The largest body taken, bytes; a body is held in memory. 32 MiB by default. */
  largest?: number;
  /** Told of failures that are ours (a full disk), which the client only learns as 500 or 507. */
  onError?(error: unknown): void;
}

export interface ObjectStore {
  /** Answers every request below `basePath`. Never throws. */
  handler(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Query parameters that change nothing or are understood; any other asks for a part of S3 that is not here. */
const KNOWN_QUERY =
  /^(x-amz-.*|x-id|response-.*|list-type|prefix|max-keys|continuation-token|start-after|encoding-type)$/i;

/** What a stored file may do when somebody opens it as a page of our own origin: nothing. */
const INERT = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};

/** Access is by signature, never by cookie, so any origin may ask. */
const CORS = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'ETag, Content-Range' };

interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  /** As it came: the signature is over these very characters. */
  path: string;
  query: URLSearchParams;
  bucket: string;
  key: string;
}

/** A key that a person could mistake for a path out of its folder is refused, though no key ever becomes a path. */
function requireKey(key: string): string {
  const parts = key.split('/');
  if (
    key === '' ||
    key.length > 1024 ||
    /[\p{Cc}\\]/u.test(key) ||
    parts.some((part) => /^\.{0,2}$/.test(part))
  ) {
    throw new S3Error(400, 'InvalidArgument', 'Bad key');
  }
  return key;
}

function requireBucket(bucket: string): string {
  if (!BUCKET.test(bucket)) throw new S3Error(400, 'InvalidBucketName');
  return bucket;
}

function readCall(request: IncomingMessage, response: ServerResponse, basePath: string): Call {
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  if (!path.startsWith(`${basePath}/`)) throw new S3Error(404, 'NoSuchBucket');
  const [bucket = '', ...rest] = path.slice(basePath.length + 1).split('/');
  const query = new URLSearchParams(search);
  for (const name of query.keys()) {
    if (!KNOWN_QUERY.test(name)) throw new S3Error(501, 'NotImplemented', `?${name} is not supported`);
  }
  return { request, response, path, query, bucket: requireBucket(bucket), key: rest.map(decode).join('/') };
}

async function readBody(request: IncomingMessage, largest: number): Promise<Buffer> {
  const tooLarge = () => {
    // Let the rest flow by, or the client meets a broken connection instead of the answer.
    request.resume();
    return new S3Error(400, 'EntityTooLarge');
  };
  if (Number(request.headers['content-length'] ?? 0) > largest) throw tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largest) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The body that the signer promised, out of its wrapping and checked against every checksum given. */
async function readContent(request: IncomingMessage, promised: string, largest: number): Promise<Buffer> {
  const body = await readBody(request, largest);
  if (promised === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    const { content, trailers } = decodeChunked(body);
    requireChecksums(content, { ...request.headers, ...trailers });
    return content;
  }
  if (promised !== 'UNSIGNED-PAYLOAD') {
    if (!/^[0-9a-f]{64}$/.test(promised))
      throw new S3Error(501, 'NotImplemented', `${promised} is not supported`);
    if (sha256(body) !== promised) throw new S3Error(400, 'XAmzContentSHA256Mismatch');
  }
  requireChecksums(body, request.headers);
  return body;
}

function metadataOf(request: IncomingMessage): Record<string, string> {
  const prefix = 'x-amz-meta-';
  const pairs = Object.entries(request.headers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(pairs.map(([name, value]) => [name.slice(prefix.length), String(value)]));
}

interface Span {
  from: number;
  to: number;
  partial: boolean;
}

/** One byte range, as a phone's audio player asks for; anything more elaborate gets the whole. */
function spanOf(range: string | undefined, size: number): Span {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return { from: 0, to: size - 1, partial: false };
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to) throw new S3Error(416, 'InvalidRange');
  return { from, to, partial: true };
}

function describe(info: ObjectInfo, query: URLSearchParams): Record<string, string> {
  const metadata = Object.entries(info.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]);
  const disposition = query.get('response-content-disposition');
  return {
    ...Object.fromEntries(metadata),
    ...INERT,
    'content-type': query.get('response-content-type') ?? info.contentType,
    ...(disposition === null ? {} : { 'content-disposition': disposition }),
    'accept-ranges': 'bytes',
    'cache-control': query.get('response-cache-control') ?? 'private, max-age=3600',
    'last-modified': new Date(info.modified).toUTCString(),
    etag: `"${info.etag}"`,
  };
}

async function sendObject({ request, response, query }: Call, object: StoredObject): Promise<void> {
  try {
    const { info } = object;
    const { from, to, partial } = spanOf(request.headers.range, info.size);
    response.writeHead(partial ? 206 : 200, {
      ...describe(info, query),
      'content-length': to - from + 1,
      ...(partial ? { 'content-range': `bytes ${from}-${to}/${info.size}` } : {}),
    });
    if (request.method === 'HEAD' || to < from) response.end();
    else await pipeline(object.stream(from, to), response);
  } finally {
    await object.close();
  }
}

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

function listBody(bucket: string, query: URLSearchParams, all: readonly ObjectInfo[]): string {
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? 1000) || 1000, 1000);
  const left = all.filter(({ key }) => key > after);
  const page = left.slice(0, most);
  const last = left.length > page.length ? page.at(-1) : undefined;
  const contents = page.map(
    (info) =>
      `<Contents><Key>${xml(info.key)}</Key><LastModified>${info.modified}</LastModified>` +
      `<ETag>&quot;${info.etag}&quot;</ETag><Size>${info.size}</Size></Contents>`,
  );
  return (
    `${XML_HEAD}<ListBucketResult><Name>${bucket}</Name><Prefix>${xml(query.get('prefix') ?? '')}</Prefix>` +
    `<KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys><IsTruncated>${last !== undefined}</IsTruncated>` +
    `${last ? `<NextContinuationToken>${xml(last.key)}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`
  );
}

/**
 * An S3-compatible store in this process, for the unmodified AWS SDK (path-style, endpoint
 * `http://host:port` + basePath) and for forms with a signed policy. Enforces what S3 enforces of signature, expiry,
 * checksum, policy, size and type. A bucket exists as soon as something is put into it.
 */
export function createObjectStore(options: ObjectStoreOptions): ObjectStore {
  const { now, basePath = '/storage', largest = 32 * 2 ** 20 } = options;
  const files = objectFiles(options.dir);
  const stamp = () => new Date(now()).toISOString();

  const getObject = async (bucket: string, key: string) => {
    const object = await files.find(bucket, requireKey(key));
    if (!object) throw new S3Error(404, 'NoSuchKey');
    return object;
  };

  async function postForm({ request, response, bucket }: Call): Promise<void> {
    const contentType = request.headers['content-type'] ?? '';
    if (!contentType.startsWith('multipart/form-data')) throw new S3Error(501, 'NotImplemented');
    // The fields beside the file: a policy and a handful of short values.
    const body = await readBody(request, largest + 64 * 1024);
    const upload = readFormUpload(readForm(body, contentType), bucket, options, now());
    const { etag } = await files.put(bucket, upload.content, {
      key: requireKey(upload.key),
      contentType: upload.contentType,
      metadata: {},
      modified: stamp(),
    });
    response.writeHead(upload.status, { 'content-type': 'application/xml', etag: `"${etag}"` });
    response.end(
      upload.status === 201
        ? `${XML_HEAD}<PostResponse><Bucket>${bucket}</Bucket><Key>${xml(upload.key)}</Key><ETag>&quot;${etag}&quot;</ETag></PostResponse>`
        : undefined,
    );
  }

  async function copyObject({ request, response, bucket, key }: Call, source: string): Promise<void> {
    const [from = '', ...rest] = source.replace(/^\//, '').split('/');
    const original = await getObject(requireBucket(from), rest.map(decode).join('/'));
    const content = await original.read();
    const replaced = request.headers['x-amz-metadata-directive'] === 'REPLACE';
    const { etag, modified } = await files.put(bucket, content, {
      key: requireKey(key),
      contentType: (replaced && request.headers['content-type']) || original.info.contentType,
      metadata: replaced ? metadataOf(request) : original.info.metadata,
      modified: stamp(),
    });
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(
      `${XML_HEAD}<CopyObjectResult><ETag>&quot;${etag}&quot;</ETag><LastModified>${modified}</LastModified></CopyObjectResult>`,
    );
  }

  async function putObject(call: Call, promised: string): Promise<void> {
    const { request, response, bucket, key } = call;
    const source = request.headers['x-amz-copy-source'];
    if (typeof source === 'string') return copyObject(call, source);
    const content = await readContent(request, promised, largest);
    const { etag } = await files.put(bucket, content, {
      key: requireKey(key),
      contentType: request.headers['content-type'] ?? 'application/octet-stream',
      metadata: metadataOf(request),
      modified: stamp(),
    });
    response.writeHead(200, { etag: `"${etag}"` }).end();
  }

  async function onBucket({ request, response, bucket, query }: Call): Promise<void> {
    if (request.method === 'GET' && query.get('list-type') === '2') {
      response.writeHead(200, { 'content-type': 'application/xml' });
      response.end(listBody(bucket, query, await files.list(bucket, query.get('prefix') ?? '')));
      return;
    }
    if (request.method !== 'PUT' && request.method !== 'HEAD') throw new S3Error(501, 'NotImplemented');
    response.writeHead(200).end();
  }

  async function serve(call: Call): Promise<void> {
    const { request, response, bucket, key } = call;
    if (request.method === 'OPTIONS') {
      response.writeHead(204, {
        'access-control-allow-methods': 'GET, HEAD, POST, PUT',
        'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
        'access-control-max-age': '600',
      });
      response.end();
      return;
    }
    if (request.method === 'POST' && key === '') return postForm(call);
    const promised = requireSignedRequest(
      { method: request.method ?? '', path: call.path, query: call.query, headers: request.headers },
      options,
      now(),
    );
    if (key === '') return onBucket(call);
    switch (request.method) {
      case 'PUT':
        return putObject(call, promised);
      case 'GET':
      case 'HEAD':
        return sendObject(call, await getObject(bucket, key));
      case 'DELETE':
        await files.remove(bucket, requireKey(key));
        response.writeHead(204).end();
        return;
      default:
        throw new S3Error(501, 'NotImplemented');
    }
  }

  function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    if (response.destroyed) return; // The client went away in the middle.
    const isOurs = !(error instanceof S3Error);
    if (isOurs) options.onError?.(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const full = codeOf(error) === 'ENOSPC';
    const answer = isOurs
      ? new S3Error(full ? 507 : 500, full ? 'InsufficientStorage' : 'InternalError')
      : error;
    request.resume();
    response.writeHead(answer.status, { 'content-type': 'application/xml' });
    response.end(request.method === 'HEAD' ? undefined : errorBody(answer));
  }

  return {
    async handler(request, response) {
      for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
      try {
        await serve(readCall(request, response, basePath));
      } catch (error) {
        refuse(request, response, error);
      }
    },
  };
}
