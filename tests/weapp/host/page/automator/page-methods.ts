import { callPage } from '../app/stack';
import { byXpath, describe, describeFirst, inPage, pageById } from './elements';
import { at, json, type Methods } from './protocol';

interface OnPage {
  pageId: number;
}

interface Query extends OnPage {
  selector: string;
}

export const pageMethods: Methods = {
  'Page.getElement': ({ pageId, selector }: Query) => describeFirst(inPage(pageById(pageId), selector)),
  'Page.getElements': ({ pageId, selector }: Query) => ({
    elements: inPage(pageById(pageId), selector).map(describe),
  }),
  'Page.getElementByXpath': ({ pageId, selector }: Query) =>
    describeFirst(byXpath(pageById(pageId), selector)),
  'Page.getElementsByXpath': ({ pageId, selector }: Query) => ({
    elements: byXpath(pageById(pageId), selector).map(describe),
  }),
  'Page.getData': ({ pageId, path }: OnPage & { path?: string }) => ({
    data: json(at(pageById(pageId).instance.data, path)),
  }),
  'Page.setData': ({ pageId, data }: OnPage & { data: Record<string, unknown> }) => {
    pageById(pageId).instance.setData(data);
    return {};
  },
  'Page.callMethod': async ({ pageId, method, args = [] }: OnPage & { method: string; args?: unknown[] }) => {
    const page = pageById(pageId);
    if (typeof page.instance[method] !== 'function') throw new Error(`page.${method} not exists`);
    return { result: json(await callPage(page, method, ...args)) };
  },
  'Page.getWindowProperties': ({ pageId, names }: OnPage & { names: string[] }) => {
    const { element } = pageById(pageId);
    // In WeChat the page is the document; here it scrolls inside one.
    const document = { body: { scrollTop: 0 }, documentElement: element };
    return { properties: names.map((name) => at({ ...window, document }, name)) };
  },
};
