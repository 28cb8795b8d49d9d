import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { BUILT_IN_TAGS } from '../../tags';
import { hears } from '../ears';
import { hosted } from '../hosted';
import { resolveFrom } from '../paths';
import { withPlainEvents } from './events';
import { runFile } from './modules';
import { sendDataAsJson } from './set-data';

/** The component engine itself: WeChat's glass-easel on the DOM of this page. */

// Errors in handlers reach window.onerror, where the guards wait for them.
glassEasel.globalOptions.throwGlobalError = false;

const environment = new MiniProgramEnv();
const space = environment.createCodeSpace('app', true);

/** Ids that the app writes must be ids in the DOM, as they are in WeChat. */
function keepIds(): void {
  const inner = space as unknown as {
    prepareComponentOptions(...args: unknown[]): [glassEasel.ComponentOptions, unknown];
  };
  const prepare = inner.prepareComponentOptions;
  inner.prepareComponentOptions = function (...args) {
    const [options, isolation] = prepare.apply(this, args);
    return [{ ...options, idPrefixGenerator: undefined, writeIdToDOM: true }, isolation];
  };
}
keepIds();

for (const tag of BUILT_IN_TAGS) space.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`);

/** Built-in components fire everything else themselves; taken from the DOM too, `input` and `scroll` would come twice. */
const FROM_THE_DOM =
  /^(touch(start|move|end|cancel)|tap|canceltap|longpress|animation(start|end|iteration)|transitionend)$/;

const backend = new glassEasel.CurrentWindowBackendContext();
backend.onEvent((target, type, detail, options) => {
  if (!FROM_THE_DOM.test(type) || !hears(type)) return undefined;
  const event = new glassEasel.Event(type, detail, options);
  glassEasel.Event.dispatchEvent(target, event);
  return event.getEventBubbleStatus();
});
const screen = environment.associateBackend(backend as unknown as glassEasel.GeneralBackendContext);

/** A page on the screen, not yet attached to it. */
export const createRoot = (path: string) => screen.createRoot('wx-page', space, path);

const pageDefinitions = new Map<string, Record<string, unknown>>();

/** What the app passed to `Page()` for this path. */
export const pageDefinition = (path: string): Record<string, unknown> => pageDefinitions.get(path) ?? {};

type Register = (definition: Record<string, unknown>) => void;

/** Paths whose file has registered what it is. */
const registered = new Set<string>();

/** `Page`, `Component` and `Behavior` as the script at `path` sees them. */
export function registration(path: string): { Page: Register; Component: Register; Behavior: Register } {
  const inside = (kind: 'Page' | 'Component' | 'Behavior', definition: Record<string, unknown>) => {
    registered.add(path);
    space.componentEnv(path, (env) => (env[kind] as unknown as Register)(definition));
  };
  return {
    Page(definition) {
      pageDefinitions.set(path, definition);
      inside('Page', withPlainEvents(definition));
    },
    Component(definition) {
      inside('Component', {
        ...definition,
        methods: withPlainEvents((definition.methods ?? {}) as Record<string, unknown>),
        attached(this: Parameters<typeof sendDataAsJson>[0]) {
          sendDataAsJson(this, path);
          (definition.attached as (() => void) | undefined)?.call(this);
        },
      });
    },
    Behavior(definition) {
      inside('Behavior', definition);
    },
  };
}

const defined = new Set<string>();

/** Makes a page or component known: what it uses first, then its template, then its script. */
export function define(path: string, isPage: boolean): void {
  if (defined.has(path)) return;
  defined.add(path);
  const config = hosted.configs[path] ?? {};
  const used = { ...(isPage ? hosted.app.usingComponents : {}), ...config.usingComponents };
  const usingComponents = Object.fromEntries(
    Object.entries(used).map(([name, value]) => [name, `/${resolveFrom(path, value)}`]),
  );
  for (const component of Object.values(usingComponents)) define(component.slice(1), false);
  space.addComponentStaticConfig(path, { ...config, usingComponents });
  const template = window.TEMPLATES[path];
  if (template) {
    const compiled = {
      groupList: window.TEMPLATES,
      content: template,
      // Taro binds on nodes that are no components: without this every bindtap is dead.
      fallbackListenerOnNativeNode: true,
    };
    space.addCompiledTemplate(path, compiled as unknown as Parameters<typeof space.addCompiledTemplate>[1]);
  }
  runFile(path);
  // Nothing stands where an unknown component is drawn, and nobody would be told.
  if (!registered.has(path)) throw new Error(`'${path}.js' registers neither a page nor a component`);
}
