/** What other areas build their forms and lists from, without the pages and the queue of cases: index.ts is all of it. */
export { FormFrame } from './forms/FormFrame';
export { HowNow, type Now, nowProblems, toNow } from './forms/HowNow';
export { choicesOf, One } from './forms/One';
export { MoneyTab } from './forms/verification/MoneyTab';
export { EMPTY_SHEET, figuresOf, type SheetForm, sheetHints, sheetProblems, toSheet } from './model/sheet';
export { Photo, Photos } from './parts/Photos';
export { boxOf } from './yard/acts';
export { KeptActs, KeptCount } from './yard/KeptActs';
export { KeptNote } from './yard/KeptNote';
export { useHanding, useKept } from './yard/useKept';
