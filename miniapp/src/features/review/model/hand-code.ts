import type { IdentityProof } from '@shared/casework';
import { personFieldSentence } from '@shared/messages/person-fields';
import { checkName } from '@shared/people/name';
import { type Checked, checked, type Problems } from './checked';

interface Answers {
  who: string;
  proof?: IdentityProof;
  seen: readonly 'YES'[];
}

/** What a cadre says before a code is given: who stood there, checked by what, and that it was face to face. */
export function toHandCode({
  who,
  proof,
  seen,
}: Answers): Checked<{ who: string; proof: IdentityProof; checkedInPerson: true }> {
  const problems: Problems = {};
  const name = checkName(who);
  if (!name.ok) problems.who = personFieldSentence(`NAME_${name.reason}`, {});
  if (proof === undefined) problems.proof = '看了他的什么？选一样。';
  if (seen.length === 0) problems.checkedInPerson = '没有当面对过，不能给。当面对过，就点上。';
  return checked(problems, () => ({ who: who.trim(), proof: proof ?? 'ID_CARD', checkedInPerson: true }));
}
