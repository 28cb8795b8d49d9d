import { canonicalText, type NoticeContent } from '@shared/publicity';
import { sha256 } from '../adapters/keys';

/** Stands before a county's first notice. */
export const BEGINNING = Buffer.alloc(32);

/** The digest of a notice: sha256 over its predecessor's digest and its own canonical text. */
export function chainDigest(before: Buffer, content: NoticeContent): Buffer {
  return sha256(before, canonicalText(content));
}

/** One notice as it lies in the database, whoever wrote it there. */
export interface Link {
  seq: number;
  digest: Buffer;
  prev_digest: Buffer;
  content: unknown;
}

export type FaultKind = 'MISSING' | 'ALTERED' | 'BROKEN_LINK';

/** Whether a notice is what its digest says; what is no notice at all is not. */
export function isUnchanged({ digest, prev_digest, content }: Omit<Link, 'seq'>): boolean {
  // Over what lies there and not over what a schema makes of it: a field that was put in is a change.
  return chainDigest(prev_digest, content as NoticeContent).equals(digest);
}

/** Numbers that one gap names: whoever writes a far one in does not make us count to it. */
const MAX_GAP = 50;

/** The numbers between two links, or the first of them. */
export function gap(after: number, before: number): number[] {
  const missing = Math.min(MAX_GAP, Math.max(0, before - after - 1));
  return Array.from({ length: missing }, (_, index) => after + 1 + index);
}

/**
 * What is wrong with a link, seen from the one before it. A number that is left out is a notice that is gone; digests
 * that do not meet are links of two chains.
 */
export function faultsOf(
  before: Pick<Link, 'seq' | 'digest'>,
  link: Link,
): { seq: number; kind: FaultKind }[] {
  const faults: { seq: number; kind: FaultKind }[] = gap(before.seq, link.seq).map((seq) => ({
    seq,
    kind: 'MISSING',
  }));
  if (faults.length === 0 && !link.prev_digest.equals(before.digest))
    faults.push({ seq: link.seq, kind: 'BROKEN_LINK' });
  if (!isUnchanged(link)) faults.push({ seq: link.seq, kind: 'ALTERED' });
  return faults;
}
