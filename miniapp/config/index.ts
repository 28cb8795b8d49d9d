import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { accessibleTemplates } from './accessible-templates';
import { slimH5 } from './slim-h5';
import { slimTemplates } from './slim-templates';

const root = path.resolve(__dirname, '../..');
const source = path.resolve(__dirname, '../src');
const minify = process.env.SHOUWANG_MINIFY === '1';
const release = process.env.SHOUWANG_RELEASE === '1';
/** As Taro sets H5 up, without anything of ours: what `npm run size` compares with. */
const plain = process.env.SHOUWANG_PLAIN_H5 === '1';

/** Packages written for newer engines than the mini-program's oldest: babel brings them down. */
const MODERN_PACKAGES = /node_modules[\\/](zod|dayjs|chinese-days)[\\/]/;
const isShared = (file: string) => file.startsWith(path.join(root, 'shared') + path.sep);

const terser = {
  enable: minify,
  config: {
    keep_fnames: false,
    output: { comments: false, ascii_only: false },
    compress: { passes: 2, pure_getters: true },
  },
};

/** Our CSS keeps its px: sizes follow the person's choice of text size, not the width of the screen. */
const postcss = {
  pxtransform: { enable: false, config: {} },
  cssModules: { enable: false },
};

export default defineConfig(() => ({
  projectName: 'shouwang',
  date: '2026-1-1',
  designWidth: 375,
  deviceRatio: { 375: 1 },
  sourceRoot: 'src',
  outputRoot: process.env.SHOUWANG_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  jsMinimizer: 'terser',
  ...(!plain && { terser }),
  csso: { enable: minify },
  alias: {
    '@shared': path.join(root, 'shared'),
    '@miniapp': source,
  },
  plugins: [accessibleTemplates, slimTemplates],
  copy: { patterns: [], options: {} },
  defineConstants: {
    API_BASE: JSON.stringify(process.env.SHOUWANG_API_BASE ?? (release ? '' : 'http://127.0.0.1:4100')),
    CLOUD_ENV: JSON.stringify(process.env.SHOUWANG_CLOUD_ENV ?? ''),
    SPEECH_PLUGIN: JSON.stringify(process.env.SHOUWANG_SPEECH_PLUGIN ?? ''),
    RELEASE: JSON.stringify(release),
  },
  mini: {
    compile: { include: [isShared, (file: string) => MODERN_PACKAGES.test(file)] },
    // Templates for ten levels of nodes; what lies deeper goes through `comp`. All sixteen would cost 21 KiB in main.
    baseLevel: 10,
    optimizeMainPackage: { enable: true },
    // Nothing here is written as HTML, so the parser stays at home.
    runtime: { enableInnerHTML: false },
    enableSourceMap: false,
    postcss,
  },
  h5: {
    // Pages may be served below any path; the server of --watch knows only its own root.
    publicPath: process.env.NODE_ENV === 'development' ? '/' : './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    enableSourceMap: false,
    compile: { include: [isShared] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    ...(!plain && { webpackChain: slimH5 }),
  },
}));
