import { fewRandomBytes } from './random';

const TIME_DIGITS = 12;
/** A file makes thousands of ids of one moment. */
let last = { now: '', time: '' };

/**
 * A new id: the county that it belongs to (so that a call finds the shard), the moment in hex (so that neighbours in
 * time are neighbours in the index), 80 random bits.
 */
export function newId(county: string, now: string): string {
  if (now !== last.now) last = { now, time: Date.parse(now).toString(16).padStart(TIME_DIGITS, '0') };
  const { time } = last;
  return `${county}-${time}${fewRandomBytes(10).toString('hex')}`;
}

/** The county in an id, or undefined when the text is no id of ours. */
export function countyOfId(id: string): string | undefined {
  return /^(\d{6})-[0-9a-f]{32}$/.exec(id)?.[1];
}

/** Stands where a county is not known yet: a file sent before a village was chosen. */
export const NO_COUNTY = '000000';
