import { call } from '@miniapp/platform/api';
import { useQuery } from '@miniapp/ui/useQuery';

/** Name and phones of a village; undefined until they are there. */
export const useVillage = (code: string | undefined) =>
  useQuery(code === undefined ? undefined : `village:${code}`, () =>
    call('regions.village', { code: code ?? '' }),
  ).data;
