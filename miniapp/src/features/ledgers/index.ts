export { type Place, Places } from './Places';
