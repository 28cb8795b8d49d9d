import type { MeasureCode } from '@shared/casework/codes';
import { z } from '@shared/zod';
import { PUBLIC_MEASURES, type PublicMeasure } from '../codes';
import { contentOf, daysOr, Family, GROUP, type KindRules, NAME, ofFamilies } from './kind';

const LABELS: Record<PublicMeasure, string> = {
  INDUSTRY: '产业帮扶',
  JOB: '就业帮扶',
  FINANCE: '金融帮扶',
  PUBLIC_POST: '公益岗位',
  HOUSING: '住房安全',
  WATER: '饮水安全',
  LIVELIHOOD: '民生保障',
  SOCIAL: '社会帮扶',
  RELOCATION: '搬迁',
  CONDITIONS: '生产生活条件',
};

const SHOWN_AS: Record<MeasureCode, PublicMeasure> = {
  IND: 'INDUSTRY',
  JOB: 'JOB',
  FIN: 'FINANCE',
  PUB: 'PUBLIC_POST',
  HOU: 'HOUSING',
  WAT: 'WATER',
  HEA: 'LIVELIHOOD',
  EDU: 'LIVELIHOOD',
  EDX: 'LIVELIHOOD',
  COM: 'LIVELIHOOD',
  SOC: 'SOCIAL',
  MOV: 'RELOCATION',
  LIV: 'CONDITIONS',
  INF: 'CONDITIONS',
};

/** Takes a measure's code; gives what neighbours may read of it ({@link PUBLIC_MEASURES}). */
export function publicMeasure(code: MeasureCode): PublicMeasure {
  return SHOWN_AS[code];
}

const Helped = Family.extend({
  measure: z.enum(PUBLIC_MEASURES),
  /** How many people of the family it serves (惠及人数). */
  served: z.int().min(1).max(30),
});
export const MeasuresLanded = contentOf('MEASURES_LANDED', Helped, {});

/** 帮扶措施落实情况: which help has reached which family; never an amount, which could tell of an illness. */
export const measuresLanded: KindRules<z.infer<typeof Helped>, z.infer<typeof MeasuresLanded>> = {
  ...ofFamilies,
  schema: MeasuresLanded,
  fields: Object.keys(Helped.shape),
  optional: [],
  publishers: ['VILLAGE'],
  objections: 'PHONE',
  begins: 'NEXT_DAY',
  days: daysOr('MEASURES_LANDED', 5),
  heading: '各家得到的帮扶',
  decided: '帮扶做完一样记一样，村里一家一家核对过。',
  steps: ['落实帮扶措施', '入户核对'],
  title: ({ villageName }) => `关于${villageName}帮扶措施落实情况的公示`,
  planned: true,
  opening: ({ basis }) => [`按照《${basis}》，现将帮扶措施落实情况公示如下，请全体村民监督。`],
  about: ({ measure }) => measure,
  columns: [
    NAME(),
    { key: 'measure', title: '帮扶措施', cell: ({ measure }) => LABELS[measure] },
    { key: 'served', title: '惠及人数', cell: ({ served }) => `${served} 人` },
    GROUP,
  ],
};
