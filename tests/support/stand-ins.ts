/** What stands in for the world outside of the process, in tests and rehearsals: keys, a file store, a clock. */
import { randomBytes } from 'node:crypto';
import type { KeyMaterial } from '@functions/adapters/keys';
import type { ObjectStore } from '@functions/adapters/storage/object-store';
import type { IdCard, Wechat } from '@functions/adapters/wechat';
import type { MovableClock } from '@functions/runtime/context';

const key = () => randomBytes(32).toString('base64');

/** Keys of a test, new each time. */
export const newKeyMaterial = (): KeyMaterial => ({
  fieldKeys: { k1: key() },
  activeKeyId: 'k1',
  blindIndexKey: key(),
  sessionKey: key(),
});

/** A file store in memory, with a way in for what a phone would upload past the functions. */
export interface MemoryStore extends ObjectStore {
  objects: Map<string, { content: Uint8Array; contentType: string }>;
}

export function createMemoryStore(): MemoryStore {
  const objects: MemoryStore['objects'] = new Map();
  return {
    objects,
    presignUpload: async ({ key: name, contentType }) => ({
      url: 'memory:',
      fields: { key: name, 'Content-Type': contentType },
    }),
    head: async (name) => {
      const found = objects.get(name);
      return found ? { size: found.content.length, contentType: found.contentType } : null;
    },
    read: async (name) => objects.get(name)?.content ?? new Uint8Array(),
    write: async (name, content, contentType) => void objects.set(name, { content, contentType }),
    presignRead: async (name) => `memory:${name}`,
  };
}

/** A clock that stands still until a test moves it; the wall clock is the machine's. */
export function createTestClock(start: string): MovableClock & { set(to: string): void } {
  let now = new Date(start).toISOString();
  const set = (to: string) => {
    now = new Date(to).toISOString();
  };
  return {
    now: () => now,
    ms: () => Date.parse(now),
    wall: () => new Date().toISOString(),
    moved: true,
    set,
    move: async (to) => set(to ?? start),
  };
}

/** A JPEG, as far as anybody looks. */
export const CARD_PHOTO = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  Buffer.alloc(200, 7),
]).toString('base64');

/** WeChat as one village knows it: every code is this phone's, every photo this card's. */
export function createTestWechat(card: IdCard, phone: string | null = '13900001234'): Required<Wechat> {
  return { phoneNumber: async () => phone, readIdCard: async () => card };
}
