export { mine, revoke } from './own';
export { send } from './send';
export { open, prove, sign } from './sign';
