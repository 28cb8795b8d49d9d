export { amend, answer, get, list } from './office';
export { again, file, ours } from './own';
