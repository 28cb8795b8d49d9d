import { createHash } from 'node:crypto';

/** An answer as it is kept: made once, sent many times. */
export interface Kept {
  body: unknown;
  /** The same as JSON. */
  bytes: Buffer;
  /** Strong, quoted, of the bytes. */
  etag: string;
  /** Milliseconds of the procedure's clock: true from then on, and gone at that moment. */
  since: number;
  until: number;
}

/** Bytes of answers that one instance keeps: some thousand notices. */
const MAX_BYTES = 32 * 1024 * 1024;
/** Readers whose audience an instance remembers, and callers that it counts. */
const MAX_READERS = 20_000;

/** Adds to a map that forgets its oldest entry when it is full. */
function put<V>(map: Map<string, V>, key: string, value: V, max: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > max) for (const [oldest] of map.entries()) return void map.delete(oldest);
}

export function keptOf(body: unknown, since: number, until: number): Kept {
  const bytes = Buffer.from(JSON.stringify(body));
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  return { body, bytes, etag, since, until };
}

/**
 * What one instance remembers of answers that many are given: never more than its bytes, never longer than an answer is
 * true, and nothing that was read before a write of this instance to the same tables.
 */
export class SharedAnswers {
  private readonly kept = new Map<string, { answer: Kept; tables: readonly string[] }>();
  private readonly flights = new Map<string, { answer: Promise<Kept>; tables: readonly string[] }>();
  private readonly readers = new Map<string, { audience: string; since: number; until: number }>();
  private readonly calls = new Map<string, { count: number; end: number }>();
  private bytes = 0;

  constructor(private readonly maxBytes = MAX_BYTES) {}

  /** The answer under a key, as long as it is true. */
  find(key: string, now: number): Kept | undefined {
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    const { answer } = found;
    // A clock that was moved back was before the answer, too.
    if (now >= answer.since && now < answer.until) return answer;
    this.drop(key);
    return undefined;
  }

  /** Who asks while the same is already being read waits for that reading. */
  inFlight(key: string): Promise<Kept> | undefined {
    return this.flights.get(key)?.answer;
  }

  /** Reads an answer once, for whoever asks meanwhile, and keeps it unless its tables were written to since. */
  read(key: string, tables: readonly string[], work: () => Promise<Kept>): Promise<Kept> {
    const flight = { answer: work(), tables };
    this.flights.set(key, flight);
    const landed = () => {
      const still = this.flights.get(key) === flight;
      if (still) this.flights.delete(key);
      return still;
    };
    flight.answer.then(
      (answer) => {
        if (landed()) this.keep(key, answer, tables);
      },
      () => void landed(),
    );
    return flight.answer;
  }

  private keep(key: string, answer: Kept, tables: readonly string[]): void {
    this.drop(key);
    if (answer.bytes.length > this.maxBytes) return;
    this.kept.set(key, { answer, tables });
    this.bytes += answer.bytes.length;
    // All are read anew within the minute, so the oldest are as good to go as any.
    for (const [oldest] of this.kept) {
      if (this.bytes <= this.maxBytes) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const found = this.kept.get(key);
    if (found === undefined) return;
    this.kept.delete(key);
    this.bytes -= found.answer.bytes.length;
  }

  /** Audience of a reader for a reading, when it was looked up not long ago. */
  audienceOf(reader: string, now: number): string | undefined {
    const found = this.readers.get(reader);
    return found !== undefined && now >= found.since && now < found.until ? found.audience : undefined;
  }

  remember(reader: string, audience: string, since: number, until: number): void {
    put(this.readers, reader, { audience, since, until }, MAX_READERS);
  }

  /** Counts a call that memory answers; gives the seconds to wait when it was one too many. */
  count(
    caller: string,
    { limit, seconds }: { limit: number; seconds: number },
    second: number,
  ): number | null {
    const found = this.calls.get(caller);
    if (found === undefined || found.end <= second) {
      put(this.calls, caller, { count: 1, end: second + seconds }, MAX_READERS);
      return null;
    }
    found.count += 1;
    return found.count <= limit ? null : Math.max(1, found.end - second);
  }

  /** Forgets what was read from tables that were written to, and of readers what sessions and offices made of them. */
  forget(writes: ReadonlySet<string>): void {
    const isWritten = (table: string) => VERBS.some((verb) => writes.has(`${verb} ${table}`));
    for (const [key, { tables }] of this.kept) if (tables.some(isWritten)) this.drop(key);
    for (const [key, { tables }] of this.flights) if (tables.some(isWritten)) this.flights.delete(key);
    if (READERS_DEPEND_ON.some((write) => writes.has(write))) this.readers.clear();
  }
}

const VERBS = ['INSERT', 'UPDATE', 'DELETE'];

/** Who signs out, leaves or takes office reads as somebody else at once; a new session is nobody's that is remembered. */
const READERS_DEPEND_ON = [
  'UPDATE session',
  'DELETE session',
  ...['person_grant', 'delegation', 'case_party'].flatMap((table) => VERBS.map((verb) => `${verb} ${table}`)),
];
