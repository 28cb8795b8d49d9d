/**
 * What the two builds carry, read from their files. Wants both:
 * `node miniapp/build.cjs h5 && node miniapp/build.cjs weapp`.
 */
import fs from 'node:fs';
import path from 'node:path';

const DIST = path.resolve(__dirname, '../../miniapp/dist');
const WEAPP = path.join(DIST, 'weapp');

/** WeChat allows 2 MiB; an empty Taro app is 296 KiB, and a phone on a slow line waits for every one of them. */
const MAIN_PACKAGE_KIB = 450;

function filesBelow(folder: string, ...endings: string[]): Array<{ name: string; text: string }> {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.includes(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(folder, file), text: fs.readFileSync(file, 'utf8') }));
}

const weapp = (...endings: string[]) => filesBelow(WEAPP, ...endings);

const everywhere = (files: Array<{ name: string; text: string }>, pattern: RegExp) =>
  files.flatMap(({ name, text }) => [...text.matchAll(pattern)].map(([found]) => `${name}: ${found}`));

beforeAll(() => {
  for (const entry of ['h5/index.html', 'weapp/app.json']) {
    if (!fs.existsSync(path.join(DIST, entry))) throw new Error(`Build first: ${entry} is missing`);
  }
});

test('the main package stays small', () => {
  const bytes = weapp('.js', '.json', '.wxml', '.wxss', '.wxs')
    .filter(({ name }) => !name.startsWith('packages'))
    .reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  expect(bytes / 1024).toBeLessThanOrEqual(MAIN_PACKAGE_KIB);
});

test('nothing is evaluated but the guarded line of webpack’s own runtime', () => {
  const found = everywhere(weapp('.js'), /\beval\(|\bnew Function\([^)]*\)|[^.\w]Function\("[^)]*\)/g);
  expect(found).toEqual(['runtime.js: new Function("return this")']);
});

test('no picture, font or style comes from elsewhere', () => {
  const remote =
    /url\(\s*['"]?(?:https?:)?\/\/[^)]*\)|@import[^;]*\/\/[^;]*|<(?:img|image|link|script)[^>]*https?:[^>]*>/g;
  expect(everywhere(weapp('.wxss', '.wxml'), remote)).toEqual([]);
  expect(everywhere(filesBelow(path.join(DIST, 'h5'), '.css', '.html'), remote)).toEqual([]);
});

test('what a screen reader needs reaches WXML', () => {
  const templates = fs.readFileSync(path.join(WEAPP, 'base.wxml'), 'utf8');
  for (const name of ['role', 'label', 'hidden', 'checked', 'disabled', 'live']) {
    expect(templates).toContain(`aria-${name}=`);
  }
});

test('staff styles stay out of the main package', () => {
  const main = fs.readFileSync(path.join(WEAPP, 'app.wxss'), 'utf8');
  expect(main).toContain('.sw-row');
  expect(main).not.toMatch(/\.sw-amt|\.sw-vote|\.sw-d__/);
});

test('only the three tabs are in the main package', () => {
  const app = JSON.parse(fs.readFileSync(path.join(WEAPP, 'app.json'), 'utf8')) as { pages: string[] };
  expect(app.pages).toEqual(['pages/home/index', 'pages/family/index', 'pages/messages/index']);
});

test('WXSS has class selectors only, and no child combinators', () => {
  const own = weapp('.wxss').flatMap(({ name, text }) =>
    [...text.matchAll(/(?:^|\})([^{}@]*\.sw[^{}@]*)\{/g)]
      .map(([, selector = '']) => selector)
      .filter((selector) => />|\[|#/.test(selector))
      .map((selector) => `${name}: ${selector}`),
  );
  expect(own).toEqual([]);
});
