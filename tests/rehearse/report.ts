import type { Expectation } from './expectations';
import type { Persona } from './personas';
import type { Audience } from './published';
import type { Register } from './take';
import type { Due } from './timeline';

/** What a rehearsal prints, one JSON line a scenario. Times are of the village clock, money in yuan. */
export interface Report {
  scenario: string;
  profile: string;
  ok: boolean;
  path: { state: string; at: string; by: string; role: string }[];
  /** States of the other reports, by the name of each. */
  others: Record<string, string[]>;
  /** Where the family stands on the register at the end; null when it never came onto it. */
  register: Register | null;
  due: Due[];
  /** The limit of the whole way under this profile; `used` in its own unit. */
  cap: { days: number; unit: string; used: number; dueOn: string; met: boolean } | null;
  /** Natural days, whatever the profile counts in; null while nobody has decided. */
  clueToDecisionDays: { gross: number; net: number } | null;
  figures: { netPerCapita: number; referencePerCapita: number } | null;
  prompts: string[];
  flags: string[];
  decision: { type: string; risks: string[] } | null;
  rejection: { reason: string; dossier: boolean; noticeDueOn: string } | null;
  notices: { kind: string; firstDay: string; lastDay: string; as: Record<Audience, string[]> }[];
  personas: Persona[];
  expectations: Expectation[];
  /** `FILE:LINE: reason` where a step went otherwise than it should. */
  problems: string[];
}
