import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { type AutomatorSocket, openAutomatorSocket } from './automator-socket';
import { compilePackage } from './compile';
import { readPackage } from './compile/package-files';
import type { PhoneSettings, SetDataCount } from './hosted-app';
import type { PhoneFiles, Reach } from './outgoing';
import type { WeappHostPage } from './page/main';
import { startServer } from './server';

/** Runs a built mini-program in Chromium and lets `miniprogram-automator` drive it. README.md says how. */

export interface HostOptions {
  browser: Browser;
  /** The built package, as WeChat would upload it. */
  folder: string;
  reach: Reach;
  settings?: Partial<PhoneSettings>;
  /** Answers `wx.cloud.callFunction`. */
  cloud?: (name: string, data: unknown) => Promise<unknown>;
  /** An event that the host is not to hear: for the test that the suite notices. */
  deafTo?: string;
}

export interface WeappHost {
  /** For `automator.connect`. */
  wsEndpoint: string;
  setDataCount(): Promise<SetDataCount>;
  /** What the app had read aloud since this was last asked. */
  spoken(): Promise<string[]>;
  /** Whatever the app repeats it does now, without waiting for its time. */
  repeatNow(): Promise<void>;
  /** The phone finds or loses its network, and tells the app. */
  setOnline(online: boolean): Promise<void>;
  close(): Promise<void>;
}

const SETTINGS: PhoneSettings = {
  theme: 'light',
  fontSizeScaleFactor: 1,
  loginCode: 'login-code',
  privacy: 'agreed',
  phoneNumberCode: 'phone-number-code',
};

/** A phone as wide as the design's. */
const SCREEN = {
  viewport: { width: 375, height: 720 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
};

/** What Chromium itself complains of (a resource that is not there) says only where it was asked for, not what. */
const textOf = (message: ConsoleMessage): string =>
  message.args().length > 0 ? message.text() : `${message.text()} ${message.location().url}`;

declare const window: { weappHost: WeappHostPage };

/** @throws when the package does not start: with the page's own error. */
export async function startHost(options: HostOptions): Promise<WeappHost> {
  const { browser, folder, reach, cloud, deafTo = null } = options;
  const packageFiles = readPackage(folder);
  const phoneFiles: PhoneFiles = new Map();
  const compiled = await compilePackage(packageFiles, { ...SETTINGS, ...options.settings }, deafTo);

  const context = await browser.newContext(SCREEN);
  const page = await context.newPage();
  const faults: string[] = [];
  let socket: AutomatorSocket | undefined;
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    const entry = { type: message.type(), args: [textOf(message)] };
    if (entry.type === 'error') faults.push(...entry.args);
    socket?.emit('App.logAdded', entry);
  });
  await page.exposeFunction('emitToAutomator', (method: string, params: unknown) =>
    socket?.emit(method, params),
  );

  const load = async (go: () => Promise<unknown>) => {
    faults.length = 0;
    await go();
    if (!(await page.evaluate(() => 'weappHost' in window)))
      throw new Error(`The mini-program did not start:\n${faults.join('\n')}`);
  };
  let loaded: Promise<void> = Promise.resolve();
  const server = await startServer({
    page: compiled,
    packageFiles,
    phoneFiles,
    reach,
    cloud,
    onRestart: () => {
      loaded = load(() => page.reload());
    },
  });
  const close = async () => {
    socket?.close();
    await context.close();
    server.close();
  };
  try {
    await load(() => page.goto(server.origin));
    socket = await openAutomatorSocket(async (method, params) => {
      await loaded;
      return answer(page, method, params, close);
    });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    wsEndpoint: socket.endpoint,
    setDataCount: () => page.evaluate(() => window.weappHost.setDataCount()),
    spoken: () => page.evaluate(() => window.weappHost.spoken()),
    repeatNow: () => page.evaluate(() => window.weappHost.repeatNow()),
    setOnline: (online) => page.evaluate((now) => window.weappHost.setOnline(now), online),
    close,
  };
}

async function answer(
  page: Page,
  method: string,
  params: Record<string, unknown>,
  close: () => Promise<void>,
): Promise<unknown> {
  if (method === 'App.captureScreenshot') return { data: (await page.screenshot()).toString('base64') };
  if (method === 'App.exit') return {};
  if (method === 'Tool.close') {
    // After the answer: it closes the socket too.
    setImmediate(close);
    return {};
  }
  const { functionDeclaration: code, ...rest } = params;
  // Evaluated by the debugger, which the page's ban on code from strings does not concern.
  const asCode = code === undefined ? 'undefined' : `({ wx, getApp, getCurrentPages }) => (${String(code)})`;
  try {
    return await page.evaluate(
      `weappHost.automate(${JSON.stringify(method)}, ${JSON.stringify(rest)}, ${asCode})`,
    );
  } catch (error) {
    throw new Error(firstLine(error));
  }
}

/** Playwright says where it happened, too; the client wants WeChat's own words. */
const firstLine = (error: unknown): string =>
  (error as Error).message.replace(/^page\.evaluate: (Error: )?/, '').split('\n')[0] ?? '';
