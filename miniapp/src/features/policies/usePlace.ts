import { useChosenVillage } from '@miniapp/features/account';
import { useParams } from '@miniapp/platform/navigate';

/** The village that a link or a printed code names, else the one on the front page. */
export function usePlace(): string {
  const { v } = useParams<'v'>();
  const chosen = useChosenVillage();
  return v ?? chosen?.code ?? '';
}
