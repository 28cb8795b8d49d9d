/** Where a village's sealed report of a round of checks stands. */
export const checkReportAt = (county: string, roundId: string, village: string): string =>
  `check_village/${county}/${roundId}/${village}`;
