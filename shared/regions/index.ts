export * from './code';
export * from './region';
export * from './search';
