export { answer } from './answer';
export { file } from './file';
export { finishFile, startFile } from './files';
export { rate } from './rate';
