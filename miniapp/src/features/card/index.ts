/** 明白卡: what reached a family on the list. */
export { CARD_PAGE, SAID_PAGE } from './pages';
export { type CardLine, useCard } from './queries';
