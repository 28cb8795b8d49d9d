export { claim, colleagues, handOver, release, takeOver } from './claims';
