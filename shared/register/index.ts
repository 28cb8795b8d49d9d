/** The register of monitored households (domain.md 3.10): which families are on it, since when, and how they left. */
export { type Inclusion, inclusionOf, type RegisterEntry } from './entry';
export {
  hasLeft,
  isMonitored,
  REGISTER_STATUSES,
  type RegisterStatus,
} from './status';
