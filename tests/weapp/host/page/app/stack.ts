import { sendDataAsJson } from '../engine/set-data';
import { createRoot, define, pageDefinition } from '../engine/space';
import { reportException } from '../faults';
import { hosted } from '../hosted';
import { type EventChannel, eventChannel } from './event-channel';
import { drawTitle, pagesBox, tabPaths } from './screen';
import { drawPageStyle } from './styles';

/** The pages that are open, oldest first, and tab pages that wait below. */

export interface PageInstance extends Record<string, unknown> {
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, done?: () => void): void;
}

export interface OpenPage {
  id: number;
  path: string;
  query: Record<string, string>;
  instance: PageInstance;
  /** Its `<wx-page>`, which scrolls. */
  element: HTMLElement;
  shadowRoot: unknown;
  channel: EventChannel;
  title: string;
  show(): void;
  hide(): void;
  destroy(): void;
}

export const stack: OpenPage[] = [];

export const getCurrentPages = (): PageInstance[] => stack.map(({ instance }) => instance);

export function topPage(): OpenPage {
  const top = stack.at(-1);
  if (!top) throw new Error('no page is open');
  return top;
}

const OPENED = 'pages-opened';

/** A number that no page had before, not even before the app was restarted: the client remembers pages by it. */
function newPageId(): number {
  const id = Number(sessionStorage.getItem(OPENED) ?? 0) + 1;
  sessionStorage.setItem(OPENED, String(id));
  return id;
}

/** Makes a page and runs its onLoad; it is in the DOM but not shown yet. */
export function openPage(path: string, query: Record<string, string>): OpenPage {
  define(path, true);
  drawPageStyle(path);
  const id = newPageId();

  const box = document.createElement('div');
  box.className = 'webview';
  const place = document.createElement('div');
  box.appendChild(place);
  pagesBox().appendChild(box);

  const root = createRoot(path);
  const component = root.getComponent();
  const element = component.getBackendElement() as unknown as HTMLElement;
  element.dataset.path = path;
  const instance = root.get() as unknown as PageInstance;
  const channel = eventChannel();
  Object.assign(instance, fieldsOf(path), {
    route: path,
    __route__: path,
    __wxWebviewId__: id,
    options: query,
    getPageId: () => `pageId:${id}`,
    getOpenerEventChannel: () => channel,
  });
  sendDataAsJson(instance, path);
  root.attach(box as never, place as never);

  let ready = false;
  let shown = false;
  const page: OpenPage = {
    id,
    path,
    query,
    instance,
    element,
    shadowRoot: component.getShadowRoot(),
    channel,
    title: hosted.configs[path]?.navigationBarTitleText ?? hosted.app.window?.navigationBarTitleText ?? '',
    show() {
      shown = true;
      box.classList.remove('hidden');
      callPage(page, 'onShow');
      if (ready) return;
      ready = true;
      requestAnimationFrame(() => callPage(page, 'onReady'));
    },
    hide() {
      if (!shown) return;
      shown = false;
      box.classList.add('hidden');
      callPage(page, 'onHide');
    },
    destroy() {
      callPage(page, 'onUnload');
      root.release();
      box.remove();
    },
  };
  stack.push(page);
  callPage(page, 'onLoad', query);
  return page;
}

/** Own fields of the definition that are neither methods nor data: WeChat copies them to each instance. */
function fieldsOf(path: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(pageDefinition(path)).filter(
      ([name, value]) => typeof value !== 'function' && name !== 'data',
    ),
  );
}

/** Calls a method of a page, when it has it. An error in it is the app's, not the caller's. */
export function callPage(page: OpenPage, name: string, ...args: unknown[]): unknown {
  const method = page.instance[name];
  if (typeof method !== 'function') return undefined;
  try {
    return method.apply(page.instance, args);
  } catch (error) {
    reportException(error);
    return undefined;
  }
}

/** Shows the page on top and hides what is below it. */
export function showTop(): void {
  const page = topPage();
  drawTitle(page.title, stack.length > 1);
  document.body.classList.toggle('on-tab', tabPaths.includes(page.path));
  page.show();
}

export function setTitle(title: string): void {
  const page = topPage();
  page.title = title;
  drawTitle(title, stack.length > 1);
}
