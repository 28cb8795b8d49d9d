import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { fewRandomBytes } from './random';

/** A text locked with the key of that id. */
export interface Sealed {
  keyId: string;
  bytes: Buffer;
}

/** All secrets of a deployment, behind what may be done with them. */
export interface Keys {
  /**
   * Locks a text, or its bytes in UTF-8 (AES-256-GCM), with the active key. `place` says where it will stand, for example county/case/seq: a
   * sealed text that was moved elsewhere does not open.
   */
  seal(text: string | Uint8Array, place: string): Sealed;
  /** Opens what any known key locked. @throws Error when the key is unknown, or text, key or place were changed */
  open(sealed: Sealed, place: string): string;
  /** Keyed hash by which an ID number or phone is found again, and what was said is known again; the value is normalised by its input schema. */
  blindIndex(kind: 'ID' | 'PHONE' | 'NAME' | 'CASE_NO' | 'INPUT' | 'PAYMENT', value: string): Buffer;
  /** The code printed on a village's board, 16 hex digits: who sends it stood in front of the board. */
  boardCode(village: string): string;
  /**
   * The number by which somebody who objected reads the answer: eight digits that can be said aloud. Nobody makes it
   * from the objection's id without the key.
   */
  queryCode(id: string): string;
  /** How a session or sign-in token is kept: the token itself is with its owner alone. */
  tokenHash(token: string): Buffer;
  /**
   * The token of a printed code: `key id.id.seal`. Only who holds the keys makes one, so that a number made up or a
   * neighbour's with a digit changed is known for what it is. The key id lets old papers be read after a rotation.
   */
  paperToken(id: string): string;
  /** The id in a token of ours, or null for anything else. */
  readPaperToken(token: string): string | null;
  /** The standing sign-in token of an invented person of the local stack. */
  demoToken(personId: string): string;
}

export interface KeyMaterial {
  /** 32-byte keys, base64, by id. Old ones stay, so that what they locked opens. */
  fieldKeys: Readonly<Record<string, string>>;
  activeKeyId: string;
  /** 32 bytes, base64. */
  blindIndexKey: string;
  /** 32 bytes, base64. A new one signs everybody out. */
  sessionKey: string;
}

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const BOARD_CODE_DIGITS = 16;
const QUERY_CODE_DIGITS = 8;
const QUERY_CODE_BYTES = 6;
const PAPER_SEAL_BYTES = 16;

/** Makes the keys of a deployment. @throws Error when one has not 32 bytes, or the active one is missing */
export function createKeys(material: KeyMaterial): Keys {
  const fieldKeys = new Map(
    Object.entries(material.fieldKeys).map(([id, text]) => [id, key(text, `field key ${id}`)] as const),
  );
  // As a key object: preparing the bytes anew costs as much as the hash.
  const indexKey = createSecretKey(key(material.blindIndexKey, 'blind index key'));
  const sessionKey = createSecretKey(key(material.sessionKey, 'session key'));
  const find = (id: string): Buffer => {
    const found = fieldKeys.get(id);
    if (found === undefined) throw new Error(`No field key ${id}`);
    return found;
  };
  const active = find(material.activeKeyId);
  const mac = (secret: KeyObject, purpose: string, value: string) =>
    // By way of a string: bytes that come from there are memory of their own, which costs more to make and collect.
    Buffer.from(createHmac('sha256', secret).update(`${purpose}\n${value}`).digest('binary'), 'binary');

  return {
    seal(text, place) {
      const nonce = fewRandomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', active, nonce).setAAD(Buffer.from(place));
      const body = typeof text === 'string' ? cipher.update(text, 'utf8') : cipher.update(text);
      const end = cipher.final();
      return { keyId: material.activeKeyId, bytes: Buffer.concat([nonce, cipher.getAuthTag(), body, end]) };
    },
    open({ keyId, bytes }, place) {
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', find(keyId), nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(place))
        .setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    blindIndex: (kind, value) => mac(indexKey, kind, value),
    boardCode: (village) => mac(indexKey, 'board', village).toString('hex').slice(0, BOARD_CODE_DIGITS),
    queryCode: (id) =>
      String(mac(indexKey, 'query', id).readUIntBE(0, QUERY_CODE_BYTES) % 10 ** QUERY_CODE_DIGITS).padStart(
        QUERY_CODE_DIGITS,
        '0',
      ),
    tokenHash: (token) => mac(sessionKey, 'token', token),
    paperToken: (id) => `${material.activeKeyId}.${id}.${paperSeal(active, id).toString('base64url')}`,
    readPaperToken(token) {
      const [, keyId = '', id = '', seal = ''] =
        /^([\w-]{1,40})\.([\w-]{1,64})\.([\w-]{22})$/.exec(token) ?? [];
      const known = fieldKeys.get(keyId);
      if (known === undefined) return null;
      // Compared as it is written: other letters that mean the same bytes are another token.
      const right = paperSeal(known, id).toString('base64url');
      return timingSafeEqual(Buffer.from(seal), Buffer.from(right)) ? id : null;
    },
    demoToken: (personId) => mac(sessionKey, 'demo', personId).toString('base64url'),
  };
}

/** With a key of its own, made from the field key: what locks a text never seals one. */
function paperSeal(fieldKey: Buffer, id: string): Buffer {
  const secret = createHmac('sha256', fieldKey).update('paper').digest();
  return createHmac('sha256', secret).update(id).digest().subarray(0, PAPER_SEAL_BYTES);
}

function key(text: string, name: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== KEY_BYTES) throw new Error(`The ${name} needs ${KEY_BYTES} bytes, base64`);
  return bytes;
}

export function sha256(...parts: (string | Buffer)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** A token that nobody guesses: 256 bits. */
export function newToken(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}
