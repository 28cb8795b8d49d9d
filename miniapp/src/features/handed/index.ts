/** Measures that were handed to a department: its first page and its list of them say the same. */
export { type Handed, useHanded, useHandedInOrder } from './queries';
export { handedWords, staffTag } from './words';
