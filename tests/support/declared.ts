import { contract } from '@shared/contract';
import type { OperationName } from '@shared/contract/routes';

/** Inputs that carry the word of whoever signs; the people of our stories say it unless a test says otherwise. */
export type Undeclared<I> = I extends { kinshipDeclared: true }
  ? Omit<I, 'kinshipDeclared'> & { kinshipDeclared?: boolean }
  : I;

const SIGNED: ReadonlySet<string> = new Set(
  Object.values(contract)
    .flatMap((area) => Object.values(area))
    .filter(({ input }) => 'kinshipDeclared' in (input as { shape: object }).shape)
    .map(({ name }) => name),
);

/** The input as a page sends it whose line 「我和这家不是亲戚」 is ticked. */
export function declared<I>(operation: OperationName, input: I): I {
  return SIGNED.has(operation) ? { kinshipDeclared: true, ...input } : input;
}
