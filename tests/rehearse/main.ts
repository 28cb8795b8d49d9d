/** `npm run rehearse -- FILE… [--profile CODE|FILE.yaml]`: see tests/scenarios/README.md. */
import { parseArgs } from 'node:util';
import { findProfile, ownProfile, readText } from './find-profile';
import { type ReadScenario, readScenario } from './read-scenario';
import { realStages } from './real-stage';
import { rehearse } from './rehearse';
import { BadFile } from './source';
import { startDatabases } from './throwaway';

const USAGE = 'usage: npm run rehearse -- FILE… [--profile CODE|FILE.yaml]';

/** All files are read before the first is played, so that a fault in the last one is told at once. */
function readAll(files: readonly string[]): ReadScenario[] {
  const problems: string[] = [];
  const read = files.flatMap((file) => {
    try {
      return [readScenario(readText(file), file)];
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new BadFile(problems);
  return read;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { profile: { type: 'string' } },
  });
  if (positionals.length === 0) throw new BadFile([USAGE]);
  const chosen = values.profile === undefined ? null : findProfile(values.profile);
  const plays = readAll(positionals).map((read) => ({ read, profile: chosen ?? ownProfile(read) }));
  const databases = await startDatabases();
  try {
    let ok = true;
    for (const { read, profile } of plays) {
      const report = await rehearse(read, profile, realStages(databases.fresh));
      console.log(JSON.stringify(report));
      ok &&= report.ok;
    }
    return ok ? 0 : 1;
  } finally {
    await databases.stop();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof BadFile ? error.message : error);
    process.exitCode = 1;
  },
);
