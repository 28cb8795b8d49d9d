export { dispute, ours } from './ours';
