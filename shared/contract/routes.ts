/**
 * Name, method and path of every operation: the part of the contract that the mini-program carries. No schema here, so
 * that the main package does not carry zod. GET reads; POST changes and needs a request id.
 */
export const ROUTES = {
  'accounts.signIn': 'POST /session',
  'accounts.signOut': 'POST /session/end',
  'accounts.me': 'GET /me',
  'accounts.chooseVillage': 'POST /me/village',
  'accounts.phoneNumber': 'POST /me/phone-number',
  'accounts.messages': 'GET /me/messages',
  'accounts.readMessage': 'POST /me/messages/{messageId}/read',
  'accounts.subscribed': 'POST /me/subscriptions',

  'regions.children': 'GET /regions/{code}/children',
  'regions.search': 'GET /regions',
  'regions.village': 'GET /regions/{code}',

  'applications.saveDraft': 'POST /drafts',
  'applications.draft': 'GET /drafts/current',
  'applications.readIdCard': 'POST /id-card',
  'applications.submit': 'POST /applications',
  'applications.mine': 'GET /applications',
  'applications.get': 'GET /applications/{caseId}',
  'applications.authorize': 'POST /applications/{caseId}/authorizations',
  'applications.supplement': 'POST /applications/{caseId}/supplement',
  'applications.takeOverCode': 'POST /applications/{caseId}/take-over-code',
  'applications.takeOver': 'POST /take-overs',
  'applications.confirmReport': 'POST /applications/{caseId}/confirmation',
  'applications.withdraw': 'POST /applications/{caseId}/withdrawal',
  'applications.consent': 'GET /applications/{caseId}/authorizations/{memberKey}',
  'applications.withdrawConsent': 'POST /applications/{caseId}/authorizations/withdrawal',
  'applications.remind': 'POST /applications/{caseId}/reminder',
  'applications.rate': 'POST /applications/{caseId}/rating',

  'consents.send': 'POST /applications/{caseId}/signing-links',
  'consents.open': 'POST /signing-links/open',
  'consents.prove': 'POST /signing-links/prove',
  'consents.sign': 'POST /signing-links/sign',
  'consents.mine': 'GET /me/consents',
  'consents.revoke': 'POST /me/consents/{consentId}/revocation',
  'applications.paper': 'GET /applications/{caseId}/papers/{kind}',
  'applications.reopen': 'POST /applications/{caseId}/reopening',
  'applications.requestReview': 'POST /applications/{caseId}/review',

  'reviews.queue': 'GET /reviews',
  'reviews.case': 'GET /reviews/{caseId}',
  'reviews.colleagues': 'GET /reviews/{caseId}/colleagues',
  'reviews.paper': 'GET /reviews/{caseId}/papers/{kind}',
  'reviews.reveal': 'POST /reviews/{caseId}/reveal',
  'reviews.accept': 'POST /reviews/{caseId}/accept',
  'reviews.assignVerifiers': 'POST /reviews/{caseId}/verifiers',
  'reviews.recordAuthorization': 'POST /reviews/{caseId}/authorizations',
  'reviews.recordVerification': 'POST /reviews/{caseId}/verification',
  'reviews.signVerification': 'POST /reviews/{caseId}/verification/signature',
  'reviews.requestDataCheck': 'POST /reviews/{caseId}/data-check',
  'reviews.answerDataCheck': 'POST /reviews/{caseId}/data-check/answers',
  'reviews.explainFlag': 'POST /reviews/{caseId}/flags/explanation',
  'reviews.reviewFlag': 'POST /reviews/{caseId}/flags/review',
  'reviews.disputeAnswer': 'POST /reviews/{caseId}/data-check/again',
  'reviews.requestSupplement': 'POST /reviews/{caseId}/supplement',
  'reviews.provideSupplement': 'POST /reviews/{caseId}/supplement/answers',
  'reviews.triage': 'POST /reviews/{caseId}/triage',
  'reviews.confirmRejection': 'POST /reviews/{caseId}/rejection',
  'reviews.overturnRejection': 'POST /reviews/{caseId}/rejection/overturned',
  'reviews.recordAppraisal': 'POST /reviews/{caseId}/appraisal',
  'reviews.photographBoard': 'POST /reviews/{caseId}/board-photo',
  'reviews.townReview': 'POST /reviews/{caseId}/town-review',
  'reviews.countyDecide': 'POST /reviews/{caseId}/county-decision',
  'reviews.confirmWithdrawal': 'POST /reviews/{caseId}/withdrawal',
  'reviews.withdrawConsent': 'POST /reviews/{caseId}/authorizations/withdrawal',
  'reviews.answerReminder': 'POST /reviews/{caseId}/reminder/answer',
  'reviews.ratings': 'GET /ratings',
  'reviews.recordMeasure': 'POST /reviews/{caseId}/measures',
  'reviews.decideSecondReturn': 'POST /reviews/{caseId}/supplement/second-return',
  'reviews.extendSupplement': 'POST /reviews/{caseId}/supplement/extension',
  'reviews.recordReminder': 'POST /reviews/{caseId}/supplement/reminders',
  'reviews.reopen': 'POST /reviews/{caseId}/reopening',
  'reviews.deliverRefusal': 'POST /reviews/{caseId}/refusal-letter',
  'reviews.requestReview': 'POST /reviews/{caseId}/review',
  'reviews.assignReviewers': 'POST /reviews/{caseId}/review/reviewers',
  'reviews.recordReviewFinding': 'POST /reviews/{caseId}/review/findings',
  'reviews.answerReview': 'POST /reviews/{caseId}/review/answer',
  'reviews.fileObjection': 'POST /reviews/{caseId}/objections',
  'reviews.recordInvestigation': 'POST /reviews/{caseId}/objections/investigation',
  'reviews.answerObjection': 'POST /reviews/{caseId}/objections/answer',
  'reviews.townReturn': 'POST /reviews/{caseId}/town-return',
  'reviews.countyReturn': 'POST /reviews/{caseId}/county-return',
  'reviews.townReject': 'POST /reviews/{caseId}/town-refusal',
  'reviews.recordSiteCheck': 'POST /reviews/{caseId}/site-checks',
  'reviews.openGreenChannel': 'POST /reviews/{caseId}/green-channel',
  'reviews.recordHelpPapers': 'POST /reviews/{caseId}/green-channel/papers',
  'reviews.merge': 'POST /reviews/{caseId}/merger',
  'reviews.releaseDuplicate': 'POST /reviews/{caseId}/merger/release',
  'reviews.transfer': 'POST /reviews/{caseId}/transfer',
  'reviews.notAccept': 'POST /reviews/{caseId}/not-accepted',
  'reviews.requestAssist': 'POST /reviews/{caseId}/assists',
  'reviews.declareKinship': 'POST /reviews/{caseId}/kinship',
  'reviews.reportFalseStatement': 'POST /reviews/{caseId}/false-statement',
  'reviews.hearHousehold': 'POST /reviews/{caseId}/false-statement/hearing',
  'reviews.decideFalseStatement': 'POST /reviews/{caseId}/false-statement/decision',
  'reviews.reviewers': 'GET /reviews/{caseId}/reviewers',
  'reviews.assists': 'GET /assists',
  'reviews.answerAssist': 'POST /assists/{assistId}/answer',

  'comparisons.waiting': 'GET /comparisons-waiting',
  'comparisons.create': 'POST /comparisons',
  'comparisons.lists': 'GET /comparisons',
  'comparisons.approve': 'POST /comparisons/{listId}/approval',
  'comparisons.download': 'POST /comparisons/{listId}/file',

  'imports.start': 'POST /imports',
  'imports.advance': 'POST /imports/{jobId}/advance',
  'imports.get': 'GET /imports/{jobId}',
  'imports.report': 'POST /imports/{jobId}/report',

  'notices.list': 'GET /notices',
  'notices.get': 'GET /notices/{noticeId}',
  'notices.waiting': 'GET /notices-waiting',
  'notices.preview': 'POST /notices-preview',
  'notices.post': 'POST /notices',
  'notices.announce': 'POST /announcements',

  'objections.file': 'POST /notices/{noticeId}/objections',

  'attachments.start': 'POST /attachments',
  'attachments.finish': 'POST /attachments/{attachmentId}/finish',
  'attachments.link': 'GET /attachments/{attachmentId}',

  'households.included': 'GET /households',
  'households.card': 'GET /households/{caseId}/card',
  'households.facts': 'GET /households/{caseId}/facts',
  'households.looks': 'GET /households/{caseId}/looks',
  'households.request': 'POST /households/{caseId}/requests',
  'households.requests': 'GET /household-requests',
  'households.answerRequest': 'POST /household-requests/{requestId}/answer',
  'households.certificates': 'GET /households/{caseId}/certificates',
  'households.issueCertificate': 'POST /households/{caseId}/certificates',
  'households.certificateFile': 'GET /certificates/{certificateId}/file',
  'households.revokeCertificate': 'POST /certificates/{certificateId}/revocation',
  'households.checkCertificate': 'GET /certificate-checks/{token}',

  'tasks.list': 'GET /tasks',
  'tasks.done': 'POST /tasks/{taskId}/done',

  'local.clock': 'GET /local/clock',
  'local.moveClock': 'POST /local/clock',
  'local.people': 'GET /local/people',

  'timers.tick': 'POST /timers/tick',
} as const;

export type OperationName = keyof typeof ROUTES;

/** Method and path template of an operation. */
export function routeOf(name: OperationName): { method: 'GET' | 'POST'; path: string } {
  const [method, path] = ROUTES[name].split(' ');
  return { method: method === 'GET' ? 'GET' : 'POST', path: path ?? '' };
}

/** Names of the `{placeholders}` in a path. */
export function pathFields(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
}
