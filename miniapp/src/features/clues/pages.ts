export const CLUE_PAGE = 'packages/clues/pages/clue';
export const REPORT_PAGE = 'packages/clues/pages/report';
export const SEND_PAGE = 'packages/clues/pages/send';
