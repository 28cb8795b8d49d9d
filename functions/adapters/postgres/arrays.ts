/**
 * Long lists as PostgreSQL itself keeps them (arrays in its binary form). As text each byte of a `bytea[]` would be
 * written as two letters, escaped, sent and read back; for a list of thousands that costs both sides more than the list.
 * The statement must say the type (`$1::bytea[]`): PostgreSQL refuses a binary list of another.
 */

/** Object ids of element types: the same in every PostgreSQL. */
const TYPES = { bytea: 17, int4: 23, text: 25 } as const;
const HEADER_BYTES = 20;
const WORD_BYTES = 4;
const NOTHING = -1;

/** A `bytea[]`. */
export function byteaArray(items: readonly Buffer[]): Buffer {
  let size = HEADER_BYTES;
  for (const item of items) size += WORD_BYTES + item.length;
  const out = headed('bytea', items.length, size, false);
  let at = HEADER_BYTES;
  for (const item of items) {
    out.writeInt32BE(item.length, at);
    item.copy(out, at + WORD_BYTES);
    at += WORD_BYTES + item.length;
  }
  return out;
}

/** A `text[]`; null is NULL. */
export function textArray(items: readonly (string | null)[]): Buffer {
  let size = HEADER_BYTES;
  for (const item of items) size += WORD_BYTES + (item === null ? 0 : Buffer.byteLength(item));
  const out = headed('text', items.length, size, items.includes(null));
  let at = HEADER_BYTES;
  for (const item of items) {
    const length = item === null ? NOTHING : out.write(item, at + WORD_BYTES, 'utf8');
    out.writeInt32BE(length, at);
    at += WORD_BYTES + Math.max(length, 0);
  }
  return out;
}

/** An `int[]` of whole numbers of 32 bits. @throws RangeError for any other number */
export function intArray(items: readonly number[]): Buffer {
  const out = headed('int4', items.length, HEADER_BYTES + items.length * 2 * WORD_BYTES, false);
  let at = HEADER_BYTES;
  for (const item of items) {
    if (!Number.isInteger(item)) throw new RangeError('Not a whole number');
    out.writeInt32BE(WORD_BYTES, at);
    out.writeInt32BE(item, at + WORD_BYTES);
    at += 2 * WORD_BYTES;
  }
  return out;
}

/** Room for a list of one dimension that counts from 1, or of none when it is empty. */
function headed(type: keyof typeof TYPES, count: number, size: number, hasNull: boolean): Buffer {
  const empty = count === 0;
  const out = Buffer.allocUnsafe(empty ? HEADER_BYTES - 2 * WORD_BYTES : size);
  out.writeInt32BE(empty ? 0 : 1, 0);
  out.writeInt32BE(hasNull ? 1 : 0, WORD_BYTES);
  out.writeInt32BE(TYPES[type], 2 * WORD_BYTES);
  if (empty) return out;
  out.writeInt32BE(count, 3 * WORD_BYTES);
  out.writeInt32BE(1, 4 * WORD_BYTES);
  return out;
}
