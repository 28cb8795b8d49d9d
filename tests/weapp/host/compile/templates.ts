import { TmplGroup } from 'glass-easel-template-compiler';
import { BUILT_IN_TAGS, TEMPLATE_TAGS } from '../tags';
import { type PackageFiles, textsOf } from './package-files';

const KNOWN = new Set<string>([...BUILT_IN_TAGS, ...TEMPLATE_TAGS]);

/** Tags of a template that neither the host nor the package has. */
function strangers(wxml: string, components: ReadonlySet<string>): string[] {
  const tags = [...wxml.matchAll(/<([a-z][\w-]*)/g)].map(([, tag = '']) => tag);
  return tags.filter((tag) => !KNOWN.has(tag) && !components.has(tag));
}

function componentNames(files: PackageFiles): Set<string> {
  const configs = textsOf(files, 'json').map(([, json]) => JSON.parse(json) as { usingComponents?: object });
  return new Set(configs.flatMap(({ usingComponents }) => Object.keys(usingComponents ?? {})));
}

/**
 * All templates of a package as one JavaScript expression: path → what glass-easel draws.
 * Throws when a template does not compile or has a tag that the host cannot draw.
 */
export function compileTemplates(files: PackageFiles): string {
  const group = new TmplGroup();
  const components = componentNames(files);
  for (const [path, wxml] of textsOf(files, 'wxml')) {
    const [stranger] = strangers(wxml, components);
    if (stranger) throw new Error(`${path}.wxml: tests/weapp/host/tags.ts has no <${stranger}>`);
    const faults = group.addTmpl(path, wxml) as { toString(): string }[];
    if (faults.length > 0) throw new Error(`${path}.wxml: ${faults.join('; ')}`);
  }
  for (const [path, wxs] of textsOf(files, 'wxs')) group.addScript(path, wxs);
  return group.getTmplGenObjectGroups();
}
