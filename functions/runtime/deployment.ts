import { systemClock } from '../adapters/clock';
import { createCloudPush } from '../adapters/cloudbase/cloud-push';
import { createKeys, type KeyMaterial } from '../adapters/keys';
import { jsonLog } from '../adapters/log';
import { pdfPrinter } from '../adapters/pdf/pdfmake';
import { openDatabase } from '../adapters/postgres/scoped';
import { createS3Store } from '../adapters/storage/s3';
import { createCloudWechat } from '../adapters/wechat/cloud';
import type { Adapters } from './context';
import { createPipeline, type Pipeline } from './pipeline';
import type { Env, Variable } from './variables';

export interface Deployment {
  adapters: Adapters;
  pipeline: Pipeline;
}

/** Connections of one function instance: it serves few calls at once, and there are many instances. */
const CONNECTIONS = 3;

/**
 * Puts a cloud deployment together from its environment:
 * DATABASE_URL, DATABASE_CA (PEM, for a server with a certificate of its own), DATABASE_CONNECTIONS;
 * S3_ENDPOINT (not for AWS itself), S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY;
 * WECHAT_TEMPLATES (JSON, see adapters/cloudbase/cloud-push.ts; empty: nothing but the inbox), CLOUDBASE_ENV
 * (also: phone numbers by WeChat's own button), ID_PHOTOS (`on`: WeChat reads ID cards),
 * FIELD_KEYS (`k1:base64,k2:base64`), ACTIVE_FIELD_KEY, BLIND_INDEX_KEY, SESSION_KEY (base64, 32 bytes each).
 * SITE_URL, where the H5 build is served (not required: a printed code then carries its token alone).
 * Nothing is connected before the first call.
 * @throws Error that names what is missing, never what is there
 */
export function deploy(env: Env): Deployment {
  const adapters: Adapters = {
    database: openDatabase({
      url: required(env, 'DATABASE_URL'),
      max: Number(env.DATABASE_CONNECTIONS || CONNECTIONS),
      ca: env.DATABASE_CA || undefined,
    }),
    keys: createKeys(readKeys(env)),
    objects: createS3Store({
      endpoint: env.S3_ENDPOINT || undefined,
      region: env.S3_REGION || undefined,
      bucket: required(env, 'S3_BUCKET'),
      accessKey: required(env, 'S3_ACCESS_KEY_ID'),
      secretKey: required(env, 'S3_SECRET_ACCESS_KEY'),
    }),
    push: createCloudPush({
      env: env.CLOUDBASE_ENV || env.TCB_ENV || '',
      templates: env.WECHAT_TEMPLATES ?? '',
    }),
    printer: pdfPrinter,
    site: env.SITE_URL ?? '',
    ...(env.CLOUDBASE_ENV && {
      wechat: createCloudWechat({ env: env.CLOUDBASE_ENV, idPhotos: env.ID_PHOTOS === 'on' }),
    }),
    clock: systemClock,
    log: jsonLog,
  };
  return { adapters, pipeline: createPipeline(adapters, { profile: 'cloud' }) };
}

let deployed: Deployment | undefined;

/** The deployment of this process, made on its first call and kept: an instance serves many. */
export function deployment(): Deployment {
  deployed ??= deploy(process.env);
  return deployed;
}

function readKeys(env: Env): KeyMaterial {
  const pairs = required(env, 'FIELD_KEYS')
    .split(',')
    .map((pair) => pair.trim().split(':') as [string, string]);
  return {
    fieldKeys: Object.fromEntries(pairs),
    activeKeyId: required(env, 'ACTIVE_FIELD_KEY'),
    blindIndexKey: required(env, 'BLIND_INDEX_KEY'),
    sessionKey: required(env, 'SESSION_KEY'),
  };
}

function required(env: Env, name: Variable): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}
