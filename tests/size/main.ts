/**
 * `npm run size`: what a phone downloads and what a function loads. Reads the built output (run a build first):
 * the weapp main package and each sub-package, the H5 scripts before a notice beside those of Taro's own set-up, each function bundle with its cold import time.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Figure, report } from '@tests/support/figures';
import { setDataFigures } from '@tests/weapp/set-data-figures';
import { firstPageFigures } from './first-page';

const ROOT = path.resolve(__dirname, '../..');
const WEAPP = path.join(ROOT, 'miniapp/dist/weapp');
const H5 = path.join(ROOT, 'miniapp/dist/h5');
const FUNCTIONS = path.join(ROOT, 'functions/dist');
/** Issue: the main package of an empty Taro app is 296 KiB. */
const EMPTY_TARO_APP_KIB = 296;

interface Size {
  raw: number;
  gzip: number;
}

function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function sizeOf(files: readonly string[]): Size {
  return files.reduce<Size>(
    (sum, file) => {
      const content = fs.readFileSync(file);
      return { raw: sum.raw + content.length, gzip: sum.gzip + gzipSync(content).length };
    },
    { raw: 0, gzip: 0 },
  );
}

const kib = (bytes: number) => Math.round((bytes / 1024) * 10) / 10;

function both(name: string, size: Size, goalKib: number | null, floorKib: number | null = null): Figure[] {
  return [
    { name: `${name} raw`, value: kib(size.raw), unit: 'KiB', floor: floorKib, goal: goalKib },
    { name: `${name} gzip`, value: kib(size.gzip), unit: 'KiB', floor: null, goal: null },
  ];
}

function weapp(): Figure[] {
  const app = JSON.parse(fs.readFileSync(path.join(WEAPP, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? []).map((part) => part.root.replace(/\/$/, ''));
  const files = filesBelow(WEAPP);
  const inside = (file: string, root: string) => file.startsWith(path.join(WEAPP, root) + path.sep);
  const main = files.filter((file) => !roots.some((root) => inside(file, root)));
  return [
    ...both('weapp main package', sizeOf(main), 450, EMPTY_TARO_APP_KIB),
    ...roots.flatMap((root) =>
      both(`weapp ${root}`, sizeOf(files.filter((file) => inside(file, root))), 500),
    ),
  ];
}

function h5(): Figure[] {
  const scripts = filesBelow(H5).filter((file) => file.endsWith('.js'));
  const all = kib(sizeOf(scripts).gzip);
  return [{ name: 'h5 all scripts gzip', value: all, unit: 'KiB', floor: null, goal: null }];
}

/** Time that `require` of the bundle takes in a fresh process, beside the same process requiring an empty file. */
function coldImport(file: string): number {
  const script = `const t=process.hrtime.bigint();require(${JSON.stringify(file)});console.log(Number(process.hrtime.bigint()-t)/1e6);process.exit(0)`;
  const runs = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim().split('\n').at(-1)),
  ).sort((a, b) => a - b);
  return Math.round((runs[2] ?? 0) * 10) / 10;
}

function functionBundles(): Figure[] {
  const bundles = filesBelow(FUNCTIONS).filter((file) => /\.c?js$/.test(file));
  return bundles.flatMap((file) => {
    const name = `function ${path.relative(FUNCTIONS, file)}`;
    return [
      ...both(name, sizeOf([file]), null),
      { name: `${name} cold import`, value: coldImport(file), unit: 'ms', floor: null, goal: null },
    ];
  });
}

async function main(): Promise<void> {
  for (const [entry, how] of [
    [path.join(WEAPP, 'app.json'), 'node miniapp/build.cjs weapp'],
    [path.join(H5, 'index.html'), 'node miniapp/build.cjs h5'],
    // Tests make and remove bundles of their own beside it.
    [path.join(FUNCTIONS, 'api/index.js'), 'node functions/runtime/build.cjs'],
  ] as const) {
    if (!fs.existsSync(entry))
      execFileSync(process.execPath, how.split(' ').slice(1), { cwd: ROOT, stdio: 'inherit' });
  }
  const figures = [
    ...weapp(),
    ...(await firstPageFigures()),
    ...h5(),
    ...functionBundles(),
    ...(await setDataFigures()),
  ];
  report(figures, process.argv.includes('--json'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
