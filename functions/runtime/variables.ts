/** What a cloud deployment is told by its environment; what each holds is said at `deploy` in deployment.ts. */
export const VARIABLES = [
  'DATABASE_URL',
  'DATABASE_CA',
  'DATABASE_CONNECTIONS',
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_BUCKET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'WECHAT_TEMPLATES',
  'CLOUDBASE_ENV',
  'ID_PHOTOS',
  'FIELD_KEYS',
  'ACTIVE_FIELD_KEY',
  'BLIND_INDEX_KEY',
  'SESSION_KEY',
  'SITE_URL',
] as const;
export type Variable = (typeof VARIABLES)[number];

export type Env = Readonly<Record<string, string | undefined>>;
