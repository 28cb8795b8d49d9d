/** What reached families, as payers report it (domain.md 7.1): a line of their file, and who they are. */
export { isOwnPayer, PAYERS, type Payer } from './payers';
export {
  type PaymentRow,
  type PaymentRowFault,
  policyOfItem,
  type ReadPayment,
  readPayment,
  samePayment,
} from './row';
export { STATEMENT_WAYS, type StatementWay, statementBy } from './statement';
