import { launchOptions } from '../app/app';
import { viewHeight, viewTop } from '../app/screen';
import { topPage } from '../app/stack';
import { hosted } from '../hosted';
import { happen } from './happenings';
import { type AsyncApi, Refusal, type SyncApi } from './settle';

/** The phone and the app it runs. */

/** At least 2.7.3, or the automator refuses; as in project.config.json. */
export const SDK_VERSION = '3.7.8';

const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: viewHeight(),
  statusBarHeight: 0,
  screenTop: viewTop(),
  safeArea: {
    left: 0,
    right: innerWidth,
    top: 0,
    bottom: innerHeight,
    width: innerWidth,
    height: innerHeight,
  },
});

const deviceInfo = () => ({
  brand: 'devtools',
  model: 'iPhone 12/13 (Pro)',
  system: 'iOS 16.0',
  platform: 'devtools',
  benchmarkLevel: 1,
});

const appBaseInfo = () => ({
  SDKVersion: SDK_VERSION,
  version: '8.0.50',
  language: 'zh_CN',
  enableDebug: false,
  theme: hosted.settings.theme,
  fontSizeScaleFactor: hosted.settings.fontSizeScaleFactor,
  fontSizeSetting: 17 * hosted.settings.fontSizeScaleFactor,
  host: { env: 'WeChat' },
});

const systemInfo = () => ({ ...windowInfo(), ...deviceInfo(), ...appBaseInfo() });

/** A phone without a network has none either when the app is started anew. */
const OFFLINE = 'phone-offline';
let online = sessionStorage.getItem(OFFLINE) === null;
let clipboard = '';

/** Tells the app that the phone lost or found its network. Requests are stopped elsewhere: by the line itself. */
export function setOnline(isConnected: boolean): void {
  online = isConnected;
  if (online) sessionStorage.removeItem(OFFLINE);
  else sessionStorage.setItem(OFFLINE, '');
  happen('NetworkStatusChange', { isConnected, networkType: networkType() });
}

const networkType = () => (online ? '4g' : 'none');

export const systemNow: Record<string, SyncApi> = {
  getSystemInfoSync: systemInfo,
  getWindowInfo: windowInfo,
  getDeviceInfo: deviceInfo,
  getAppBaseInfo: appBaseInfo,
  getSystemSetting: () => ({ bluetoothEnabled: false, locationEnabled: false, wifiEnabled: true }),
  getAppAuthorizeSetting: () => ({ cameraAuthorized: 'authorized', microphoneAuthorized: 'authorized' }),
  getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
  getLaunchOptionsSync: () => launchOptions,
  getEnterOptionsSync: () => launchOptions,
  getMenuButtonBoundingClientRect: () => ({
    width: 87,
    height: 32,
    top: 6,
    bottom: 38,
    left: innerWidth - 97,
    right: innerWidth - 10,
  }),
  nextTick: (callback: () => void) => queueMicrotask(callback),
  getUpdateManager: () => ({
    onCheckForUpdate: () => undefined,
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => undefined,
  }),
  getLogManager: () => console,
  getRealtimeLogManager: () => console,
};

export const system: Record<string, AsyncApi> = {
  getSystemInfo: systemInfo,
  getSystemInfoAsync: systemInfo,
  getNetworkType: () => ({ networkType: networkType(), isConnected: online }),
  vibrateShort: () => undefined,
  vibrateLong: () => undefined,
  setClipboardData: ({ data }: { data: string }) => {
    clipboard = data;
  },
  getClipboardData: () => ({ data: clipboard }),
  makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) => {
    if (!phoneNumber) throw new Refusal('parameter error');
  },
  pageScrollTo: ({ scrollTop }: { scrollTop: number }) => topPage().element.scrollTo(0, scrollTop),
  setInnerAudioOption: () => undefined,
  setKeepScreenOn: () => undefined,
  restartMiniProgram: async () => {
    // The answer goes out first: nothing of this page is left afterwards.
    setTimeout(() => void fetch('/~/restart', { method: 'POST' }), 0);
  },
  exitMiniProgram: () => undefined,
};
