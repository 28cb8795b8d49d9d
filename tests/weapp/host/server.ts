import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { CompiledPage } from './compile';
import type { PackageFiles } from './compile/package-files';
import type { RequestMessage, TransferMessage } from './messages';
import { download, type PhoneFiles, type Reach, request, upload } from './outgoing';

/** The loopback server behind the host's page: its scripts, the app's files, the phone's files, the way out. */

export interface ServerParts {
  page: CompiledPage;
  packageFiles: PackageFiles;
  phoneFiles: PhoneFiles;
  reach: Reach;
  /** Answers `wx.cloud.callFunction`. */
  cloud?: (name: string, data: unknown) => Promise<unknown>;
  /** The app asked to be started anew. */
  onRestart: () => void;
}

const HTML = `<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/~/base.css">
<body>
<div id="bar"><span id="back"></span><span id="title"></span></div>
<div id="pages"></div>
<div id="dialog" hidden></div>
<div id="toast" hidden></div>
<script src="/~/app.js"></script>
<script src="/~/host.js"></script>
`;

const BASE_CSS = fs.readFileSync(path.join(__dirname, 'page/base.css'), 'utf8');

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  mp3: 'audio/mpeg',
  svg: 'image/svg+xml',
};

/** No code from strings, and nothing from anywhere but this server and the places the app may reach. */
const policy = ({ api, origins }: Reach): string =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${[api.real, ...origins].map((address) => new URL(address).origin).join(' ')}`,
    "font-src 'self' data:",
  ].join('; ');

interface Reply {
  status?: number;
  type?: string;
  body?: string | Buffer;
}

const json = (value: unknown): Reply => ({ type: 'application/json', body: JSON.stringify(value) });
const found = (content: Buffer | undefined, name: string): Reply =>
  content
    ? { type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream', body: content }
    : { status: 404 };

interface Asked {
  method: string;
  url: URL;
  body: Buffer;
  /** The page that asked is no more. */
  gone: AbortSignal;
}

function filesOfThePhone({ method, url, body }: Asked, files: PhoneFiles): Reply {
  const name = url.searchParams.get('path') ?? '';
  if (method === 'PUT') files.set(name, body);
  else if (method === 'DELETE') return { status: files.delete(name) ? 204 : 404 };
  return found(files.get(name), name);
}

async function callFunction({ cloud }: ServerParts, body: Buffer): Promise<Reply> {
  const { name, data } = JSON.parse(body.toString()) as { name: string; data: unknown };
  if (!cloud) return json({ failure: 'this host has no cloud' });
  try {
    return json({ result: await cloud(name, data) });
  } catch (error) {
    return json({ failure: String(error) });
  }
}

async function reply(asked: Asked, parts: ServerParts): Promise<Reply> {
  const { url, body, gone } = asked;
  const message = () => JSON.parse(body.toString()) as RequestMessage & TransferMessage;
  const { phoneFiles, reach } = parts;
  switch (url.pathname) {
    case '/':
      return { type: 'text/html; charset=utf-8', body: HTML };
    case '/~/base.css':
      return { type: 'text/css; charset=utf-8', body: BASE_CSS };
    case '/~/app.js':
      return { type: 'text/javascript; charset=utf-8', body: parts.page.app };
    case '/~/host.js':
      return { type: 'text/javascript; charset=utf-8', body: parts.page.host };
    case '/~/file':
      return filesOfThePhone(asked, phoneFiles);
    case '/~/request':
      return json(await request(message(), reach, gone));
    case '/~/upload':
      return json(await upload(message(), phoneFiles, reach, gone));
    case '/~/download':
      return json(await download(message(), phoneFiles, reach, gone));
    case '/~/cloud':
      return callFunction(parts, body);
    case '/~/restart':
      parts.onRestart();
      return { status: 204 };
  }
  const file = url.pathname.replace('/~/package/', '');
  return found(parts.packageFiles.get(decodeURIComponent(file)), file);
}

async function bodyOf(incoming: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function serve(
  incoming: http.IncomingMessage,
  response: http.ServerResponse,
  parts: ServerParts,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const asked: Asked = {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', 'http://host'),
    body: await bodyOf(incoming),
    gone: gone.signal,
  };
  const { status = 200, type, body } = await reply(asked, parts);
  const headers = { ...(type && { 'content-type': type }), 'content-security-policy': policy(parts.reach) };
  response.writeHead(status, headers).end(body);
}

export async function startServer(parts: ServerParts): Promise<{ origin: string; close: () => void }> {
  const server = http.createServer((incoming, response) => {
    // A page that is gone in the middle of a request wants no answer.
    serve(incoming, response, parts).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
