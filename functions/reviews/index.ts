export { answerAssist, assists, requestAssist } from './assists';
export { caseOf } from './case';
export { colleagues, reviewers } from './colleagues';
export * from './commands';
export { merge, notAccept, otherReport, transfer } from './intake';
export { paper } from './paper';
export { queue } from './queue';
export { ratings } from './ratings';
export { reveal } from './reveal';
