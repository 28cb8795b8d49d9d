import { topPage } from '../app/stack';
import { WxField } from '../components/field';
import { WxScrollView } from '../components/scroll-view';
import type { WxElement } from '../components/wx-element';
import { componentOf, describe, describeFirst, elementById, inElement } from './elements';
import { at, json, type Methods } from './protocol';
import { type Fingers, tap, touch } from './touch';
import { inner, outer } from './wxml';

interface OnElement {
  elementId: string;
}

interface Names extends OnElement {
  names: string[];
}

interface Query extends OnElement {
  selector: string;
}

/** Events of built-in components that stay where they happen. */
const STAYS =
  /^(input|change|focus|blur|confirm|submit|reset|scroll|scrolltolower|scrolltoupper|load|error)$/;

function attribute(element: WxElement, name: string): unknown {
  const node = element.__wxElement;
  if (name === 'class') return node?.class;
  if (name === 'id') return node?.id;
  if (name === 'style') return node?.style;
  if (name.startsWith('data-')) return node?.dataset[name.slice('data-'.length)];
  return element.prop(name) ?? element.getAttribute(name);
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function properties(element: WxElement): Record<string, unknown> {
  const component = componentOf(element);
  if (component) return component.data as Record<string, unknown>;
  const bound = (element.__wxElement?.attributes ?? []).map(({ name, value }) => [camelCase(name), value]);
  return { ...Object.fromEntries(bound), ...(element instanceof WxField && { value: element.value }) };
}

function scrollView(element: WxElement): WxScrollView {
  if (element instanceof WxScrollView) return element;
  throw new Error('not a scroll-view');
}

function type(element: WxElement, text: string): void {
  if (!(element instanceof WxField)) throw new Error('not a field');
  element.typeText(text);
}

/** What the client calls on elements of one kind. */
const FUNCTIONS: Record<string, (element: WxElement, ...args: never[]) => unknown> = {
  'input.input': type,
  'textarea.input': type,
  'scroll-view.scrollTo': (element, x: number, y: number) => scrollView(element).scrollTo(x, y),
  'scroll-view.scrollTop': (element) => scrollView(element).scrollTop,
  'scroll-view.scrollLeft': (element) => scrollView(element).scrollLeft,
  'scroll-view.scrollWidth': (element) => scrollView(element).scrollWidth,
  'scroll-view.scrollHeight': (element) => scrollView(element).scrollHeight,
};

const PUBLIC = '__propPublic';

export const elementMethods: Methods = {
  'Element.getElement': ({ elementId, selector }: Query) =>
    describeFirst(inElement(elementById(elementId), selector)),
  'Element.getElements': ({ elementId, selector }: Query) => ({
    elements: inElement(elementById(elementId), selector).map(describe),
  }),
  'Element.getDOMProperties': ({ elementId, names }: Names) => {
    const element = elementById(elementId) as unknown as Record<string, unknown>;
    return { properties: names.map((name) => json(element[name])) };
  },
  'Element.getAttributes': ({ elementId, names }: Names) => {
    const element = elementById(elementId);
    return { attributes: names.map((name) => json(attribute(element, name))) };
  },
  'Element.getProperties': ({ elementId, names }: Names) => {
    const all = properties(elementById(elementId));
    const known = Object.fromEntries(Object.keys(all).map((name) => [name, true]));
    return { properties: names.map((name) => (name === PUBLIC ? known : json(all[name]))) };
  },
  'Element.getStyles': ({ elementId, names }: Names) => {
    const style = getComputedStyle(elementById(elementId));
    return { styles: names.map((name) => style.getPropertyValue(name)) };
  },
  'Element.getOffset': ({ elementId }: OnElement) => {
    const { left, top } = elementById(elementId).getBoundingClientRect();
    const page = topPage().element;
    const origin = page.getBoundingClientRect();
    return { left: left - origin.left, top: top - origin.top + page.scrollTop };
  },
  'Element.getWXML': ({ elementId, type: kind }: OnElement & { type: 'inner' | 'outer' }) => {
    const element = elementById(elementId);
    return { wxml: kind === 'outer' ? outer(element) : inner(element) };
  },
  'Element.tap': ({ elementId }: OnElement) => {
    tap(elementById(elementId));
    return {};
  },
  'Element.touchstart': ({ elementId, ...fingers }: OnElement & Fingers) => {
    touch(elementById(elementId), 'touchstart', fingers);
    return {};
  },
  'Element.touchmove': ({ elementId, ...fingers }: OnElement & Fingers) => {
    touch(elementById(elementId), 'touchmove', fingers);
    return {};
  },
  'Element.touchend': ({ elementId, ...fingers }: OnElement & Fingers) => {
    touch(elementById(elementId), 'touchend', fingers);
    return {};
  },
  'Element.triggerEvent': ({
    elementId,
    type: name,
    detail = {},
  }: OnElement & { type: string; detail?: unknown }) => {
    elementById(elementId).fire(name, detail, !STAYS.test(name));
    return {};
  },
  'Element.callFunction': ({
    elementId,
    functionName,
    args = [],
  }: OnElement & { functionName: string; args?: never[] }) => {
    const call = FUNCTIONS[functionName];
    if (!call) throw new Error(`${functionName} not supported`);
    return { result: json(call(elementById(elementId), ...args)) };
  },
  'Element.getData': ({ elementId, path }: OnElement & { path?: string }) => ({
    data: json(at(componentOf(elementById(elementId))?.data, path)),
  }),
};
