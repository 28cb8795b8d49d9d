import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCloudPush } from '@functions/adapters/cloudbase/cloud-push';
import type { Push } from '@functions/adapters/cloudbase/push';

/** How CloudBase's endpoint behaves at the next call: WeChat's code, or what a network does. */
export type Behaviour = number | 'HANG' | 'DROP' | 'NO_JSON' | 'HTTP_502' | 'TURNED_AWAY';

export interface Sent {
  touser: string;
  template_id: string;
  page: string;
  data: Record<string, { value: string }>;
}

export interface WechatEndpoint {
  /** The unmodified SDK, pointed here. */
  push: Push;
  /** Every request that arrived, answered or not. */
  arrived: Sent[];
  /** How the next calls go, one after the other; after them all is well. */
  next(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
}

export const TEMPLATE = 'template-progress';
const TEMPLATES = [{ id: TEMPLATE, fields: { thing1: 'WHAT', character_string2: 'NUMBER', time3: 'WHEN' } }];

/** A CloudBase endpoint on this machine that speaks as the real one does and fails on demand. */
export async function openWechatEndpoint(): Promise<WechatEndpoint> {
  // Keeps the SDK from asking the machine's cloud who it is.
  process.env.TENCENTCLOUD = 'true';
  const arrived: Sent[] = [];
  const coming: Behaviour[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const said = JSON.parse(body) as { action: string; apiName: string; requestData: string };
      if (said.action !== 'wx.api' || said.apiName !== '/subscribeMessage.send') throw new Error(said.action);
      arrived.push(JSON.parse(said.requestData) as Sent);
      answer(response, coming.shift() ?? 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    arrived,
    next: (...behaviours) => void coming.push(...behaviours),
    push: createCloudPush({
      env: 'test-env',
      templates: JSON.stringify(TEMPLATES),
      secretId: 'id',
      secretKey: 'key',
      serviceUrl: `http://127.0.0.1:${port}/admin`,
      timeout: 300,
    }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  const json = (body: unknown) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  };
  switch (behaviour) {
    case 'HANG':
      return;
    case 'DROP':
      response.destroy();
      return;
    case 'NO_JSON':
      response.end('<html>proxy</html>');
      return;
    case 'HTTP_502':
      response.writeHead(502).end();
      return;
    case 'TURNED_AWAY':
      json({ code: 'EXCEED_REQUEST_LIMIT', message: 'too many', requestId: 'r' });
      return;
    default:
      json({
        requestId: 'r',
        data: { responseData: JSON.stringify({ errcode: behaviour, errmsg: behaviour === 0 ? 'ok' : 'no' }) },
      });
  }
}
