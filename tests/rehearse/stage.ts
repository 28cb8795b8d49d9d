import type { Instant } from '@shared/calendar';
import type { OperationName } from '@shared/contract/routes';
import type { Profile } from '@shared/procedure';
import type { Scenario } from './scenario';

export interface Answer {
  status: number;
  body: unknown;
}

/** People that the rehearsal itself brings along: they look and do nothing. */
export const OBSERVER = 'the observer';
export const VILLAGER = 'a villager';
/** Serves in a village that no scenario is about: must never see a case. */
export const NEXT_DOOR = 'a cadre next door';
/** A clerk of the county who writes down what somebody else publishes, and does nothing else. */
export const RULE_WRITER = 'a clerk who writes rules';
/** Somebody who has not signed in. */
export const NOBODY = 'nobody';

/** Where a scenario is played: the real operations on a database of its own, or a stand-in in a test. */
export interface Stage {
  /** Moves the clock on; whatever the timers do at midnight on the way is done. */
  moveTo(instant: Instant): Promise<void>;
  /** Calls an operation as one of the scenario's people, the observer, the villager or nobody. */
  call(person: string, operation: OperationName, input: object): Promise<Answer>;
  /** A photo or recording that this person has handed in; gives its id. */
  attach(person: string, kind: 'PHOTO' | 'VOICE'): Promise<string>;
  /** Another income line from today on: the next version of the county's rules, proposed by one and published by `person`. */
  changeLine(person: string, perCapitaFen: number): Promise<Answer>;
  /** Errors that no operation should meet, as the log has them. */
  failures(): readonly string[];
  /** The id under which the system knows a person of the scenario. */
  personId(person: string): string;
  close(): Promise<void>;
}

/** Builds a stage for a scenario under a profile, its clock set to `start`. */
export type OpenStage = (scenario: Scenario, profile: Profile, start: Instant) => Promise<Stage>;
