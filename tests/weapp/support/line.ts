import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The line between phone and village: every request of the phone passes it and is written down, and it can be cut,
 * lose answers or be slow. What the server itself asks of the object store passes untouched.
 */

/** What befalls a request: it never arrives; it is answered and the answer is lost, or held until it is let go. */
export type Fault = 'cut' | 'answer lost' | 'held';

export interface Line {
  /** Where the phone finds the village. */
  origin: string;
  /** `POST /api/applications` of every request of the phone, in order. */
  requests: string[];
  /** Says what befalls each further request, by its number from 0 and its name; undefined lets it pass. */
  befall(rule: (index: number, request: string) => Fault | undefined): void;
  /** How many answers are held just now. */
  held(): number;
  /** Lets every answer go that is held. */
  letGo(): void;
  /** Every request passes again; the count starts anew. */
  mend(): void;
  close(): void;
}

/** How the object store is signed by the server itself; a phone has no key. */
const isServersOwn = ({ headers }: http.IncomingMessage) =>
  headers.authorization?.startsWith('AWS4-') ?? false;

interface Passed {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

/** The whole answer, so that it can be lost whole. `Host` stays: links to the store are signed over it. */
async function pass(incoming: http.IncomingMessage, port: number): Promise<Passed> {
  const { method, url: path, headers } = incoming;
  const onward = http.request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  incoming.pipe(onward);
  const [answer] = (await once(onward, 'response')) as [http.IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 500, headers: answer.headers, body: Buffer.concat(chunks) };
}

/** Opens a line on `port` (0: any). It leads to whatever listens on the port that `inside` gives. */
export async function openLine(port: number, inside: () => number): Promise<Line> {
  let rule: Parameters<Line['befall']>[0] = () => undefined;
  const line = { requests: [] as string[] };
  const held = new Set<() => void>();
  const letGo = () => {
    for (const go of held) go();
    held.clear();
  };
  const server = http.createServer(async (incoming, response) => {
    const name = `${incoming.method} ${(incoming.url ?? '').split('?')[0]}`;
    let fault: Fault | undefined;
    if (!isServersOwn(incoming)) {
      fault = rule(line.requests.length, name);
      line.requests.push(name);
    }
    if (fault === 'cut') {
      incoming.socket.destroy();
      return;
    }
    try {
      const { status, headers, body } = await pass(incoming, inside());
      if (fault === 'held') await new Promise<void>((go) => held.add(go));
      if (fault === 'answer lost') incoming.socket.destroy();
      else response.writeHead(status, headers).end(body);
    } catch {
      incoming.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return Object.assign(line, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    befall(given: typeof rule) {
      line.requests.length = 0;
      rule = given;
    },
    held: () => held.size,
    letGo,
    mend() {
      letGo();
      line.requests.length = 0;
      rule = () => undefined;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}
