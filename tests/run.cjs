/**
 * `npm test`: installs what is missing, builds the pages and the mini-program when they changed, then runs every jest
 * project. Words after `--` go to jest: `npm test -- --selectProjects unit property`. Plain CommonJS, because it runs
 * before anything is installed.
 */
const childProcess = require('node:child_process');
const path = require('node:path');
const { ensureInstalled, ROOT } = require('../infra/local/install.cjs');

function run(args) {
  const env = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  const { status } = childProcess.spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

ensureInstalled();
run(['--import', 'tsx', path.join('tests', 'support', 'build.ts')]);
run([path.join('node_modules', 'jest', 'bin', 'jest.js'), ...process.argv.slice(2)]);
