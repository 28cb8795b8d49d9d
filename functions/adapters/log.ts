/** One thing that happened, for the operator. Ids and codes only: no input, no name, no text that a person wrote. */
export interface LogEntry {
  trace: string;
  operation: string;
  status: number;
  reason?: string;
  personId?: string;
  ms?: number;
  /** Counts of what waits, for who watches the machine. */
  figures?: Record<string, number>;
  /** Of a timer that failed: when it last went well, null for never. */
  lastOkAt?: string | null;
  /** Where an unexpected error came from: its class, the database's code, frames of our own code. */
  failure?: { name: string; code?: string; constraint?: string; at: string[] };
}

export interface Log {
  info(entry: LogEntry): void;
  error(entry: LogEntry): void;
}

/** Everything as JSON lines: what a cloud's log service reads. */
export const jsonLog: Log = {
  info: (entry) => console.log(JSON.stringify({ level: 'info', ...entry })),
  error: (entry) => console.error(JSON.stringify({ level: 'error', ...entry })),
};

/** Failures only, for a console that a person looks at. */
export const failuresOnly: Log = { ...jsonLog, info: () => undefined };

const MAX_FRAMES = 6;

/** What may be logged of an unexpected error. Its message is left out: a database puts the row's values there. */
export function failureOf(error: unknown): NonNullable<LogEntry['failure']> {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, MAX_FRAMES)
    .map((line) => line.trim());
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    at,
  };
}
