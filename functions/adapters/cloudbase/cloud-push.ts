import type { Instant } from '@shared/calendar';
import { z } from '@shared/zod';
import { PUSH_FACTS, type Push, type PushAnswer, type PushFact, type PushMessage } from './push';

type Sdk = typeof import('@cloudbase/node-sdk');

const Templates = z
  .array(z.strictObject({ id: z.string().min(1).max(64), fields: z.record(z.string(), z.enum(PUSH_FACTS)) }))
  .max(3);

export interface CloudPushOptions {
  /** Id of the CloudBase environment. */
  env: string;
  /** JSON: `[{"id":"…","fields":{"thing1":"WHAT","character_string2":"NUMBER","time3":"WHEN"}}]`. */
  templates: string;
  /** The SDK takes them from the environment where they are not given. */
  secretId?: string | undefined;
  secretKey?: string | undefined;
  /** Another endpoint than CloudBase's own. */
  serviceUrl?: string | undefined;
  /** Milliseconds until an answer counts as lost; well below the lease of the work. */
  timeout?: number;
}

const TIMEOUT_MS = 5_000;
const THING_CHARS = 20;

/**
 * Subscribe messages through CloudBase, which holds the mini-program's access token. The SDK is loaded with the first
 * message and makes no second try of its own.
 * @throws Error when the templates are not as they should be
 */
export function createCloudPush({
  templates: text,
  timeout = TIMEOUT_MS,
  ...options
}: CloudPushOptions): Push {
  const templates = Templates.parse(JSON.parse(text || '[]'));
  let app: ReturnType<Sdk['init']> | undefined;
  const load = () => {
    app ??= (require('@cloudbase/node-sdk') as Sdk).init({ ...options, timeout, retries: 0 });
    return app;
  };
  return {
    templates,
    async send(message) {
      const template = templates.find(({ id }) => id === message.template);
      if (template === undefined) return { kind: 'NEVER', code: 'TEMPLATE_UNKNOWN' };
      try {
        const said: unknown = await load().callWxOpenApi({
          apiName: '/subscribeMessage.send',
          requestData: requestOf(message, template.fields),
        });
        return answerOf(said);
      } catch (error) {
        return faultOf(error);
      }
    },
  };
}

function requestOf(message: PushMessage, fields: Readonly<Record<string, PushFact>>) {
  const facts: Record<PushFact, string> = {
    WHAT: message.what.slice(0, THING_CHARS),
    NUMBER: message.caseNo,
    WHEN: chinaMinute(message.at),
  };
  return {
    touser: message.openid,
    template_id: message.template,
    page: message.page,
    lang: 'zh_CN',
    data: Object.fromEntries(Object.entries(fields).map(([name, fact]) => [name, { value: facts[fact] }])),
  };
}

/** `2026-03-02 15:00`, as WeChat's `time` fields want it. */
function chinaMinute(at: Instant): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/**
 * WeChat's codes of subscribeMessage.send. Each of them is an answer: nothing went out. What is not named here is
 * tried again and set aside in the end.
 */
const REACTIONS: Record<number, PushAnswer['kind']> = {
  0: 'SENT',
  // The person refused, or has used up what was consented to.
  43101: 'REFUSED',
  // Subscription switched off by the person in WeChat's settings.
  43107: 'REFUSED',
  // Wrong parameter of the template: it stays wrong until somebody changes the configuration.
  47003: 'NEVER',
  40003: 'NEVER',
  40037: 'NEVER',
  41030: 'NEVER',
  // Busy; token not valid, missing, over: CloudBase fetches a new one; too many calls.
  [-1]: 'LATER',
  40001: 'LATER',
  40014: 'LATER',
  42001: 'LATER',
  45009: 'LATER',
};

function answerOf(said: unknown): PushAnswer {
  const { code, result } = (said ?? {}) as { code?: unknown; result?: unknown };
  if (code !== undefined) return gateway(String(code));
  const errcode = typeof result === 'object' && result !== null ? (result as Errcode) : {};
  const number = errcode.errcode ?? errcode.errCode;
  // Something answered, but not WeChat: a page of a proxy, half an answer.
  if (typeof number !== 'number') return { kind: 'UNKNOWN', code: 'NO_ERRCODE' };
  return { kind: REACTIONS[number] ?? 'LATER', code: String(number) };
}

interface Errcode {
  errcode?: unknown;
  errCode?: unknown;
}

/** Faults of the network that come before anything was sent. */
const NEVER_LEFT = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ECONNREFUSED',
]);

/** Codes with which CloudBase itself turns a call away before WeChat hears of it. */
const TURNED_AWAY = new Set([
  'SIGN_PARAM_INVALID',
  'INVALID_PARAM',
  'INVALID_ENV',
  'PERMISSION_DENIED',
  'EXCEED_REQUEST_LIMIT',
  'EXCEED_CONCURRENT_REQUEST_LIMIT',
]);

function faultOf(error: unknown): PushAnswer {
  const { code, connecting } = (error ?? {}) as { code?: unknown; connecting?: unknown };
  if (typeof code === 'string' && NEVER_LEFT.has(code)) return { kind: 'LATER', code };
  if (code === 'ETIMEDOUT' && connecting === true) return { kind: 'LATER', code: 'CONNECT_TIMEOUT' };
  return gateway(code === undefined ? 'FAULT' : String(code));
}

function gateway(code: string): PushAnswer {
  const refused = TURNED_AWAY.has(code) || /^4\d\d$/.test(code);
  return { kind: refused ? 'LATER' : 'UNKNOWN', code };
}
