import { randomBytes } from 'node:crypto';
import { readJson, writeDurably } from '../host/durable';

/** The database's logins. `admin` makes roles and databases, `owner` migrates, `app` is what the functions are. */
export type Login = 'admin' | 'owner' | 'app';

export type Passwords = Record<Login, string>;

const password = () => randomBytes(24).toString('base64url');

/** The passwords kept in `file` (0600), made on the first call and on disk before anything uses them. */
export async function keepPasswords(file: string): Promise<Passwords> {
  const kept = (await readJson(file)) as Passwords | undefined;
  if (kept) return kept;
  const made = makePasswords();
  await writeDurably(file, [`${JSON.stringify(made, null, 2)}\n`]);
  return made;
}

export function makePasswords(): Passwords {
  return { admin: password(), owner: password(), app: password() };
}
