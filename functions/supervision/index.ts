export { caseOf } from './case';
export { cases } from './cases';
export { reveal } from './reveal';
