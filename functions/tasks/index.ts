export { board, photographBoard } from './board';
export { done } from './done';
export { list } from './list';
