/** Files of any area on their way to the store. */
export { refusalOf, sendFile } from './send';
