import { createHash, timingSafeEqual } from 'node:crypto';
import { S3Error } from './s3-error';

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as the AWS SDK sends it by default; Node has it built in only from 20.15. */
function crc32(content: Uint8Array): Buffer {
  let value = 0xffffffff;
  for (const byte of content) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((value ^ 0xffffffff) >>> 0);
  return sum;
}

const digest = (name: string) => (content: Uint8Array) => createHash(name).update(content).digest();

const KNOWN: Record<string, (content: Uint8Array) => Buffer> = {
  'content-md5': digest('md5'),
  'x-amz-checksum-crc32': crc32,
  'x-amz-checksum-sha1': digest('sha1'),
  'x-amz-checksum-sha256': digest('sha256'),
};

/**
 * Checks a body against every checksum that came with it, in headers or after the body.
 * @throws S3Error 400 when one does not fit, or is of a kind that we cannot check
 */
export function requireChecksums(
  content: Uint8Array,
  given: Record<string, string | string[] | undefined>,
): void {
  for (const [name, value] of Object.entries(given)) {
    if (!(name in KNOWN) && !/^x-amz-checksum-(crc32c|crc64nvme)$/.test(name)) continue;
    const sum = KNOWN[name]?.(content);
    if (!sum) throw new S3Error(400, 'InvalidRequest', `${name} is not supported`);
    const wanted = Buffer.from(String(value), 'base64');
    if (wanted.length !== sum.length || !timingSafeEqual(wanted, sum)) throw new S3Error(400, 'BadDigest');
  }
}
