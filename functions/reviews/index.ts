export { caseOf } from './case';
export { colleagues } from './colleagues';
export * from './commands';
export { queue } from './queue';
export { ratings } from './ratings';
export { reveal } from './reveal';
