import { execFileSync } from 'node:child_process';
import { lchownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../host/plain-error';

/** The user that the database server runs as. */
export interface OsUser {
  uid: number;
  gid: number;
}

function find(name: string): OsUser | undefined {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

function createPostgres(): OsUser | undefined {
  try {
    execFileSync('groupadd', ['--system', '--force', 'postgres'], { stdio: 'ignore' });
    execFileSync('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres'], {
      stdio: 'ignore',
    });
  } catch {
    // A machine without these tools or with a sealed /etc: the answer below says what there is.
  }
  return find('postgres');
}

/** Data that root copied or restored lie there as root's. */
function giveAll(path: string, user: OsUser): void {
  lchownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveAll(join(path, name), user);
}

/**
 * Which user the server must run as: undefined means as we are.
 * PostgreSQL refuses to run as root, so root lends the server the owner of the existing data, or the user
 * `postgres` (made when missing), or `nobody` where no user can be made.
 * @param data the data folder, which may not exist yet
 * @throws PlainError when the data belong to somebody else and we are not root
 */
export function serverUser(data: string): OsUser | undefined {
  const self = process.getuid?.();
  const owner = statSync(data, { throwIfNoEntry: false });
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new PlainError(
        `数据文件夹 ${data} 属于另一个用户（编号 ${owner.uid}）。请用那个用户或 root 启动，或换一个 DATA_DIR。`,
        `The data folder ${data} belongs to another user (id ${owner.uid}): start as that user or as root, or choose another DATA_DIR.`,
      );
    }
    return undefined;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = find('postgres') ?? createPostgres() ?? find('nobody');
  if (user && owner) giveAll(data, user);
  if (user) return user;
  throw new PlainError(
    'PostgreSQL 不能以 root 运行，这台机器上又没有 postgres 用户。请换一个普通用户启动。',
    'PostgreSQL cannot run as root and this machine has no user "postgres": start as an ordinary user.',
  );
}
