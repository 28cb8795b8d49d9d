import Taro from '@tarojs/taro';
import { isWeapp } from './target';

/** Whether WeChat can bring messages to this phone: only to whoever uses the mini-program. */
export const canSubscribe = isWeapp;

export interface Subscribed {
  template: string;
  accepted: boolean;
}

/**
 * WeChat's question about one-time messages. It must be asked within a tap, so the templates (at most three) are known
 * before. Gives the person's answers; an empty list when WeChat did not ask.
 */
export async function askToSubscribe(templates: readonly string[]): Promise<Subscribed[]> {
  if (!isWeapp || templates.length === 0) return [];
  try {
    const answer = (await Taro.requestSubscribeMessage({
      tmplIds: [...templates],
      entityIds: [],
    })) as unknown as Record<string, string>;
    return templates.map((template) => ({ template, accepted: answer[template] === 'accept' }));
  } catch {
    return [];
  }
}
