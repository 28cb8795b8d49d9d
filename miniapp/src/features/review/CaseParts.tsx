import type { StaffCaseView } from '@shared/casework';
import { Answers } from './parts/Answers';
import { Branches } from './parts/Branches';
import { Family } from './parts/Family';
import { Figures } from './parts/Figures';
import { Findings } from './parts/Findings';
import { Opinions } from './parts/Opinions';
import { Prompts } from './parts/Prompts';
import { Rating } from './parts/Rating';
import { Report } from './parts/Report';
import { Signatures } from './parts/Signatures';

/** A case from what was said to what was judged, in reading order; what the reader's role may not see is not there. */
export function CaseParts({ view }: { view: StaffCaseView }) {
  const { verification, dataCheck } = view;
  return (
    <>
      <Branches view={view} />
      <Report view={view} />
      <Figures view={view} />
      {verification !== null && <Prompts prompts={verification.prompts} />}
      {verification !== null && <Findings verification={verification} />}
      <Signatures view={view} />
      <Family view={view} />
      {dataCheck !== null && <Answers view={view} />}
      <Opinions view={view} />
      <Rating view={view} />
    </>
  );
}
