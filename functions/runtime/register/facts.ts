import type { EliminationFacts, LandedMeasure } from '@shared/elimination';
import type { FamilyOnDay } from '@shared/followups';
import type { LoadedExit } from './exit-store';

/** Facts that stand in the records, for the checklist; what only a visit can say comes with the research. */
export function recordedFacts({
  loaded,
  entry,
  family,
}: Pick<LoadedExit, 'loaded' | 'entry' | 'family'>): Omit<EliminationFacts, 'research' | 'mode' | 'today'> {
  const { case: c } = loaded;
  const { RISKS = [], NO_LABOUR = false } = family.household;
  const risks = c.decision?.risks ?? entry.risks;
  return {
    identifiedOn: entry.identifiedOn,
    risks,
    newRisks: RISKS.filter((risk) => !risks.includes(risk)),
    measures: c.measures.map(
      ({ measureCode, name, on }): LandedMeasure => ({ code: measureCode, name, landedOn: on }),
    ),
    labour: atHome(family).map(({ LABOUR }) => LABOUR ?? (NO_LABOUR ? 'NONE' : null)),
  };
}

/** Whose labour counts: who is away for a time, or gone, keeps nobody. In the order in which the research answers. */
export const atHome = ({ members }: FamilyOnDay): FamilyOnDay['members'] =>
  members.filter(({ STANDING }) => STANDING === 'MEMBER');
