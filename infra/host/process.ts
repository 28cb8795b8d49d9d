import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';

const onLinux = process.platform === 'linux';

/** Fields 3 and later of /proc/<pid>/stat; the name before them may hold spaces and brackets. */
function statFields(pid: number): string[] {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return line.slice(line.lastIndexOf(')') + 2).split(' ');
}

/**
 * What tells this life of a process id from a later one with the same number: its start time.
 * Gives undefined when no such process lives (a zombie does not).
 */
export function lifeOf(pid: number): string | undefined {
  try {
    if (!onLinux) {
      const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
      return started === '' ? undefined : started;
    }
    const fields = statFields(pid);
    if (fields[0] === 'Z') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

/**
 * The process ids of the program `name` that work inside `folder`.
 * Linux tells a process's folder; elsewhere the caller's guess is asked whether it runs that program.
 * @param guess a process id that may be it (from a pid file)
 */
export function processesIn(folder: string, name: string, guess: number | undefined): number[] {
  if (!onLinux) return guess !== undefined && runs(guess, name) ? [guess] : [];
  const there = statSync(folder);
  const found: number[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const here = statSync(`/proc/${entry}/cwd`);
      if (here.ino !== there.ino || here.dev !== there.dev) continue;
      if (readFileSync(`/proc/${entry}/comm`, 'utf8').trim() !== name) continue;
      if (statFields(Number(entry))[0] !== 'Z') found.push(Number(entry));
    } catch {
      // Another user's process, or one that ended while we looked.
    }
  }
  return found;
}

function runs(pid: number, name: string): boolean {
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes(name);
  } catch {
    return false;
  }
}

/** Sends a signal to a process that may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone: that is what the signal was for.
  }
}
