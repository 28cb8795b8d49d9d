export { children } from './children';
export { search } from './search';
export { village } from './village';
