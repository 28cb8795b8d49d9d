import type { Profile } from '@shared/procedure';
import type { Adapters } from './context';

/** What fills in a report by itself. Reading ID cards has two switches: the county's own (ux.md 13.6) and the service. */
export function fillsOf(
  { wechat }: Pick<Adapters, 'wechat'>,
  profile: Profile | null,
): ('ID_PHOTO' | 'WECHAT_PHONE')[] {
  if (wechat === undefined) return [];
  const readsCards = profile?.idPhotos === true && wechat.readIdCard !== undefined;
  return readsCards ? ['ID_PHOTO', 'WECHAT_PHONE'] : ['WECHAT_PHONE'];
}
