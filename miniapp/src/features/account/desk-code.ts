/** The code in what was scanned, or in what opened the page; null when it is no code of a desk. */
export function deskCodeOf(text: string): string | null {
  return /\/packages\/account\/pages\/confirm-desk\?c=([\w-]{20,100})$/.exec(text.trim())?.[1] ?? null;
}
