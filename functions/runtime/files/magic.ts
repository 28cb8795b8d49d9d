import type { ATTACHMENT_TYPES } from '@shared/contract';

type ContentType = (typeof ATTACHMENT_TYPES)[number];

/** What a file of each type begins with: the name that it was given proves nothing. */
const BEGINNINGS: Record<ContentType, (bytes: Uint8Array) => boolean> = {
  'image/jpeg': (bytes) => begins(bytes, [0xff, 0xd8, 0xff]),
  'image/png': (bytes) => begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  // An ID3 tag, or the eleven set bits with which a frame of MPEG audio begins.
  'audio/mpeg': (bytes) =>
    begins(bytes, [0x49, 0x44, 0x33]) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0),
  'audio/mp4': (bytes) => begins(bytes.subarray(4), [0x66, 0x74, 0x79, 0x70]),
  'audio/webm': (bytes) => begins(bytes, [0x1a, 0x45, 0xdf, 0xa3]),
};

/** Says whether content is of the type that it was declared to be. */
export function isOfType(bytes: Uint8Array, contentType: string): boolean {
  return isKnown(contentType) && BEGINNINGS[contentType](bytes);
}

function isKnown(contentType: string): contentType is ContentType {
  return Object.hasOwn(BEGINNINGS, contentType);
}

function begins(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
