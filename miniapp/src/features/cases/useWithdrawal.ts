import { ApiError, call } from '@miniapp/platform/api';
import { UNREACHED } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { type HouseholdCase, orStale } from './data';

/** Asks to withdraw. The function gives the sentence of what went wrong, or undefined when it is asked. */
export function useWithdrawal(
  caseId: string,
  onChange: (view: HouseholdCase) => void,
  onStale: () => void,
): () => Promise<string | undefined> {
  const command = useCommand(async (_: undefined, requestId: string) => {
    try {
      return (await orStale(call('applications.withdraw', { caseId }, requestId), onStale)).case;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status >= 500) throw error;
      return error.message;
    }
  });
  return async () => {
    const answer = await command.run(undefined);
    if (answer === undefined) return UNREACHED.handIn;
    if (typeof answer === 'string') return answer;
    onChange(answer);
    return undefined;
  };
}
