export { advanceJob } from './advance';
export { columns, nameColumns } from './columns';
export { get } from './get';
export { mine } from './mine';
export { report } from './report';
export { rows } from './rows';
export { start } from './start';
