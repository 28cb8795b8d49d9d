/** Printed sheets: what stands on them. How they look is in functions/adapters/pdf. */
export { type Block, type Paper, type Table, textOf } from './paper';
