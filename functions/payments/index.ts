export { ours } from './ours';
