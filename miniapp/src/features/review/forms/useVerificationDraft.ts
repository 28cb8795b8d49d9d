import { slot } from '@miniapp/platform/storage';
import type { StaffCaseView } from '@shared/casework';
import { useCallback, useEffect, useRef, useState } from 'react';
import { openVerification, type VerificationForm } from '../model/verification';

interface Draft {
  form: VerificationForm;
  /** Version of the case when it was begun. */
  version: number;
}

export interface VerificationDraft {
  form: VerificationForm;
  change: (next: Partial<VerificationForm>) => void;
  /** It was begun earlier and lay on the phone. */
  found: boolean;
  /** False when the phone has no room: then it is said. */
  kept: boolean;
  /** Version of the case when it was begun: what came after it, she has not seen. */
  begunOn: number;
  forget: () => void;
}

/** Where the form of one person for one case lies on the phone; its photos have the same name. */
export const visitOf = (view: Pick<StaffCaseView, 'id'>, personId: string): string =>
  `visit:${personId}:${view.id}`;

/**
 * The verification form, kept on the phone while it is typed: there may be no network in the yard. It is found again
 * by who wrote it alone.
 */
export function useVerificationDraft(view: StaffCaseView, personId: string): VerificationDraft {
  const place = useRef(slot<Draft>(visitOf(view, personId)));
  const [opened] = useState(() => place.current.get());
  const [form, setForm] = useState(() => opened?.form ?? openVerification(view, view.today));
  const [kept, setKept] = useState(true);
  const touched = useRef(false);
  const [begunOn] = useState(opened?.version ?? view.version);

  // At every change: a phone that dies loses no word.
  useEffect(() => {
    if (touched.current) setKept(place.current.set({ form, version: begunOn }));
  }, [form, begunOn]);

  const change = useCallback((next: Partial<VerificationForm>) => {
    touched.current = true;
    setForm((before) => ({ ...before, ...next }));
  }, []);
  const forget = useCallback(() => {
    touched.current = false;
    place.current.remove();
  }, []);
  return { form, change, found: opened !== undefined, kept, begunOn, forget };
}
