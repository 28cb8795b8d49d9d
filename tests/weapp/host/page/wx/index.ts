import { navigateBack, navigateTo, redirectTo, reLaunch, switchTab } from '../app/router';
import { callPage, topPage } from '../app/stack';
import { hosted } from '../hosted';
import { account } from './account';
import { dialogs } from './dialogs';
import { getFileSystemManager, oldFileApis } from './file-system';
import { happenings } from './happenings';
import { createIntersectionObserver } from './intersection';
import { cloud, network } from './network';
import { pictures } from './pictures';
import { needsPrivacy } from './privacy';
import { createSelectorQuery } from './selector-query';
import { asyncMethod, type SyncApi, syncMethod, taskMethod } from './settle';
import { sound } from './sound';
import { storage, storageNow } from './storage';
import { system, systemNow } from './system';
import './share';

/** The object that the app knows as `wx`. */

const tabBar = Object.fromEntries(
  [
    'setTabBarBadge',
    'removeTabBarBadge',
    'showTabBarRedDot',
    'hideTabBarRedDot',
    'showTabBar',
    'hideTabBar',
  ].map((name) => [name, () => undefined]),
);

const navigation = {
  navigateTo,
  redirectTo,
  navigateBack,
  switchTab,
  reLaunch,
  startPullDownRefresh: () => void callPage(topPage(), 'onPullDownRefresh'),
  stopPullDownRefresh: () => undefined,
};

const withCallbacks = {
  ...system,
  ...storage,
  ...dialogs,
  ...account,
  ...pictures,
  ...oldFileApis,
  ...navigation,
  ...tabBar,
};

const atOnce: Record<string, SyncApi> = {
  ...systemNow,
  ...storageNow,
  ...sound,
  ...happenings,
  getFileSystemManager,
  createIntersectionObserver,
  createSelectorQuery,
  canIUse: (name: string) => (name.split('.')[0] ?? '') in answered,
};

function each<Api>(
  apis: Record<string, Api>,
  make: (name: string, api: Api) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(apis).map(([name, api]) => [name, make(name, api)]));
}

const answered: Record<string, unknown> = {
  ...each(withCallbacks, (name, api) => asyncMethod(name, api, needsPrivacy)),
  ...each(atOnce, syncMethod),
  ...each(network, taskMethod),
  cloud,
  env: { USER_DATA_PATH: 'http://usr' },
};

/** WeChat has it and the host does not: it throws, and says so even to an app that swallows what is thrown. */
function missing(name: string): () => never {
  return () => {
    const message = `wx.${name} is an API of WeChat that tests/weapp/host does not answer`;
    console.error(message);
    throw new Error(message);
  };
}

export const wx: Record<string, unknown> = {
  ...Object.fromEntries(hosted.documentedApis.map((name) => [name, missing(name)])),
  ...answered,
};
