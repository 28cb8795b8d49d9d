import { once } from 'node:events';
import { takeServer } from './global-server';

/** Stops the run's PostgreSQL; its folder goes with it. */
export default async function stopServer(): Promise<void> {
  const child = takeServer();
  if (!child || child.exitCode !== null) return;
  child.stdin?.end();
  await once(child, 'exit');
}
