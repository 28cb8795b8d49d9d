import { migrate } from '@infra/database/migrate';
import { DATABASE, ROLES } from '@infra/database/roles';
import { startThrowaway } from '@infra/database/server';
import { Client } from 'pg';
import type { EmptyDatabase } from './real-stage';

/** A throwaway server that gives a fresh, migrated database as often as it is asked. */
export async function startDatabases(): Promise<{ fresh(): Promise<EmptyDatabase>; stop(): Promise<void> }> {
  const server = await startThrowaway();
  await migrate(server.url('owner'), { log: () => undefined });
  let made = 0;
  const asAdmin = async (sql: string) => {
    const client = new Client({ connectionString: server.url('admin') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    async fresh() {
      made += 1;
      const name = `rehearsal_${made}`;
      await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${DATABASE} OWNER ${ROLES.owner}`);
      return {
        appUrl: server.url('app', name),
        ownerUrl: server.url('owner', name),
        drop: () => asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
      };
    },
    stop: () => server.stop(),
  };
}
