import path from 'node:path';
import { build } from 'esbuild';
import type { AppConfig, HostedApp, PageConfig, PhoneSettings } from '../hosted-app';
import { documentedApis } from './documented-apis';
import { type PackageFiles, textsOf } from './package-files';
import { compileScripts } from './scripts';
import { compileStyles } from './styles';
import { compileTemplates } from './templates';

/** The scripts of the host's page, in the order in which they load. */
export interface CompiledPage {
  app: string;
  host: string;
}

function configs(files: PackageFiles): Record<string, PageConfig> {
  return Object.fromEntries(
    textsOf(files, 'json').map(([name, json]) => [name, JSON.parse(json) as PageConfig]),
  );
}

function appConfig(files: PackageFiles): AppConfig {
  const json = files.get('app.json');
  if (!json) throw new Error('There is no app.json: this is no built mini-program');
  return JSON.parse(json.toString('utf8')) as AppConfig;
}

/** The host's own code for the page. */
async function bundleHost(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, '../page/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

/** Makes a built package ready for the page. Throws when it would not start in WeChat either. */
export async function compilePackage(
  files: PackageFiles,
  settings: PhoneSettings,
  deafTo: string | null,
): Promise<CompiledPage> {
  const hosted: HostedApp = {
    app: appConfig(files),
    configs: configs(files),
    styles: compileStyles(files),
    theme: JSON.parse(files.get('theme.json')?.toString('utf8') ?? '{}') as HostedApp['theme'],
    settings,
    documentedApis: documentedApis(),
    deafTo,
  };
  const app = [
    `window.HOSTED = ${JSON.stringify(hosted)};`,
    `window.TEMPLATES = ${compileTemplates(files)};`,
    `window.MODULES = ${compileScripts(files)};`,
  ];
  return { app: app.join('\n'), host: await bundleHost() };
}
