export { caseOf } from './case';
export { colleagues } from './colleagues';
export * from './commands';
export { paper } from './paper';
export { queue } from './queue';
export { ratings } from './ratings';
export { reveal } from './reveal';
