import { Client } from 'pg';

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
