import type { EliminationFacts, LandedMeasure } from '@shared/elimination';
import type { LoadedExit } from './exit-store';

/** Facts that stand in the records, for the checklist; what only a visit can say comes with the research. */
export function recordedFacts({
  loaded,
  entry,
}: Pick<LoadedExit, 'loaded' | 'entry'>): Omit<EliminationFacts, 'research' | 'mode' | 'today'> {
  const { case: c } = loaded;
  const noLabour = c.verification?.record.findings.noLabour === true;
  return {
    identifiedOn: entry.identifiedOn,
    risks: c.decision?.risks ?? entry.risks,
    newRisks: [],
    measures: c.measures.map(
      ({ measureCode, name, on }): LandedMeasure => ({ code: measureCode, name, landedOn: on }),
    ),
    labour: c.members.map(({ labour }) => labour ?? (noLabour ? 'NONE' : null)),
  };
}
