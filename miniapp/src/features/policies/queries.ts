import { call, type Output } from '@miniapp/platform/api';
import { useQuery } from '@miniapp/ui/useQuery';

export type Policy = Output<'policies.list'>['policies'][number];

/** All policies of a place, kept for when there is no network. */
export const useAllPolicies = (village: string) =>
  useQuery(village === '' ? undefined : `all-policies:${village}`, () => call('policies.list', { village }), {
    keep: true,
  });
