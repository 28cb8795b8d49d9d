import { call, type Output } from '@miniapp/platform/api';
import { slot } from '@miniapp/platform/storage';
import { createStore } from '@miniapp/platform/store';
import { useSyncExternalStore } from 'react';
import { isSignedIn, type Me } from './me';
import type { VillageCode } from './village-code';

/** A village with its phones, as it was last fetched. */
export type Village = Output<'regions.village'>;

interface Kept {
  village: Village;
  /** Carried by the board's code; binds the person to the village as soon as she is signed in. */
  boardCode?: string;
}

const kept = slot<Kept>('village');
const chosen = createStore<Kept | undefined>(kept.get());

function keep(next: Kept): void {
  kept.set(next);
  chosen.set(next);
}

/** The village on this phone's front page, or undefined before one is chosen. */
export const chosenVillage = (): Village | undefined => chosen.get()?.village;

/** Whether the village came from the code on its board. */
export const cameByBoard = (): boolean => chosen.get()?.boardCode !== undefined;

export const useChosenVillage = (): Village | undefined =>
  useSyncExternalStore(chosen.subscribe, chosen.get)?.village;

/**
 * Puts a village on the front page: fetches its names and phones, keeps them on the phone, and tells the server when
 * the person is signed in. Rejects like `call`; then nothing has changed.
 */
export async function chooseVillage({ code, boardCode }: VillageCode): Promise<Village> {
  const village = await call('regions.village', { code });
  if (await isSignedIn()) await call('accounts.chooseVillage', { village: code, boardCode });
  keep({ village, ...(boardCode !== '' && { boardCode }) });
  return village;
}

/** After signing in: the board that was scanned before counts, else the village that the server remembers. */
export async function settleVillage(me: Me): Promise<void> {
  const here = chosen.get();
  if (here !== undefined && (me.village === null || here.boardCode !== undefined)) {
    await call('accounts.chooseVillage', { village: here.village.code, boardCode: here.boardCode ?? '' });
    return;
  }
  if (me.village !== null && me.village.code !== here?.village.code)
    keep({ village: await call('regions.village', { code: me.village.code }) });
}

/** Fetches the phones anew: an office may have a new one. Without a network the old ones stay. */
export async function refreshVillage(): Promise<void> {
  const here = chosen.get();
  if (here === undefined) return;
  keep({ ...here, village: await call('regions.village', { code: here.village.code }) });
}
