/**
 * `npm start`: installs what is missing, then runs main.ts and passes signals on. Plain CommonJS, because it runs before
 * anything is installed.
 */
// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node does not know it
const childProcess = require('child_process');
const path = require('path');
const { ensureInstalled, leave, ROOT } = require('./install.cjs');

/**
 * npm runs us through a shell that passes no signal on: `kill` of npm ends the shell and leaves us behind. We notice by
 * our parent, and stop too. Started without npm, we outlive our parent as any program does (nohup, a service).
 */
function stopWithNpm(child) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
}

function run() {
  const env = Object.assign({}, process.env, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
  const main = path.join('infra', 'local', 'main.ts');
  // The fourth channel tells main.ts when we are killed, so that it does not stay behind alone.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc'];
  const child = childProcess.spawn(process.execPath, ['--import', 'tsx', main], { cwd: ROOT, env, stdio });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  stopWithNpm(child);
  child.on('error', (error) => leave(`没有启动起来：${error.message}`, `Could not start: ${error.message}`));
  child.on('exit', (code) => process.exit(code === null ? 1 : code));
}

ensureInstalled();
run();
