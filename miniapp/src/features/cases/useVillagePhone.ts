import { useChosenVillage } from '@miniapp/features/account';
import type { Phone } from '@miniapp/ui/ErrorView';

/** Whom to call when something cannot be fetched. */
export function useVillagePhone(): Phone | undefined {
  const village = useChosenVillage();
  return village && { name: village.village.office, number: village.village.phone };
}
