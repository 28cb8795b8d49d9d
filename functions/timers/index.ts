export { tick } from './tick';
