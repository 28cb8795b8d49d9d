/** What a ledger is taken out for: who takes personal data out says why (domain.md 6.7). */
export const LEDGER_USES = ['REPORT', 'CHECK', 'MEETING', 'ARCHIVE'] as const;
export type LedgerUse = (typeof LEDGER_USES)[number];
