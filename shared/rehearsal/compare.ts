import type { Band, PromptRule } from '@shared/assessment';
import type { LocalDate } from '@shared/calendar';
import type { AssetFlag } from '@shared/casework';
import type { Profile } from '@shared/procedure';
import { type Played, type PlayedStep, play } from './play';
import type { Story } from './story';

type Level = Played['flags'][number]['level'];

/** One thing that is otherwise in a story when the rules change. `shared/messages` says it in words. */
export type StoryChange =
  | { kind: 'DUE'; step: PlayedStep; before: LocalDate; after: LocalDate }
  | { kind: 'DONE'; step: PlayedStep; before: LocalDate; after: LocalDate }
  | { kind: 'LATE'; step: PlayedStep; late: boolean }
  | { kind: 'CAP'; before: LocalDate; after: LocalDate }
  | { kind: 'PUBLICITY'; before: number; after: number }
  | { kind: 'LINE' | 'NET' | 'REFERENCE'; before: number; after: number }
  | { kind: 'BAND'; figure: 'NET' | 'REFERENCE'; before: Band; after: Band }
  | { kind: 'PROMPT'; rule: PromptRule; appears: boolean }
  | { kind: 'DOSSIER'; needed: boolean }
  | { kind: 'FLAG'; flag: AssetFlag; before: Level; after: Level }
  | { kind: 'REFUSED'; refused: NonNullable<Played['refused']> }
  | { kind: 'LET_THROUGH'; refused: NonNullable<Played['refused']> };

/** A story under the old and the new rules: what changes, most important first; nothing when nothing does. */
export function rehearse(story: Story, before: Profile, after: Profile): StoryChange[] {
  return compare(play(story, before), play(story, after));
}

function compare(before: Played, after: Played): StoryChange[] {
  return [
    ...refusals(before, after),
    ...dates(before, after),
    ...figures(before, after),
    ...prompts(before, after),
    ...flags(before, after),
  ];
}

function refusals({ refused: old }: Played, { refused: now }: Played): StoryChange[] {
  if (now !== null && (now.deed !== old?.deed || now.refusal.code !== old.refusal.code))
    return [{ kind: 'REFUSED', refused: now }];
  return old !== null && now === null ? [{ kind: 'LET_THROUGH', refused: old }] : [];
}

type Step = Played['steps'][number];

const isLate = ({ dueOn, doneOn }: Step) => doneOn !== null && doneOn > dueOn;

/** What happens once in a case is compared once: a step that comes again is compared with its own turn. */
function turns(steps: readonly Step[]): Map<string, Step> {
  const counted = new Map<string, number>();
  return new Map(
    steps.map((step) => {
      const turn = (counted.get(step.step) ?? 0) + 1;
      counted.set(step.step, turn);
      return [`${step.step} ${turn}`, step];
    }),
  );
}

function dates(before: Played, after: Played): StoryChange[] {
  const changes: StoryChange[] = [];
  const olds = turns(before.steps);
  for (const [turn, now] of turns(after.steps)) {
    const old = olds.get(turn);
    if (old === undefined) continue;
    const { step } = now;
    if (old.dueOn !== now.dueOn) changes.push({ kind: 'DUE', step, before: old.dueOn, after: now.dueOn });
    // Publicity is done when it is over: its date has been told.
    if (step !== 'publicity' && old.doneOn !== null && now.doneOn !== null && old.doneOn !== now.doneOn)
      changes.push({ kind: 'DONE', step, before: old.doneOn, after: now.doneOn });
    if (isLate(old) !== isLate(now)) changes.push({ kind: 'LATE', step, late: isLate(now) });
  }
  const { capDueOn: oldCap, publicity: oldDays } = before;
  const { capDueOn: cap, publicity: days } = after;
  if (oldCap !== null && cap !== null && oldCap !== cap)
    changes.push({ kind: 'CAP', before: oldCap, after: cap });
  if (oldDays !== null && days !== null && oldDays.days !== days.days)
    changes.push({ kind: 'PUBLICITY', before: oldDays.days, after: days.days });
  return changes;
}

function figures({ assessment: old }: Played, { assessment: now }: Played): StoryChange[] {
  if (old === null || now === null) return [];
  const changes: StoryChange[] = [];
  const differ = (kind: 'LINE' | 'NET' | 'REFERENCE', a: number, b: number) => {
    if (a !== b) changes.push({ kind, before: a, after: b });
  };
  differ('LINE', old.parameters.lineFen, now.parameters.lineFen);
  differ('NET', old.netPerCapitaFen, now.netPerCapitaFen);
  differ('REFERENCE', old.referencePerCapitaFen, now.referencePerCapitaFen);
  if (old.band.net !== now.band.net)
    changes.push({ kind: 'BAND', figure: 'NET', before: old.band.net, after: now.band.net });
  if (old.band.reference !== now.band.reference)
    changes.push({
      kind: 'BAND',
      figure: 'REFERENCE',
      before: old.band.reference,
      after: now.band.reference,
    });
  return changes;
}

function prompts(before: Played, after: Played): StoryChange[] {
  const old = before.prompts.map(({ rule }) => rule);
  const now = after.prompts.map(({ rule }) => rule);
  const changes: StoryChange[] = [
    ...now
      .filter((rule) => !old.includes(rule))
      .map((rule) => ({ kind: 'PROMPT', rule, appears: true }) as const),
    ...old
      .filter((rule) => !now.includes(rule))
      .map((rule) => ({ kind: 'PROMPT', rule, appears: false }) as const),
  ];
  if (before.dossier !== null && after.dossier !== null && before.dossier !== after.dossier)
    changes.push({ kind: 'DOSSIER', needed: after.dossier });
  return changes;
}

function flags(before: Played, after: Played): StoryChange[] {
  return after.flags.flatMap(({ flag, level }) => {
    const old = before.flags.find((one) => one.flag === flag)?.level ?? null;
    return old === level ? [] : [{ kind: 'FLAG' as const, flag, before: old, after: level }];
  });
}
