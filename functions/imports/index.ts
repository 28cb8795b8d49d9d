export { advanceJob } from './advance';
export { get } from './get';
export { report } from './report';
export { start } from './start';
