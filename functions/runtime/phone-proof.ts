import type { Caller } from '@shared/access';
import type { Adapters } from './context';

const MINUTES = 10;

type Tools = Pick<Adapters, 'keys' | 'clock'>;

/** A sealed note that WeChat told this number of this person: for the next ten minutes, and worth nothing to others. */
export function provePhone({ keys, clock }: Tools, { personId }: Caller, phone: string): string {
  const until = Date.parse(clock.wall()) + MINUTES * 60_000;
  const { keyId, bytes } = keys.seal(JSON.stringify({ phone, until }), placeOf(personId));
  return `${keyId}.${bytes.toString('base64url')}`;
}

/** The number in a note of ours to this person, or null: too old, somebody else's, or none of ours. */
export function readPhoneProof({ keys, clock }: Tools, { personId }: Caller, proof: string): string | null {
  const [keyId = '', bytes = ''] = proof.split('.');
  try {
    const text = keys.open({ keyId, bytes: Buffer.from(bytes, 'base64url') }, placeOf(personId));
    const { phone, until } = JSON.parse(text) as { phone: string; until: number };
    return until >= Date.parse(clock.wall()) ? phone : null;
  } catch {
    return null;
  }
}

const placeOf = (personId: string) => `phone-proof/${personId}`;
