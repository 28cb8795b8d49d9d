import { DELIVERY_LABELS } from '@shared/messages';
import { asked, code, optionsOf, said } from './question';

/** The leader reads a second list of papers: it goes out, or it does not (domain.md 3.2). */
export const decideSecondReturn = asked<'reviews.decideSecondReturn'>({
  operation: 'reviews.decideSecondReturn',
  title: '再退回一次，行不行？',
  hint: '第一次就看得出来的，不该叫农户再跑一趟。',
  submit: (answers) => (said(answers, 'approve') === 'NO' ? '不退回，接着办' : '同意退回'),
  questions: (_view, answers) => [
    {
      kind: 'one',
      key: 'approve',
      label: '您的意见',
      options: [
        { value: 'YES', label: '同意，请农户补', detail: '农户收到这张单子，计时暂停' },
        { value: 'NO', label: '不同意，接着办', detail: '村里自己想办法，农户不用补' },
      ],
      needed: '同意还是不同意？选一个。',
    },
    {
      kind: 'words',
      key: 'opinion',
      label: said(answers, 'approve') === 'NO' ? '请他们怎么办' : '为什么同意',
      max: 300,
      needed: '还没有写理由。写一两句。',
    },
  ],
  input: (answers) => ({
    approve: said(answers, 'approve') === 'YES',
    opinion: said(answers, 'opinion'),
  }),
});

/** The family gets its days for papers once more, once (domain.md 3.2). */
export const extendSupplement = asked<'reviews.extendSupplement'>({
  operation: 'reviews.extendSupplement',
  title: '多给农户几天？',
  hint: '只能宽限一次，天数跟第一次一样多。',
  submit: '宽限',
  questions: () => [
    {
      kind: 'words',
      key: 'reason',
      label: '为什么',
      placeholder: '比如：单子在外地医院，要等寄回来',
      max: 200,
      needed: '写一句为什么要宽限。',
    },
  ],
  input: (answers) => ({ reason: said(answers, 'reason') }),
});

/** A person, not a message, reminded the family: without it no case lapses (domain.md 3.2). */
export const recordReminder = asked<'reviews.recordReminder'>({
  operation: 'reviews.recordReminder',
  title: '怎么提醒这一家的？',
  hint: '很多老人不看手机。没有人当面提醒过，不能算逾期。',
  submit: '记下来',
  questions: () => [
    {
      kind: 'one',
      key: 'how',
      label: '怎么提醒的',
      options: optionsOf(['VISIT', 'PHONE', 'LETTER'] as const, DELIVERY_LABELS),
      needed: '怎么提醒的？选一个。',
    },
    {
      kind: 'words',
      key: 'note',
      label: '他怎么说',
      placeholder: '比如：儿子周末回来拍',
      max: 200,
    },
  ],
  input: (answers) => ({ how: code(answers, 'how'), note: said(answers, 'note') }),
});

/** A case that lapsed for missing papers is taken up again. */
export const reopen = asked<'reviews.reopen'>({
  operation: 'reviews.reopen',
  title: '接着办这一件？',
  hint: '材料没补齐，停下了。接着办，农户再有几天补材料，不用重新报。',
  submit: '接着办',
  questions: () => [],
  input: () => ({}),
});
