export { answer } from './answer';
export { families } from './families';
export { get } from './get';
export { list } from './list';
export { report } from './report';
export { template } from './template';
