export { claim, colleagues, handOver, release, takeOver } from './claims';
export { look } from './look';
export { reviewMany } from './review-many';
