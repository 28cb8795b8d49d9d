/** What a person is known by: ID number, phone, name, age, the number of a case. Checks, mends and masks. */
export { ageOn } from './age';
export { composeCaseNo, formatCaseNo, isCaseNo } from './case-number';
export { halfWidth } from './half-width';
export { checkIdNumber, composeIdNumber } from './id-number';
export { maskId, maskName, maskPhone } from './mask';
export { checkName } from './name';
export { checkPhone } from './phone';
export { composeRequestCode, readRequestCode } from './request-code';
export { readSearchText, type SearchText } from './search-text';
