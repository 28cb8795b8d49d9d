import { objectionProgress } from '@shared/casework';
import { contract } from '@shared/contract';
import { handle } from '../runtime/use-case';
import { objectionOfCode } from './by-code';

/** How far an objection has come, for whoever holds its number: nobody is asked who he is. */
export const answer = handle(contract.objections.answer, (ctx, input) =>
  objectionOfCode(ctx, input, ({ profile }, found) => objectionProgress(found, profile)),
);
