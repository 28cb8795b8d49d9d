/**
 * Every page of the app, in one place. To add a page: add its path here, and make
 * `<path>.tsx` with `<path>.config.ts` beside it (its title).
 */

/** The three tabs, and nothing else: this is what a villager downloads before the first picture. */
export const TABS = ['pages/home/index', 'pages/family/index', 'pages/messages/index'] as const;

export interface SubPackage {
  /** Folder below src. */
  root: string;
  /** Paths below that folder. */
  pages: string[];
  /** Fetched in the background while the person looks at this tab. */
  preloadFrom?: (typeof TABS)[number];
}

export const SUB_PACKAGES: SubPackage[] = [
  {
    root: 'packages/apply',
    pages: [
      'pages/village',
      'pages/who',
      'pages/head',
      'pages/phone',
      'pages/what',
      'pages/trouble',
      'pages/photos',
      'pages/people',
      'pages/needs',
      'pages/check',
      'pages/again',
      'pages/saved',
      'pages/receipt',
    ],
    preloadFrom: 'pages/home/index',
  },
  {
    root: 'packages/cases',
    pages: [
      'pages/case',
      'pages/sent',
      'pages/supplement',
      'pages/sign',
      'pages/send',
      'pages/link',
      'pages/signed',
      'pages/consents',
      'pages/rate',
      'pages/sums',
      'pages/again',
      'pages/own-words',
      'pages/take-over',
      'pages/give-code',
    ],
    preloadFrom: 'pages/family/index',
  },
  {
    root: 'packages/family',
    pages: [
      'pages/facts',
      'pages/wrong',
      'pages/changes',
      'pages/looks',
      'pages/certificates',
      'pages/check',
      'pages/afterwards',
      'pages/help',
    ],
    preloadFrom: 'pages/family/index',
  },
  {
    root: 'packages/money',
    pages: ['pages/money', 'pages/dispute', 'pages/policy', 'pages/not'],
    preloadFrom: 'pages/family/index',
  },
  {
    root: 'packages/card',
    pages: ['pages/card', 'pages/sign', 'pages/pick', 'pages/said'],
    preloadFrom: 'pages/family/index',
  },
  { root: 'packages/policies', pages: ['pages/sheet', 'pages/list'] },
  {
    root: 'packages/notices',
    pages: ['pages/notice', 'pages/past', 'pages/object', 'pages/answer', 'pages/check', 'pages/row'],
    preloadFrom: 'pages/home/index',
  },
  {
    root: 'packages/account',
    pages: [
      'pages/signin',
      'pages/confirm-desk',
      'pages/sessions',
      'pages/find-village',
      'pages/settings',
      'pages/privacy',
    ],
  },
  {
    root: 'packages/review',
    pages: [
      'pages/queue',
      'pages/case',
      'pages/action',
      'pages/included',
      'pages/requests',
      'pages/answer',
      'pages/clock',
      'pages/tasks',
      'pages/assists',
      'pages/assist',
      'pages/together',
      'pages/problem',
    ],
  },
  { root: 'packages/meeting', pages: ['pages/hold', 'pages/meetings', 'pages/meeting'] },
  {
    root: 'packages/publicity',
    pages: [
      'pages/publicity',
      'pages/post',
      'pages/announce',
      'pages/hung',
      'pages/rows',
      'pages/draft',
      'pages/list',
      'pages/words',
    ],
  },
  { root: 'packages/compare', pages: ['pages/compare', 'pages/department'] },
  { root: 'packages/clues', pages: ['pages/clues', 'pages/clue', 'pages/report', 'pages/send'] },
  { root: 'packages/register', pages: ['pages/register', 'pages/entry', 'pages/act'] },
  { root: 'packages/tickets', pages: ['pages/tickets', 'pages/ticket'] },
  {
    root: 'packages/ledgers',
    pages: [
      'pages/ledgers',
      'pages/payments',
      'pages/policies',
      'pages/policy',
      'pages/checks',
      'pages/check',
      'pages/check-village',
      'pages/check-open',
      'pages/check-change',
      'pages/problems',
      'pages/problem-enter',
    ],
  },
  {
    root: 'packages/followups',
    pages: [
      'pages/list',
      'pages/family',
      'pages/facts',
      'pages/fact',
      'pages/quarter',
      'pages/sheet',
      'pages/record',
      'pages/change',
      'pages/take-back',
    ],
  },
  {
    root: 'packages/help',
    pages: ['pages/helping', 'pages/helped', 'pages/visit', 'pages/list', 'pages/plan', 'pages/act'],
  },
  { root: 'packages/glance', pages: ['pages/glance', 'pages/cases', 'pages/ratings'] },
  {
    root: 'packages/settings',
    pages: ['pages/rules', 'pages/edit', 'pages/proposal', 'pages/leave', 'pages/deliveries', 'pages/people'],
  },
  { root: 'packages/supervision', pages: ['pages/cases', 'pages/case'] },
  { root: 'packages/desk', pages: ['pages/desk'] },
];

/** Only in builds that are not released: every component in every state. */
export const GALLERY: SubPackage = {
  root: 'packages/gallery',
  pages: ['index', 'read', 'form', 'wait', 'staff', 'desk'],
};
