export {
  agree,
  answerObjection,
  appraise,
  countyDecide,
  hearObjection,
  leave,
  propose,
  proposeRollBack,
  signVerification,
  suggest,
  suggestRollBack,
  townReview,
  verify,
  withdraw,
} from './acts';
export { get } from './get';
export { list } from './list';
export { ours } from './ours';
