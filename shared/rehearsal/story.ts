import type { COST_CODES, INCOME_CODES, RIGID_CODES } from '@shared/assessment/codes';
import type {
  AssetFlag,
  FindingsInput,
  HouseholdType,
  RejectionReason,
  RiskType,
  SupplementKind,
} from '@shared/casework';

type Yuan = number;

/**
 * What was done in a case and when: enough to play it again under other rules, and nothing by which the family could be
 * known. Times are of China, `2026-03-02 09:10`.
 */
export type Deed = { at: string } & (
  | { do: 'submit' | 'accept' | 'visit' | 'consent' | 'ask' | 'supply' | 'post' | 'town' | 'announce' }
  | { do: 'agreeNot' | 'overturn' }
  /** The first, second … person who signs the verification. */
  | { do: 'sign'; who: number }
  | { do: 'answer'; flags?: AssetFlag[] }
  | { do: 'return'; kind: SupplementKind }
  | { do: 'triage' | 'county'; outcome: HouseholdType | RejectionReason }
  | { do: 'meet'; villagers: number; others: number; recused?: number; yes: number; no?: number }
);

/** A family's case as a story for rehearsing rules. Amounts in yuan, as a sheet shows them. */
export interface Story {
  key: string;
  title: string;
  risks: RiskType[];
  members: number;
  findings: Partial<FindingsInput>;
  sheet: {
    income: [(typeof INCOME_CODES)[number], Yuan][];
    costs: [(typeof COST_CODES)[number], Yuan][];
    /** Code, paid, came back. */
    rigid: [(typeof RIGID_CODES)[number], Yuan, Yuan][];
    claims: Yuan;
  };
  deeds: Deed[];
}
