import { appMethods } from './app-methods';
import { elementMethods } from './element-methods';
import { pageMethods } from './page-methods';
import type { Code, Methods } from './protocol';

/** The page's half of the protocol that `miniprogram-automator` speaks; the Node half has the rest. */

const METHODS: Methods = { ...appMethods, ...pageMethods, ...elementMethods };

/** Answers one call. `code` is the function that came with it, if any. Throws an Error with WeChat's message. */
export async function automate(method: string, params: object, code?: Code): Promise<unknown> {
  const answer = METHODS[method];
  if (!answer) throw new Error(`${method} is not in this host`);
  try {
    return (await answer(code ? { ...params, functionDeclaration: code } : params)) ?? {};
  } catch (error) {
    throw error instanceof Error ? error : new Error((error as { errMsg?: string }).errMsg ?? String(error));
  }
}
