import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';

/**
 * Runs a program as a child of a shell that also holds the reading end of a pipe from us. The pipe closes when we let
 * go, and also when we die of `kill -9`: either way the shell sends the program its signal to stop.
 */
const SCRIPT = `signal=$0
"$@" 3<&- &
program=$!
{ read -r _ <&3; kill -$signal $program; } &
watch=$!
wait $program; code=$?
kill $watch 2>/dev/null
exit $code`;

export interface TetherOptions {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** An open file for what the program prints. */
  log: number;
  /** What asks the program to stop. */
  signal: 'INT' | 'TERM';
  uid?: number;
  gid?: number;
}

export interface Tethered {
  /** Settles with the exit code when the program has ended, asked or not; -1 when it could not be started. */
  readonly ended: Promise<number>;
  /** Asks the program to stop; `ended` tells when it did. */
  release(): void;
}

/** Starts a program that does not outlive us, in a process group of its own: Ctrl-C on a terminal does not reach it. */
export function tether(program: string, args: readonly string[], options: TetherOptions): Tethered {
  const { cwd, env, log, signal, ...user } = options;
  const child: ChildProcess = spawn('/bin/sh', ['-c', SCRIPT, signal, program, ...args], {
    ...user,
    cwd,
    env,
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  });
  const lifeline = child.stdio[3] as Writable;
  lifeline.on('error', () => undefined);
  return {
    ended: new Promise((resolve) => {
      child.once('error', () => resolve(-1));
      child.once('exit', (code) => resolve(code ?? -1));
    }),
    release: () => lifeline.end(),
  };
}
