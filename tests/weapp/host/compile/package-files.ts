import fs from 'node:fs';
import path from 'node:path';

/** Every file of a built package by its path with '/', read at once: a rebuild during the run changes nothing. */
export type PackageFiles = ReadonlyMap<string, Buffer>;

export function readPackage(folder: string): PackageFiles {
  const entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file).split(path.sep).join('/'), fs.readFileSync(file)]),
  );
}

export const withoutExtension = (file: string): string => file.replace(/\.\w+$/, '');

/** Path without extension and text of every file with this extension. */
export function textsOf(files: PackageFiles, extension: string): [path: string, text: string][] {
  return [...files]
    .filter(([file]) => file.endsWith(`.${extension}`))
    .map(([file, content]) => [withoutExtension(file), content.toString('utf8')]);
}
