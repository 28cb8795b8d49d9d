export { get, list, village } from './read';
export { note, open, report, setDue, sign } from './work';
