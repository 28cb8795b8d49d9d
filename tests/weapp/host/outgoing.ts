import path from 'node:path';
import type { AnswerMessage, RequestMessage, TransferMessage } from './messages';

/** The phone's way out: what it may reach, and how. */

export interface Reach {
  /** The address that is built into the app, and where it is really. */
  api: { builtIn: string; real: string };
  /** Other origins that the app may reach, such as the object store. WeChat has such a list too. */
  origins: readonly string[];
}

/** Files of the phone by their path. */
export type PhoneFiles = Map<string, Buffer>;

const NOT_LISTED = 'url not in domain list';

const noAnswer = (failure: string): AnswerMessage => ({ failure, status: 0, header: {}, body: '' });

function realUrl(url: string, { api, origins }: Reach): string | undefined {
  if (url.startsWith(api.builtIn)) return api.real + url.slice(api.builtIn.length);
  return [api.real, ...origins].some((origin) => url.startsWith(origin)) ? url : undefined;
}

type Sent = Pick<RequestInit, 'method' | 'body' | 'headers'> & { timeout: number };

async function send(
  url: string,
  reach: Reach,
  gone: AbortSignal,
  { timeout, ...init }: Sent,
): Promise<Response | string> {
  const real = realUrl(url, reach);
  if (!real) return NOT_LISTED;
  try {
    return await fetch(real, { ...init, signal: AbortSignal.any([gone, AbortSignal.timeout(timeout)]) });
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'timeout' : `connect error ${causeOf(error)}`;
  }
}

const causeOf = (error: unknown): string => String((error as { cause?: unknown }).cause ?? error);

async function answered(response: Response | string): Promise<AnswerMessage> {
  if (typeof response === 'string') return noAnswer(response);
  try {
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    return { status: response.status, header: Object.fromEntries(response.headers), body };
  } catch (error) {
    return noAnswer(`connect error ${causeOf(error)}`);
  }
}

/** `wx.request`. `gone` ends it when the app that asked is no more. */
export async function request(
  message: RequestMessage,
  reach: Reach,
  gone: AbortSignal,
): Promise<AnswerMessage> {
  const { url, method, header, body, timeout } = message;
  return answered(await send(url, reach, gone, { method, headers: header, body, timeout }));
}

/** `wx.uploadFile`: the fields first and the file last, as WeChat sends them. */
export async function upload(
  message: TransferMessage,
  files: PhoneFiles,
  reach: Reach,
  gone: AbortSignal,
): Promise<AnswerMessage> {
  const content = files.get(message.filePath);
  if (!content) return noAnswer(`file doesn't exist ${message.filePath}`);
  const form = new FormData();
  for (const [name, value] of Object.entries(message.formData)) form.append(name, String(value));
  form.append(message.name, new Blob([new Uint8Array(content)]), path.posix.basename(message.filePath));
  const { url, header, timeout } = message;
  return answered(await send(url, reach, gone, { method: 'POST', headers: header, body: form, timeout }));
}

/** `wx.downloadFile`: what comes is written to the phone. */
export async function download(
  { url, header, filePath, timeout }: TransferMessage,
  files: PhoneFiles,
  reach: Reach,
  gone: AbortSignal,
): Promise<AnswerMessage> {
  const answer = await answered(await send(url, reach, gone, { method: 'GET', headers: header, timeout }));
  if (answer.failure === undefined) files.set(filePath, Buffer.from(answer.body, 'base64'));
  return { ...answer, body: '' };
}
