import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import unused from '../../miniapp/config/unused-attributes.json';
import { type PackageFiles, readPackage, textsOf } from './host/compile/package-files';
import type { AppConfig } from './host/hosted-app';
import { builtPackage } from './support/build';
import { complaintsAboutWxml, complaintsAboutWxss } from './support/wechat-compilers';

const FOLDER = builtPackage();
const files = readPackage(FOLDER);
const ending = (...extensions: string[]) =>
  [...files.keys()].filter((file) => extensions.includes(path.extname(file)));

const WXML = ending('.wxml', '.wxs');
const WXSS = ending('.wxss');

describe("WeChat's own compilers take what was built", () => {
  test('WXML', () => {
    expect(WXML.length).toBeGreaterThan(5);
    expect(complaintsAboutWxml(FOLDER, WXML)).toBe('');
  });

  test('WXSS', () => {
    expect(WXSS).toContain('app.wxss');
    expect(complaintsAboutWxss(FOLDER, WXSS)).toBe('');
  });

  test('and complain about what is broken, so their silence means something', () => {
    const broken = fs.mkdtempSync(path.join(os.tmpdir(), 'broken-'));
    try {
      fs.cpSync(FOLDER, broken, { recursive: true });
      fs.appendFileSync(path.join(broken, 'base.wxml'), '<view></text>');
      fs.appendFileSync(path.join(broken, 'app.wxss'), '.a { .b { color: red } }');
      expect(complaintsAboutWxml(broken, WXML)).toContain('base.wxml');
      expect(complaintsAboutWxss(broken, WXSS)).toContain('app.wxss');
    } finally {
      fs.rmSync(broken, { recursive: true });
    }
  });
});

/** Addresses that the app would fetch by itself: a phone on 2G waits for them, and WeChat's review asks about them. */
function addresses(text: string): string[] {
  const inStyles = [...text.matchAll(/url\(\s*["']?([^"')]+)/g)].map(([, address = '']) => address);
  const inTemplates = [...text.matchAll(/\bsrc="(?!\{\{)([^"]+)"/g)].map(([, address = '']) => address);
  return [...inStyles, ...inTemplates].filter((address) => !address.startsWith('data:'));
}

test('no style and no template names a picture or font that is not in the file itself', () => {
  const styles = textsOf(files, 'wxss').flatMap(([, text]) => addresses(text));
  const templates = textsOf(files, 'wxml').flatMap(([, text]) =>
    addresses(text).filter((address) => !/\.(wxml|wxs)$/.test(address)),
  );
  expect([...styles, ...templates]).toEqual([]);
});

/** Sources of the pages, by path. */
const SOURCES = path.resolve(__dirname, '../../miniapp/src');
const sources = fs
  .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => [file, fs.readFileSync(path.join(SOURCES, file), 'utf8')] as const);

test.each(unused)('no page uses $prop, which the templates leave out', ({ attribute, prop }) => {
  const written = attribute.replace('LongTap', 'LongPress').toLowerCase();
  expect(textsOf(files, 'wxml').filter(([, text]) => text.includes(` ${written}=`))).toEqual([]);
  expect(sources.length).toBeGreaterThan(100);
  const uses = new RegExp(`\\b${prop}[=:]`);
  expect(sources.filter(([, text]) => uses.test(text)).map(([file]) => file)).toEqual([]);
});

/** KiB; WeChat allows 2,048 a package, we ask for less (issue 3). */
const MAIN_PACKAGE = 450;
const SUB_PACKAGE = 500;

function packageSizes(all: PackageFiles): { main: number; sub: Record<string, number> } {
  const app = JSON.parse(all.get('app.json')?.toString() ?? '{}') as AppConfig;
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'));
  const sum = (belongs: (file: string) => boolean) =>
    [...all].filter(([file]) => belongs(file)).reduce((bytes, [, content]) => bytes + content.length, 0) /
    1024;
  return {
    main: sum((file) => !roots.some((root) => file.startsWith(root))),
    sub: Object.fromEntries(roots.map((root) => [root, sum((file) => file.startsWith(root))])),
  };
}

test('packages are small', () => {
  const { main, sub } = packageSizes(files);
  expect(main).toBeLessThanOrEqual(MAIN_PACKAGE);
  expect(Object.keys(sub).length).toBeGreaterThan(0);
  expect(Object.entries(sub).filter(([, size]) => size > SUB_PACKAGE)).toEqual([]);
});
