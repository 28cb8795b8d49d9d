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
  /** `Page`, `Component` and `Behavior` while the file of this page or component is run. */
  registration(path: string): Record<Registering, (definition: Record<string, unknown>) => void>;
}

type Registering = 'Page' | 'Component' | 'Behavior';

/**
 * The page or component whose file is being run, last. What is registered meanwhile is its own, wherever the code stands:
 * a build may keep the body of a component in a chunk that several files share.
 */
const running: string[] = [];

const register = (kind: Registering, made: LogicLayer) => (definition: Record<string, unknown>) =>
  made.registration(running.at(-1) ?? '')[kind](definition);

/** Runs the file of a page or component; what it registers is known by this path. */
export function runFile(path: string): void {
  running.push(path);
  try {
    runModule(path);
  } finally {
    running.pop();
  }
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
  const { registration: _registration, ...shared } = layer;
  code({
    ...shared,
    Page: register('Page', layer),
    Component: register('Component', layer),
    Behavior: register('Behavior', layer),
    require: (wanted: string) => runModule(resolveFrom(path, wanted.replace(/\.js$/, ''))),
    module,
    exports: module.exports,
    globalThis: logicGlobal,
    global: logicGlobal,
    Function: NoEval,
  });
  return module.exports;
}
