import { statement } from '../adapters';
import { QUEUE_LINE, type QueueRowRow } from './queue.sql';

/** Open cases first, then the newest. $3 own cases of the caller, $4 how many at most. */
const found = (name: string, where: string) =>
  statement<QueueRowRow>(
    `reviews.search.${name}`,
    `SELECT ${QUEUE_LINE} FROM case_row r
      WHERE ${where} AND r.id <> ALL ($3::text[]) ORDER BY r.open DESC, r.id DESC LIMIT $4`,
  );

const byDigest = (kind: 'ID' | 'PHONE') =>
  found(
    kind,
    `(r.county, r.id) IN (SELECT i.county, i.case_id FROM case_person_index i
                           WHERE i.county = $1 AND i.kind = '${kind}' AND i.digest = $2)`,
  );

export const findBy = {
  CASE_NO: found('CASE_NO', 'r.county = $1 AND r.case_no = $2'),
  NAME: found('NAME', 'r.county = $1 AND r.head_name = $2'),
  ID: byDigest('ID'),
  PHONE: byDigest('PHONE'),
};
