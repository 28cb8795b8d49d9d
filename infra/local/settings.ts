import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { PlainError } from '../host/plain-error';

/** The repository's root. */
export const ROOT = join(__dirname, '..', '..');

export interface Settings {
  port: number;
  host: string;
  /** The address that is printed and that signed URLs name: one that other machines can reach, if HOST lets them. */
  origin: string;
  dataDir: string;
  /** An existing PostgreSQL to use instead of the embedded one. */
  databaseUrl: string | undefined;
  /** BUILD=skip serves whatever was built before: for tests that need no pages. */
  buildPages: boolean;
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4100;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new PlainError(
    `PORT=${text} 不是端口号（1 到 65535）。`,
    `PORT=${text} is not a port number (1 to 65535).`,
  );
}

/** The address at which others reach a machine that listens on all of its addresses. */
function reachable(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}

/** What the environment asks for: PORT, HOST, DATA_DIR (from the repository's root), DATABASE_URL, BUILD. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = readPort(env.PORT);
  const host = env.HOST || '127.0.0.1';
  return {
    port,
    host,
    origin: `http://${reachable(host)}:${port}`,
    dataDir: resolve(ROOT, env.DATA_DIR || '.local'),
    databaseUrl: env.DATABASE_URL || undefined,
    buildPages: env.BUILD !== 'skip',
  };
}
