import { showProblem } from '@miniapp/platform/scroll';
import { useCallback, useEffect, useState } from 'react';
import type { Checked, Problems } from '../model/checked';

export interface FormState<F> {
  form: F;
  change: (next: Partial<F>) => void;
  problems: Problems;
  /** Checks the form; what is wrong is shown, what is right is handed to `then`. */
  submit: <T>(check: (form: F) => Checked<T>, then: (input: T) => void) => void;
}

/** A form's answers and what is wrong with them: checked on handing in, never while somebody types (ux.md 7). */
export function useForm<F extends object>(open: () => F): FormState<F> {
  const [form, setForm] = useState(open);
  const [problems, setProblems] = useState<Problems>({});
  const change = useCallback((next: Partial<F>) => setForm((before) => ({ ...before, ...next })), []);
  const submit = <T>(check: (form: F) => Checked<T>, then: (input: T) => void) => {
    const result = check(form);
    setProblems(result.ok ? {} : result.problems);
    if (result.ok) then(result.input);
  };
  useEffect(() => {
    if (Object.keys(problems).length > 0) showProblem();
  }, [problems]);
  return { form, change, problems, submit };
}

/** The sentence of the whole when something is wrong below, so that nobody misses it. */
export function summaryOf(problems: Problems): string | undefined {
  const count = Object.keys(problems).length;
  return count === 0 ? undefined : `还有 ${count} 处要改，改好再交`;
}
