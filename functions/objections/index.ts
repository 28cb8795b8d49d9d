export { answer } from './answer';
export { file } from './file';
export { finishFile, startFile } from './files';
export { note, noted, settle, stepBack } from './lists';
export { rate } from './rate';
