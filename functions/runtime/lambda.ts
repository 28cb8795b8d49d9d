import { randomUUID } from 'node:crypto';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { deployment } from './deployment';
import { createHttpDoor } from './http';
import { runTick } from './timer';

type Handle = ReturnType<typeof handle>;

let door: Handle | undefined;

/** The HTTP function of serverless.yml, for clouds that speak Lambda. The gateway says where a request came from. */
export function handler(event: LambdaEvent, context: LambdaContext): ReturnType<Handle> {
  door ??= handle(createHttpDoor(deployment().pipeline, { addressOf }));
  return door(event, context);
}

/** What Hono passes on of the event (`httpApi`, version 2). */
function addressOf(env: unknown): string | undefined {
  return (env as { requestContext?: { http?: { sourceIp?: string } } }).requestContext?.http?.sourceIp;
}

/** The scheduled function of serverless.yml. */
export async function tick(): Promise<void> {
  const { pipeline, adapters } = deployment();
  await runTick(pipeline, adapters.log, randomUUID());
}
