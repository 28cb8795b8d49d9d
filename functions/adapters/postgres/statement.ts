/**
 * One SQL statement with a name: PostgreSQL parses and plans it once a connection. `Row` is what it gives; the types
 * of columns are as in `pool.ts` (dates and times are strings).
 */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** What it writes to: `UPDATE notice`, `INSERT session`. */
  readonly writes?: readonly string[];
  /** Only for the compiler: a statement remembers its rows. */
  readonly row?: Row;
}

const known = new Map<string, string>();

/** Declares a statement. Names are unique in the program. @throws Error when a name is used for two texts */
export function statement<Row = Record<string, never>>(name: string, text: string): Statement<Row> {
  if (known.has(name) && known.get(name) !== text) throw new Error(`Two statements are named ${name}`);
  known.set(name, text);
  return { name, text, writes: writesOf(text) };
}

/** Keywords stand in capitals and tables do not, so `FOR UPDATE OF` and `DO UPDATE SET` name none. */
function writesOf(text: string): readonly string[] {
  return [...text.matchAll(/\b(INSERT|UPDATE|DELETE)(?: INTO| FROM)?\s+([a-z_]+)/g)].map(
    ([, verb, table]) => `${verb} ${table}`,
  );
}
