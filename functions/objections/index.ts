export { answer } from './answer';
export { file } from './file';
export { rate } from './rate';
