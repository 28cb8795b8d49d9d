/** Every sentence a person reads, in Chinese, by code. */
export * from './clues';
export * from './facts';
export * from './followups';
export * from './format';
export * from './help';
export * from './household';
export * from './import-rows';
export * from './labels';
export * from './members';
export { REASONS, sentence } from './reasons';
export * from './refused';
export * from './sheet-labels';
export * from './staff';
export * from './staff-labels';
export * from './told';
export * from './turns';
