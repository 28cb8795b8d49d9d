/** Who is using this phone, and which village is on its front page. */

export { type Me, useMe } from './me';
export { type Inbox, subscribe, unreadOf, useInbox } from './messages';
export {
  DESK_PAGE,
  FIND_VILLAGE_PAGE,
  HOTLINE,
  PRIVACY_PAGE,
  SESSIONS_PAGE,
  SETTINGS_PAGE,
  SIGN_IN_PAGE,
} from './pages';
export { TEXT_SIZE_WORDS } from './text-size';
export { useVillagePhone } from './useVillagePhone';
export {
  cameByBoard,
  chooseVillage,
  chosenVillage,
  refreshVillage,
  useChosenVillage,
  type Village,
} from './village';
export { villageCodeOf, villageCodeOfText } from './village-code';
