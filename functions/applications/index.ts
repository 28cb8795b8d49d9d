export { draft, saveDraft } from './draft';
export { authorize, supplement, withdraw } from './follow';
export { get, mine } from './read';
export { submit } from './submit';
