import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { keepServer, TEST_SERVER } from './global-server';

/**
 * Starts the run's PostgreSQL before the first test of the projects that need one. Jest calls this once a project;
 * the first call does the work. It is another process because the migration tool is an ES module, which jest's own
 * loader does not take, and because a killed run must not leave a server behind.
 */
export default async function startServer(): Promise<void> {
  if (process.env[TEST_SERVER]) return;
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'database-server.ts')], {
    cwd: join(__dirname, '..', '..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  keepServer(child);
  for await (const line of createInterface({ input: child.stdout })) {
    process.env[TEST_SERVER] = line;
    return;
  }
  throw new Error('The test database did not start; its messages are above.');
}
