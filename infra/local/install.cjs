/**
 * Makes the packages be there. Plain CommonJS without a dependency and in a syntax that Node 8 reads, because it runs
 * before anything is installed and must be able to say that Node is too old.
 */
// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node does not know it
const childProcess = require('child_process');
const fs = require('fs');
const path = require('path');

const ROOT = path.join(__dirname, '..', '..');
const OLDEST = [20, 11];

function leave(chinese, english) {
  console.error(`${chinese} / ${english}`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  const wanted = OLDEST.join('.');
  leave(
    `Node ${process.versions.node} 太旧，请安装 Node ${wanted} 或更新的版本。`,
    `Node ${process.versions.node} is too old: install Node ${wanted} or later.`,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')).packages;
  } catch (_) {
    return undefined;
  }
}

/**
 * npm writes node_modules/.package-lock.json when an install is complete, so what it lists is there. An optional
 * package (one for another kind of machine) may be missing.
 */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  return Object.keys(wanted).every((name) => {
    const there = present[name];
    if (name === '' || (!there && wanted[name].optional)) return true;
    return there && there.version === wanted[name].version && there.integrity === wanted[name].integrity;
  });
}

/**
 * Does what `npm ci` does, from nothing and exactly as locked, but not by that name: it refuses to begin where the
 * registry lacks a package for some other kind of machine and the lock therefore does not list it.
 */
function install() {
  console.log('安装依赖，第一次约需两分钟 / Installing packages, two minutes the first time …');
  fs.rmSync(path.join(ROOT, 'node_modules'), { recursive: true, force: true });
  // Inside `npm start` npm says where it is. The build tools are needed even where NODE_ENV says production.
  const npm = process.env.npm_execpath;
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: ROOT, stdio: 'inherit' };
  const result = npm
    ? childProcess.spawnSync(process.execPath, [npm].concat(args), options)
    : childProcess.spawnSync('npm', args, options);
  if (result.status !== 0) {
    leave(
      '依赖没有装上（见上面 npm 的输出）。请检查网络或磁盘空间后再试。',
      'The packages could not be installed (see npm above): check the network and the disk, then try again.',
    );
  }
}

/** Leaves with one sentence when Node is too old; installs the packages when they are not those of package-lock.json. */
exports.ensureInstalled = function ensureInstalled() {
  requireNode();
  if (!isInstalled()) install();
};
exports.leave = leave;
exports.ROOT = ROOT;
