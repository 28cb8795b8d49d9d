/** What a scenario expects, held against what happened. */
import { isDeepStrictEqual } from 'node:util';
import type { Audience } from './published';
import type { Report } from './report';
import type { Expect } from './scenario';

export interface Expectation {
  what: string;
  expected: unknown;
  got: unknown;
  met: boolean;
}

type Outcome = Omit<Report, 'expectations' | 'ok'>;

/** Every expectation of the file, met or not. `profile` is the one that the rehearsal ran under. */
export function compare(expect: Expect, outcome: Outcome, profile: string): Expectation[] {
  const { path, due, decision, rejection, figures, prompts, flags, notices } = outcome;
  const found: Expectation[] = [];
  const same = (what: string, expected: unknown, got: unknown) => {
    if (expected !== undefined) found.push({ what, expected, got, met: isDeepStrictEqual(expected, got) });
  };
  const states = path.map((one) => one.state);
  const byStep = (of: (one: Outcome['due'][number]) => unknown) =>
    Object.fromEntries(due.map((one) => [one.step, of(one)]));
  const doneOn = byStep((one) => one.doneOn);
  const dueOn = byStep((one) => one.dueOn);

  same(
    'path',
    expect.path,
    path.map(({ state, at }) => ({ [state]: at.slice(0, 10) })),
  );
  same('ends', expect.ends, states.at(-1));
  for (const state of expect.never ?? [])
    same(
      `never ${state}`,
      false,
      states.some((one) => one === state),
    );
  for (const [step, day] of Object.entries(expect.done ?? {})) same(`${step} done on`, day, doneOn[step]);
  for (const [step, day] of Object.entries(expect.due?.[profile] ?? {}))
    same(`${step} due on`, day, dueOn[step]);
  const late = due.filter((one) => one.met === false).map((one) => one.step);
  same('steps that were late', expect.late?.[profile], late);
  same('within the cap', expect.withinCap, outcome.cap?.met);
  same('last day of the cap', expect.capDueOn?.[profile], outcome.cap?.dueOn);
  for (const [name, states] of Object.entries(expect.others ?? {}))
    same(`path of ${name}`, states, outcome.others[name] ?? []);
  same('clue to decision, days', expect.clueToDecisionDays, outcome.clueToDecisionDays);
  same('net income per head', inYuan(expect.figures?.netPerCapita), figures?.netPerCapita);
  same('reference per head', inYuan(expect.figures?.referencePerCapita), figures?.referencePerCapita);
  same('prompts', sorted(expect.prompts), sorted(prompts));
  same('flags', sorted(expect.flags), sorted(flags));
  same('decision', expect.decision, decision);
  same('rejection', expect.rejection, rejection && { reason: rejection.reason, dossier: rejection.dossier });
  for (const [key, value] of Object.entries(expect.register ?? {}))
    same(`register: ${key}`, value, outcome.register?.[key as keyof typeof outcome.register]);
  same('notices', expect.notices, notices.length);
  for (const [audience, { contains, never }] of Object.entries(expect.notice ?? {})) {
    const text = notices.flatMap((notice) => notice.as[audience as Audience]).join('\n');
    for (const words of contains)
      same(`notice for ${audience} contains ${words}`, true, text.includes(words));
    for (const words of never)
      same(`notice for ${audience} never contains ${words}`, false, text.includes(words));
  }
  const everything = notices.flatMap((notice) => Object.values(notice.as).flat()).join('\n');
  for (const words of expect.neverPublished ?? [])
    same(`never published: ${words}`, false, everything.includes(words));
  return found;
}

const inYuan = (fen: number | undefined) => (fen === undefined ? undefined : fen / 100);
const sorted = (list: readonly string[] | undefined) => (list === undefined ? undefined : [...list].sort());
