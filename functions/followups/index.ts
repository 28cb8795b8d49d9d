export { answerChange, change } from './change';
export { facts, family } from './family';
export { list } from './list';
export { ours, tell } from './ours';
export { confirmQuarter, quarter } from './quarter';
export { record } from './record';
export { takeBackChange, takeBackRisk } from './take-back';
export { taskDone } from './tasks';
export { correctFact, history, writeFact } from './write-fact';
