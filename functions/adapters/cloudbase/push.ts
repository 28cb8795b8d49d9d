import type { Instant } from '@shared/calendar';

/** What a field of a subscribe-message template can show. */
export const PUSH_FACTS = ['WHAT', 'NUMBER', 'WHEN'] as const;
export type PushFact = (typeof PUSH_FACTS)[number];

/** A subscribe-message template of the deployment, as it was chosen at WeChat. */
export interface PushTemplate {
  /** WeChat's id of it: what the phone asks consent for, and what a credit is good for. */
  id: string;
  /** WeChat's field names, `thing1` say, and the fact that each shows. */
  fields: Readonly<Record<string, PushFact>>;
}

export interface PushMessage {
  openid: string;
  /** Id of one of the templates. */
  template: string;
  /** Plain words without a name: others see a locked phone too. */
  what: string;
  caseNo: string;
  at: Instant;
  /** Path of the page that it opens. */
  page: string;
}

/**
 * What became of one try. Only LATER may be tried again: it is certain that nothing went out. UNKNOWN may have gone
 * out (the answer was lost), and twice is worse than not at all, for the inbox has it. REFUSED: the person's consent is used up or taken back.
 */
export interface PushAnswer {
  kind: 'SENT' | 'REFUSED' | 'LATER' | 'NEVER' | 'UNKNOWN';
  /** WeChat's or the network's code, for the operator. */
  code: string;
}

/** Messages that reach a phone while the app is closed. */
export interface Push {
  /** In the order in which the phone asks for them; empty where none is configured. At most three: WeChat asks no more at once. */
  readonly templates: readonly PushTemplate[];
  /** Tries once, within a few seconds; never throws. */
  send(message: PushMessage): Promise<PushAnswer>;
}

/** The local stack: consents are counted, nothing leaves the machine. */
export const localPush: Push = {
  templates: [{ id: 'local-progress', fields: {} }],
  send: async () => ({ kind: 'NEVER', code: 'NO_WECHAT' }),
};
