import fs from 'node:fs';
import path from 'node:path';

const TYPES = path.join(path.dirname(require.resolve('@tarojs/taro/package.json')), 'types/api');
const LINK = /developers\.weixin\.qq\.com\/miniprogram\/dev\/api\/\S*?\/wx\.([a-z]\w*)\.html/g;

/** Names of the APIs of WeChat's documentation, from the links in the comments of Taro's types. */
export function documentedApis(): string[] {
  const files = fs
    .readdirSync(TYPES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.d.ts'));
  const names = files.flatMap((file) =>
    [...fs.readFileSync(path.join(TYPES, file), 'utf8').matchAll(LINK)].map(([, name = '']) => name),
  );
  return [...new Set(names)].sort();
}
