export { list, waiting } from './list';
export { get, paper } from './read';
export { record, recordOne } from './record';
