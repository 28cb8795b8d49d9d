import { slot } from '@miniapp/platform/storage';
import { useCallback, useState } from 'react';
import { type FamilyForm, type MeetingForm, saidOf } from './form';

export interface Draft {
  form: MeetingForm;
  change: (next: Partial<MeetingForm>) => void;
  changeFamily: (caseId: string, next: Partial<FamilyForm>) => void;
  forget: () => void;
  /** The phone has no room: what is written stays only as long as the page. */
  full: boolean;
}

/** The meeting of a village that is being written down, kept on the phone at each change until it is handed in. */
export function useDraft(village: string, open: () => MeetingForm, also?: string): Draft {
  const [kept] = useState(() => slot<MeetingForm>(`meeting:${village}`));
  const [full, setFull] = useState(false);
  const [form, setForm] = useState(() => {
    const before = kept.get();
    if (before === undefined) return open();
    const taken = also === undefined || before.taken.includes(also) ? before.taken : [...before.taken, also];
    return { ...before, taken };
  });
  const write = useCallback(
    (next: (before: MeetingForm) => MeetingForm) =>
      setForm((before) => {
        const after = next(before);
        setFull(!kept.set(after));
        return after;
      }),
    [kept],
  );
  return {
    form,
    full,
    change: useCallback((next) => write((before) => ({ ...before, ...next })), [write]),
    changeFamily: useCallback(
      (caseId, next) =>
        write((before) => ({
          ...before,
          families: { ...before.families, [caseId]: { ...saidOf(before, caseId), ...next } },
        })),
      [write],
    ),
    forget: useCallback(() => kept.remove(), [kept]),
  };
}
