export { activate } from './activate';
export { list } from './list';
export { template } from './template';
