import type { Phone } from '@miniapp/ui/ErrorView';
import { HOTLINE } from './pages';
import { useChosenVillage } from './village';

/** Whom to call when something cannot be fetched: the village's office, or the hotline before one is chosen. */
export function useVillagePhone(): Phone {
  const village = useChosenVillage();
  return village
    ? { name: village.village.office, number: village.village.phone }
    : { name: '帮扶热线', number: HOTLINE };
}
