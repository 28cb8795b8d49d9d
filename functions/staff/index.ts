export { list } from './list';
export { template } from './template';
