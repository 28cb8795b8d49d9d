import { localDate } from '@shared/calendar/dates';
import type { StaffCaseView } from '@shared/casework';
import { OBJECTION_CHANNELS, OBJECTION_VERDICTS, OBJECTOR_TOLD_WAYS } from '@shared/casework/codes';
import { DELIVERY_LABELS, day, OBJECTION_CHANNEL_LABELS, VERDICT_LABELS } from '@shared/messages';
import { asked, code, optionsOf, type Question, said } from './question';

const anonymous = (answers: Parameters<typeof said>[0]) => said(answers, 'named') !== 'YES';

/** An objection that came by box, telephone, letter or in person. Who made it is kept apart (domain.md 3.3, 6.6). */
export const fileObjection = asked<'reviews.fileObjection'>({
  operation: 'reviews.fileObjection',
  title: '村民提了什么意见？',
  hint: '名字要保密：这一家看不到，公示上也没有。',
  submit: '登记意见',
  questions: (_view, answers) => [
    {
      kind: 'one',
      key: 'channel',
      label: '怎么来的',
      options: optionsOf(
        OBJECTION_CHANNELS.filter((channel) => channel !== 'MINIAPP'),
        OBJECTION_CHANNEL_LABELS,
      ),
      needed: '意见是怎么来的？选一个。',
    },
    {
      kind: 'words',
      key: 'statement',
      label: '说了什么',
      hint: '照原话写，不写提意见的人是谁',
      max: 1000,
      needed: '写一写说了什么。',
    },
    {
      kind: 'photos',
      key: 'photoIds',
      label: '纸上的意见，拍下来',
      hint: '信、意见箱里的纸条、转来的单子。没有就不拍',
      example: 'scene',
      of: 'OTHER',
      max: 3,
    },
    {
      kind: 'one',
      key: 'aboutCadre',
      label: '说到村干部了吗？',
      options: [
        { value: 'NO', label: '没有' },
        { value: 'YES', label: '说到了', detail: '由镇里来查，村里不查' },
      ],
      needed: '说到村干部没有？选一个。',
    },
    {
      kind: 'one',
      key: 'named',
      label: '留名字了吗？',
      options: [
        { value: 'NO', label: '没留名字', detail: '也一样要查' },
        { value: 'YES', label: '留了名字', detail: '查清了好告诉他' },
      ],
      needed: '留名字没有？选一个。',
    },
    ...(anonymous(answers)
      ? []
      : ([
          {
            kind: 'words',
            key: 'name',
            field: 'objector.name',
            label: '提意见的人叫什么',
            short: true,
            max: 30,
            needed: '还没有写名字。',
          },
          {
            kind: 'words',
            key: 'phone',
            field: 'objector.phone',
            label: '他的电话（没有就不填）',
            short: true,
            type: 'tel',
            max: 20,
          },
        ] satisfies Question[])),
  ],
  input: (answers, _view, photos) => ({
    channel: code(answers, 'channel'),
    photoIds: photos('photoIds'),
    statement: said(answers, 'statement'),
    aboutCadre: said(answers, 'aboutCadre') === 'YES',
    objector: anonymous(answers)
      ? null
      : { name: said(answers, 'name'), phone: said(answers, 'phone') || null },
  }),
});

const openOnes = (view: StaffCaseView) => view.objections.filter(({ answer }) => answer === null);

const which = (made: StaffCaseView['objections']): Question[] =>
  made.length === 1
    ? []
    : [
        {
          kind: 'one',
          key: 'objectionId',
          label: '哪一条意见',
          options: made.map(({ id, statement, filedAt }) => ({
            value: id,
            label:
              statement === ''
                ? '说的一段话，或者照片'
                : statement.length > 40
                  ? `${statement.slice(0, 40)}…`
                  : statement,
            detail: `${day(localDate(filedAt))}收到`,
          })),
          needed: '先选是哪一条意见。',
        },
      ];

const chosen = (answers: Parameters<typeof said>[0], view: StaffCaseView): string =>
  said(answers, 'objectionId') || (openOnes(view)[0]?.id ?? '');

/** How an objection was looked into. */
export const recordInvestigation = asked<'reviews.recordInvestigation'>({
  operation: 'reviews.recordInvestigation',
  title: '怎么查的，查到什么？',
  hint: '去问谁、看了什么、结果怎样。给镇里县里看，不公开。',
  submit: '存好调查记录',
  questions: (view) => [
    ...which(openOnes(view)),
    {
      kind: 'words',
      key: 'record',
      label: '调查记录',
      max: 2000,
      needed: '写一写怎么查的，查到什么。',
    },
    {
      kind: 'photos',
      key: 'photoIds',
      label: '证据的照片',
      hint: '单子、现场，不拍人脸。没有就不拍',
      example: 'scene',
      of: 'OTHER',
      max: 9,
    },
  ],
  input: (answers, view, photos) => ({
    objectionId: chosen(answers, view),
    record: said(answers, 'record'),
    photoIds: photos('photoIds'),
  }),
});

