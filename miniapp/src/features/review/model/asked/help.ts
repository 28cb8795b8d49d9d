import { day, fullDay, money } from '@shared/messages';
import { asked, said } from './question';

/** Facts as clear as a fire (domain.md 3.1): the first words of the reason, so that nobody has to find them. */
export const GREEN_CAUSES = {
  FIRE: '家里着火',
  DISASTER: '遭了大灾（洪水、地震、塌方）',
  ILLNESS: '突然重病，等着钱救命',
  ACCIDENT: '出了大事故，有人伤亡',
  OTHER: '别的急事',
} as const;
type Cause = keyof typeof GREEN_CAUSES;

/** Help comes first, the steps after (domain.md 3.1, 绿色通道). */
export const openGreenChannel = asked<'reviews.openGreenChannel'>({
  operation: 'reviews.openGreenChannel',
  title: '先帮，后补手续？',
  hint: '情况明摆着、等不得，才走绿色通道。走了以后，核实、评议、公示一样也不少。',
  submit: '走绿色通道',
  questions: () => [
    {
      kind: 'one',
      key: 'cause',
      field: 'reason',
      label: '什么急事',
      options: (Object.keys(GREEN_CAUSES) as Cause[]).map((value) => ({ value, label: GREEN_CAUSES[value] })),
      needed: '是什么急事？选一个。',
    },
    {
      kind: 'words',
      key: 'facts',
      label: '什么时候，什么样子',
      placeholder: '比如：昨晚失火，三间房全烧了，现在住在村委会',
      max: 150,
      needed: '写一两句，镇里看了就明白。',
    },
  ],
  input: (answers) => ({
    reason: `${GREEN_CAUSES[said(answers, 'cause') as Cause]}：${said(answers, 'facts')}`,
  }),
});

/** The papers of a help that came first. */
export const recordHelpPapers = asked<'reviews.recordHelpPapers'>({
  operation: 'reviews.recordHelpPapers',
  title: '补哪一项的手续？',
  hint: '先帮的时候没办的表、单子，现在补齐。',
  submit: '手续补好了',
  questions: (view) => [
    {
      kind: 'one',
      key: 'measure',
      label: '哪一项帮扶',
      options: view.measures.flatMap((measure, index) =>
        measure.papersDueOn === null
          ? []
          : [
              {
                value: String(index),
                label: [measure.name, measure.amountFen === null ? '' : money(measure.amountFen)]
                  .filter(Boolean)
                  .join('，'),
                detail: `${day(measure.on)}先帮的，${fullDay(measure.papersDueOn)}前补齐`,
              },
            ],
      ),
      needed: '补哪一项？选一个。',
    },
    {
      kind: 'photos',
      key: 'attachmentIds',
      label: '手续的单子',
      hint: '审批表、领款单，看得清名字和金额',
      example: 'bill',
      of: 'OTHER',
      max: 9,
      needed: '先拍一张补好的单子。',
    },
    { kind: 'words', key: 'note', label: '说明', max: 200 },
  ],
  input: (answers, _view, photos) => ({
    measure: Number(said(answers, 'measure')),
    attachmentIds: photos('attachmentIds'),
    note: said(answers, 'note'),
  }),
});
