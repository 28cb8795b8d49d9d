import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** `npm start` as a process of its own. */
export interface LocalStack {
  child: ChildProcess;
  output(): string;
  /** Settles when the stack says it is ready; fails with its output when it ends instead. */
  ready: Promise<void>;
  /** The exit code, null after a signal. */
  exited: Promise<number | null>;
  /** Signals the launcher and what it started, as Ctrl-C on a terminal does. */
  kill(signal: NodeJS.Signals): void;
}

/** Runs what `npm start` runs. `BUILD=skip` leaves out the pages, which tests build beforehand. */
export function launchStack(
  { dataDir, port }: { dataDir: string; port: number },
  env: NodeJS.ProcessEnv = {},
  nodeArgs: string[] = [],
): LocalStack {
  const child = spawn(process.execPath, [...nodeArgs, join(ROOT, 'infra', 'local', 'start.cjs')], {
    cwd: tmpdir(),
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), BUILD: 'skip', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (part: Buffer) => {
      output += part.toString();
      if (output.includes('ready http')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    exited.then(() => reject(new Error(output)));
  });
  ready.catch(() => undefined);
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), signal);
    } catch {
      // All of them have ended.
    }
  };
  return { child, output: () => output, ready, exited, kill };
}
