import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const BUILT = path.resolve(__dirname, '../../../miniapp/dist/weapp');

/** The built mini-program, or another one that WEAPP_FOLDER names. */
export function builtPackage(): string {
  const folder = process.env.WEAPP_FOLDER ?? BUILT;
  if (!fs.existsSync(path.join(folder, 'app.json')))
    throw new Error(`No mini-program in ${folder}. Build it: node miniapp/build.cjs weapp`);
  return folder;
}

/**
 * A copy of the built mini-program in which one file is another: what a second build would cost a minute for. Throws
 * unless the change changes it. Remove the folder afterwards.
 */
export function changedPackage(file: string, change: (content: string) => string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'));
  fs.cpSync(builtPackage(), folder, { recursive: true });
  const content = fs.readFileSync(path.join(folder, file), 'utf8');
  const changed = change(content);
  if (changed === content) throw new Error(`${file} is not what this change expects`);
  fs.writeFileSync(path.join(folder, file), changed);
  return folder;
}

/** The build with the one word in which SHOUWANG_CLOUD_ENV changes it. */
export const cloudPackage = (): string =>
  changedPackage('common.js', (code) => code.replace(/(\.cloudEnv\)&&void 0!==(\w+)\?\2:)""/, '$1"env-1"'));

const SERVER = /"(http:\/\/127\.0\.0\.1:\d+)"/;

/** The server that was built into a development build (SHOUWANG_API_BASE). */
export function builtInServer(folder: string): string {
  const scripts = fs.readdirSync(folder).filter((file) => file.endsWith('.js'));
  const [, server] = scripts
    .map((file) => SERVER.exec(fs.readFileSync(path.join(folder, file), 'utf8')))
    .find((found) => found !== null) ?? [undefined, undefined];
  if (!server) throw new Error(`${folder} names no server on this machine: it is no development build`);
  return server;
}
