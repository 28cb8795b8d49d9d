export { list } from './list';
export { take } from './take';
