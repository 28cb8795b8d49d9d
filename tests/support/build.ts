/** Builds what the browser tests open, unless it is there and nothing has changed since. */
import fs from 'node:fs';
import path from 'node:path';
import { startBuilds } from '@infra/local/builds';

const ROOT = path.resolve(__dirname, '../..');
/** Tests tell the mini-program where its server is when they know it; this one is never called. */
const NO_SERVER = 'http://127.0.0.1:4100';

const logs = path.join(ROOT, 'artifacts', 'log');
fs.mkdirSync(logs, { recursive: true });
startBuilds(NO_SERVER, logs, console.log).done.catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
