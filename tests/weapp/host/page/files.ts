/** The phone's files. The Node half keeps them, so that they outlive a restart of the app. */

const isPhoneFile = (path: string) => /^(https?:\/\/(tmp|usr)\/|wxfile:\/\/)/.test(path);

const fileUrl = (path: string) => `/~/file?path=${encodeURIComponent(path)}`;

/** From where the browser gets what an app names as a picture or a sound. */
export function sourceOf(path: string): string {
  if (isPhoneFile(path)) return fileUrl(path);
  if (/^[a-z]+:/i.test(path)) return path;
  return `/~/package/${path.replace(/^\//, '')}`;
}

let made = 0;

/** A path for a new temporary file. */
export function temporaryPath(extension: string): string {
  made += 1;
  return `http://tmp/${Date.now().toString(36)}-${made}.${extension}`;
}

/** The extension of a path, without the dot. */
export const extensionOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1] ?? '';

export async function writeFile(path: string, content: Blob): Promise<void> {
  const { ok } = await fetch(fileUrl(path), { method: 'PUT', body: content });
  if (!ok) throw new Error(`cannot write ${path}`);
}

/** Undefined when there is no such file. */
export async function readFile(path: string): Promise<Blob | undefined> {
  const answer = await fetch(sourceOf(path));
  return answer.ok ? answer.blob() : undefined;
}

/**
 * The same at once, for the Sync methods of WeChat's file system. Gives undefined when there is no such file.
 * A synchronous request cannot ask for bytes, so they come as characters.
 */
export function readFileSync(path: string): Uint8Array | undefined {
  const request = new XMLHttpRequest();
  request.open('GET', sourceOf(path), false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) return undefined;
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
}

export function writeFileSync(path: string, content: Uint8Array<ArrayBuffer>): void {
  send('PUT', path, content);
}

export function removeFileSync(path: string): void {
  send('DELETE', path);
}

function send(method: 'PUT' | 'DELETE', path: string, content?: Uint8Array<ArrayBuffer>): void {
  const request = new XMLHttpRequest();
  request.open(method, fileUrl(path), false);
  request.send(content);
  if (request.status >= 300) throw new Error(`no such file or directory, ${path}`);
}
