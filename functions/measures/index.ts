export { add, confirm, makePlan, signPlan, step } from './commands';
export { assignHelper, helpers } from './helpers';
export { families, handed, helping, of, ours } from './lists';
export { visit } from './visit';