const upheld = (answers: Parameters<typeof said>[0]) =>
  ['UPHELD', 'PARTLY'].includes(said(answers, 'verdict'));

/** The answer to an objection: what its maker hears, and what the offices alone read. */
export const answerObjection = asked<'reviews.answerObjection'>({
  operation: 'reviews.answerObjection',
  title: '怎么答复提意见的人？',
  submit: '答复',
  questions: (view, answers) => [
    ...which(openOnes(view)),
    {
      kind: 'one',
      key: 'verdict',
      label: '意见对不对',
      options: optionsOf(OBJECTION_VERDICTS, VERDICT_LABELS),
      needed: '意见成立不成立？选一个。',
    },
    ...(upheld(answers)
      ? ([
          {
            kind: 'one',
            key: 'factsChanged',
            label: '公示的内容，或者它的根据，变了吗？',
            options: [
              { value: 'YES', label: '变了', detail: '回到综合研判，改好了重新公示' },
              { value: 'NO', label: '没有变', detail: '公示接着走完剩下的天数' },
            ],
            needed: '变了没有？选一个。',
          },
        ] satisfies Question[])
      : []),
    ...(said(answers, 'verdict') === 'PASSED_ON'
      ? ([
          {
            kind: 'words',
            key: 'passedTo',
            label: '转给哪个单位',
            hint: '他会看到，好去问',
            placeholder: '比如：镇纪委',
            short: true,
            max: 40,
            needed: '写一写转给了哪个单位。',
          },
        ] satisfies Question[])
      : []),
    {
      kind: 'words',
      key: 'answer',
      label: '告诉他的话',
      hint: '他会看到。不写这一家的收入、病情、家里的事',
      placeholder: '比如：查过了，他家的情况符合要求，谢谢您提意见',
      max: 500,
      needed: '写一句告诉他的话。',
    },
    {
      kind: 'words',
      key: 'note',
      label: '自己人看的说明',
      hint: '只有镇里、县里看得到',
      max: 500,
    },
  ],
  input: (answers, view) => ({
    objectionId: chosen(answers, view),
    verdict: code(answers, 'verdict'),
    answer: said(answers, 'answer'),
    factsChanged: upheld(answers) && said(answers, 'factsChanged') === 'YES',
    ...(said(answers, 'verdict') === 'PASSED_ON' && { passedTo: said(answers, 'passedTo') }),
    ...(said(answers, 'note') !== '' && { note: said(answers, 'note') }),
  }),
});

/** The village's own of them: what the township has already is not handed up again. */
const villagesOwn = (view: StaffCaseView) =>
  openOnes(view).filter(({ aboutCadre, handedUp }) => !aboutCadre && handedUp === null);

/** The village steps back, because everybody there has looked at the family, or is kin. */
export const handUpObjection = asked<'reviews.handUpObjection'>({
  operation: 'reviews.handUpObjection',
  title: '为什么请镇里来查？',
  hint: '去核实过的、主持评议的、是亲戚的，都不能查。',
  submit: '交给镇里查',
  questions: (view) => [
    ...which(villagesOwn(view)),
    { kind: 'words', key: 'reason', label: '原因', short: true, max: 200, needed: '写一句原因。' },
  ],
  input: (answers, view) => ({
    objectionId: said(answers, 'objectionId') || (villagesOwn(view)[0]?.id ?? ''),
    reason: said(answers, 'reason'),
  }),
});

const waitingToHear = (view: StaffCaseView) =>
  view.objections.filter(
    ({ anonymous, inbox, answer, told }) => !anonymous && !inbox && answer !== null && told === null,
  );

/** Who left a name and has no inbox here is rung up or visited; that is written down. */
export const tellObjector = asked<'reviews.tellObjector'>({
  operation: 'reviews.tellObjector',
  title: '怎么告诉他的？',
  hint: '他留了名字，手机上收不到。打电话，或者上门说。',
  submit: '记下告诉他了',
  questions: (view) => [
    ...which(waitingToHear(view)),
    {
      kind: 'one',
      key: 'how',
      label: '怎么告诉的',
      options: optionsOf(OBJECTOR_TOLD_WAYS, DELIVERY_LABELS),
      needed: '怎么告诉的？选一个。',
    },
  ],
  input: (answers, view) => ({
    objectionId: said(answers, 'objectionId') || (waitingToHear(view)[0]?.id ?? ''),
    how: code(answers, 'how'),
  }),
});
