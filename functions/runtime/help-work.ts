/** Work of the outbox that tells people of a family's help: ids and codes only, never what somebody said. */
export interface HelpWork {
  caseId: string;
  at: string;
  what: 'HELPER' | 'PLAN' | 'LANDED' | 'NOT_RECEIVED' | 'NEW_RISK' | 'READY';
  /** The measure, or the person. */
  of: string;
}
