import { randomUUID } from 'node:crypto';
import { identityOf } from '../adapters/cloudbase/identity';
import { deployment } from './deployment';
import { runTick } from './timer';

/** The CloudBase timer: its trigger alone may run it, although a client can call a function by any name. */
export async function main(_event: unknown, context: unknown): Promise<void> {
  const { fromClient } = identityOf(context);
  if (fromClient) return;
  const { pipeline, adapters } = deployment();
  await runTick(pipeline, adapters.log, randomUUID());
}
