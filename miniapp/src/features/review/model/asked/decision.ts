import type { ReturnTarget } from '@shared/casework';
import { REJECTION_REASONS, RETURN_TARGETS } from '@shared/casework/codes';
import { REJECTION_LABELS, REJECTION_SENTENCES, RETURN_LABELS } from '@shared/messages';
import { type AskedForm, asked, code, optionsOf, said } from './question';

/** Back to a step of the village, with what has to be done there (domain.md 3.1, rows 11 and 12). */
const BACK: Omit<AskedForm<'reviews.townReturn'>, 'operation'> = {
  title: '退回村里，重办哪一步？',
  hint: '说清哪里不对、怎么改。办过的都留着，天数接着算。',
  submit: (answers) => {
    const to = said(answers, 'returnTo');
    return to === '' ? '退回村里' : `退回到${RETURN_LABELS[to as ReturnTarget]}`;
  },
  questions: () => [
    {
      kind: 'one',
      key: 'returnTo',
      label: '退回到哪一步',
      options: optionsOf(RETURN_TARGETS, RETURN_LABELS, {
        VERIFYING: '重新去看，两个人重新签名',
        TRIAGE: '核实算数，意见重新写',
        APPRAISAL: '会议重新开，公示重新贴',
      }),
      needed: '退回到哪一步？选一个。',
    },
    {
      kind: 'words',
      key: 'opinion',
      label: '哪里不对，怎么改',
      max: 1000,
      needed: '写清楚哪里不对，村里好改。',
    },
  ],
  input: (answers) => ({ returnTo: code(answers, 'returnTo'), opinion: said(answers, 'opinion') }),
};

export const townReturn = asked<'reviews.townReturn'>({ ...BACK, operation: 'reviews.townReturn' });
export const countyReturn = asked<'reviews.countyReturn'>({ ...BACK, operation: 'reviews.countyReturn' });

/** The township does not agree to include: the family reads the reason (domain.md 3.3). */
export const townReject = asked<'reviews.townReject'>({
  operation: 'reviews.townReject',
  title: '镇里不同意纳入，为什么？',
  hint: '系统会把原因用大白话告诉这一家，并写进告知书。',
  submit: '不纳入，告诉农户',
  grave: () => true,
  questions: () => [
    {
      kind: 'one',
      key: 'reasonCode',
      label: '原因',
      options: REJECTION_REASONS.map((value) => ({
        value,
        label: REJECTION_LABELS[value],
        detail: `农户看到：${REJECTION_SENTENCES[value]}`,
      })),
      needed: '先选一个原因。',
    },
    {
      kind: 'words',
      key: 'opinion',
      label: '意见',
      hint: '写给村里和县里看，农户看不到原话',
      max: 1000,
      needed: '还没有写意见。写一两句理由。',
    },
  ],
  input: (answers) => ({ reasonCode: code(answers, 'reasonCode'), opinion: said(answers, 'opinion') }),
});

/** A check on the spot by the township. */
export const recordSiteCheck = asked<'reviews.recordSiteCheck'>({
  operation: 'reviews.recordSiteCheck',
  title: '实地看到了什么？',
  hint: '镇里抽着去看，跟村里写的对一对。',
  submit: '记下来',
  questions: (view) => [
    { kind: 'day', key: 'visitedOn', label: '哪天去的', from: view.clock.cluedOn, to: view.today },
    {
      kind: 'words',
      key: 'opinion',
      label: '看到的',
      hint: '跟村里写的一样不一样',
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
    opinion: said(answers, 'opinion'),
    photoIds: photos('photoIds'),
  }),
});

/** A decision that another office has not acted on yet comes back, with the reason (domain.md 3.1, I4). */
export const recallDecision = asked<'reviews.recallDecision'>({
  operation: 'reviews.recallDecision',
  title: '收回来重看？',
  hint: '上一次的意见还留着，旁边写上为什么收回。',
  submit: '收回重看',
  questions: () => [
    {
      kind: 'words',
      key: 'opinion',
      label: '为什么收回',
      hint: '写给办这件的人看，农户看不到',
      max: 1000,
      needed: '写一句为什么收回。',
    },
  ],
  input: (answers) => ({ opinion: said(answers, 'opinion') }),
});
