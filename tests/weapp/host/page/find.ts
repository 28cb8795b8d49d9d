import { BUILT_IN_TAGS } from '../tags';
import type { WxElement } from './components/wx-element';

/** Selectors of WXML on the DOM, where `view` is `wx-view`. */

const BUILT_IN = new Set<string>([...BUILT_IN_TAGS, 'page']);

const TAG = /(^|[\s>+~,(])([a-z][a-z-]*)(?=$|[\s>+~,.#:[)])/g;

const domSelector = (selector: string): string =>
  selector.replace(TAG, (all, before: string, tag: string) =>
    BUILT_IN.has(tag) ? `${before}wx-${tag}` : all,
  );

const XPATH_STEP = /(^|\/|::)([a-z][a-z-]*)(?=$|[/[\]|\s])/g;
const FROM_THE_ROOT = /(^|\|)(\s*)\//g;

/** In WeChat each page is a document; here it is an element, so a path from the root begins there. */
const domXpath = (xpath: string): string =>
  xpath
    .replace(XPATH_STEP, (all, before: string, tag: string) =>
      BUILT_IN.has(tag) ? `${before}wx-${tag}` : all,
    )
    .replace(FROM_THE_ROOT, '$1$2./');

/** Tag as WXML writes it. */
export const tagOf = (element: Element): string => element.localName.replace(/^wx-/, '');

const isApps = (element: Element): element is WxElement => (element as WxElement).__wxElement !== undefined;

export function findAll(within: ParentNode, selector: string): WxElement[] {
  return [...within.querySelectorAll(domSelector(selector))].filter(isApps);
}

export function findByXpath(within: Node, xpath: string): WxElement[] {
  const found = document.evaluate(domXpath(xpath), within, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  return Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index))
    .filter((node): node is Element => node instanceof Element)
    .filter(isApps);
}
