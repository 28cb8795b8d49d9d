import path from 'node:path';
import postcss, { type AtRule, type Rule } from 'postcss';
import { BUILT_IN_TAGS } from '../tags';
import { type PackageFiles, textsOf } from './package-files';

/** WXSS as CSS: rpx, imports, and `view` for `wx-view`. */

const TAGS = new Set<string>([...BUILT_IN_TAGS, 'page']);
const TAG_IN_SELECTOR = /(^|[\s>+~,(])([a-z][a-z-]*)(?=$|[\s>+~,.#:[)])/g;

const withDomTags = (selector: string): string =>
  selector.replace(TAG_IN_SELECTOR, (all, before: string, tag: string) =>
    TAGS.has(tag) ? `${before}wx-${tag}` : all,
  );

const inKeyframes = ({ parent }: Rule): boolean =>
  parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes');

function imported(params: string, from: string): string {
  const [, target = ''] = /^(?:url\()?["']?([^"')]+)/.exec(params) ?? [];
  return target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
}

function compile(file: string, files: PackageFiles): string {
  const source = files.get(file);
  if (!source) throw new Error(`${file} is imported and not there`);
  const root = postcss.parse(source.toString('utf8'), { from: file });
  root.walkAtRules('import', (rule) => {
    rule.replaceWith(postcss.parse(compile(imported(rule.params, file), files)));
  });
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      /(-?\d*\.?\d+)rpx\b/g,
      (_, size: string) => `calc(${size} * var(--rpx))`,
    );
  });
  root.walkRules((rule) => {
    if (!inKeyframes(rule)) rule.selector = withDomTags(rule.selector);
  });
  return root.toString();
}

export function compileStyles(files: PackageFiles): Record<string, string> {
  return Object.fromEntries(textsOf(files, 'wxss').map(([name]) => [name, compile(`${name}.wxss`, files)]));
}
