import { useMe } from '@miniapp/features/account';
import { isOffline, onNetworkFound } from '@miniapp/platform/network';
import { slot, slotNames } from '@miniapp/platform/storage';
import { toast } from '@miniapp/platform/ui';
import type { StaffCaseView } from '@shared/casework';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { YardAct } from './acts';
import { replay, watchYardActs, yardActs } from './outbox';

const COPIES = 'copy:staff-case:';

/** What of a person's lies on this phone: acts that wait, and the cases that she took along. */
export interface Yard {
  acts: readonly YardAct[];
  cases: readonly StaffCaseView[];
  personId: string | undefined;
}

/**
 * Sends what waits whenever a page of staff opens or the network returns, and says so.
 * @param unreached the page itself could not reach the server; once it can, what waits goes too
 */
export function useYard(unreached: boolean): Yard {
  const personId = useMe().data?.personId ?? undefined;
  const all = useSyncExternalStore(watchYardActs, yardActs);
  const [cases] = useState(() =>
    slotNames(COPIES).flatMap((name) => slot<{ data: StaffCaseView }>(name).get()?.data ?? []),
  );
  useEffect(() => {
    if (personId === undefined) return undefined;
    const go = async () => {
      const before = yardActs().length;
      if (before === 0) return;
      await replay(personId);
      if (yardActs().length < before) toast('存在手机里的，交上去了');
    };
    if (!isOffline() && !unreached) go();
    return onNetworkFound(go);
  }, [personId, unreached]);
  return { acts: all.filter((act) => act.personId === personId), cases, personId };
}
