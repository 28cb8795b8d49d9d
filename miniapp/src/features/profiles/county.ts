import { useMe } from '@miniapp/features/account';
import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';
import type { Profile } from '@shared/procedure';

export type Rules = Output<'profiles.list'>;

/** The county whose procedure is this person's to change; undefined for everybody else. */
export function useCounty(): string | undefined {
  const grants = useMe().data?.grants ?? [];
  return grants.find(({ role }) => role === 'COUNTY_CLERK' || role === 'COUNTY_LEADER')?.region;
}

export function useRules(county: string | undefined): Query<Rules> {
  const key = county === undefined ? undefined : `rules ${county}`;
  return useFreshAfterActs(useQuery(key, () => call('profiles.list', { county: county ?? '' })));
}

/** The newest version, which a change is made to, with all that stands around it. */
export function useBase(
  county: string | undefined,
): Query<{ rules: Rules; base: Profile; filled: string[] }> {
  const key = county === undefined ? undefined : `rules-base ${county}`;
  return useFreshAfterActs(
    useQuery(key, async () => {
      const rules = await call('profiles.list', { county: county ?? '' });
      const { profile, filled } = await call('profiles.get', { county: county ?? '', ...rules.base });
      return { rules, base: profile, filled };
    }),
  );
}
