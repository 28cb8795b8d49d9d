import path from 'node:path';
import type { IH5Config } from '@tarojs/taro/types/compile';
import { NormalModuleReplacementPlugin } from 'webpack';

type Chain = Parameters<NonNullable<IH5Config['webpackChain']>>[0];

const source = path.resolve(__dirname, '../src');

/** Taro pulls these in for browsers that we do not serve (see babel.config.js). */
const POLYFILLS = [
  'whatwg-fetch',
  'abortcontroller-polyfill/dist/abortcontroller-polyfill-only',
  'abortcontroller-polyfill/dist/polyfill-patch-fetch',
  'abortcontroller-polyfill',
  'jsonp-retry',
];

/** Styles of its web components, with an icon font. */
const COMPONENT_STYLES = '@tarojs/components/dist/taro-components/taro-components.css';
/** Its reset, which forbids to select text. */
const RESET = '@tarojs/components/global.css';

interface LoaderMeta {
  extraImportForWeb: string;
  execBeforeCreateWebApp: string;
}

/**
 * Webpack settings of the H5 build: what a phone on a slow line does not need is left out.
 * Runs after the platform has set its own aliases, so ours win.
 */
export function slimH5(chain: Chain): void {
  // Replaced, not aliased: of a module requested by this name Taro's own plugin removes imports that it cannot explain.
  chain
    .plugin('htmlComponents')
    .use(NormalModuleReplacementPlugin, [
      /^@tarojs\/components$/,
      path.join(source, 'platform/h5/components.tsx'),
    ]);
  for (const name of [...POLYFILLS, COMPONENT_STYLES]) {
    chain.resolve.alias.set(name, path.join(source, 'platform/h5/empty.ts'));
  }
  chain.resolve.alias.set(RESET, path.join(source, 'platform/h5/page.css'));

  // Taro's own pull-to-refresh is a web component, and our pages do not use it.
  chain.plugin('mainPlugin').tap((args: Array<{ loaderMeta: LoaderMeta }>) => {
    for (const { loaderMeta } of args) {
      loaderMeta.extraImportForWeb = loaderMeta.extraImportForWeb.replace(
        /import \{ defineCustomElementTaroPullToRefreshCore \}.*\n/,
        '',
      );
      loaderMeta.execBeforeCreateWebApp = loaderMeta.execBeforeCreateWebApp.replace(
        /defineCustomElementTaroPullToRefreshCore\(\)\n/,
        '',
      );
    }
    return args;
  });

  // Sizes are measured by tests/web, with compression; webpack's hint counts raw bytes.
  chain.performance.hints(false);

  // Taro splits only what the entry needs; pages that share code should share a file too.
  chain.optimization.splitChunks({
    chunks: 'all',
    minSize: 6000,
    maxInitialRequests: 10,
    maxAsyncRequests: 10,
    hidePathInfo: true,
    cacheGroups: {
      default: false,
      defaultVendors: false,
      common: { minChunks: 2, priority: 1, reuseExistingChunk: true },
    },
  });
}
