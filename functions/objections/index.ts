export { answer } from './answer';
export { file } from './file';
