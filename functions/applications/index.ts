export { again } from './again';
export { consent } from './consent';
export { draft, saveDraft } from './draft';
export {
  authorize,
  giveOwnWords,
  remind,
  reopen,
  requestReview,
  supplement,
  withdraw,
  withdrawConsent,
} from './follow';
export { paper } from './paper';
export { rate } from './rate';
export { get, mine } from './read';
export { readIdCard } from './read-id-card';
export { submit } from './submit';
export { confirmReport, handTakeOverCode, takeOver, takeOverCode } from './take-over';
