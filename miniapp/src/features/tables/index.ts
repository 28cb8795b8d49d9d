/** Tables that offices send in: chosen, sent, watched, reported row by row. */
export { SendTable } from './SendTable';
export { SentTables } from './SentTables';
