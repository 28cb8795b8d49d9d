/** Versions of the cases that were opened since the app was; the server keeps its own record and decides by that. */
const opened = new Map<string, number>();

export const openedVersion = (caseId: string): number | undefined => opened.get(caseId);

/** Says whether that is news. */
export function noteOpened(caseId: string, version: number): boolean {
  if (opened.get(caseId) === version) return false;
  opened.set(caseId, version);
  return true;
}
