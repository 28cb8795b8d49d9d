import { viewTop } from '../app/screen';
import { topPage } from '../app/stack';
import { WxCanvas } from '../components/canvas';
import type { WxElement } from '../components/wx-element';
import { findAll } from '../find';

/** `wx.createSelectorQuery()` on the page that is on top. */

interface Fields {
  id?: boolean;
  dataset?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  node?: boolean;
  properties?: string[];
  computedStyle?: string[];
}

type Result = Record<string, unknown>;
type Callback = (result: unknown) => void;

const RECTANGLE: Fields = { id: true, dataset: true, rect: true, size: true };
const OFFSET: Fields = { id: true, dataset: true, scrollOffset: true };

function measure(element: HTMLElement, fields: Fields): Result {
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  const above = viewTop();
  const behind = (element as WxElement).__wxElement;
  const style = getComputedStyle(element);
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: { ...behind?.dataset } }),
    ...(fields.rect && { left, right, top: top - above, bottom: bottom - above }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && {
      scrollLeft: element.scrollLeft,
      scrollTop: element.scrollTop,
      scrollWidth: element.scrollWidth,
      scrollHeight: element.scrollHeight,
    }),
    ...(fields.node && element instanceof WxCanvas && { node: element.node() }),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, (element as WxElement).prop(name)])),
    ...Object.fromEntries((fields.computedStyle ?? []).map((name) => [name, style.getPropertyValue(name)])),
  };
}

export function createSelectorQuery() {
  const questions: { ask: () => unknown; callback?: Callback }[] = [];
  const page = topPage().element;

  const about = (ask: (fields: Fields) => unknown) => {
    const remember = (fields: Fields, callback?: Callback) => {
      questions.push({ ask: () => ask(fields), callback });
      return query;
    };
    return {
      fields: remember,
      boundingClientRect: (callback?: Callback) => remember(RECTANGLE, callback),
      scrollOffset: (callback?: Callback) => remember(OFFSET, callback),
      node: (callback?: Callback) => remember({ node: true }, callback),
    };
  };

  const query = {
    /** All components here draw into their page, so a query within one looks there too. */
    in: () => query,
    select: (selector: string) =>
      about((fields) => {
        const [first] = findAll(page, selector);
        return first ? measure(first, fields) : null;
      }),
    selectAll: (selector: string) =>
      about((fields) => findAll(page, selector).map((element) => measure(element, fields))),
    selectViewport: () => about((fields) => measure(page, fields)),
    exec(callback?: (results: unknown[]) => void) {
      requestAnimationFrame(() => {
        const results = questions.map(({ ask, callback: each }) => {
          const result = ask();
          each?.(result);
          return result;
        });
        callback?.(results);
      });
      return query;
    },
  };
  return query;
}
