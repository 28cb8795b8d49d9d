import { randomUUID } from 'node:crypto';
import type { InputOf, OperationNamed, OutputOf } from '@shared/contract';
import type { OperationName } from '@shared/contract/routes';
import { callOf } from './call-of';
import { declared, type Undeclared } from './declared';
import type { StoryOffice } from './f01';
import { TINY_PNG } from './files';

export interface WireOffice extends StoryOffice {
  /** Token of a demo person's one-click sign-in link. */
  token(person: string): Promise<string>;
  /** Waits until the clock has been moved. */
  settled(): Promise<unknown>;
}

/**
 * The demo people at the doors of a running local stack: the same stories as in process, over HTTP, with the real
 * file store. `at` moves the stack's own clock.
 * @param origin of the stack, such as http://127.0.0.1:4100
 */
export function openWireOffice(origin: string): WireOffice {
  const sessions = new Map<string, Promise<string>>();
  let moved: Promise<unknown> = Promise.resolve();

  async function send<N extends OperationName>(
    name: N,
    input: Undeclared<InputOf<OperationNamed<N>>>,
    session?: string,
  ): Promise<OutputOf<OperationNamed<N>>> {
    const { method, path, body: said } = callOf(name, declared(name, input) as Record<string, unknown>);
    const response = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        ...(session !== undefined && { authorization: `Bearer ${session}` }),
        ...(method === 'POST' && { 'content-type': 'application/json', 'x-request-id': randomUUID() }),
      },
      ...(said !== undefined && { body: said }),
    });
    const body = await response.json();
    if (!response.ok) throw new Error(`${name}: ${response.status} ${JSON.stringify(body)}`);
    return body as OutputOf<OperationNamed<N>>;
  }

  async function token(person: string): Promise<string> {
    const { people } = await send('local.people', {});
    const link = people.find(({ personId }) => personId === `demo-${person}`)?.link ?? '';
    return decodeURIComponent(/[?&]token=([^&]+)/.exec(link)?.[1] ?? '');
  }

  async function signIn(person: string): Promise<string> {
    return (await send('accounts.signIn', { token: await token(person) })).session;
  }

  const office: WireOffice = {
    token,
    settled: () => moved,
    at(time) {
      const to = /[Z+]/.test(time) ? time : `${time.replace(' ', 'T')}:00+08:00`;
      moved = moved.then(() => send('local.moveClock', { to }));
      // Whoever asks next waits for it and meets its failure.
      moved.catch(() => undefined);
    },
    async tick() {
      // Moving the clock runs the timers.
      await moved;
    },
    async must(person, operation, input) {
      await moved;
      if (person === '-') return send(operation, input);
      const session = sessions.get(person) ?? signIn(person);
      sessions.set(person, session);
      return send(operation, input, await session);
    },
    async photo(person) {
      const { attachmentId, upload } = await office.must(person, 'attachments.start', {
        kind: 'OTHER',
        contentType: 'image/png',
        size: TINY_PNG.length,
      });
      const form = new FormData();
      for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
      form.append('file', new Blob([TINY_PNG]), 'photo');
      const stored = await fetch(upload.url, { method: 'POST', body: form });
      if (!stored.ok) throw new Error(`upload: ${stored.status} ${await stored.text()}`);
      await office.must(person, 'attachments.finish', { attachmentId });
      return attachmentId;
    },
  };
  return office;
}
