/**
 * Writes what the CloudBase command line deploys: cloudbaserc.json beside the bundles of functions/runtime/build.cjs.
 *
 *   node functions/runtime/build.cjs
 *   ENV_ID=… npx tsx infra/cloudbase/generate.ts
 *   cd functions/dist && tcb fn deploy
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, VARIABLES } from '@functions/runtime/variables';
import { OPERATIONS } from '@shared/contract';

interface CloudFunction {
  name: string;
  dir: string;
  handler: string;
  runtime: string;
  /** Seconds, 60 at most. */
  timeout: number;
  /** MB. */
  memorySize: number;
  installDependency: boolean;
  envVariables: Record<string, string>;
  vpc?: { vpcId: string; subnetId: string };
  triggers: { name: string; type: 'timer'; config: string }[];
}

export interface CloudbaseConfig {
  version: '2.0';
  envId: string;
  functionRoot: string;
  functions: CloudFunction[];
}

/**
 * Which functions the contract asks for: `api` for whatever a client may call, `timer` for what the timers do. With
 * VPC_ID and SUBNET_ID they reach a database that is closed to the internet.
 */
export function cloudbaseConfig(env: Env): CloudbaseConfig {
  const forClients = OPERATIONS.some(({ callers }) => callers !== 'SYSTEM' && callers !== 'LOCAL');
  const forTimers = OPERATIONS.some(({ callers }) => callers === 'SYSTEM');
  const common = {
    handler: 'index.main',
    runtime: 'Nodejs20.19',
    memorySize: 512,
    installDependency: true,
    // A deploy overwrites what is set online, so all of them are named.
    envVariables: Object.fromEntries(VARIABLES.map((name) => [name, env[name] ?? ''])),
    ...(env.VPC_ID && env.SUBNET_ID && { vpc: { vpcId: env.VPC_ID, subnetId: env.SUBNET_ID } }),
  };
  return {
    version: '2.0',
    envId: env.ENV_ID ?? '',
    functionRoot: '.',
    functions: [
      ...(forClients ? [{ ...common, name: 'api', dir: 'api', timeout: 15, triggers: [] }] : []),
      ...(forTimers
        ? [
            {
              ...common,
              name: 'timer',
              dir: 'timer',
              timeout: 60,
              // Seven fields, seconds first: at the beginning of each minute.
              triggers: [{ name: 'minutely', type: 'timer' as const, config: '0 * * * * * *' }],
            },
          ]
        : []),
    ],
  };
}

function main(): void {
  const folder = join(__dirname, '..', '..', 'functions', 'dist');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'cloudbaserc.json');
  writeFileSync(file, `${JSON.stringify(cloudbaseConfig(process.env), null, 2)}\n`, { mode: 0o600 });
  console.log(file);
}

if (require.main === module) main();
