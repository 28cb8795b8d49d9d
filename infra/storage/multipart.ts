import { S3Error } from './s3-error';

export interface Form {
  /** Text fields by lower-case name. */
  fields: ReadonlyMap<string, string>;
  /** The content of the field `file`, if there is one. */
  file: Buffer | undefined;
}

const malformed = () => new S3Error(400, 'MalformedPOSTRequest');

/** A value of `Content-Disposition: form-data; name="key"`, quoted or bare. */
function parameter(header: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header) ?? [];
  return quoted ?? bare;
}

/** The content between one boundary and the next, split into its headers and its body. */
function readPart(part: Buffer): { name: string; body: Buffer } {
  const end = part.indexOf('\r\n\r\n');
  if (end < 0) throw malformed();
  const headers = part.toString('utf8', 0, end).split('\r\n');
  const disposition = headers.find((line) => /^content-disposition:\s*form-data/i.test(line));
  const name = disposition && parameter(disposition, 'name');
  if (!name) throw malformed();
  return { name: name.toLowerCase(), body: part.subarray(end + 4) };
}

/**
 * Takes a form apart. Node's own reader fails on headers that phones put on each part (a length after a transfer
 * encoding, `filename*`); the one here reads the name and leaves the rest alone.
 * @throws S3Error 400 when it is no form, or when a name comes twice: it could be checked once and used the other time
 */
export function readForm(body: Buffer, contentType: string): Form {
  const boundary = parameter(contentType, 'boundary');
  if (!boundary || !/^multipart\/form-data\s*;/i.test(contentType)) throw malformed();
  const fields = new Map<string, string>();
  let file: Buffer | undefined;
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first boundary may stand at the very beginning, without the line break that parts it from the content before.
  const text = Buffer.concat([Buffer.from('\r\n'), body]);
  let at = text.indexOf(delimiter);
  for (;;) {
    const start = at + delimiter.length;
    if (at < 0) throw malformed();
    if (text.toString('latin1', start, start + 2) === '--') return { fields, file };
    if (text.toString('latin1', start, start + 2) !== '\r\n') throw malformed();
    at = text.indexOf(delimiter, start);
    if (at < 0) throw malformed();
    const part = readPart(text.subarray(start + 2, at));
    if (fields.has(part.name) || (part.name === 'file' && file)) {
      throw new S3Error(400, 'InvalidArgument', `Field ${part.name} comes twice`);
    }
    if (part.name === 'file') file = part.body;
    else fields.set(part.name, part.body.toString('utf8'));
  }
}
