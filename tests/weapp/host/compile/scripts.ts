import { type PackageFiles, textsOf } from './package-files';

/** What WeChat gives to a script. */
const GIVEN = [
  ...['require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'Behavior'],
  ...['getApp', 'getCurrentPages', 'globalThis', 'global', 'Function', 'requirePlugin'],
];

/** Names of the browser that no script of a mini-program has: undefined here, whatever the page around it knows. */
const ABSENT = [
  ...['window', 'self', 'parent', 'top', 'frames', 'document', 'location', 'history', 'navigator', 'screen'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'crypto', 'performance'],
  ...['alert', 'confirm', 'prompt', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker'],
  ...[
    'Image',
    'Audio',
    'FormData',
    'Blob',
    'File',
    'FileReader',
    'URL',
    'URLSearchParams',
    'Headers',
    'Request',
  ],
  ...['Response', 'TextDecoder', 'TextEncoder', 'AbortController', 'AbortSignal', 'btoa', 'atob'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'queueMicrotask', 'structuredClone'],
  ...['Event', 'EventTarget', 'CustomEvent', 'MessageChannel', 'Element', 'HTMLElement', 'Node'],
];

// The inner function is there for scripts that begin with "use strict".
const wrapped = ([path, code]: [string, string]): string =>
  `${JSON.stringify(path)}: ({ ${[...GIVEN, ...ABSENT].join(', ')} }) => { (function () { ${code}\n}).call(undefined); }`;

/** All scripts of a package as one JavaScript expression: path → a function of what the script may see. */
export function compileScripts(files: PackageFiles): string {
  return `{${textsOf(files, 'js').map(wrapped).join(',\n')}}`;
}
