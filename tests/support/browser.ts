/**
 * A Chromium for tests, on any machine: the one that is installed, else the one inside an npm package. Nothing is
 * downloaded and nothing is asked of the system: libraries and Chinese fonts come from npm packages too.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const ROOT = path.resolve(__dirname, '../..');
const CACHE = path.join(ROOT, '.cache/browser');

interface Found {
  executablePath: string;
  env: Record<string, string>;
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Starts Chromium; whoever asked closes it. CHROMIUM_PATH names another one. Throws when none can be found. */
export async function launchBrowser(args: string[] = []): Promise<Browser> {
  const { executablePath, env } = findChromium();
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      ...args,
    ],
  });
}

/** Where a Chromium is, and what it needs around it. */
export function findChromium(): Found {
  const named = process.env.CHROMIUM_PATH;
  if (named && !fs.existsSync(named)) throw new Error(`CHROMIUM_PATH names nothing: ${named}`);
  const installed = named ?? INSTALLED.find((file) => fs.existsSync(file));
  if (installed) return { executablePath: installed, env: withChineseFonts() };
  if (process.platform !== 'linux') throw new Error('No Chrome found: install it, or set CHROMIUM_PATH');
  const folder = unpackOnce();
  const libraries = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { ...withChineseFonts(), LD_LIBRARY_PATH: libraries },
  };
}

/** Runs apart: the package is an ES module, and it unpacks into TMPDIR. */
const UNPACK = `
import chromium, { inflate } from '@sparticuz/chromium';
import { fileURLToPath } from 'node:url';
await chromium.executablePath();
await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))));
`;

/** Unpacks the npm package's Chromium once a version. Several at a time may try; the first to finish wins. */
function unpackOnce(): string {
  const manifest = path.join(ROOT, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string };
  const folder = path.join(CACHE, `chromium-${version}`);
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(CACHE, { recursive: true });
  const mine = fs.mkdtempSync(path.join(CACHE, 'unpacking-'));
  execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: mine },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    fs.renameSync(mine, folder);
  } catch {
    fs.rmSync(mine, { recursive: true, force: true });
  }
  return folder;
}

/** A fontconfig that adds Noto Sans (Simplified Chinese) to whatever the machine has: without it Chinese renders as nothing. */
function withChineseFonts(): Record<string, string> {
  if (process.platform !== 'linux') return {};
  const fonts = path.join(ROOT, 'node_modules/@embedpdf/fonts-sc/fonts');
  const file = path.join(CACHE, 'fonts.conf');
  const config = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${fonts}</dir>
  <cachedir>${path.join(CACHE, 'fontconfig')}</cachedir>
  <alias binding="same"><family>sans-serif</family><prefer><family>Noto Sans S Chinese</family></prefer></alias>
  <alias binding="same"><family>system-ui</family><prefer><family>Noto Sans S Chinese</family></prefer></alias>
</fontconfig>
`;
  fs.mkdirSync(CACHE, { recursive: true });
  // Written whole and then renamed: another worker may be reading it.
  const mine = path.join(CACHE, `fonts-${process.pid}.conf`);
  fs.writeFileSync(mine, config);
  fs.renameSync(mine, file);
  return { FONTCONFIG_FILE: file };
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
};

/** Serves a folder of files on a free port; whoever asked closes it. */
export async function serveFolder(folder: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const file = path.join(
      folder,
      decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname),
    );
    if (!file.startsWith(folder) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
