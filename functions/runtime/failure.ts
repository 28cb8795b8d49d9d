import type { Refusal } from '@shared/casework';
import type { ErrorBody, ErrorCode, FieldIssue, ReasonCode } from '@shared/contract';

type Current = NonNullable<ErrorBody['error']['current']>;

interface Details {
  params?: Readonly<Record<string, string | number>>;
  issues?: FieldIssue[];
  current?: Current | undefined;
  retryAfter?: number;
}

/** A refusal that the caller may see: code for the door, reason for the sentence. Thrown to leave a transaction. */
export class Failure extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly reason: ReasonCode,
    readonly details: Details = {},
  ) {
    super(reason);
    this.name = 'Failure';
  }
}

/** Somebody wrote to the case between our reading and our writing: decide again on what stands there now. */
export class VersionMoved extends Error {
  constructor() {
    super('version moved');
    this.name = 'VersionMoved';
  }
}

const CODE_OF_KIND: Record<Refusal['kind'], ErrorCode> = {
  HIDDEN: 'not_found',
  ROLE: 'forbidden',
  STATE: 'conflict',
  GUARD: 'conflict',
  INPUT: 'bad_input',
};

/** A refusal of the pure core as an answer; `current` goes with a conflict. */
export function failureOfRefusal(refusal: Refusal, current?: Current): Failure {
  const { kind, code, params, field } = refusal;
  return new Failure(CODE_OF_KIND[kind], code, {
    params,
    ...(field !== undefined && kind === 'INPUT' && { issues: [{ field, reason: code, message: '' }] }),
    ...(CODE_OF_KIND[kind] === 'conflict' && { current }),
  });
}
