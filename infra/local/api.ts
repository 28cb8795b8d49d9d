import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './settings';
import type { LocalServer, LocalServerOptions } from './types';

const FILE = join(ROOT, 'functions', 'runtime', 'local.ts');

/** Starts the API in this process; says 503 while there is none. */
export async function startApi(options: LocalServerOptions): Promise<LocalServer> {
  if (existsSync(FILE)) {
    const { createLocalServer } = await import(pathToFileURL(FILE).href);
    return createLocalServer(options);
  }
  return {
    fetch: () => new Response('no API yet', { status: 503 }),
    tick: async () => undefined,
    seedDemo: async () => [],
    close: async () => undefined,
  };
}
