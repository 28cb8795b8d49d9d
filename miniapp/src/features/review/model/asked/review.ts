import { localDate } from '@shared/calendar/dates';
import { DELIVERY_WAYS, REVIEW_OUTCOMES } from '@shared/casework/codes';
import { DELIVERY_LABELS, REVIEW_OUTCOME_LABELS } from '@shared/messages';
import { asked, code, optionsOf, said } from './question';

/** That the written refusal reached the family: from then on its days for a review run (domain.md 3.3). */
export const deliverRefusal = asked<'reviews.deliverRefusal'>({
  operation: 'reviews.deliverRefusal',
  title: '告知书怎么送到的？',
  hint: '念一遍给他听，说清楚：不同意，可以请镇里派别人再看。',
  submit: '登记送到了',
  questions: (view, answers) => [
    {
      kind: 'one',
      key: 'how',
      label: '怎么送的',
      options: optionsOf(DELIVERY_WAYS, DELIVERY_LABELS),
      needed: '怎么送的？选一个。',
    },
    { kind: 'day', key: 'on', label: '哪天送到的', to: view.today },
    {
      kind: 'words',
      key: 'receivedBy',
      label: said(answers, 'how') === 'PHONE' ? '谁接的电话' : '谁收的',
      short: true,
      max: 30,
      initial: view.headName,
      needed: '写一下是谁收的。',
    },
    {
      kind: 'photos',
      key: 'photoId',
      label: '签收的单子',
      hint: '签名或手印看得清。没有就不拍',
      example: 'bill',
      of: 'NOTICE',
      max: 1,
    },
    { kind: 'words', key: 'note', label: '说明', max: 200 },
  ],
  input: (answers, _view, photos) => ({
    how: code(answers, 'how'),
    on: said(answers, 'on'),
    receivedBy: said(answers, 'receivedBy'),
    photoId: photos('photoId')[0] ?? null,
    note: said(answers, 'note'),
  }),
});

/** A family that does not agree asks on paper or by telephone; staff write it down for it (domain.md 3.3). */
export const requestReview = asked<'reviews.requestReview'>({
  operation: 'reviews.requestReview',
  title: '农户不同意，请再看一次？',
  hint: '替农户登记。镇里派两个没办过的人去看，原来办的人不参加。',
  submit: '登记复核',
  questions: () => [
    {
      kind: 'words',
      key: 'reason',
      label: '农户怎么说的',
      hint: '照他的话写',
      max: 500,
      needed: '写一两句农户怎么说的。',
    },
    {
      kind: 'photos',
      key: 'attachmentIds',
      label: '农户交来的纸',
      hint: '申请书、单子。没有就不拍',
      example: 'bill',
      of: 'OTHER',
      max: 9,
    },
  ],
  input: (answers, _view, photos) => ({
    reason: said(answers, 'reason'),
    attachmentIds: photos('attachmentIds'),
  }),
});

export const assignReviewers = asked<'reviews.assignReviewers'>({
  operation: 'reviews.assignReviewers',
  title: '请哪两位去复核？',
  hint: '名单里只有没办过这一户、也不是亲戚的人。',
  submit: '请他们去看',
  questions: () => [
    {
      kind: 'people',
      key: 'verifiers',
      label: '复核人',
      from: 'reviewers',
      least: 2,
      most: 4,
      needed: '要选两个人去复核。',
    },
  ],
  input: (answers) => ({ verifiers: [...answers.people] }),
});

/** What a reviewer found, each for himself. */
export const recordReviewFinding = asked<'reviews.recordReviewFinding'>({
  operation: 'reviews.recordReviewFinding',
  title: '您去看到了什么？',
  hint: '各写各的，先不看另一位写的。',
  submit: '交复核情况',
  questions: (view) => [
    {
      kind: 'day',
      key: 'visitedOn',
      label: '哪天去的',
      from: view.review === null ? view.clock.cluedOn : localDate(view.review.requestedAt),
      to: view.today,
    },
    {
      kind: 'words',
      key: 'finding',
      label: '看到的',
      hint: '写看到的事：人、房、收入、花销。跟原来写的哪里不一样',
      max: 1000,
      needed: '写一写看到了什么。',
    },
    {
      kind: 'photos',
      key: 'photoIds',
      label: '照片',
      hint: '不拍人脸。没有就不拍',
      example: 'scene',
      of: 'HOUSE',
      max: 9,
    },
  ],
  input: (answers, _view, photos) => ({
    visitedOn: said(answers, 'visitedOn'),
    finding: said(answers, 'finding'),
    photoIds: photos('photoIds'),
  }),
});

/** The township answers a review (domain.md 3.3). */
export const answerReview = asked<'reviews.answerReview'>({
  operation: 'reviews.answerReview',
  title: '看过两位的情况，您怎么答复？',
  submit: '答复农户',
  questions: (view) => [
    {
      kind: 'one',
      key: 'outcome',
      label: '结果',
      // A report that was not taken on has not been looked at: it cannot go to the meeting.
      options: optionsOf(
        REVIEW_OUTCOMES.filter((outcome) => outcome !== 'INCLUDE' || view.notAccepted === null),
        view.notAccepted === null
          ? REVIEW_OUTCOME_LABELS
          : { ...REVIEW_OUTCOME_LABELS, REVERIFY: '收下，让村里核实' },
        {
          UPHOLD: '再给农户一张告知书，写清为什么',
          REVERIFY: view.notAccepted === null ? '这两位重新填核实表，原来的人不参加' : '这一件重新开始办',
          INCLUDE: '原来的核实算数，开会再商量',
        },
      ),
      needed: '先选一个结果。',
    },
    {
      kind: 'words',
      key: 'opinion',
      label: '为什么',
      hint: '写给村里和县里看',
      max: 1000,
      needed: '写一两句为什么。',
    },
  ],
  input: (answers) => ({ outcome: code(answers, 'outcome'), opinion: said(answers, 'opinion') }),
});
