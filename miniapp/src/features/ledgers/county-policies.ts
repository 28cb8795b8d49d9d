import { useMe } from '@miniapp/features/account';
import { useFreshAfterActs } from '@miniapp/features/staff';
import { call, type Output } from '@miniapp/platform/api';
import { type Query, useQuery } from '@miniapp/ui/useQuery';

export type County = Output<'policies.county'>;
export type Policy = County['policies'][number];
export type Override = County['overrides'][number];

export const POLICY_PAGE = 'packages/ledgers/pages/policy';

/** The county whose word on policies is this person's to say; '' for everybody else, whom the server refuses. */
export function useCountyPolicies(): { region: string; query: Query<County> } {
  const me = useMe();
  const grant = me.data?.grants.find(({ role }) => role === 'COUNTY_CLERK' || role === 'COUNTY_LEADER');
  const region = grant?.region ?? me.data?.grants[0]?.region.slice(0, 6) ?? '';
  const key = region === '' ? undefined : `county-policies:${region}`;
  return {
    region,
    query: useFreshAfterActs(useQuery(key, () => call('policies.county', { county: region }))),
  };
}
