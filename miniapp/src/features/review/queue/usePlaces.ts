import { useMe } from '@miniapp/features/account';
import { call } from '@miniapp/platform/api';
import { useQuery } from '@miniapp/ui/useQuery';

interface Place {
  /** Nine digits of a township, twelve of a village. */
  value: string;
  label: string;
}

const VILLAGE_DIGITS = 12;
const TOWN_DIGITS = 9;

const childrenOf = (region: string) =>
  call('regions.children', { code: region.padEnd(VILLAGE_DIGITS, '0') }).then(({ regions }) =>
    regions.map(({ code, name, level }) => ({
      value: level === 'TOWN' ? code.slice(0, TOWN_DIGITS) : code,
      label: name,
    })),
  );

/** Places by which this person's queues can be narrowed: the villages of a township, the townships of a county and, once one is chosen, its villages. */
export function usePlaces(chosen: string): {
  towns: Place[];
  villages: Place[];
  nameOf: (place: string) => string;
} {
  const regions = useMe().data?.grants.map(({ region }) => region) ?? [];
  const own = regions.sort((a, b) => a.length - b.length)[0];
  const isWide = own !== undefined && own.length < VILLAGE_DIGITS;
  const below = useQuery(isWide ? `places:${own}` : undefined, () => childrenOf(own ?? '')).data ?? [];
  const isCounty = own !== undefined && own.length < TOWN_DIGITS;
  const town = isCounty && chosen !== '' ? chosen.slice(0, TOWN_DIGITS) : undefined;
  const inTown = useQuery(town && `places:${town}`, () => childrenOf(town ?? '')).data ?? [];
  const towns = isCounty ? below : [];
  const villages = isCounty ? inTown : below;
  const nameOf = (place: string) => [...villages, ...towns].find(({ value }) => value === place)?.label ?? '';
  return { towns, villages, nameOf };
}
