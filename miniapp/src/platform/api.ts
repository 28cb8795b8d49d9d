import type { InputOf, OperationNamed, OutputOf } from '@shared/contract';
import type { ErrorBody } from '@shared/contract/errors';
import { type OperationName, pathFields, routeOf } from '@shared/contract/routes';
import { createTransport, newRequestId, REQUEST_ID, type Transport } from './call';
import { slot } from './storage';

export type Input<N extends OperationName> = InputOf<OperationNamed<N>>;
export type Output<N extends OperationName> = OutputOf<OperationNamed<N>>;

type Fault = ErrorBody['error'];

/** The server answered, and said no: `message` is the Chinese sentence for the person. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly fault: Fault,
  ) {
    super(fault.message);
    this.name = 'ApiError';
  }

  /** What ui/QueryView shows to the person. */
  get sentence(): string {
    return this.message;
  }

  /** The sentence for one field of the input, or undefined. */
  issue(field: string): string | undefined {
    return this.fault.issues?.find((issue) => issue.field === field || issue.field.startsWith(`${field}.`))
      ?.message;
  }
}

const session = slot<string>('session');
const UNKNOWN_FAULT: Fault = {
  code: 'internal',
  reason: 'INTERNAL',
  message: '没有取到。可能是网不好。',
  traceId: '',
};

let transport: Transport | null = null;

/** Remembers the session of this phone; null forgets it. */
export function keepSession(token: string | null): void {
  if (token === null) session.remove();
  else session.set(token);
}

export function hasSession(): boolean {
  return session.get() !== undefined;
}

/**
 * Calls an operation of the contract. Takes its name, its input and, for a command that is repeated after a lost
 * answer, the request id of the first try; gives its output.
 * @throws ApiError when the server refused, NetworkError when no answer came.
 */
export async function call<N extends OperationName>(
  name: N,
  input: Input<N>,
  requestId: string = newRequestId(),
): Promise<Output<N>> {
  transport ??= createTransport();
  const { method, path } = routeOf(name);
  const fields = input as Record<string, unknown>;
  // The whole input travels, path fields too: over CloudBase there is no path to carry them.
  const filled = `/api${pathFields(path).reduce(
    (route, field) => route.replace(`{${field}}`, encodeURIComponent(String(fields[field] ?? ''))),
    path,
  )}`;
  const token = session.get();
  const headers: Record<string, string> = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(method === 'POST' && { [REQUEST_ID]: requestId }),
  };
  const answer = await transport(name, method, filled, fields, headers);
  if (answer.status >= 200 && answer.status < 300) return answer.body as Output<N>;
  const fault = (answer.body as Partial<ErrorBody> | null)?.error ?? UNKNOWN_FAULT;
  if (answer.status === 401) keepSession(null);
  throw new ApiError(answer.status, fault);
}
