import type JSZip from 'jszip';
import { SheetRefused } from './types';

const jszip = () => require('jszip') as typeof JSZip;

/** Bytes that all parts of a workbook may have when they are unpacked: 100,000 rows have some 40 MB. */
const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_PARTS = 2_000;

/** Parts of a workbook that we read; pictures, macros, links and all else stay packed. */
const PARTS =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/sheet\d+\.xml)$/;

/**
 * Unpacks what we read of a workbook and counts while it does: a few kilobytes can hold gigabytes, and what a zip says
 * of its own sizes may be a lie.
 * @throws SheetRefused
 */
export async function unpack(bytes: Uint8Array, most = MAX_UNPACKED): Promise<Map<string, Buffer>> {
  const zip = await jszip()
    .loadAsync(bytes)
    .catch(() => {
      throw new SheetRefused('SHEET_UNREADABLE');
    });
  const parts = Object.values(zip.files).filter(({ name }) => PARTS.test(name));
  if (Object.keys(zip.files).length > MAX_PARTS) throw new SheetRefused('SHEET_TOO_LARGE');
  const unpacked = new Map<string, Buffer>();
  let left = most;
  for (const part of parts) {
    const content = await inflate(part, left);
    left -= content.length;
    unpacked.set(part.name, content);
  }
  return unpacked;
}

function inflate(part: JSZip.JSZipObject, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = part.nodeStream('nodebuffer');
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) {
        stream.pause();
        stream.removeAllListeners('data');
        reject(new SheetRefused('SHEET_TOO_LARGE'));
      } else chunks.push(chunk);
    });
    stream.on('error', () => reject(new SheetRefused('SHEET_UNREADABLE')));
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

/** Packs parts again, uncompressed, in that order. */
export async function pack(parts: Iterable<readonly [string, Buffer]>): Promise<Buffer> {
  const zip = new (jszip())();
  for (const [name, content] of parts) zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}
