import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
};

const COMPRESSES = /^text\/|json|svg/;

/** The build puts a hash of the content into a name: such a file never changes. */
const HASHED = /\.[0-9a-f]{8,}\.(js|css)$/;

/**
 * @param storeOrigin where uploads go, another origin than the page's when it was opened by another address
 */
const headersFor = (storeOrigin: string) => ({
  'content-security-policy': [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${storeOrigin}`,
    // Taro's own styles carry their few icons as a font in a data address.
    "font-src 'self' data:",
    `media-src 'self' blob: ${storeOrigin}`,
    `connect-src 'self' ${storeOrigin}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Nothing of the site is for search engines: a notice is for its village, and for its days.
  'x-robots-tag': 'noindex, nofollow, noarchive',
});

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The file that a path asks for, or undefined when it asks for something outside of the folder. */
function fileFor(folder: string, url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.split('?', 1)[0] ?? '');
  } catch {
    return undefined;
  }
  if (path.includes('\0')) return undefined;
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  return file.startsWith(folder + sep) ? file : undefined;
}

/**
 * Serves the H5 build. Its router lives in the part of the address after '#', so a path that is no file is a 404.
 * @param folder absolute path of the build's output; may be missing
 */
export function createPages(folder: string, storeOrigin: string): Handler {
  const headers = headersFor(storeOrigin);
  const compressed = new Map<string, Promise<Buffer>>();

  const compress = (file: string, tag: string) => {
    const known = compressed.get(file + tag);
    if (known) return known;
    const made = readFile(file).then((content) => promisify(gzip)(content));
    compressed.set(file + tag, made);
    made.catch(() => compressed.delete(file + tag));
    return made;
  };

  return async (request, response) => {
    const refuse = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
    if (request.method !== 'GET' && request.method !== 'HEAD') return void refuse(405, 'Method not allowed');
    const file = fileFor(folder, request.url ?? '/');
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !found?.isFile()) return void refuse(404, '没有这个页面 / Not found');

    const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.setHeaders(new Map(Object.entries(headers)));
    response.setHeader('content-type', type);
    response.setHeader('etag', tag);
    response.setHeader(
      'cache-control',
      HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    response.setHeader('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();
    if (COMPRESSES.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
      const body = await compress(file, tag);
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': body.length });
      return void response.end(request.method === 'HEAD' ? undefined : body);
    }
    response.writeHead(200, { 'content-length': found.size });
    if (request.method === 'HEAD') return void response.end();
    await pipeline(createReadStream(file), response);
  };
}
