import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, PlainError } from '../host/plain-error';
import type { Handler } from './pages';

export interface FrontDoor {
  /** From now on requests go there; until the first call they are asked to come back later. */
  open(handler: Handler): void;
  /** Lets running requests end, for a moment, then closes. */
  close(): Promise<void>;
}

/** ms that requests under way get to finish. */
const FAREWELL = 3_000;
/** How long an idle connection is kept, ms. */
const KEEP_ALIVE = 65_000;

const notYet: Handler = async (_, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' });
  response.end('正在启动，请稍候 / Starting');
};

function busy(port: number, error: unknown): PlainError | undefined {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return new PlainError(
      `端口 ${port} 已被别的程序占用。请先关掉那个程序，或换一个端口：PORT=${port + 1} npm start`,
      `Port ${port} is in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new PlainError(
      `没有权限使用端口 ${port}，请换一个 1024 以上的端口。`,
      `No permission for port ${port}: choose one above 1024.`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new PlainError(`HOST 不是这台机器的地址。`, `HOST is not an address of this machine.`);
  }
  return undefined;
}

/**
 * Takes the port at once and keeps it, so that nobody takes it while the database starts.
 * @param onError told of a failure inside a handler; the client gets a bare 500
 * @throws PlainError when the port cannot be had
 */
export async function openFrontDoor(
  host: string,
  port: number,
  onError: (error: unknown) => void,
): Promise<FrontDoor> {
  let handle = notYet;
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.destroyed) return; // The client went away.
      onError(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // Longer than any client keeps a connection: one that ends just as it is used again is a failure for who asked.
  server.keepAliveTimeout = KEEP_ALIVE;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(busy(port, error) ?? error));
    server.listen(port, host, resolve);
  });
  return {
    open(handler) {
      handle = handler;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.race([closed, sleep(FAREWELL, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}
