import fs from 'node:fs';
import path from 'node:path';
import { DATABASE, ROLES } from '@infra/database/roles';
import { Client } from 'pg';

/** The application's own way into the database of a local stack, by the folder of its data. */
export function databaseIn(dataDir: string): string {
  const { app } = JSON.parse(fs.readFileSync(path.join(dataDir, 'database.json'), 'utf8')) as { app: string };
  // PostgreSQL writes its port into the fourth line.
  const port = fs.readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://${ROLES.app}:${app}@127.0.0.1:${port}/${DATABASE}`;
}

/** Makes the oldest messages of a county ones that could not be sent, however often it was tried. */
export async function setAside(databaseUrl: string, county: string, many: number): Promise<void> {
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await database.query("SELECT set_config('app.region', $1, false)", [county]);
    await database.query(
      `UPDATE outbox SET dead = true, attempts = 8, outcome = 'INTERNAL'
        WHERE id IN (SELECT id FROM outbox WHERE county = $1 ORDER BY id LIMIT $2)`,
      [county, many],
    );
  } finally {
    await database.end();
  }
}
