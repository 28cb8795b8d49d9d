import type { DemoPerson } from '@shared/contract/local';
import type { LocalSecrets } from './secrets';

/** What the local stack hands to the API, and what it needs of it: the seam between infra/ and functions/. */

export interface LocalServerOptions {
  /** Connection string of the application's login. */
  databaseUrl: string;
  storage: {
    /** Reached by the server and by the phones: signed URLs name it. */
    endpoint: string;
    accessKey: string;
    secretKey: string;
    bucket: string;
  };
  dataDir: string;
  port: number;
  h5Dir: string;
  profile: 'local';
  secrets: Omit<LocalSecrets, 'storage'>;
}

export interface LocalServer {
  fetch(request: Request): Promise<Response> | Response;
  /** Runs the timer function once: deadlines, publicity ends, the outbox. */
  tick(): Promise<void>;
  /** Makes the demo people, once; gives them with one-click sign-in links, absolute or from '/'. */
  seedDemo(): Promise<DemoPerson[]>;
  close(): Promise<void>;
}
