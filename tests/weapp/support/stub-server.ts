import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OperationNamed, OutputOf } from '@shared/contract';
import { type OperationName, routeOf } from '@shared/contract/routes';

/** Answers of a server that is only as large as one test needs; whatever is not among them is 404. */
export type Answers = { [N in OperationName]?: OutputOf<OperationNamed<N>> };

function answerTo(answers: Answers, method: string, path: string): unknown {
  const asked = (Object.keys(answers) as OperationName[]).find((name) => {
    const route = routeOf(name);
    const pattern = new RegExp(`^/api${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    return route.method === method && pattern.test(path);
  });
  return asked && answers[asked];
}

/** Serves the answers while `work` runs; `work` gets the origin. */
export async function withStubServer<T>(answers: Answers, work: (origin: string) => Promise<T>): Promise<T> {
  const server = http.createServer((request, response) => {
    const answer = answerTo(answers, request.method ?? 'GET', (request.url ?? '').split('?')[0] ?? '');
    const unknown = { error: { code: 'not_found', reason: 'UNKNOWN', message: '没有找到', traceId: '' } };
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? unknown));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
