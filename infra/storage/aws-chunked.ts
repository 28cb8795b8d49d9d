import { S3Error } from './s3-error';

/**
 * Takes apart the `aws-chunked` body that the AWS SDK sends for a stream: chunks with their length in hex before
 * them, an empty one last, then checksums as trailing headers.
 * @throws S3Error 400 when it is cut short or malformed
 */
export function decodeChunked(body: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const parts: Buffer[] = [];
  let at = 0;
  const line = () => {
    const end = body.indexOf('\r\n', at);
    if (end < 0) throw new S3Error(400, 'IncompleteBody');
    const text = body.toString('latin1', at, end);
    at = end + 2;
    return text;
  };
  for (;;) {
    const length = /^([0-9a-f]{1,8})(;.*)?$/i.exec(line())?.[1];
    if (length === undefined) throw new S3Error(400, 'InvalidRequest', 'Malformed chunk');
    const size = Number.parseInt(length, 16);
    if (size === 0) break;
    if (at + size + 2 > body.length) throw new S3Error(400, 'IncompleteBody');
    parts.push(body.subarray(at, at + size));
    at += size;
    if (line() !== '') throw new S3Error(400, 'InvalidRequest', 'Malformed chunk');
  }
  const trailers: Record<string, string> = {};
  for (let text = line(); text !== ''; text = line()) {
    const [name = '', value = ''] = text.split(':');
    trailers[name.toLowerCase()] = value.trim();
  }
  return { content: Buffer.concat(parts), trailers };
}
