import { issuesOf, somethingWasDone, useFreshAfterActs } from '@miniapp/features/staff';
import { ApiError, call, type Input, type Output } from '@miniapp/platform/api';
import { failureOf } from '@miniapp/ui/QueryView';
import { useCommand } from '@miniapp/ui/useCommand';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { StaffCaseView } from '@shared/casework';
import { declaresKinship } from '@shared/casework/codes';
import { useEffect, useRef } from 'react';
import type { Problems } from './model/checked';
import { isForTheYard } from './model/facts';
import { type KinshipAsked, useKinshipAsked } from './useKinshipAsked';

/** One case as staff see it, with exactly the actions allowed now. */
export function useCase(caseId: string | undefined): Query<StaffCaseView> {
  return useFreshAfterActs(
    useQuery(
      caseId === undefined ? undefined : `staff-case:${caseId}`,
      async () => {
        const { case: view } = await call('reviews.case', { caseId: caseId ?? '' });
        return view;
      },
      { keep: isForTheYard },
    ),
  );
}

/** Operations that act on one case at the version that was on the screen. */
export type CaseOperation = {
  [N in Parameters<typeof call>[0]]: Output<N> extends { case: StaffCaseView }
    ? Input<N> extends { caseId: string; version: number }
      ? N
      : never
    : never;
}[Parameters<typeof call>[0]];

/** What a form sends: the input of its operation without the case, its version and the word about kinship. */
export type CaseFields<N extends CaseOperation> = Omit<Input<N>, 'caseId' | 'version' | 'kinshipDeclared'>;

export interface CaseAct<N extends CaseOperation> {
  run: (input: CaseFields<N>) => Promise<void>;
  busy: boolean;
  /** What the server says of the whole, when it refused or could not be reached. */
  problem?: string;
  /** What it says of single fields. */
  problems: Problems;
  /** The line to tick before it is handed in, where the act is signed. */
  unrelated?: KinshipAsked;
}

export interface CaseActOptions {
  view: StaffCaseView;
  onDone: (view: StaffCaseView) => void;
  /** It lies on the phone and goes by itself; where nothing is given the form says so and stays. */
  onKept?: () => void;
  /** The server could not be reached when the case was asked for, whatever the phone believes of its network. */
  unreached?: boolean;
  /** What the last conflict said, once the case has been read again. */
  conflict?: string;
  /** It is being read again: until then nothing can be done with it. */
  reading?: boolean;
  /** Somebody else was faster, or it is not its turn any more: the case has to be read again. */
  onConflict: (sentence: string) => void;
}

/** Does one thing to a case, once, at the version that was looked at (architecture.md 5: a race has one winner). */
export function useCaseAct<N extends CaseOperation>(
  name: N,
  options: CaseActOptions,
  /** Told the whole answer, where it holds more than the case. */
  told?: (answer: Output<N>) => void,
): CaseAct<N> {
  const { view, onDone, onConflict } = options;
  const declares = declaresKinship(name.replace('reviews.', ''));
  const unrelated = useKinshipAsked(view);
  const command = useCommand(async (input: CaseFields<N>, requestId: string) => {
    const kinship = declares ? { kinshipDeclared: true } : {};
    const full = { ...input, ...kinship, caseId: view.id, version: view.version } as unknown as Input<N>;
    return (await call(name, full, requestId)) as Output<N> & { case: StaffCaseView };
  });
  const { error } = command;
  const conflict = error instanceof ApiError && error.status === 409 ? error.message : undefined;
  const tell = useRef(onConflict);
  tell.current = onConflict;
  useEffect(() => {
    if (error instanceof ApiError && error.status === 409) tell.current(error.message);
  }, [error]);

  const run = async (input: CaseFields<N>) => {
    if (declares && !unrelated.said()) return;
    const answer = await command.run(input);
    if (answer === undefined) return;
    somethingWasDone();
    told?.(answer);
    onDone(answer.case);
  };
  const problems = issuesOf(error);
  const whole = error === undefined || conflict !== undefined || Object.keys(problems).length > 0;
  return {
    run,
    busy: command.busy || options.reading === true,
    problem: whole ? options.conflict : failureOf(error),
    problems,
    ...(declares && { unrelated }),
  };
}
