import { GALLERY, SUB_PACKAGES, TABS } from './routes';

const weapp = process.env.TARO_ENV === 'weapp';
const packages = RELEASE ? SUB_PACKAGES : [...SUB_PACKAGES, GALLERY];

const preloadRule: Record<string, { network: 'all'; packages: string[] }> = {};
for (const tab of TABS) {
  const roots = packages.filter((part) => part.preloadFrom === tab).map((part) => part.root);
  if (roots.length > 0) preloadRule[tab] = { network: 'all', packages: roots };
}

/** 微信同声传译, WeChat's own; whoever uses it adds it to the mini-program's account first. */
const WECHAT_SI = 'wx069ba97219f66d99';

export default defineAppConfig({
  pages: [...TABS],
  subPackages: packages.map(({ root, pages }) => ({ root, pages })),
  preloadRule,
  ...(weapp && SPEECH_PLUGIN && { plugins: { WechatSI: { version: SPEECH_PLUGIN, provider: WECHAT_SI } } }),
  lazyCodeLoading: 'requiredComponents',
  // Nothing slides: WeChat has its own page change, and H5 has none.
  animation: false,
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '守望',
    navigationBarBackgroundColor: weapp ? '@bar' : '#ffffff',
    navigationBarTextStyle: weapp ? '@barText' : 'black',
    backgroundColor: weapp ? '@background' : '#f4f5f3',
    backgroundTextStyle: weapp ? '@pull' : 'dark',
  },
  // Declared so that WeChat keeps the three tabs alive and switches without a flash. It draws nothing: its labels
  // cannot be larger than 10 px, so each tab page draws our own bar (ui/TabBar) and custom-tab-bar is empty.
  // H5 has no use for it: there a tab is an ordinary page, and Taro's tab bar would cost 9 KiB.
  ...(weapp && {
    tabBar: {
      custom: true,
      color: '#4b524f',
      selectedColor: '#1a6b54',
      backgroundColor: '#ffffff',
      list: [
        { pagePath: TABS[0], text: '首页' },
        { pagePath: TABS[1], text: '我家' },
        { pagePath: TABS[2], text: '消息' },
      ],
    },
  }),
});
