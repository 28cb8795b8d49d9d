export { activate } from './activate';
export { end } from './end';
export { holdings } from './holdings';
export { list } from './list';
export { reinstate } from './reinstate';
export { template } from './template';
