import type { Caller } from '@shared/access';
import type { Instant } from '@shared/calendar';
import type { Operation, OperationName, OutputOf, ParsedInputOf } from '@shared/contract';
import type { Cache } from '@shared/contract/operation';
import type { Adapters, Ctx } from './context';

type Declared<N extends OperationName = OperationName> = Operation & { name: N };

/** One operation with what it does. The pipeline has done everything that is the same for all before it runs. */
export type UseCase<N extends OperationName = OperationName> = { operation: Declared<N> } & (
  | { kind: 'TRANSACTION'; run(ctx: Ctx, input: unknown): Promise<unknown> }
  | {
      kind: 'TASK';
      run(adapters: Adapters, input: unknown, traceId: string, caller: Caller): Promise<unknown>;
    }
  | ({ kind: 'SHARED' } & SharedReading)
);

/** An answer, and until when it is true as it stands. */
export interface Timed<T = unknown> {
  answer: T;
  until: Instant;
}

/** A reading whose answer is one for all readers of an audience. */
export interface SharedReading<Input = unknown, Output = unknown> {
  /** Tables that the answer is read from: a write to one of them empties this instance's memory. */
  tables: readonly string[];
  /**
   * The audience to which a signed-in caller belongs, null for one whose answer is the caller's own and never kept. A
   * stranger's is `OPEN`; the word alone says that everybody's is.
   */
  audience: 'OPEN' | ((ctx: Ctx, input: Input) => Promise<string | null>);
  /** Makes the answer. For an audience it runs as nobody: what many are given holds nothing of who asked first. */
  run(ctx: Ctx, input: Input, audience: string | null): Promise<Timed<Output>>;
}

/** Declares a use case: it runs inside one transaction, scoped to its caller, and answers when that is committed. */
export function handle<N extends OperationName, Op extends Declared<N>>(
  operation: Op & { name: N },
  run: (ctx: Ctx, input: ParsedInputOf<Op>) => Promise<OutputOf<Op>>,
): UseCase<N> {
  return { operation, kind: 'TRANSACTION', run: (ctx, input) => run(ctx, input as ParsedInputOf<Op>) };
}

/** Declares work outside of a transaction: timers, with many of their own, and what asks WeChat. Safe to run twice. */
export function task<N extends OperationName, Op extends Declared<N>>(
  operation: Op & { name: N },
  run: (
    adapters: Adapters,
    input: ParsedInputOf<Op>,
    traceId: string,
    caller: Caller,
  ) => Promise<OutputOf<Op>>,
): UseCase<N> {
  return {
    operation,
    kind: 'TASK',
    run: (adapters, input, traceId, caller) => run(adapters, input as ParsedInputOf<Op>, traceId, caller),
  };
}

/** Declares a reading that many are given: kept in memory as the contract's `cache` says (shared-answers.ts). */
export function share<N extends OperationName, Op extends Declared<N>>(
  operation: Op & { name: N; cache?: Cache },
  reading: SharedReading<ParsedInputOf<Op>, OutputOf<Op>>,
): UseCase<N> {
  return { operation, kind: 'SHARED', ...(reading as SharedReading) };
}
