export { claim, close, enter, mend } from './acts';
export { get, list } from './read';
