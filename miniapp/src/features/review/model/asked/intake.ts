import type { StaffCaseView } from '@shared/casework';
import { NOT_ACCEPTED_REASONS } from '@shared/casework/codes';
import { NOT_ACCEPTED_LABELS, NOT_ACCEPTED_SENTENCES } from '@shared/messages';
import { asked, code, type Question, said } from './question';

/** 「2603-00017」 as somebody copies it from a paper: only its digits count. */
const digits = (text: string): string => text.replace(/\D/g, '');

const caseNoQuestion = (key: string, label: string, hint: string): Question => ({
  kind: 'words',
  key,
  label,
  hint,
  short: true,
  max: 20,
  needed: '还没有写编号。编号在案卷最上面。',
});

/** A report is not taken on, for one of three reasons; the family reads which (domain.md 3.1, 1c). */
export const notAccept = asked<'reviews.notAccept'>({
  operation: 'reviews.notAccept',
  title: '为什么不收下？',
  hint: '只有这三种情况可以不收。收入高不高、有没有车，都先收下再核实。',
  submit: '不收下，告诉农户',
  grave: () => true,
  questions: (_view, answers) => [
    {
      kind: 'one',
      key: 'reasonCode',
      label: '原因',
      options: NOT_ACCEPTED_REASONS.map((value) => ({
        value,
        label: NOT_ACCEPTED_LABELS[value],
        detail: `农户看到：${NOT_ACCEPTED_SENTENCES[value]}`,
      })),
      needed: '先选一个原因。',
    },
    ...(said(answers, 'reasonCode') === 'SAME_FACTS'
      ? [caseNoQuestion('previousCaseNo', '上次没通过的编号', '系统会查它是不是这一家、是不是不久前。')]
      : []),
    {
      kind: 'words',
      key: 'opinion',
      label: '您怎么看出来的',
      hint: '写给镇里看，农户看不到原话',
      max: 300,
      needed: '写一句您怎么看出来的。',
    },
  ],
  input: (answers) => ({
    reasonCode: code(answers, 'reasonCode'),
    opinion: said(answers, 'opinion'),
    previousCaseNo:
      said(answers, 'reasonCode') === 'SAME_FACTS' ? digits(said(answers, 'previousCaseNo')) : null,
  }),
});

/** Two reports of one family become one case (domain.md 3.9). */
export const merge = asked<'reviews.merge'>({
  operation: 'reviews.merge',
  title: '是同一家，并到一起办？',
  hint: '并过去以后，这一件就结束。这里说的话，那一件里都看得到。',
  submit: '并到一起办',
  grave: () => true,
  questions: (view) => [
    {
      kind: 'one',
      key: 'sameFamily',
      label: `报这一件的${view.report.reporter.name || view.headName}，是这家人吗？`,
      options: [
        { value: 'YES', label: '是这家人', detail: '以后也能看合在一起的那一件' },
        { value: 'NO', label: '不是，是别人替报的', detail: '只告诉他合到一起了' },
      ],
      needed: '是不是这家人？选一个。',
    },
    {
      kind: 'words',
      key: 'opinion',
      label: '怎么知道是同一家',
      placeholder: '比如：问过户主，是儿子又报了一次',
      max: 300,
      needed: '写一句怎么知道是同一家。',
    },
  ],
  input: (answers, view) => ({
    opinion: said(answers, 'opinion'),
    // A number that the step before has looked up; none where the system found the other one itself.
    intoCaseNo: view.duplicateOf === null ? digits(said(answers, 'intoCaseNo')) : null,
    sameFamily: said(answers, 'sameFamily') === 'YES',
  }),
});

/** The system was wrong: two families, two cases. */
export const releaseDuplicate = asked<'reviews.releaseDuplicate'>({
  operation: 'reviews.releaseDuplicate',
  title: '不是同一家，分开办？',
  hint: '系统是按身份证号找到的。号码报错了，先改对号码。',
  submit: '分开办',
  questions: () => [
    {
      kind: 'words',
      key: 'opinion',
      label: '为什么不是同一家',
      placeholder: '比如：去年已经分户，各有各的户口本',
      max: 300,
      needed: '写一句为什么不是同一家。',
    },
  ],
  input: (answers) => ({ opinion: said(answers, 'opinion') }),
});

