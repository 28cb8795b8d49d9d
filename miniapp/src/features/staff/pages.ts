/** Where the pages of staff are, as in routes.ts. */
export const CASE_PAGE = 'packages/review/pages/case';
export const ACTION_PAGE = 'packages/review/pages/action';
export const INCLUDED_PAGE = 'packages/review/pages/included';
/** A township's leader agrees on several cases. */
export const TOGETHER_PAGE = 'packages/review/pages/together';
export const TASKS_PAGE = 'packages/review/pages/tasks';
export const ASSISTS_PAGE = 'packages/review/pages/assists';
export const ASSIST_PAGE = 'packages/review/pages/assist';
export const CLOCK_PAGE = 'packages/review/pages/clock';
export const REQUESTS_PAGE = 'packages/review/pages/requests';
export const ANSWER_PAGE = 'packages/review/pages/answer';
export const HOLD_PAGE = 'packages/meeting/pages/hold';
export const MEETINGS_PAGE = 'packages/meeting/pages/meetings';
export const MEETING_PAGE = 'packages/meeting/pages/meeting';
export const PUBLICITY_PAGE = 'packages/publicity/pages/publicity';
export const POST_PAGE = 'packages/publicity/pages/post';
export const ANNOUNCE_PAGE = 'packages/publicity/pages/announce';
/** A list or words on their way to the board; where a list is sent in, and where words are written. */
export const DRAFT_PAGE = 'packages/publicity/pages/draft';
export const LIST_PAGE = 'packages/publicity/pages/list';
export const WORDS_PAGE = 'packages/publicity/pages/words';
export const ROWS_PAGE = 'packages/publicity/pages/rows';
export const HUNG_PAGE = 'packages/publicity/pages/hung';
export const COMPARE_PAGE = 'packages/compare/pages/compare';
export const CLUES_PAGE = 'packages/clues/pages/clues';
/** Rounds of checks. */
export const CHECKS_PAGE = 'packages/ledgers/pages/checks';
/** What inspection and the like found. */
export const PROBLEMS_PAGE = 'packages/ledgers/pages/problems';
export const LEDGERS_PAGE = 'packages/ledgers/pages/ledgers';
/** The register of monitored households, and one family of it. */
export const REGISTER_PAGE = 'packages/register/pages/register';
export const ENTRY_PAGE = 'packages/register/pages/entry';
export const TICKETS_PAGE = 'packages/tickets/pages/tickets';
export const TICKET_PAGE = 'packages/tickets/pages/ticket';
/** A payer's file of what it paid. */
export const PAYMENTS_PAGE = 'packages/ledgers/pages/payments';
/** What a county says otherwise about policies. */
export const POLICIES_PAGE = 'packages/ledgers/pages/policies';
/** Families on the list and what is due for each. */
export const FOLLOWS_PAGE = 'packages/followups/pages/list';
/** One of them, and what is known of it through time. */
export const FOLLOWED_PAGE = 'packages/followups/pages/family';
export const FACTS_PAGE = 'packages/followups/pages/facts';
export const GLANCE_PAGE = 'packages/glance/pages/glance';
export const RATINGS_PAGE = 'packages/glance/pages/ratings';
/** The county's procedure: versions, changes, previews. */
export const RULES_PAGE = 'packages/settings/pages/rules';
/** Who stands in for the reader during leave. */
export const LEAVE_PAGE = 'packages/settings/pages/leave';
/** What could not be sent. */
export const DELIVERIES_PAGE = 'packages/settings/pages/deliveries';
/** Who serves in the county, for its administrator. */
export const PEOPLE_PAGE = 'packages/settings/pages/people';
/** What supervisors read, under pseudonyms. */
export const SUPERVISED_PAGE = 'packages/supervision/pages/cases';
export const SUPERVISED_CASE_PAGE = 'packages/supervision/pages/case';
export const DESK_PAGE = 'packages/desk/pages/desk';
/** Below this width the desk is the phone's pages (ux.md 9). */
export const DESK_FROM_PX = 768;
/** Somebody may be at risk: a cadre says so. */
export const CLUE_REPORT_PAGE = 'packages/clues/pages/report';
/** What a department opens first, and where it sends its people at risk. */
export const DEPARTMENT_PAGE = 'packages/compare/pages/department';
export const SEND_PAGE = 'packages/clues/pages/send';
