export { done } from './done';
export { list } from './list';
