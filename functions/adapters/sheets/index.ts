/** Tables in files: xlsx and csv, in and out. What is in a cell is text; see types.ts for what may be wrong with it. */
export { headOfColumn, readTable } from './read-table';
export {
  type CellFault,
  type Column,
  type SheetFormat,
  SheetRefused,
  type Table,
  type TableOut,
  type TableRow,
} from './types';
export { SHEET_TYPES, writeTable } from './write-table';
