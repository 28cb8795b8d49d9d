import type { Operation, OperationName, OutputOf, ParsedInputOf } from '@shared/contract';
import type { Adapters, Ctx } from './context';

type Declared<N extends OperationName = OperationName> = Operation & { name: N };

/** One operation with what it does. The pipeline has done everything that is the same for all before it runs. */
export type UseCase<N extends OperationName = OperationName> = { operation: Declared<N> } & (
  | { kind: 'TRANSACTION'; run(ctx: Ctx, input: unknown): Promise<unknown> }
  | { kind: 'TASK'; run(adapters: Adapters, input: unknown, traceId: string): Promise<unknown> }
);

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
  run: (adapters: Adapters, input: ParsedInputOf<Op>, traceId: string) => Promise<OutputOf<Op>>,
): UseCase<N> {
  return {
    operation,
    kind: 'TASK',
    run: (adapters, input, traceId) => run(adapters, input as ParsedInputOf<Op>, traceId),
  };
}
