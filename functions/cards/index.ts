export { get, version } from './get';
export { link, open } from './link';
export { make } from './make';
export { sign } from './sign';
