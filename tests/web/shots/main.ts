/**
 * `npm run shots`: makes the pictures of the main README anew, out of the real builds. Runs the suites that take them
 * and keeps the best eight here; with `--copy` from the last run's artifacts.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import sharp from 'sharp';

const ROOT = path.resolve(__dirname, '../../..');
const SUITES = ['tests/web/f01.test.ts', 'tests/weapp/report.test.ts', 'tests/weapp/reach.test.ts'];

/** What is kept, and the picture below artifacts/ that it is. */
const KEPT: Record<string, string> = {
  '01-home': 'f01/01-home',
  '01-home-care-dark': 'weapp/page-home-index',
  '02-what': 'f01/02-c-what',
  '02-photos': 'weapp/report-photos',
  '03-receipt': 'weapp/report-receipt',
  '04-my-case': 'f01/04-my-case',
  '07-notice': 'f01/07-notice',
  '12-verify': 'f01/12-verify',
};

/** Wide enough for a README on a sharp screen; a phone's first screen, as tall as it is there. */
const WIDTH = 500;
const HEIGHT = 1080;

async function keep([name, from]: [string, string]): Promise<void> {
  const whole = sharp(path.join(ROOT, 'artifacts', `${from}.png`)).resize({ width: WIDTH });
  const { data, info } = await whole.toBuffer({ resolveWithObject: true });
  await sharp(data)
    .extract({ left: 0, top: 0, width: WIDTH, height: Math.min(HEIGHT, info.height) })
    .png({ palette: true, compressionLevel: 9 })
    .toFile(path.join(__dirname, `${name}.png`));
}

async function main(): Promise<void> {
  if (!process.argv.includes('--copy'))
    execFileSync(process.execPath, ['tests/run.cjs', '--selectProjects', 'web', 'weapp', '--', ...SUITES], {
      cwd: ROOT,
      env: { ...process.env, PICTURES: '1' },
      stdio: 'inherit',
    });
  await Promise.all(Object.entries(KEPT).map(keep));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
