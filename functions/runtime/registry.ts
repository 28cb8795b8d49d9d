import type { OperationName } from '@shared/contract';
import * as accounts from '../accounts';
import * as applications from '../applications';
import * as attachments from '../attachments';
import * as consents from '../consents';
import * as households from '../households';
import * as local from '../local';
import * as notices from '../notices';
import * as regions from '../regions';
import * as reviews from '../reviews';
import * as timers from '../timers';
import type { UseCase } from './use-case';

/** Every operation of the contract with its use case: the compiler sees that none is missing or under a wrong name. */
export const useCases: { readonly [N in OperationName]: UseCase<N> } = {
  'accounts.signIn': accounts.signIn,
  'accounts.signOut': accounts.signOut,
  'accounts.me': accounts.me,
  'accounts.chooseVillage': accounts.chooseVillage,
  'accounts.messages': accounts.messages,
  'accounts.readMessage': accounts.readMessage,
  'accounts.subscribed': accounts.subscribed,
  'regions.children': regions.children,
  'regions.search': regions.search,
  'regions.village': regions.village,
  'applications.saveDraft': applications.saveDraft,
  'applications.draft': applications.draft,
  'applications.submit': applications.submit,
  'applications.mine': applications.mine,
  'applications.get': applications.get,
  'applications.authorize': applications.authorize,
  'applications.supplement': applications.supplement,
  'applications.withdraw': applications.withdraw,
  'applications.consent': applications.consent,
  'applications.withdrawConsent': applications.withdrawConsent,
  'applications.remind': applications.remind,
  'applications.rate': applications.rate,
  'consents.send': consents.send,
  'consents.open': consents.open,
  'consents.prove': consents.prove,
  'consents.sign': consents.sign,
  'consents.mine': consents.mine,
  'consents.revoke': consents.revoke,
  'reviews.queue': reviews.queue,
  'reviews.case': reviews.caseOf,
  'reviews.colleagues': reviews.colleagues,
  'reviews.reveal': reviews.reveal,
  'reviews.accept': reviews.accept,
  'reviews.assignVerifiers': reviews.assignVerifiers,
  'reviews.recordAuthorization': reviews.recordAuthorization,
  'reviews.recordVerification': reviews.recordVerification,
  'reviews.signVerification': reviews.signVerification,
  'reviews.requestDataCheck': reviews.requestDataCheck,
  'reviews.answerDataCheck': reviews.answerDataCheck,
  'reviews.requestSupplement': reviews.requestSupplement,
  'reviews.provideSupplement': reviews.provideSupplement,
  'reviews.triage': reviews.triage,
  'reviews.confirmRejection': reviews.confirmRejection,
  'reviews.overturnRejection': reviews.overturnRejection,
  'reviews.recordAppraisal': reviews.recordAppraisal,
  'reviews.photographBoard': reviews.photographBoard,
  'reviews.townReview': reviews.townReview,
  'reviews.countyDecide': reviews.countyDecide,
  'reviews.confirmWithdrawal': reviews.confirmWithdrawal,
  'reviews.withdrawConsent': reviews.withdrawConsent,
  'reviews.answerReminder': reviews.answerReminder,
  'reviews.ratings': reviews.ratings,
  'reviews.recordMeasure': reviews.recordMeasure,
  'notices.list': notices.list,
  'notices.get': notices.get,
  'notices.waiting': notices.waiting,
  'notices.preview': notices.preview,
  'notices.post': notices.post,
  'notices.announce': notices.announce,
  'attachments.start': attachments.start,
  'attachments.finish': attachments.finish,
  'attachments.link': attachments.link,
  'households.included': households.included,
  'households.card': households.card,
  'local.clock': local.clock,
  'local.moveClock': local.moveClock,
  'local.people': local.people,
  'timers.tick': timers.tick,
};
