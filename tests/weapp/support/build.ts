import fs from 'node:fs';
import path from 'node:path';

const BUILT = path.resolve(__dirname, '../../../miniapp/dist/weapp');

/** The built mini-program, or another one that WEAPP_FOLDER names. */
export function builtPackage(): string {
  const folder = process.env.WEAPP_FOLDER ?? BUILT;
  if (!fs.existsSync(path.join(folder, 'app.json')))
    throw new Error(`No mini-program in ${folder}. Build it: node miniapp/build.cjs weapp`);
  return folder;
}
