import type { Client } from 'pg';
import { PlainError } from '../host/plain-error';
import type { Login, Passwords } from './passwords';

/** The database that holds everything. */
export const DATABASE = 'shouwang';

/** PostgreSQL's names of the two logins that we make; the migrations grant to them by these names. */
export const ROLES = { owner: 'shouwang_owner', app: 'shouwang_app' } as const satisfies Partial<
  Record<Login, string>
>;

/** SQL may use nothing newer than PostgreSQL 15 and nothing older will do. */
const OLDEST = 15;

async function refuseOldServer(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int / 10000 AS version",
  );
  const version = rows[0]?.version ?? 0;
  if (version >= OLDEST) return;
  throw new PlainError(
    `DATABASE_URL 指的是 PostgreSQL ${version}，需要 ${OLDEST} 或更新。`,
    `DATABASE_URL leads to PostgreSQL ${version}; ${OLDEST} or later is needed.`,
  );
}

async function ensureRole(admin: Client, name: string, password: string): Promise<void> {
  const { rows } = await admin.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = $1',
    [name],
  );
  const role = rows[0];
  if (role?.rolsuper || role?.rolbypassrls) {
    throw new PlainError(
      `数据库角色 ${name} 权限过大（超级用户或可绕过行级安全），请先收回。`,
      `The database role ${name} is too strong (superuser or BYPASSRLS): take that away first.`,
    );
  }
  const verb = role ? 'ALTER' : 'CREATE';
  await admin.query(`${verb} ROLE ${name} LOGIN PASSWORD ${admin.escapeLiteral(password)}`);
}

/**
 * On a server that we did not make, ask for the ordering and letter classes of the embedded one: names by code point,
 * Chinese characters as letters (pg_trgm finds nothing in Chinese under the plain C classes).
 */
const LIKE_EMBEDDED = "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'";

async function ensureDatabase(admin: Client): Promise<void> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) {
    const builtin = await admin.query<{ provider: string }>(
      "SELECT datlocprovider AS provider FROM pg_database WHERE datname = 'template0'",
    );
    const locale = builtin.rows[0]?.provider === 'b' ? '' : LIKE_EMBEDDED;
    await admin.query(`CREATE DATABASE ${DATABASE} TEMPLATE template0 OWNER ${ROLES.owner} ${locale}`);
  }
  await admin.query(`REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${DATABASE} TO ${ROLES.app}`);
}

/**
 * Makes, as often as it is called, the owner's and the application's role and the empty database between them.
 * Tables and grants on them are the migrations' business.
 * @param admin connected as a superuser, or as one who may create roles and databases
 * @throws PlainError when the server is too old or a role is too strong
 */
export async function prepareServer(admin: Client, passwords: Passwords): Promise<void> {
  await refuseOldServer(admin);
  await ensureRole(admin, ROLES.owner, passwords.owner);
  await ensureRole(admin, ROLES.app, passwords.app);
  const { rows } = await admin.query<{ super: boolean }>(
    'SELECT rolsuper AS super FROM pg_roles WHERE rolname = current_user',
  );
  // Who is no superuser must be a member of the owner to make a database for it and to grant on it.
  if (!rows[0]?.super) await admin.query(`GRANT ${ROLES.owner} TO CURRENT_USER`);
  await ensureDatabase(admin);
}
