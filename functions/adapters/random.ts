import { randomBytes } from 'node:crypto';

const POOL_BYTES = 8192;
let pool = Buffer.alloc(0);
let at = 0;

/** Bytes from the system's own source, fetched by the page: asking for twelve at a time costs more than what they lock. None is given twice. */
export function fewRandomBytes(count: number): Buffer {
  if (at + count > pool.length) {
    pool = randomBytes(POOL_BYTES);
    at = 0;
  }
  at += count;
  return pool.subarray(at - count, at);
}
