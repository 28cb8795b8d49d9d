import { z } from '@shared/zod';
import { ELIMINATION_MODES, type EliminationMode } from '../codes';
import { contentOf, daysOr, Family, GROUP, joined, type KindRules, NAME, ofFamilies, PEOPLE } from './kind';

const MODES: Record<EliminationMode, string> = { BY_SUPPORT: '帮扶消除', NATURAL: '自然消除' };

const Leaving = Family.extend({ mode: z.enum(ELIMINATION_MODES) });
export const ProposedElimination = contentOf('PROPOSED_ELIMINATION', Leaving, {});

/** 风险消除公示: the village asks whether these families need the list no more (domain.md 3.6, E4). */
export const proposedElimination: KindRules<z.infer<typeof Leaving>, z.infer<typeof ProposedElimination>> = {
  ...ofFamilies,
  schema: ProposedElimination,
  fields: Object.keys(Leaving.shape),
  optional: [],
  publishers: ['VILLAGE'],
  // A case takes objections in its own publicity alone; to this one they come by phone, box and office.
  objections: 'PHONE',
  begins: 'NEXT_DAY',
  days: ({ elimination, publicity }) => ({ limit: elimination.publicityDays, unit: publicity.unit }),
  heading: '准备退出帮扶名单的家庭',
  decided: '这几家的难处解决了，两位干部到家里看过，村里开会商量过。',
  steps: ['村级提出名单', '入户核实', '村民评议'],
  title: ({ villageName, names }) => `关于${villageName}${names.object}拟消除风险的公示`,
  planned: true,
  opening: ({ basis, stepsDone }) => [
    `按照《${basis}》，经${joined(stepsDone)}，现将拟消除风险的农户公示如下，请全体村民监督。`,
  ],
  columns: [NAME(), PEOPLE, { key: 'mode', title: '拟消除方式', cell: ({ mode }) => MODES[mode] }, GROUP],
};

export const EliminationResult = contentOf('ELIMINATION_RESULT', Family, {});

/** 风险消除公告: head and number of people, no more (domain.md 6.1). */
export const eliminationResult: KindRules<z.infer<typeof Family>, z.infer<typeof EliminationResult>> = {
  ...ofFamilies,
  schema: EliminationResult,
  fields: Object.keys(Family.shape),
  optional: [],
  publishers: ['TOWN'],
  objections: 'NONE',
  begins: 'SAME_DAY',
  days: daysOr('ELIMINATION_RESULT', 15),
  heading: '退出帮扶名单的家庭',
  decided: '村里公示过，镇里看过，县里定的。',
  steps: ['入户核实', '村民评议', '村内公示', '乡镇审核', '县级审定'],
  title: ({ villageName, names }) => `关于${villageName}${names.object}风险消除的公告`,
  planned: true,
  opening: ({ basis, stepsDone }) => [`按照《${basis}》，经${joined(stepsDone)}，现公告如下。`],
  columns: [NAME(), PEOPLE, GROUP],
};

const ofLeaving = { ...ofFamilies, fields: Object.keys(Family.shape), optional: [] };

export const ProposedRollBack = contentOf('PROPOSED_ROLLBACK', Family, {});

/** 回退公示: the village asks whether these families should be on the list again; as long as the mark's own (domain.md 3.6). */
export const proposedRollBack: KindRules<z.infer<typeof Family>, z.infer<typeof ProposedRollBack>> = {
  ...ofLeaving,
  schema: ProposedRollBack,
  publishers: ['VILLAGE'],
  objections: 'PHONE',
  begins: 'NEXT_DAY',
  days: proposedElimination.days,
  heading: '准备回到帮扶名单的家庭',
  decided: '这几家退出名单以后，还需要帮。两位干部到家里看过，村里开会商量过。',
  steps: ['村级提出名单', '入户核实', '村民评议'],
  title: ({ villageName, names }) => `关于${villageName}${names.object}拟回退的公示`,
  planned: true,
  opening: ({ basis, stepsDone }) => [
    `按照《${basis}》，经${joined(stepsDone)}，下列农户拟取消风险消除标注，继续帮扶，现公示如下，请全体村民监督。`,
  ],
  columns: [NAME(), PEOPLE, GROUP],
};

export const RollBackResult = contentOf('ROLLBACK_RESULT', Family, {});

/** 回退公告: the mark is taken back from that day on; as long as the announcement of the mark. */
export const rollBackResult: KindRules<z.infer<typeof Family>, z.infer<typeof RollBackResult>> = {
  ...ofLeaving,
  schema: RollBackResult,
  publishers: ['TOWN'],
  objections: 'NONE',
  begins: 'SAME_DAY',
  days: eliminationResult.days,
  heading: '回到帮扶名单的家庭',
  decided: '村里公示过，镇里看过，县里定的。',
  steps: ['入户核实', '村民评议', '村内公示', '乡镇审核', '县级审定'],
  title: ({ villageName, names }) => `关于${villageName}${names.object}回退的公告`,
  planned: true,
  opening: ({ basis, stepsDone }) => [
    `按照《${basis}》，经${joined(stepsDone)}，下列农户取消风险消除标注，继续帮扶，现公告如下。`,
  ],
  columns: [NAME(), PEOPLE, GROUP],
};
