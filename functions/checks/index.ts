export { get, list, village } from './read';
export { extend, withdraw } from './round';
export { note, open, report, setDue, sign } from './work';
