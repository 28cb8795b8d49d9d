export const CLUE_PAGE = 'packages/clues/pages/clue';
