/** `MonitoredHousehold.status` of domain.md 3.10. ROLLED_BACK is no state to be in: a mark taken back is ACTIVE again. */
export const REGISTER_STATUSES = [
  'ACTIVE',
  'ELIM_PROPOSED',
  'ELIM_VERIFY',
  'ELIM_APPRAISAL',
  'ELIM_PUBLICITY',
  'ELIM_TOWN',
  'ELIM_COUNTY',
  'ELIMINATED',
  'TRANSFERRED_OUT',
  'EXTINCT',
  'RECTIFIED_REMOVED',
] as const;
export type RegisterStatus = (typeof REGISTER_STATUSES)[number];

/** Left the register without an elimination: struck off, moved away as a whole, gone as a whole (domain.md 3.8). */
const LEFT: readonly RegisterStatus[] = ['TRANSFERRED_OUT', 'EXTINCT', 'RECTIFIED_REMOVED'];

/** On the list with all its duties, whatever is being proposed: neither eliminated nor gone. */
export const isMonitored = (status: RegisterStatus): boolean =>
  status !== 'ELIMINATED' && !LEFT.includes(status);

/** Nothing follows any more. */
export const hasLeft = (status: RegisterStatus): boolean => LEFT.includes(status);
