export { Entering } from './Entering';
export { type Place, Places } from './Places';
