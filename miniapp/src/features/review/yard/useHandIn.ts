import { newRequestId } from '@miniapp/platform/call';
import { keepFile } from '@miniapp/platform/kept-files';
import { photoFromDrawing } from '@miniapp/platform/media';
import { toast } from '@miniapp/platform/ui';
import { failureOf } from '@miniapp/ui/QueryView';
import { useRef, useState } from 'react';
import type { FormProps } from '../forms/form';
import type { Problems } from '../model/checked';
import { type KinshipAsked, useKinshipAsked } from '../useKinshipAsked';
import type { YardAct, YardFields, YardOperation } from './acts';
import { handIn } from './outbox';

/** What a form says of one act; whose it is and of which case, the hook knows. */
export interface YardSaid<N extends YardOperation = YardOperation>
  extends Pick<YardAct<N>, 'photos' | 'draft'> {
  operation: N;
  /** Without the word about kinship, which the line under the form says. */
  input: Omit<YardFields<N>, 'kinshipDeclared'>;
  /** What was written with the finger: an image as `Sign` gives it. */
  drawing?: string;
}

export interface HandIn {
  run: (said: readonly YardSaid[]) => Promise<void>;
  busy: boolean;
  problem?: string;
  problems: Problems;
  /** The line to tick before something is signed. */
  unrelated: KinshipAsked;
}

const KEPT = '没有网，先存在手机里。有网自动交。';
const LOST = '没有网，手机也存满了。清一清手机，再点一次。';

/** Hands in what a form says, now or when there is a network; a conflict goes back to who shows the form. */
export function useHandIn({ view, me, conflict, reading, onDone, onKept, onConflict }: FormProps): HandIn {
  const [state, setState] = useState<Omit<HandIn, 'run' | 'unrelated'>>({ busy: false, problems: {} });
  const running = useRef(false);
  const unrelated = useKinshipAsked(view);
  const personId = me.personId;

  const hand = async (said: readonly YardSaid[]) => {
    const acts = [];
    for (const [index, { drawing, ...act }] of said.entries())
      acts.push({
        ...act,
        input: {
          ...act.input,
          ...(signs(act) && { kinshipDeclared: true as const }),
        } as YardFields<YardOperation>,
        personId,
        caseId: view.id,
        version: index === 0 ? view.version : null,
        ...(drawing !== undefined && { signature: await keepDrawing(drawing) }),
      });
    const outcome = await handIn(acts);
    switch (outcome.kind) {
      case 'received':
        if (outcome.unsigned !== undefined) toast(outcome.unsigned);
        if (outcome.view !== null) onDone(outcome.view);
        return { busy: false, problems: {} };
      case 'kept':
        onKept?.();
        return { busy: false, problems: {}, ...(onKept === undefined && { problem: KEPT }) };
      case 'lost':
        return { busy: false, problems: {}, problem: LOST };
      case 'refused': {
        const { sentence, isConflict, issues } = outcome.refused;
        if (isConflict) onConflict(sentence);
        const whole = !isConflict && Object.keys(issues).length === 0;
        return { busy: false, problems: issues, ...(whole && { problem: sentence }) };
      }
    }
  };

  const run = async (said: readonly YardSaid[]) => {
    if (running.current) return;
    if (said.some(signs) && !unrelated.said()) return;
    running.current = true;
    setState({ busy: true, problems: {} });
    try {
      setState(await hand(said));
    } catch (error) {
      setState({
        busy: false,
        problems: {},
        problem: failureOf(error),
      });
    } finally {
      running.current = false;
    }
  };
  return {
    ...state,
    run,
    unrelated,
    busy: state.busy || reading === true,
    problem: conflict ?? state.problem,
  };
}

const signs = ({ operation }: Pick<YardSaid, 'operation'>) => operation === 'reviews.signVerification';

export async function keepDrawing(drawing: string): Promise<string> {
  const key = newRequestId();
  await keepFile(key, await photoFromDrawing(drawing));
  return key;
}
