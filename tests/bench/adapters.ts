import { localPush } from '@functions/adapters/cloudbase/push';
import type { Keys } from '@functions/adapters/keys';
import { failuresOnly } from '@functions/adapters/log';
import { pdfPrinter } from '@functions/adapters/pdf/pdfmake';
import type { openDatabase } from '@functions/adapters/postgres/scoped';
import type { Adapters, MovableClock } from '@functions/runtime/context';
import { createMemoryStore } from '@tests/support/stand-ins';

/** The backend over a database, with nothing that leaves the machine. */
export function benchAdapters(
  database: ReturnType<typeof openDatabase>,
  clock: MovableClock,
  keys: Keys,
): Adapters {
  return {
    database,
    clock,
    keys,
    objects: createMemoryStore(),
    push: localPush,
    printer: pdfPrinter,
    site: '',
    log: failuresOnly,
    local: { clock, baseUrl: '', runTimers: async () => undefined },
  };
}
