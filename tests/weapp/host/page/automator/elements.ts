import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { type OpenPage, stack } from '../app/stack';
import type { WxElement } from '../components/wx-element';
import { findAll, findByXpath, tagOf } from '../find';

/** Elements by the ids under which the client knows them. */

const byId = new Map<string, WeakRef<WxElement>>();
const ids = new WeakMap<WxElement, string>();

function idOf(element: WxElement): string {
  const known = ids.get(element);
  if (known !== undefined) return known;
  const id = `element-${byId.size + 1}`;
  ids.set(element, id);
  byId.set(id, new WeakRef(element));
  return id;
}

export function elementById(id: string): WxElement {
  const element = byId.get(id)?.deref();
  if (!element?.isConnected) throw new Error('no such element');
  return element;
}

export function pageById(id: number): OpenPage {
  const page = stack.find((open) => open.id === id);
  if (!page) throw new Error('no such page');
  return page;
}

/** The component behind an element that the app itself defined; undefined for built-in ones. */
export function componentOf(element: WxElement): glassEasel.GeneralComponent | undefined {
  const node: unknown = element.__wxElement;
  return glassEasel.Component.isComponent(node as never) ? (node as glassEasel.GeneralComponent) : undefined;
}

/** What the client is told of an element. With `nodeId` it takes it for a component of the app. */
export function describe(element: WxElement): Record<string, string> {
  const elementId = idOf(element);
  return { elementId, tagName: tagOf(element), ...(componentOf(element) && { nodeId: elementId }) };
}

export function describeFirst(elements: WxElement[]): Record<string, string> {
  const [first] = elements;
  if (!first) throw new Error('no such element');
  return describe(first);
}

/**
 * As in WeChat, a query does not look into components of the app. One without a node of its own (`virtualHost`, which
 * Taro nests below 15 levels) cannot be asked in its stead, so it is looked through.
 */
function belongsTo(element: WxElement, shadowRoot: unknown): boolean {
  let root = element.__wxElement?.ownerShadowRoot as glassEasel.ShadowRoot | null | undefined;
  while (root && root !== shadowRoot) {
    const host = root.getHostNode();
    if (host.getBackendElement()) return false;
    root = host.ownerShadowRoot as glassEasel.ShadowRoot | null;
  }
  return root === shadowRoot;
}

export const inPage = ({ element, shadowRoot }: OpenPage, selector: string): WxElement[] =>
  findAll(element, selector).filter((found) => belongsTo(found, shadowRoot));

export function inElement(element: WxElement, selector: string): WxElement[] {
  const shadowRoot = componentOf(element)?.getShadowRoot() ?? element.__wxElement?.ownerShadowRoot;
  return findAll(element, selector).filter((found) => belongsTo(found, shadowRoot));
}

export const byXpath = ({ element }: OpenPage, xpath: string): WxElement[] => findByXpath(element, xpath);
