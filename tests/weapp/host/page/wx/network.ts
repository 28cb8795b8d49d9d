import type { AnswerMessage, RequestMessage, TransferMessage } from '../../messages';
import { extensionOf, temporaryPath } from '../files';
import { Refusal, type Task, type TaskApi } from './settle';

/** Requests. The Node half sends them, so that the page needs no permission of the server. */

interface RequestOptions {
  url: string;
  method?: string;
  data?: unknown;
  header?: Record<string, string>;
  timeout?: number;
  dataType?: string;
  responseType?: 'text' | 'arraybuffer';
}

const WECHAT_TIMEOUT = 60_000;

async function hand<Message>(path: string, message: Message, { signal }: Task): Promise<AnswerMessage> {
  let answer: AnswerMessage;
  try {
    const response = await fetch(path, { method: 'POST', body: JSON.stringify(message), signal });
    answer = (await response.json()) as AnswerMessage;
  } catch (error) {
    throw new Refusal(signal.aborted ? 'abort' : String(error), { errno: 600001 });
  }
  if (answer.failure !== undefined) throw new Refusal(answer.failure, { errno: 600001 });
  return answer;
}

/** Body and address as WeChat makes them of `data`: the query of a GET, a form or JSON otherwise. */
function withData({
  url,
  method,
  data,
  header,
}: Required<Pick<RequestOptions, 'url' | 'method' | 'header'>> & RequestOptions) {
  if (data === undefined) return { url, body: undefined };
  if (method === 'GET') {
    if (typeof data !== 'object' || data === null) return { url, body: undefined };
    const query = formEncoded(data);
    return { url: query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url, body: undefined };
  }
  if (data instanceof ArrayBuffer) throw new Refusal('the host sends text only');
  if (typeof data === 'string') return { url, body: data };
  const isForm = header['content-type']?.includes('urlencoded');
  return { url, body: isForm ? formEncoded(data as object) : JSON.stringify(data) };
}

const formEncoded = (data: object): string =>
  Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');

function parsed(text: string, dataType: string): unknown {
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const request: TaskApi = async (options: RequestOptions, task) => {
  const method = (options.method ?? 'GET').toUpperCase();
  const header = {
    'content-type': 'application/json',
    ...Object.fromEntries(
      Object.entries(options.header ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
  };
  const { url, body } = withData({ ...options, method, header });
  const message: RequestMessage = { url, method, header, body, timeout: options.timeout ?? WECHAT_TIMEOUT };
  const answer = await hand('/~/request', message, task);
  const bytes = bytesOf(answer.body);
  return {
    statusCode: answer.status,
    header: answer.header,
    cookies: [],
    data:
      options.responseType === 'arraybuffer'
        ? bytes.buffer
        : parsed(new TextDecoder().decode(bytes), options.dataType ?? 'json'),
  };
};

interface UploadOptions {
  url: string;
  filePath: string;
  name: string;
  header?: Record<string, string>;
  formData?: Record<string, unknown>;
  timeout?: number;
}

const uploadFile: TaskApi = async (options: UploadOptions, task) => {
  const { url, filePath, name, header = {}, formData = {}, timeout = WECHAT_TIMEOUT } = options;
  task.progress(0);
  const message: TransferMessage = { url, filePath, name, header, formData, timeout };
  const { status, body } = await hand('/~/upload', message, task);
  task.progress(100);
  return { statusCode: status, data: new TextDecoder().decode(bytesOf(body)) };
};

interface DownloadOptions {
  url: string;
  filePath?: string;
  header?: Record<string, string>;
  timeout?: number;
}

const downloadFile: TaskApi = async (options: DownloadOptions, task) => {
  const { url, header = {}, timeout = WECHAT_TIMEOUT } = options;
  const filePath = options.filePath ?? temporaryPath(extensionOf(url.split('?')[0] ?? '') || 'bin');
  const message: TransferMessage = { url, filePath, name: '', header, formData: {}, timeout };
  const { status } = await hand('/~/download', message, task);
  task.progress(100);
  return { statusCode: status, tempFilePath: filePath, filePath };
};

/** What lies at an address, for a player that is given one. Undefined when nothing does. */
export async function fetched(url: string): Promise<Blob | undefined> {
  const message: RequestMessage = {
    url,
    method: 'GET',
    header: {},
    body: undefined,
    timeout: WECHAT_TIMEOUT,
  };
  const task = { signal: new AbortController().signal, progress: () => undefined };
  const { status, body } = await hand('/~/request', message, task);
  return status < 300 ? new Blob([bytesOf(body)]) : undefined;
}

export const network: Record<string, TaskApi> = { request, uploadFile, downloadFile };

interface CloudCall {
  name: string;
  data?: unknown;
}

/** `wx.cloud`: the Node half knows which function answers. */
export const cloud = {
  init: () => undefined,
  async callFunction({ name, data }: CloudCall): Promise<unknown> {
    const response = await fetch('/~/cloud', { method: 'POST', body: JSON.stringify({ name, data }) });
    const answer = (await response.json()) as { result?: unknown; failure?: string };
    if (answer.failure !== undefined)
      throw { errCode: -1, errMsg: `cloud.callFunction:fail ${answer.failure}` };
    return { result: answer.result, errMsg: 'cloud.callFunction:ok', requestID: '' };
  },
};
