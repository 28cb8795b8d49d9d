import Taro from '@tarojs/taro';
import { isWeapp } from './target';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the server said, whatever it said: a refusal is an answer too. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Nothing came back, so nobody knows whether the server did it: try again with the same request id. */
export class NetworkError extends Error {
  constructor(readonly kind: 'timeout' | 'unreachable') {
    super(kind);
    this.name = 'NetworkError';
  }
}

export type Transport = (
  operation: string,
  method: Method,
  path: string,
  input: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export interface TransportOptions {
  /** Origin and prefix before `path`. Default: the page's own origin on H5, the build's API_BASE on weapp. */
  baseUrl?: string;
  /** CloudBase environment: calls go to its function `api` instead of HTTP. Default: the build's CLOUD_ENV. */
  cloudEnv?: string;
  /** Milliseconds until a call counts as lost. */
  timeout?: number;
}

/** The header that makes a command safe to repeat (architecture.md section 5). */
export const REQUEST_ID = 'x-request-id';

const TIMEOUT = 10_000;

/**
 * A way to reach the server: HTTP, or a CloudBase function call when an environment is configured.
 * The function takes the operation's name, its method and path, its input (query string for GET, JSON otherwise)
 * and headers. It gives the answer of any status, and rejects with NetworkError when there was none.
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const cloudEnv = options.cloudEnv ?? CLOUD_ENV;
  const timeout = options.timeout ?? TIMEOUT;
  if (isWeapp && cloudEnv) return overCloud(cloudEnv, timeout);
  return overHttp(options.baseUrl ?? (isWeapp ? API_BASE : ''), timeout);
}

function overHttp(baseUrl: string, timeout: number): Transport {
  return (_operation, method, path, input, headers = {}) => {
    const query = method === 'GET' ? queryString(input) : '';
    const task = Taro.request<unknown, unknown>({
      url: baseUrl + path + query,
      method: method as keyof Taro.request.Method,
      header: { ...(method !== 'GET' && { 'content-type': 'application/json' }), ...headers },
      data: method === 'GET' || input === undefined ? undefined : JSON.stringify(input),
      dataType: 'json',
    });
    const answer = task.then(({ statusCode, data }) => ({ status: statusCode, body: data }));
    return within(timeout, answer, () => task.abort());
  };
}

function overCloud(env: string, timeout: number): Transport {
  let ready = false;
  return (operation, _method, _path, input, headers = {}) => {
    if (!ready) Taro.cloud.init({ env });
    ready = true;
    const answer = Taro.cloud
      .callFunction({ name: 'api', data: { operation, input, requestId: headers[REQUEST_ID] } })
      .then(({ result }) => result as unknown as Answer);
    return within(timeout, answer);
  };
}

async function within(timeout: number, answer: Promise<Answer>, abort?: () => void): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort?.();
      reject(new NetworkError('timeout'));
    }, timeout);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    throw error instanceof NetworkError ? error : new NetworkError('unreachable');
  } finally {
    clearTimeout(timer);
  }
}

/** Flat values only; `undefined` and `null` are left out, a list repeats its name. */
function queryString(input: unknown): string {
  if (typeof input !== 'object' || input === null) return '';
  const pairs = Object.entries(input).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null)
      .map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`),
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

const HEX = '0123456789abcdef';

/** 32 hex digits, for telling one tap from another. Not a secret. */
export function newRequestId(): string {
  return Array.from({ length: 32 }, () => HEX[Math.floor(Math.random() * 16)]).join('');
}
