export { card } from './card';
export { included } from './included';
