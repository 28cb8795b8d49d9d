import { call, type Output } from '@miniapp/platform/api';
import { failureOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { useState } from 'react';

export type Found = Output<'reviews.search'>;

/** Looks for a case by something whole. What was found stays until it is put away; what was typed is kept nowhere. */
export function useSearch() {
  const [found, setFound] = useState<Found>();
  const command = useCommand((text: string, id) => call('reviews.search', { text }, id));
  return {
    found,
    busy: command.busy,
    /** Why nothing could be looked for. */
    problem: failureOf(command.error, 'fetch'),
    /** Gives what was found, or undefined when it could not be looked for. */
    async search(text: string): Promise<Found | undefined> {
      if (text.trim() === '') return undefined;
      const answer = await command.run(text.trim());
      if (answer !== undefined) setFound(answer);
      return answer;
    },
    putAway: () => {
      setFound(undefined);
      command.clearError();
    },
  };
}

export type Search = ReturnType<typeof useSearch>;
