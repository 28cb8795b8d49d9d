export { caseOf } from './case';
export { colleagues } from './colleagues';
export * from './commands';
export { queue } from './queue';
export { reveal } from './reveal';
