/** `a/../b` is `b`; leading and trailing slashes go. */
export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** What `path` means in a file at `base`: '/x' from the package's root, anything else from the file's folder. */
export function resolveFrom(base: string, path: string): string {
  if (path.startsWith('/')) return normalize(path);
  return normalize(`${base.split('/').slice(0, -1).join('/')}/${path}`);
}

/** Path and query of a page's URL. WeChat hands the query on as it is written, undecoded. */
export function parseUrl(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?');
  const query: Record<string, string> = {};
  for (const pair of search.split('&').filter(Boolean)) {
    const [name = '', ...value] = pair.split('=');
    query[name] = value.join('=');
  }
  return { path: normalize(path), query };
}
