/**
 * Bundles each function into one file below functions/dist: what a cloud runs, and what `npm run size` weighs.
 *
 *   node functions/runtime/build.cjs [FOLDER]
 */
const { copyFileSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { build } = require('esbuild');

const ROOT = join(__dirname, '..', '..');
const OUT = join(ROOT, 'functions', 'dist');

/** Folder of the bundle, and the door that it holds. */
const FUNCTIONS = {
  api: 'cloudbase.ts',
  timer: 'cloudbase-timer.ts',
  lambda: 'lambda.ts',
};

/** Fifty languages that zod could speak: our sentences are in shared/messages. A third of the bundle. */
const withoutLocales = {
  name: 'without-locales',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};' }));
  },
};

async function bundle(out, name, door) {
  const outfile = join(out, name, 'index.js');
  const { metafile } = await build({
    entryPoints: [join(__dirname, door)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [withoutLocales],
    tsconfig: join(ROOT, 'tsconfig.json'),
    // Loaded late and only where it is there: pg's native twin, the SDKs, which take longer to load than all the rest,
    // and sharp, which brings a library for each kind of machine. They lie beside the bundle as packages.
    external: ['pg-native', ...LATE],
  });
  const needed = Object.fromEntries(LATE.filter((id) => uses(metafile, id)).map((id) => [id, versionOf(id)]));
  writeFileSync(
    join(out, name, 'package.json'),
    `${JSON.stringify({ name: `shouwang-${name}`, version: '0.1.0', main: 'index.js', dependencies: needed }, null, 2)}\n`,
  );
  if (PRINTER in needed) ship(join(out, name, 'fonts'));
  return outfile;
}

/** What prints, and the two weights that it embeds: functions/adapters/pdf/fonts.ts finds them beside the bundle. */
const PRINTER = 'pdfmake';
const FONTS = ['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'];

function ship(folder) {
  mkdirSync(folder);
  for (const font of FONTS)
    copyFileSync(join(ROOT, 'node_modules/@embedpdf/fonts-sc/fonts', font), join(folder, font));
}

const LATE = [
  '@aws-sdk/client-s3',
  '@aws-sdk/s3-presigned-post',
  '@aws-sdk/s3-request-presigner',
  '@cloudbase/node-sdk',
  PRINTER,
  'exceljs',
  'iconv-lite',
  'jszip',
  'sharp',
];

function uses(metafile, id) {
  return Object.values(metafile.outputs).some(({ imports }) => imports.some(({ path }) => path === id));
}

function versionOf(id) {
  return require(join(ROOT, 'package.json')).dependencies[id];
}

/** Bundles all functions into a folder, which is emptied first; gives the files. */
async function buildFunctions(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  return Promise.all(Object.entries(FUNCTIONS).map(([name, door]) => bundle(out, name, door)));
}

module.exports = { FUNCTIONS, OUT, buildFunctions };
if (require.main === module)
  buildFunctions(process.argv[2] ?? OUT).then((files) => console.log(files.join('\n')));
