import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import type { Env } from '@functions/runtime/variables';
import { freePort } from '@infra/host/port';

/** CloudBase on this machine: the bundle that is deployed, under CloudBase's own functions-framework. */

const ROOT = path.resolve(__dirname, '../../..');
const FRAMEWORK = path.join(ROOT, 'node_modules/@cloudbase/functions-framework/bin/tcb-ff.js');
const CALLER = 'x-caller';

/**
 * The part of CloudBase that the framework lacks: a call that comes from the mini-program carries the caller's openid
 * in its context, where no client can write. The framework passes the header named above as `extendedContext`.
 */
const GATEWAY = `const { main } = require('./api');
exports.main = (event, { extendedContext = {}, ...context }) =>
  main(event, { ...context, environment: JSON.stringify({ WX_OPENID: extendedContext.openid }) });
`;

export interface Cloudbase {
  /** Where the framework listens. */
  port: number;
  close(): Promise<void>;
}

/** `wx.cloud.callFunction` of the person with this openid; `origin` leads to the framework. */
export async function callFunction(
  origin: string,
  openid: string,
  name: string,
  data: unknown,
): Promise<unknown> {
  if (name !== 'api') throw new Error(`FunctionName parameter could not be found: ${name}`);
  const caller = gzipSync(JSON.stringify({ openid })).toString('base64');
  const answer = await fetch(`${origin}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CALLER]: caller },
    body: JSON.stringify(data),
  });
  return answer.json();
}

/** Bundles the functions into a folder below the repository, where the bundle finds the packages beside it. */
function bundle(folder: string): void {
  execFileSync(process.execPath, [path.join(ROOT, 'functions/runtime/build.cjs'), folder]);
  fs.writeFileSync(path.join(folder, 'index.js'), GATEWAY);
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'gateway', main: 'index.js' }));
}

async function startFramework(folder: string, port: number, environment: Env): Promise<ChildProcess> {
  const framework = spawn(
    process.execPath,
    [FRAMEWORK, `--source=${folder}`, `--port=${port}`, `--extendedContextKey=${CALLER}`],
    { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  framework.stderr.resume();
  for await (const line of createInterface({ input: framework.stdout }))
    if (line.includes(String(port))) break;
  framework.stdout.resume();
  return framework;
}

/** Starts it; `environment` is what the deployed function would be told. */
export async function openCloudbase(environment: Env): Promise<Cloudbase> {
  const folder = path.join(ROOT, 'functions/dist', `weapp-${process.pid}`);
  bundle(folder);
  const port = await freePort();
  const framework = await startFramework(folder, port, environment);
  return {
    port,
    async close() {
      framework.kill();
      if (framework.exitCode === null) await once(framework, 'exit');
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
