/** Files of any area on their way to the store. */

export { photographPaper } from './paper';
export { refusalOf, sendFile } from './send';
