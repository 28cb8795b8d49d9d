import type { CertificateKind } from '@shared/papers';
import { statement } from '../adapters';

export interface CertificateRow {
  id: string;
  case_id: string;
  kind: CertificateKind;
  digest: Buffer;
  issued_on: string;
  expires_on: string;
  revoked_at: string | null;
}

const COLUMNS = 'id, case_id, kind, digest, issued_on, expires_on, revoked_at';

export const insertCertificate = statement(
  'households.insertCertificate',
  `INSERT INTO certificate (county, id, case_id, village, person_id, kind, digest, issued_on, expires_on, issued_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

export const findCertificates = statement<CertificateRow>(
  'households.findCertificates',
  `SELECT ${COLUMNS} FROM certificate WHERE county = $1 AND case_id = $2 ORDER BY issued_at DESC, id DESC LIMIT 50`,
);

export const findCertificate = statement<CertificateRow>(
  'households.findCertificate',
  `SELECT ${COLUMNS} FROM certificate WHERE county = $1 AND id = $2`,
);

export const revokeCertificate = statement(
  'households.revoke',
  'UPDATE certificate SET revoked_at = $3 WHERE county = $1 AND id = $2 AND revoked_at IS NULL',
);
