import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { denied, S3Error } from './s3-error';

/** AWS Signature Version 4, the side that checks: signed headers, signed URLs and signed form policies. */

export interface Keys {
  accessKey: string;
  secretKey: string;
}

/** How far a client's clock may be off, ms. */
const SKEW = 15 * 60_000;

/** The longest that a signed URL may last, s. */
const LONGEST = 7 * 24 * 3600;

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

function isSame(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

interface Credential {
  date: string;
  region: string;
}

function readCredential(text: string, keys: Keys): Credential {
  const [accessKey, date, region, service, end, ...rest] = text.split('/');
  if (!date || !region || service !== 's3' || end !== 'aws4_request' || rest.length > 0) {
    throw denied('Malformed credential');
  }
  if (!isSame(accessKey ?? '', keys.accessKey)) throw new S3Error(403, 'InvalidAccessKeyId');
  return { date, region };
}

function requireSignature(text: string, given: string, { date, region }: Credential, keys: Keys): void {
  const key = hmac(hmac(hmac(hmac(`AWS4${keys.secretKey}`, date), region), 's3'), 'aws4_request');
  if (!isSame(hmac(key, text).toString('hex'), given)) throw new S3Error(403, 'SignatureDoesNotMatch');
}

/** '20260302T011000Z' as milliseconds since 1970. */
function readStamp(stamp: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (!parts) throw denied('Malformed date');
  const [, year, month, day, hour, minute, second] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** Percent-encoding as the signature wants it: everything but letters, digits and - . _ ~ */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The text behind percent signs. Throws S3Error 400 when it is no text. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error(400, 'InvalidURI');
  }
}

export interface SignedRequest {
  method: string;
  /** The path as it came, not normalised. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function canonical(request: SignedRequest, signedHeaders: readonly string[], payload: string): string {
  const query = [...request.query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map((pair) => pair.join('='));
  const headers = signedHeaders.map((name) => {
    const value = request.headers[name];
    const text = Array.isArray(value) ? value.join(',') : (value ?? '');
    return `${name}:${text.trim().replace(/ +/g, ' ')}`;
  });
  const path = request.path.split('/').map((part) => encode(decode(part)));
  return [
    request.method,
    path.join('/'),
    query.join('&'),
    ...headers,
    '',
    signedHeaders.join(';'),
    payload,
  ].join('\n');
}

interface Claim {
  credential: string;
  signedHeaders: string[];
  signature: string;
  stamp: string;
  /** ms after `stamp` at which it ends. */
  lasts: number;
  payload: string;
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '');

function claimOfUrl(query: URLSearchParams): Claim {
  const get = (name: string) => query.get(name) ?? '';
  const seconds = Number(get('X-Amz-Expires'));
  if (get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') throw denied('Unknown algorithm');
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST) throw denied('Bad X-Amz-Expires');
  return {
    credential: get('X-Amz-Credential'),
    signedHeaders: get('X-Amz-SignedHeaders').split(';'),
    signature: get('X-Amz-Signature'),
    stamp: get('X-Amz-Date'),
    lasts: seconds * 1000,
    payload: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  };
}

function claimOfHeaders(headers: IncomingHttpHeaders): Claim {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  const [, credential, signedHeaders, signature] = parts ?? [];
  if (!credential || !signedHeaders || !signature) throw denied('Not signed');
  return {
    credential,
    signedHeaders: signedHeaders.split(';'),
    signature,
    stamp: one(headers['x-amz-date']),
    lasts: SKEW,
    payload: one(headers['x-amz-content-sha256']),
  };
}

/**
 * Checks the signature of a request, in its headers or in its URL.
 * @param now ms since 1970
 * @returns what the signer promised about the body: a SHA-256 in hex, UNSIGNED-PAYLOAD or a STREAMING-… word
 * @throws S3Error 403 when it is missing, wrong, too old or covers too little
 */
export function requireSignedRequest(request: SignedRequest, keys: Keys, now: number): string {
  const claim = request.query.has('X-Amz-Signature')
    ? claimOfUrl(request.query)
    : claimOfHeaders(request.headers);
  const credential = readCredential(claim.credential, keys);
  const signedAt = readStamp(claim.stamp);
  if (!claim.stamp.startsWith(credential.date)) throw denied('Date and credential differ');
  if (now < signedAt - SKEW || now > signedAt + claim.lasts) throw denied('Request has expired');
  if (!claim.signedHeaders.includes('host')) throw denied('Host is not signed');
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-amz-') && !claim.signedHeaders.includes(name))
      throw denied(`${name} is not signed`);
  }
  const scope = `${credential.date}/${credential.region}/s3/aws4_request`;
  const hashed = sha256(canonical(request, claim.signedHeaders, claim.payload));
  const text = ['AWS4-HMAC-SHA256', claim.stamp, scope, hashed].join('\n');
  requireSignature(text, claim.signature, credential, keys);
  return claim.payload;
}

/** Checks the signature of a form's policy. Throws S3Error 403 when it is not ours. */
export function requireSignedPolicy(field: (name: string) => string | undefined, keys: Keys): void {
  if (field('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') throw denied('Unknown algorithm');
  const credential = readCredential(field('x-amz-credential') ?? '', keys);
  requireSignature(field('policy') ?? '', field('x-amz-signature') ?? '', credential, keys);
}
