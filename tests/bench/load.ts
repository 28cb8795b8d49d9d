import http from 'node:http';

const CONNECTIONS = 20;
const WARM_UP_MS = 700;
const MEASURE_MS = 2_500;

/** Answers per second of a server on loopback under 20 connections that always have a request on the way. */
export async function requestsPerSecond(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let counting = false;
  let running = true;
  let answers = 0;
  const worker = async () => {
    while (running) {
      await get(agent, port, path, headers);
      if (counting) answers += 1;
    }
  };
  const workers = Promise.all(Array.from({ length: CONNECTIONS }, worker));
  await pause(WARM_UP_MS);
  counting = true;
  const started = performance.now();
  await pause(MEASURE_MS);
  counting = false;
  const seconds = (performance.now() - started) / 1000;
  running = false;
  await workers;
  agent.destroy();
  return Math.round(answers / seconds);
}

function get(agent: http.Agent, port: number, path: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${path} answered ${response.statusCode}`)),
      );
    });
    request.once('error', reject);
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Median time of one call in microseconds, over batches after a warm-up. */
export function microseconds(work: () => unknown, calls = 400): number {
  for (let i = 0; i < calls; i += 1) work();
  const batches = Array.from({ length: 7 }, () => {
    const started = performance.now();
    for (let i = 0; i < calls; i += 1) work();
    return ((performance.now() - started) * 1000) / calls;
  }).sort((a, b) => a - b);
  return Math.round((batches[3] ?? 0) * 10) / 10;
}
