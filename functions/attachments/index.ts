export { finish } from './finish';
export { link } from './link';
export { start } from './start';
