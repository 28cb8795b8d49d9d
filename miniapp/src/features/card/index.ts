/** 明白卡: what reached a family on the list. */
export { CARD_PAGE } from './pages';
export { useCard } from './queries';
