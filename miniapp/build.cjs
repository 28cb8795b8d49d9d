#!/usr/bin/env node
/**
 * Builds the mini-program or its H5 twin.
 *
 *   node miniapp/build.cjs h5|weapp [--watch] [--no-minify] [--release] [--plain]
 *
 * Output: miniapp/dist/<target>. Exits 1 when the build fails.
 * --release  what is uploaded: no gallery, and the weapp build insists on SHOUWANG_API_BASE or SHOUWANG_CLOUD_ENV.
 * --plain    H5 as Taro sets a project up, into dist/h5-plain: what `npm run size` compares with.
 *
 * SHOUWANG_SPEECH_PLUGIN  version of WeChat's plugin 微信同声传译: with it the mini-program reads pages aloud.
 */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { stripVTControlCharacters } = require('node:util');
const { buildPictures } = require('./config/pictures.cjs');
const { buildWeui } = require('./config/weui.cjs');

const TARGETS = ['h5', 'weapp'];
const here = __dirname;

/** What Taro and webpack print at every build, and which tells nothing about this one. */
const NOISE = [
  /^\s*$/,
  /👽|建议开启持久化缓存|即将开始启动编译|编译成功|^Tips:|预览模式/u,
  /^ℹ|^\s*assets? |^\s+\+ \d+ assets|^Entrypoint |^webpack \S+ compiled|Compiled successfully/,
  /Browserslist|update-browserslist-db|DeprecationWarning|node --trace-deprecation/,
];
const isNoise = (line) => NOISE.some((pattern) => pattern.test(stripVTControlCharacters(line)));

function parse(argv) {
  const target = argv.find((word) => !word.startsWith('--'));
  const flags = new Set(argv.filter((word) => word.startsWith('--')));
  const unknown = [...flags].filter(
    (flag) => !['--watch', '--no-minify', '--release', '--plain'].includes(flag),
  );
  if (!TARGETS.includes(target) || unknown.length > 0) {
    console.error('Usage: node miniapp/build.cjs h5|weapp [--watch] [--no-minify] [--release] [--plain]');
    process.exit(2);
  }
  return {
    target,
    watch: flags.has('--watch'),
    minify: !flags.has('--no-minify'),
    release: flags.has('--release'),
    plain: flags.has('--plain') && target === 'h5',
  };
}

function environment({ target, watch, minify, release, plain }) {
  const env = {
    ...process.env,
    NODE_ENV: watch ? 'development' : 'production',
    TARO_ENV: target,
    BROWSERSLIST_IGNORE_OLD_DATA: 'true',
    SHOUWANG_MINIFY: minify && !watch ? '1' : '0',
    SHOUWANG_RELEASE: release ? '1' : '0',
    SHOUWANG_PLAIN_H5: plain ? '1' : '0',
  };
  if (target === 'weapp' && release && !env.SHOUWANG_API_BASE && !env.SHOUWANG_CLOUD_ENV) {
    console.error(
      'A released mini-program must know its server: set SHOUWANG_API_BASE or SHOUWANG_CLOUD_ENV.',
    );
    process.exit(2);
  }
  return env;
}

/** Passes Taro's output on without its banners; remembers whether it reported an error. */
function relay(stream, sink) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (!isNoise(line)) sink(line);
  });
  stream.on('end', () => !isNoise(rest) && sink(rest));
}

/** Runs Taro. Gives true when it built without an error. */
function runTaro({ target, watch }, env) {
  const cli = require.resolve('@tarojs/cli/bin/taro');
  const args = [cli, 'build', '--type', target, '--disable-global-config', ...(watch ? ['--watch'] : [])];
  const child = spawn(process.execPath, args, { cwd: here, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  let failed = false;
  const sink = (line) => {
    if (/✖|Module not found|SyntaxError|ERROR in|编译失败/u.test(line)) failed = true;
    console.log(line);
  };
  relay(child.stdout, sink);
  relay(child.stderr, sink);
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0 && !failed)));
}

/** Puts the finished build in place of the last one, so that nobody ever reads half a build. */
function swapIn(finished, output) {
  const old = `${finished}-old`;
  if (fs.existsSync(output)) fs.renameSync(output, old);
  fs.renameSync(finished, output);
  fs.rmSync(old, { recursive: true, force: true });
}

async function main() {
  const options = parse(process.argv.slice(2));
  const started = Date.now();
  const output = path.join(here, 'dist', options.plain ? `${options.target}-plain` : options.target);
  const building = options.watch ? output : path.join(here, 'dist', `.${options.target}-${process.pid}`);
  const env = { ...environment(options), SHOUWANG_OUTPUT: path.relative(here, building) };
  await buildWeui(path.join(here, '.cache/weui.css'));
  buildPictures(path.join(here, '.cache'));

  const built = await runTaro(options, env);
  const entry = path.join(building, options.target === 'h5' ? 'index.html' : 'app.json');
  if (!built || !fs.existsSync(entry)) {
    if (!options.watch) fs.rmSync(building, { recursive: true, force: true });
    throw new Error(`the ${options.target} build failed`);
  }
  // A host that serves the pages without our headers says it too.
  if (options.target === 'h5')
    fs.copyFileSync(path.join(here, 'src/robots.txt'), path.join(building, 'robots.txt'));
  if (!options.watch) swapIn(building, output);
  console.log(`miniapp: ${options.target} built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

main().catch((error) => {
  console.error(`miniapp: ${error.message}`);
  process.exit(1);
});
