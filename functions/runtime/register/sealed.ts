import type { RiskType } from '@shared/casework';
import type { ChangeEvidence, ChangeInput, ChangeWarning, QuarterInput, TellInput } from '@shared/followups';
import type { Ctx } from '../context';

/** What is sealed of each record of the follow-up, and where: none opens as another one. */
interface Sealed {
  /** The value of a fact; of one that puts another right, why that was wrong. */
  fact: { value: unknown; reason?: string | undefined };
  change: ChangeSaid;
  /** Of what a family told, the coming or going that was made of it. */
  'change-answer': { words: string; record?: string | undefined };
  'change-back': { words: string };
  'follow-up': {
    words: string;
    newRisks: RiskType[];
    photoIds: string[];
    guarantees: QuarterInput['guarantees'];
    /** Of a visit: who was spoken to, and what was wrong and done about it. */
    met?: string;
    problem?: string;
    solved?: string;
  };
  quarter: Pick<
    QuarterInput,
    'sheet' | 'workWords' | 'troubles' | 'familyWords' | 'newRisks' | 'words' | 'guarantees' | 'photoIds'
  >;
  'task-answer': { words: string };
}

/** A change as it was written down: by a cadre with all it needs, by a family in its own words. */
export type ChangeSaid =
  | ({ by: 'CADRE'; who: string[]; warnings: ChangeWarning[]; newKey: string } & Omit<ChangeInput, 'toldId'>)
  | ({ by: 'FAMILY'; who: string[]; evidence: ChangeEvidence[] } & TellInput);

type What = keyof Sealed;

const placeOf = (what: What, id: string) => `follow-up/${what}/${id}`;

export function sealRecord<W extends What>(
  ctx: Ctx,
  what: W,
  id: string,
  said: Sealed[W],
): { keyId: string; bytes: Buffer } {
  return ctx.keys.seal(JSON.stringify(said), placeOf(what, id));
}

export function openRecord<W extends What>(
  ctx: Ctx,
  what: W,
  id: string,
  { keyId, bytes }: { keyId: string; bytes: Buffer },
): Sealed[W] {
  return JSON.parse(ctx.keys.open({ keyId, bytes }, placeOf(what, id))) as Sealed[W];
}

/** Where a quarter's sheet is sealed: with its quarter and revision, so that none opens as another. */
export const sheetId = (caseId: string, quarter: string, revision: number) =>
  `${caseId}/${quarter}/${revision}`;
