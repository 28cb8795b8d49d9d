export { approve } from './approve';
export { create } from './create';
export { download } from './download';
export { lists } from './lists';
export { waiting } from './waiting';
