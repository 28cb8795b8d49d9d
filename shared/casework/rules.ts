import type { Actor, Caller, Role } from '@shared/access';
import type { Instant } from '@shared/calendar';
import type { Profile } from '@shared/procedure';
import type { Case } from './case';
import type { CaseState } from './codes';
import type { Command } from './commands';
import type { CaseEvent, RecordedEvent } from './events';
import type { Refusal } from './refusal';

/** Every command of somebody who stands to the case: `submit` opens one, `takeOver` makes a person party to it. */
export type CaseCommand = Exclude<Command, { type: 'submit' | 'takeOver' }>;
export type ActionName = CaseCommand['type'];

export interface DecideContext {
  caller: Caller;
  now: Instant;
  profile: Profile;
  /** Member under whose name the caller signs: he came by a link that was made for her, and by nothing else. */
  signing?: string | undefined;
}

/** What else must hold, whatever is sent along. Null when nothing stands in the way. */
export type Guard = (c: Case, actor: Actor, context: GuardContext) => Refusal | null;

export interface GuardContext {
  profile: Profile;
  now: Instant;
  signing?: string | undefined;
}

export interface ActionRule {
  states: readonly CaseState[];
  roles: readonly Role[];
  guard?: Guard;
}

export type Decision = { ok: true; actor: Actor; events: CaseEvent[] } | { ok: false; refusal: Refusal };

export type Outcome = CaseEvent[] | Refusal;

/** What an area of the procedure exports: who may do its commands, what follows from each, how each event is folded. */
export type Actions<C extends { type: string }> = Record<C['type'], ActionRule>;

export type Deciders<C extends CaseCommand> = {
  [T in C['type']]: (
    c: Case,
    command: Extract<C, { type: T }>,
    actor: Actor,
    context: DecideContext,
  ) => Outcome;
};

export type Evolvers<E extends { type: string }> = {
  [T in E['type']]: (c: Case, event: RecordedEvent & { type: T }) => Case;
};
