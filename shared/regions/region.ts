/** The five levels of the state's statistical division codes (domain.md 1.3). */
export const REGION_LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE'] as const;

export type RegionLevel = (typeof REGION_LEVELS)[number];

/** A place with a state code. Village groups have none: see `groupCode`. */
export interface Region {
  /** 12 digits, as a string. */
  code: string;
  /** As published: 保康镇, 保西村, 敖力布告嘎查. */
  name: string;
  level: RegionLevel;
  /** The 12-digit code of the place it belongs to; null for a province. */
  parent: string | null;
}
