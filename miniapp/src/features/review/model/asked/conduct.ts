import { asked, said } from './question';

/** Somebody says that a statement of the family is false: the case stops until it is cleared up (domain.md 3.3). */
export const reportFalseStatement = asked<'reviews.reportFalseStatement'>({
  operation: 'reviews.reportFalseStatement',
  title: '哪里说得不实？',
  hint: '提了以后，这一件先停下。要听农户怎么说，再由县里定。',
  submit: '提出来，先停下',
  grave: () => true,
  questions: () => [
    {
      kind: 'words',
      key: 'facts',
      label: '报的是什么，查到的是什么',
      hint: '写事实。记错了、漏了，不算不实，请农户改就行',
      max: 1000,
      needed: '写清楚哪里对不上。',
    },
    {
      kind: 'photos',
      key: 'attachmentIds',
      label: '证据的照片',
      hint: '单子、现场。没有就不拍',
      example: 'bill',
      of: 'OTHER',
      max: 9,
    },
  ],
  input: (answers, _view, photos) => ({
    facts: said(answers, 'facts'),
    attachmentIds: photos('attachmentIds'),
  }),
});

/** Nobody is struck off unheard (domain.md 3.3). */
export const hearHousehold = asked<'reviews.hearHousehold'>({
  operation: 'reviews.hearHousehold',
  title: '农户怎么说的？',
  hint: '先把别人说的话讲给他听，再照他的话写。写完念一遍。',
  submit: '记下来',
  questions: () => [
    {
      kind: 'words',
      key: 'statement',
      label: '农户的话',
      max: 1000,
      needed: '还没有写农户怎么说的。',
    },
    {
      kind: 'photos',
      key: 'photoIds',
      label: '他拿出来的纸',
      hint: '没有就不拍',
      example: 'bill',
      of: 'OTHER',
      max: 9,
    },
  ],
  input: (answers, _view, photos) => ({
    statement: said(answers, 'statement'),
    photoIds: photos('photoIds'),
  }),
});

/** The county decides whether the statement was false; an included family is removed by it (domain.md 3.3). */
export const decideFalseStatement = asked<'reviews.decideFalseStatement'>({
  operation: 'reviews.decideFalseStatement',
  title: '两边的话都看了，您怎么定？',
  submit: (answers) => (said(answers, 'confirmed') === 'NO' ? '没有说假话，接着办' : '定下来'),
  grave: (answers) => said(answers, 'confirmed') === 'YES',
  questions: (view) => [
    {
      kind: 'one',
      key: 'confirmed',
      label: '申报实不实',
      options: [
        { value: 'NO', label: '是实的，接着办', detail: '停下的这一件接着往下办' },
        {
          value: 'YES',
          label: '是不实的',
          detail: view.state === 'INCLUDED' ? '从帮扶名单上清退' : '这一件按“不实”不予纳入',
        },
      ],
      needed: '实还是不实？选一个。',
    },
    ...(view.falseStatement?.ownWords.length
      ? [
          {
            kind: 'one' as const,
            key: 'wordsRead',
            label: '农户自己说的话',
            options: [
              { value: 'YES', label: '我看过、听过了', detail: '告知书上会写明' },
              { value: 'NO', label: '还没有', detail: '看完、听完，再来定' },
            ],
            needed: '先看完、听完农户自己说的话，再点这里。',
          },
        ]
      : []),
    {
      kind: 'words',
      key: 'opinion',
      label: '为什么这样定',
      max: 1000,
      needed: '写一两句为什么这样定。',
    },
  ],
  input: (answers) => ({
    confirmed: said(answers, 'confirmed') === 'YES',
    opinion: said(answers, 'opinion'),
    ...(said(answers, 'wordsRead') === 'YES' && { wordsRead: true as const }),
  }),
});