/** A report goes to the village where it belongs, with its clock running on (domain.md 3.9). */
export const transfer = asked<'reviews.transfer'>({
  operation: 'reviews.transfer',
  title: '转到哪个村？',
  hint: '该由户口所在的村办。办理的天数接着算，不从头算。',
  submit: (answers) => (answers.village === undefined ? '转过去' : `转到${answers.village.name}`),
  grave: () => true,
  questions: () => [
    { kind: 'village', key: 'village', label: '转到哪个村', needed: '还没有选村。写村名找，再点一下。' },
    {
      kind: 'words',
      key: 'reason',
      label: '为什么转',
      placeholder: '比如：户口在那个村，只是住在这里',
      max: 300,
      needed: '写一句为什么转。',
    },
  ],
  input: (answers) => ({ village: answers.village?.code ?? '', reason: said(answers, 'reason') }),
});

/** Another village is asked for facts; it has three days and decides nothing (domain.md 3.9). */
export const requestAssist = asked<'reviews.requestAssist'>({
  operation: 'reviews.requestAssist',
  title: '请哪个村帮着看一看？',
  hint: '他们只看到户主的名字和您问的话，三天内答复。',
  submit: (answers) => (answers.village === undefined ? '请他们协查' : `请${answers.village.name}协查`),
  questions: () => [
    { kind: 'village', key: 'village', label: '请哪个村', needed: '还没有选村。写村名找，再点一下。' },
    {
      kind: 'words',
      key: 'question',
      label: '想问什么',
      hint: '问具体的事，不写病情，不写存款',
      placeholder: '比如：现在住谁的房子，住了多久，在哪里干活',
      max: 500,
      needed: '写清楚想问什么，他们好去看。',
    },
  ],
  input: (answers) => ({ village: answers.village?.code ?? '', question: said(answers, 'question') }),
});

/** Levels whose staff enter who else is related; everybody enters it of oneself (domain.md 1.1). */
const ABOVE: readonly StaffCaseView['roles'][number][] = [
  'TOWN_CLERK',
  'TOWN_LEADER',
  'COUNTY_CLERK',
  'COUNTY_LEADER',
];

/** Who is a relative of the family steps back (domain.md 1.1, 回避). */
export const declareKinship = asked<'reviews.declareKinship'>({
  operation: 'reviews.declareKinship',
  title: '谁和这家是亲戚？',
  hint: '登记以后，这个人就不能核实、评议、审这一家。登记错了，要镇里来改。',
  submit: (answers) => (said(answers, 'who') === 'OTHER' ? '登记，请他回避' : '登记，我回避'),
  questions: (view, answers) => [
    {
      kind: 'one',
      key: 'who',
      label: '谁',
      options: [
        { value: 'SELF', label: '我自己' },
        ...(view.roles.some((role) => ABOVE.includes(role))
          ? [{ value: 'OTHER', label: '村里的另一位' }]
          : []),
      ],
      needed: '是谁？选一个。',
    },
    ...(said(answers, 'who') === 'OTHER'
      ? [
          {
            kind: 'people' as const,
            key: 'person',
            label: '哪一位',
            from: 'colleagues' as const,
            least: 1,
            most: 1,
            needed: '还没有选是哪一位。',
          },
        ]
      : []),
    {
      kind: 'words',
      key: 'relation',
      label: '什么关系',
      placeholder: '比如：户主的堂弟',
      short: true,
      max: 30,
      needed: '写一下什么关系。',
    },
  ],
  input: (answers) => ({
    person: said(answers, 'who') === 'OTHER' ? (answers.people[0] ?? null) : null,
    relation: said(answers, 'relation'),
  }),
});
