import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, syncFolder, writeDurably } from '../host/durable';
import { codeOf } from '../host/plain-error';
import { sha256 } from './signature';

/** What is known of a stored object besides its content. */
export interface ObjectInfo {
  key: string;
  size: number;
  /** MD5 in hex, as S3 gives it. */
  etag: string;
  contentType: string;
  /** Instant of the last write. */
  modified: string;
  /** The signer's own `x-amz-meta-*` values, by name without that prefix. */
  metadata: Record<string, string>;
}

export interface StoredObject {
  info: ObjectInfo;
  /** Bytes `from` to `to`, both counted in. */
  stream(from: number, to: number): NodeJS.ReadableStream;
  /** The whole content; closes the object. */
  read(): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Objects as files, one a key, found by the hash of the key, so no key can name a path. A file holds its own
 * description before the content (four bytes with its length, JSON, content): one rename makes both true at once,
 * and an acknowledged write survives `kill -9` and a power cut.
 */
export function objectFiles(folder: string) {
  // No bucket's name begins with a dot. What a killed process left half-written was never acknowledged.
  const drafts = join(folder, '.drafts');
  rmSync(drafts, { recursive: true, force: true });
  mkdirSync(drafts, { recursive: true, mode: 0o700 });

  const fileOf = (bucket: string, key: string) => {
    const name = sha256(key);
    return join(folder, bucket, name.slice(0, 2), name);
  };

  async function openObject(file: string): Promise<StoredObject | undefined> {
    let handle: FileHandle;
    try {
      handle = await open(file, 'r');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
    const length = Buffer.alloc(4);
    await handle.read(length, 0, 4, 0);
    const description = Buffer.alloc(length.readUInt32BE());
    await handle.read(description, 0, description.length, 4);
    const start = 4 + description.length;
    return {
      info: JSON.parse(description.toString('utf8')) as ObjectInfo,
      stream: (from, to) => handle.createReadStream({ start: start + from, end: start + to }),
      async read() {
        try {
          return (await handle.readFile()).subarray(start);
        } finally {
          await handle.close();
        }
      },
      close: () => handle.close(),
    };
  }

  return {
    /** Stores an object in place of the one of that key, if any; on disk when it returns. */
    async put(
      bucket: string,
      content: Uint8Array,
      facts: Pick<ObjectInfo, 'key' | 'contentType' | 'metadata' | 'modified'>,
    ): Promise<ObjectInfo> {
      const etag = createHash('md5').update(content).digest('hex');
      const info: ObjectInfo = { ...facts, size: content.length, etag };
      const description = Buffer.from(JSON.stringify(info), 'utf8');
      const length = Buffer.alloc(4);
      length.writeUInt32BE(description.length);
      const file = fileOf(bucket, facts.key);
      await makeFolder(dirname(file));
      await writeDurably(file, [length, description, content], drafts);
      return info;
    },

    /** The object of a key, open until its stream is read or `close` is called; undefined when there is none. */
    find: (bucket: string, key: string): Promise<StoredObject | undefined> => openObject(fileOf(bucket, key)),

    /** Removes an object; one that is not there is fine. */
    async remove(bucket: string, key: string): Promise<void> {
      const file = fileOf(bucket, key);
      try {
        await rm(file);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return;
        throw error;
      }
      await syncFolder(dirname(file));
    },

    /** All objects of a bucket whose key begins with `prefix`, by key. Reads every file: small stores only. */
    async list(bucket: string, prefix: string): Promise<ObjectInfo[]> {
      const found: ObjectInfo[] = [];
      for (const group of await namesIn(join(folder, bucket))) {
        for (const name of await namesIn(join(folder, bucket, group))) {
          const object = await openObject(join(folder, bucket, group, name));
          await object?.close();
          if (object?.info.key.startsWith(prefix)) found.push(object.info);
        }
      }
      return found.sort((a, b) => (a.key < b.key ? -1 : 1));
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
