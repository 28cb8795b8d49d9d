import type { Ctx } from './context';

/** The caller, and who lent a role: of their own families none of them is staff. */
export const peopleOf = ({ caller }: Pick<Ctx, 'caller'>): string[] => [
  caller.personId,
  ...caller.grants.flatMap(({ onBehalfOf }) => (onBehalfOf === undefined ? [] : [onBehalfOf.personId])),
];
