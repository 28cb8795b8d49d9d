import { resolveFrom } from '../paths';
import { logicGlobal, NoEval } from './logic-global';

/** CommonJS over the files of the package, as WeChat's logic layer has it. */

/** What scripts of the app see, besides the language. */
export interface LogicLayer {
  wx: unknown;
  App: unknown;
  getApp: unknown;
  getCurrentPages: unknown;
  requirePlugin: unknown;
  /** `Page`, `Component` and `Behavior` as the script at this path sees them. */
  registration(path: string): Record<'Page' | 'Component' | 'Behavior', unknown>;
}

let layer: LogicLayer | undefined;
const loaded = new Map<string, { exports: unknown }>();

export function enterLogicLayer(made: LogicLayer): void {
  layer = made;
  Object.assign(logicGlobal, { wx: made.wx });
}

/** Runs the script at `path` (without extension), once; gives what it exports. */
export function runModule(path: string): unknown {
  const known = loaded.get(path);
  if (known) return known.exports;
  const code = window.MODULES[path];
  if (!code || !layer) throw new Error(`module '${path}.js' is not defined`);
  const module: { exports: unknown } = { exports: {} };
  loaded.set(path, module);
  const { registration, ...shared } = layer;
  code({
    ...shared,
    ...registration(path),
    require: (wanted: string) => runModule(resolveFrom(path, wanted.replace(/\.js$/, ''))),
    module,
    exports: module.exports,
    globalThis: logicGlobal,
    global: logicGlobal,
    Function: NoEval,
  });
  return module.exports;
}
