import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '@shared/zod';
import { readJson, writeDurably } from '../host/durable';
import { PlainError } from '../host/plain-error';

const Secrets = z.object({
  /** 32-byte keys for fields, base64, by key id: a new key is added, an old one stays for what it locked. */
  fieldKeys: z.record(z.string(), z.base64()),
  activeKeyId: z.string(),
  /** 32 bytes, base64. It cannot rotate without computing every blind index anew. */
  blindIndexKey: z.base64(),
  /** 32 bytes, base64. A new one signs everybody out. */
  sessionKey: z.base64(),
  storage: z.object({ accessKey: z.string(), secretKey: z.string() }),
});
export type LocalSecrets = z.infer<typeof Secrets>;

const key = () => randomBytes(32).toString('base64');

const make = (): LocalSecrets => ({
  fieldKeys: { k1: key() },
  activeKeyId: 'k1',
  blindIndexKey: key(),
  sessionKey: key(),
  storage: {
    accessKey: randomBytes(10).toString('hex').toUpperCase(),
    secretKey: randomBytes(30).toString('base64url'),
  },
});

/**
 * The keys of this data folder, in `<dataDir>/secrets.json` (0600): made once, before anything is locked with them.
 * @throws PlainError when they are gone while there are data that only they open
 */
export async function keepSecrets(dataDir: string): Promise<LocalSecrets> {
  const file = join(dataDir, 'secrets.json');
  const kept = await readJson(file);
  if (kept !== undefined) return Secrets.parse(kept);
  // The passwords are kept from the first start on, whichever server holds the data.
  if (existsSync(join(dataDir, 'database.json'))) {
    throw new PlainError(
      `${file} 不见了，没有它读不出已加密的内容。请把它放回来。`,
      `${file} is missing and what it encrypted cannot be read without it: put it back.`,
    );
  }
  const made = make();
  await writeDurably(file, [`${JSON.stringify(made, null, 2)}\n`]);
  return made;
}
