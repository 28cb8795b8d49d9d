import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** WeChat's own compilers of WXML and WXSS, as its DevTools run them. */

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };
const LARGEST_OUTPUT = 64 * 1024 * 1024;

function compiler(name: 'wcc' | 'wcsc'): string {
  const folder = FOLDERS[process.platform];
  if (!folder) throw new Error(`WeChat has no compiler for ${process.platform}`);
  const root = path.dirname(require.resolve('miniprogram-compiler/package.json'));
  const file = path.join(root, 'bin', folder, process.platform === 'win32' ? `${name}.exe` : name);
  // npm does not keep the bit that says so.
  if (process.platform !== 'win32') fs.chmodSync(file, 0o755);
  return file;
}

/** What the compiler has to say against the files; empty when it takes them. */
function complaints(name: 'wcc' | 'wcsc', args: readonly string[], folder: string): string {
  const { status, stderr, error } = spawnSync(compiler(name), args, {
    cwd: folder,
    maxBuffer: LARGEST_OUTPUT,
  });
  if (error) throw error;
  return status === 0 ? '' : stderr.toString() || `${name} ended with ${status}`;
}

/** `files` are paths within `folder`: every .wxml and .wxs of the package. */
export const complaintsAboutWxml = (folder: string, files: readonly string[]): string =>
  complaints('wcc', ['-d', ...files, '-gn', '$gwx'], folder);

/** `files` are paths within `folder`: every .wxss of the package. */
export const complaintsAboutWxss = (folder: string, files: readonly string[]): string =>
  complaints('wcsc', ['-db', '-pc', String(files.length), ...files], folder);
