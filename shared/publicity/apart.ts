import { sameGroup } from './minors';

/** Whom an objection to a list speaks of: who objected, where a name was left, and who stands on the row, where it names one. */
export interface SpokenOf {
  objector: { name: string } | null;
  named: { name: string; group: string } | null;
}

/** A family to which somebody is known to belong, or to be kin of: its people, and its village group. */
export interface KnownFamily {
  names: readonly string[];
  group: string;
}

/**
 * Whether somebody is in it who would answer an objection: as the objector, as the one it speaks of, or as kin of either, as
 * far as it is known (domain.md 1.1 回避, 3.3). Takes the names of all who answer for the act, whether the objector's phone
 * is one of theirs (null where that cannot be told), and their families. Of one name is one person, unless phones differ.
 */
export function isInIt(
  spoken: SpokenOf,
  {
    names,
    samePhone,
    families,
  }: { names: readonly string[]; samePhone: boolean | null; families: readonly KnownFamily[] },
): boolean {
  const { objector, named } = spoken;
  if (samePhone === true) return true;
  if (objector !== null && samePhone === null && names.includes(objector.name)) return true;
  if (named !== null && names.includes(named.name)) return true;
  return families.some(
    (family) =>
      (objector !== null && family.names.includes(objector.name)) ||
      (named !== null && family.names.includes(named.name) && sameGroup(family.group, named.group)),
  );
}
