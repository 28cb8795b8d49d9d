import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** The websocket to which `miniprogram-automator` connects, as it would to WeChat DevTools. */

export interface AutomatorSocket {
  endpoint: string;
  /** An event to every client. */
  emit(method: string, params: unknown): void;
  close(): void;
}

interface Call {
  id: string;
  method: string;
  params?: Record<string, unknown>;
}

/** `answer` gives the result of a call, or throws with the message that the client is to see. */
export async function openAutomatorSocket(
  answer: (method: string, params: Record<string, unknown>) => Promise<unknown>,
): Promise<AutomatorSocket> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  server.on('connection', (client) => {
    client.on('message', async (text) => {
      const { id, method, params = {} } = JSON.parse(String(text)) as Call;
      send(client, await respond(id, () => answer(method, params)));
    });
  });
  return {
    endpoint: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    emit(method, params) {
      for (const client of server.clients) send(client, { method, params });
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

async function respond(id: string, work: () => Promise<unknown>): Promise<object> {
  try {
    return { id, result: await work() };
  } catch (error) {
    return { id, error: { message: error instanceof Error ? error.message : String(error) } };
  }
}

function send(client: WebSocket, message: object): void {
  if (client.readyState === client.OPEN) client.send(JSON.stringify(message));
}
