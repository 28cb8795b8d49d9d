import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const NOT_SOURCE = new Set(['node_modules', 'dist']);

/** Whether an entry of a folder is written by a tool: builds leave hidden folders (.cache, .swc) beside the sources. */
function isMade(name: string): boolean {
  return name.startsWith('.') || NOT_SOURCE.has(name);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => !isMade(name))
    .map((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
  return (await Promise.all(lists)).flat();
}

/**
 * A fingerprint of sources: of all files below `folders` and of the single `files`, by name and content. What builds
 * themselves leave there does not count, or a build would make itself necessary again.
 * @param root names are told relative to it, so that the same sources elsewhere have the same fingerprint
 */
export async function fingerprint(
  root: string,
  folders: readonly string[],
  files: readonly string[],
): Promise<string> {
  const found = await Promise.all(folders.map((name) => filesIn(join(root, name))));
  const sources = [...found.flat(), ...files.map((name) => join(root, name))].sort();
  const contents = await Promise.all(sources.map((file) => readFile(file)));
  const hash = createHash('sha256');
  for (const [index, file] of sources.entries()) {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
