import { getApp } from '../app/app';
import { navigateBack, reLaunch, switchTab } from '../app/router';
import { answerDialog } from '../app/screen';
import { getCurrentPages, type OpenPage, stack, topPage } from '../app/stack';
import { hosted } from '../hosted';
import { wx } from '../wx';
import { mocks } from '../wx/settle';
import { SDK_VERSION } from '../wx/system';
import { type Code, json, type Methods } from './protocol';

const told = ({ id, path, query }: OpenPage) => ({ pageId: id, path, query });

const method = (name: string): ((...args: unknown[]) => unknown) => {
  const found = wx[name];
  if (typeof found !== 'function') throw new Error(`wx.${name} not exists`);
  return found as (...args: unknown[]) => unknown;
};

interface Call {
  method: string;
  args?: unknown[];
}

interface MockCall extends Call {
  result?: unknown;
  functionDeclaration?: Code;
}

interface NativeCall {
  method: string;
  data?: { url: string };
}

const NATIVE: Record<string, (data?: { url: string }) => void> = {
  confirmModal: () => answerDialog(0),
  cancelModal: () => answerDialog(1),
  navigateLeft: () => navigateBack({}),
  goHome: () => reLaunch({ url: `/${hosted.app.pages[0]}` }),
  switchTab: (data) => switchTab({ url: `/${data?.url ?? ''}` }),
};

export const appMethods: Methods = {
  'Tool.getInfo': () => ({ SDKVersion: SDK_VERSION }),
  'Tool.native': ({ method: name, data }: NativeCall) => {
    const act = NATIVE[name];
    if (!act) throw new Error(`native.${name} not supported`);
    act(data);
    return {};
  },
  'App.enableLog': () => ({}),
  'App.getPageStack': () => ({ pageStack: stack.map(told) }),
  'App.getCurrentPage': () => told(topPage()),
  'App.callWxMethod': async ({ method: name, args = [] }: Call) => ({
    result: json(await method(name)(...args)),
  }),
  'App.callFunction': async ({ functionDeclaration, args = [] }: Call & { functionDeclaration: Code }) => ({
    result: json(await functionDeclaration({ wx, getApp, getCurrentPages })(...args)),
  }),
  'App.mockWxMethod': ({ method: name, result, functionDeclaration, args = [] }: MockCall) => {
    mocks.delete(name);
    const origin = method(name);
    if (functionDeclaration) {
      const code = functionDeclaration({ wx, getApp, getCurrentPages });
      // `this.origin` is the method itself: the mock stands aside while it is called.
      const original = (...given: unknown[]) => {
        const mock = mocks.get(name);
        mocks.delete(name);
        try {
          return origin(...given);
        } finally {
          if (mock) mocks.set(name, mock);
        }
      };
      mocks.set(name, (...given) => code.call({ origin: original }, ...given, ...args));
    } else if (result !== undefined) mocks.set(name, () => result);
    return {};
  },
  'App.addBinding': ({ name }: { name: string }) => {
    Object.assign(globalThis, {
      [name]: (...args: unknown[]) => window.emitToAutomator?.('App.bindingCalled', { name, args }),
    });
    return {};
  },
};
