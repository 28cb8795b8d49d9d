/**
 * What each command carries, as zod schemas: the contract takes them as operation inputs, `decide` takes their types.
 * Bounds are here, so that no door can forget one.
 */
export * from './appraisal';
export * from './consent';
export * from './data-check';
export * from './decisions';
export * from './fields';
export * from './green-channel';
export * from './handover';
export * from './intake';
export * from './measure';
export * from './objection';
export * from './people';
export * from './publicity';
export * from './report';
export * from './review';
export * from './supplement';
export * from './verification';
export * from './withdrawal';
