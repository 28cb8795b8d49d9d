export { county, drop, propose, publish } from './county';
export { list } from './list';
export { answer, ours } from './ours';
export { sheet, sheetPaper } from './sheet';
