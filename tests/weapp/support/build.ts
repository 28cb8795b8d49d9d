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
