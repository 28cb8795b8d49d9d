/** Photos of the board that a notice can ask for (domain.md 6.4). */
export const BOARD_ERRANDS = ['START', 'END', 'CLEARED', 'REHANG'] as const;
export type BoardErrand = (typeof BOARD_ERRANDS)[number];

interface Board {
  started: boolean;
  ended: boolean;
  /** Days that are left, today included. */
  daysLeft: number;
  /** Its cases wait for the photo of its end. */
  objections: 'ONLINE' | 'PHONE' | 'NONE';
  endPhotoAt: string | null;
  /** Photos that were asked for and nobody has taken, the most urgent first. */
  owes: readonly BoardErrand[];
}

/**
 * What the village has to do at its board for a notice now, or null. What was printed and never hung on its day is void,
 * and waits to be posted anew.
 */
export function boardErrand({
  started,
  ended,
  daysLeft,
  objections,
  endPhotoAt,
  owes,
}: Board): BoardErrand | null {
  if (!started) return ended ? null : 'START';
  const photographed = objections === 'ONLINE' && endPhotoAt !== null;
  if (ended) {
    if (owes.includes('CLEARED')) return 'CLEARED';
    return objections === 'ONLINE' && !photographed ? 'CLEARED' : null;
  }
  const now = owes.find((what) => what === 'START' || what === 'REHANG');
  return now ?? (daysLeft === 1 && !photographed ? 'END' : null);
}
