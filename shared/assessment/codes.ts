/** Codes of the income sheet (domain.md 4.4 and 4.5). Labels that people read are in shared/messages. */

/** A wages, B gross business, C property, D transfers. */
export const INCOME_CODES = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'A9',
  'B1',
  'B2',
  'B3',
  'B4',
  'B9',
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C9',
  'D01',
  'D02',
  'D03',
  'D04',
  'D05',
  'D06',
  'D07',
  'D08',
  'D09',
  'D10',
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
  'D16',
  'D17',
  'D18',
  'D99',
] as const;
export type IncomeCode = (typeof INCOME_CODES)[number];

/** Education aid (教育资助): the one income that a local rule may leave out of the reference figure. */
export const EDUCATION_AID = 'D12' satisfies IncomeCode;

/** E production costs; those of trade, transport and services are E9. */
export const COST_CODES = ['E1', 'E2', 'E3', 'E9'] as const;
export type CostCode = (typeof COST_CODES)[number];

/** Rigid expenditure (刚性支出). */
export const RIGID_CODES = ['M1', 'M2', 'M3', 'M4', 'S1', 'S2', 'R1', 'A1', 'A2', 'L1', 'H1', 'P1'] as const;
export type RigidCode = (typeof RIGID_CODES)[number];

/** Rigid items that count only where the county's own rule says so (domain.md 4.5, last column). */
export const LOCAL_RIGID_CODES = ['M4', 'L1', 'P1'] as const satisfies readonly RigidCode[];

/** The unit of work that a window of twelve months holds twelve of. */
export const MONTH = '个月';

/** How a figure was found; an ESTIMATE needs a reason. */
export const BASES = ['ACTUAL', 'ESTIMATE', 'DEPT'] as const;

/** Where somebody works for wages, as seen from home (domain.md 4.3 `work.area`). */
export const WORK_AREAS = ['TOWN', 'COUNTY', 'PROVINCE', 'BEYOND'] as const;
export type WorkArea = (typeof WORK_AREAS)[number];

/** In what trade (domain.md 4.3 `work.industry`). */
export const WORK_TRADES = ['FARM', 'FACTORY', 'BUILDING', 'CATERING', 'TRANSPORT', 'CARE', 'OTHER'] as const;
export type WorkTrade = (typeof WORK_TRADES)[number];
