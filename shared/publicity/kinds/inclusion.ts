import { HOUSEHOLD_TYPES } from '@shared/casework/codes';
import { z } from '@shared/zod';
import {
  contentOf,
  Day,
  daysOr,
  Family,
  GROUP,
  joined,
  type KindRules,
  NAME,
  type NoticeColumn,
  ofFamilies,
  PEOPLE,
} from './kind';

const HouseholdType = z.enum(HOUSEHOLD_TYPES);
/** domain.md 2.2 */
const CATEGORIES: Record<z.infer<typeof HouseholdType>, string> = {
  UNSTABLE: '脱贫不稳定户',
  MARGINAL: '边缘易致贫户',
  SUDDEN: '突发严重困难户',
};

const category = HouseholdType.optional();
const CATEGORY: NoticeColumn<{ category?: z.infer<typeof category> }> = {
  key: 'category',
  title: '类别',
  cell: ({ category: of }) => (of === undefined ? '' : CATEGORIES[of]),
};

const Proposed = Family.extend({ category });
export const ProposedInclusion = contentOf('PROPOSED_INCLUSION', Proposed, {});

/** 拟纳入公示: the village asks all villagers whether these families should be on the list. */
export const proposedInclusion: KindRules<z.infer<typeof Proposed>, z.infer<typeof ProposedInclusion>> = {
  ...ofFamilies,
  schema: ProposedInclusion,
  fields: Object.keys(Proposed.shape),
  optional: ['category'],
  publishers: ['VILLAGE'],
  objections: 'ONLINE',
  begins: 'NEXT_DAY',
  days: ({ publicity: { days: limit, unit } }) => ({ limit, unit }),
  heading: '准备列入帮扶名单的家庭',
  decided: '各家自己申报，两位干部到家里看过，部门查对过信息，村里开会商量过。',
  steps: ['农户申报或干部摸排', '入户核实', '信息比对', '村民评议'],
  title: ({ villageName, names }) => `关于${villageName}拟纳入${names.object}的公示`,
  planned: true,
  opening: ({ basis, stepsDone }) => [
    `按照《${basis}》，经${joined(stepsDone)}，现将拟纳入的农户公示如下，请全体村民监督。`,
  ],
  columns: [NAME(), PEOPLE, GROUP, CATEGORY],
};

const Included = Family.extend({ category, decidedOn: Day.optional() });
export const ResultAnnouncement = contentOf('RESULT_ANNOUNCEMENT', Included, {});

/** 结果公告: the township says who has been put on the list. */
export const resultAnnouncement: KindRules<z.infer<typeof Included>, z.infer<typeof ResultAnnouncement>> = {
  ...ofFamilies,
  schema: ResultAnnouncement,
  fields: Object.keys(Included.shape),
  optional: ['category', 'decidedOn'],
  publishers: ['TOWN'],
  objections: 'NONE',
  begins: 'SAME_DAY',
  // domain.md 6.1: a long notice, 15 to 30 days.
  days: daysOr('RESULT_ANNOUNCEMENT', 15),
  heading: '列入帮扶名单的家庭',
  decided: '村里公示过，镇里看过，县里定的。',
  steps: ['入户核实', '信息比对', '村民评议', '村内公示', '乡镇审核', '县级审定'],
  title: ({ villageName, names }) => `关于${villageName}纳入${names.object}的公告`,
  planned: true,
  opening: ({ basis, stepsDone }) => [`按照《${basis}》，经${joined(stepsDone)}，现公告如下。`],
  columns: [
    NAME(),
    PEOPLE,
    GROUP,
    CATEGORY,
    { key: 'decidedOn', title: '县里定的日子', cell: ({ decidedOn }) => decidedOn ?? '' },
  ],
};
