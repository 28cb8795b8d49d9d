import { mkdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../database/migrate';
import { DEMO_COUNTY, readCounty, seedRegions } from '../database/seed/regions';
import { startDatabase } from '../database/server';
import { makeFolder } from '../host/durable';
import { FolderHeldError, holdFolder } from '../host/lock';
import { codeOf, PlainError } from '../host/plain-error';
import { createObjectStore } from '../storage/embedded';
import { H5, startBuilds } from './builds';
import { diskFull, isDiskFull, requireSpace } from './disk';
import { everyMinute } from './every-minute';
import { openFrontDoor } from './front-door';
import { createPages } from './pages';
import { route } from './route';
import { createScreen, type Screen, table } from './screen';
import { keepSecrets } from './secrets';
import { readSettings, type Settings } from './settings';

const STEPS = 8;
const BUCKET = 'attachments';

/** What was started, so that it can be stopped in the opposite order. */
class Running {
  private readonly closers: (() => Promise<void> | void)[] = [];
  private stopped: Promise<void> | undefined;

  constructor(private readonly onError: (error: unknown) => void) {}

  get isStopping(): boolean {
    return this.stopped !== undefined;
  }

  /** Remembers how to stop something. When stopping has begun, it is stopped at once. */
  add(close: () => Promise<void> | void): void {
    if (this.isStopping) void this.run(close);
    else this.closers.push(close);
  }

  stop(): Promise<void> {
    this.stopped ??= (async () => {
      for (const close of this.closers.reverse()) await this.run(close);
    })();
    return this.stopped;
  }

  private async run(close: () => Promise<void> | void): Promise<void> {
    try {
      await close();
    } catch (error) {
      this.onError(error);
    }
  }
}

async function start(settings: Settings, screen: Screen, running: Running, fail: (error: unknown) => void) {
  const { dataDir, origin, port, host } = settings;
  const report = (error: unknown) => screen.log(textOf(error));

  const door = await screen.step('检查端口、磁盘、数据文件夹', 'port, disk, data folder', async () => {
    const lock = await holdFolder(dataDir, 'stack.lock');
    running.add(() => lock.release());
    process.once('disconnect', () => lock.stopping());
    const opened = await openFrontDoor(host, port, report);
    running.add(() => opened.close());
    await requireSpace(dataDir);
    return opened;
  });

  const builds = settings.buildPages ? startBuilds(origin, join(dataDir, 'log'), screen.say) : undefined;
  running.add(() => builds?.stop());
  // Awaited below; until then its failure is not forgotten, only early.
  builds?.done.catch(() => undefined);

  const secrets = await keepSecrets(dataDir);
  const database = await screen.step('数据库', 'database', () =>
    startDatabase({ dataDir, databaseUrl: settings.databaseUrl, log: screen.log }),
  );
  running.add(() => database.stop());
  void database.ended.then(() => {
    if (!running.isStopping) fail(new Error('PostgreSQL ended by itself: see postgres.log'));
  });
  await screen.step('数据库升级', 'migrations', () => migrate(database.url('owner'), screen));
  await screen.step('行政区划', 'regions', () => seedRegions(database.url('owner'), readCounty(DEMO_COUNTY)));

  const { storage, ...keys } = secrets;
  const store = await screen.step('附件仓库', 'file store', async () =>
    createObjectStore({ ...storage, dir: join(dataDir, 'objects'), now: Date.now, onError: report }),
  );
  await screen.step('网页和小程序', 'pages and mini-program', async () => builds?.done);
  const api = await screen.step('接口', 'API', async () => {
    // Half a second of loading that a busy port or a full disk need not wait for.
    const { createLocalServer, localWechat } = await import('@functions/runtime/local');
    return createLocalServer({
      databaseUrl: database.url('app'),
      storage: { ...storage, endpoint: `${origin}/storage`, bucket: BUCKET },
      secrets: keys,
      wechat: localWechat,
    });
  });
  running.add(() => api.close());
  const people = await screen.step('演示人员', 'demo people', () => api.seedDemo());

  door.open(route(store.handler, api, createPages(H5, origin)));
  const minutely = async () => {
    await api.tick();
    await requireSpace(dataDir).catch((error: Error) => screen.say(error.message));
  };
  running.add(everyMinute(minutely, report));

  screen.say('');
  screen.say(`ready ${origin}`);
  const absolute = (link: string) => (link.startsWith('/') ? origin + link : link);
  for (const line of table(
    people.map(({ name, who, office, link }) => [name, who, office, absolute(link)]),
  )) {
    screen.say(`  ${line}`);
  }
}

const textOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** The one sentence for a failure. */
function sentenceFor(error: unknown, { dataDir }: Settings, logFile: string): string {
  if (isDiskFull(error)) return diskFull(dataDir).message;
  if (error instanceof PlainError) return error.message;
  if (error instanceof FolderHeldError) {
    return `数据文件夹 ${dataDir} 正被另一个进程（${error.pid}）使用。请先停掉它，或换一个 DATA_DIR。 / The data folder ${dataDir} is in use by process ${error.pid}: stop it first, or choose another DATA_DIR.`;
  }
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const path = error instanceof Error && 'path' in error ? String(error.path) : dataDir;
    return `没有权限读写 ${path}。 / No permission to read or write ${path}.`;
  }
  return `出了意外，停下来了，详情在 ${logFile}。 / Something unexpected happened: details in ${logFile}.`;
}

function openLog(dataDir: string): string {
  const folder = join(dataDir, 'log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'local.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) truncateSync(file);
  return file;
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const logFile = join(settings.dataDir, 'log', 'local.log');
  const screen = createScreen(STEPS, logFile);
  const running = new Running((error) => screen.log(textOf(error)));
  const leave = async (code: number) => {
    await running.stop();
    process.exit(code);
  };
  const fail = (error: unknown) => {
    screen.log(textOf(error));
    if (error instanceof Error && error.cause) screen.log(textOf(error.cause));
    if (running.isStopping) return;
    console.error(sentenceFor(error, settings, logFile));
    void leave(1);
  };

  process.on('uncaughtException', fail);
  // Whoever reads our output may stop reading (`npm start | head`); the stack goes on.
  process.stdout.on('error', () => undefined);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!running.isStopping) screen.say('\n正在停止 / Stopping …');
      void leave(0);
    });
  }
  // The launcher was killed: nobody is left who could stop us.
  process.once('disconnect', () => void leave(0));

  try {
    await makeFolder(settings.dataDir);
    openLog(settings.dataDir);
    await start(settings, screen, running, fail);
  } catch (error) {
    fail(error);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
});
