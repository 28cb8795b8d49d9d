/** What stands in the cells of tables that offices send: pure rules; files are read in functions/adapters/sheets. */
export { type CellValue, cellDate, cellFen, cellIdNo } from './cells';
export { remembered } from './remembered';
