import { slot } from '@miniapp/platform/storage';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { YardOperation } from './acts';
import { handIn } from './outbox';
import { keepDrawing } from './useHandIn';

/** A form of one person about one family, kept on the phone at every change until it is handed in. */
export function useKept<F extends object>(name: string, open: () => F) {
  const place = useRef(slot<F>(name));
  const [found] = useState(() => place.current.get());
  const [form, setForm] = useState<F>(() => ({ ...open(), ...found }));
  const [kept, setKept] = useState(true);
  const touched = useRef(false);
  useEffect(() => {
    if (touched.current) setKept(place.current.set(form));
  }, [form]);
  const change = useCallback((next: Partial<F>) => {
    touched.current = true;
    setForm((before) => ({ ...before, ...next }));
  }, []);
  return { form, change, found: found !== undefined, kept };
}

interface Act {
  operation: YardOperation;
  caseId: string;
  personId: string;
  /** Name under which form and photos lie on the phone. */
  name: string;
  input: object;
  drawing?: string | undefined;
}

export interface Handing {
  hand: (act: Act) => Promise<'received' | 'kept' | undefined>;
  busy: boolean;
  problem?: string | undefined;
  problems: Record<string, string>;
}

const LOST = '没有网，手机也存满了。清一清手机，再点一次。';

/** Hands a form in by the store of the yard: now, or when there is a network. Gives what became of it; nothing when it was refused. */
export function useHanding(): Handing {
  const [state, setState] = useState<Omit<Handing, 'hand'>>({ busy: false, problems: {} });
  const running = useRef(false);
  const hand = async ({ operation, caseId, personId, name, input, drawing }: Act) => {
    if (running.current) return undefined;
    running.current = true;
    setState({ busy: true, problems: {} });
    try {
      const signature = drawing === undefined ? undefined : await keepDrawing(drawing);
      const outcome = await handIn([
        {
          operation,
          caseId,
          personId,
          version: null,
          photos: name,
          draft: name,
          input: input as never,
          ...(signature !== undefined && { signature }),
        },
      ]);
      if (outcome.kind === 'refused') {
        const { sentence, issues } = outcome.refused;
        setState({ busy: false, problems: issues, problem: sentence });
        return undefined;
      }
      setState({ busy: false, problems: {}, ...(outcome.kind === 'lost' && { problem: LOST }) });
      return outcome.kind === 'lost' ? undefined : outcome.kind;
    } finally {
      running.current = false;
    }
  };
  return { ...state, hand };
}
