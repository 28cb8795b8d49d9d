export { setAside } from './set-aside';
export { giveUp, retry } from './settle';
