export const CLUE_PAGE = 'packages/clues/pages/clue';
export const REPORT_PAGE = 'packages/clues/pages/report';
