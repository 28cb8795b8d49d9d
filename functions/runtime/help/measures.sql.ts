import { statement } from '../../adapters/postgres/statement';

export interface MeasureRow {
  id: string;
  case_id: string;
  village: string;
  version: number;
  state: string;
  key_id: string;
  sealed: Buffer;
}

const COLUMNS = 'id, case_id, village, version, state, key_id, sealed';

export const findMeasures = statement<MeasureRow>(
  'help.measures',
  `SELECT ${COLUMNS} FROM support_measure WHERE county = $1 AND case_id = $2 ORDER BY id LIMIT 500`,
);

export const findMeasuresOfCases = statement<MeasureRow>(
  'help.measuresOfCases',
  `SELECT ${COLUMNS} FROM support_measure WHERE county = $1 AND case_id = ANY ($2::text[])
    ORDER BY case_id, coalesce(landed_on, due_on), id`,
);

export interface HelperNow {
  person_id: string;
  name: string;
  unit: string;
  phone: string;
}

export const findHelperNow = statement<HelperNow>(
  'help.helperNow',
  `SELECT h.person_id, p.name, h.unit, h.phone FROM helper_assignment h JOIN person p ON p.id = h.person_id
    WHERE h.county = $1 AND h.case_id = $2 AND h.ended_at IS NULL`,
);

export const findMeasure = statement<MeasureRow>(
  'help.measure',
  `SELECT ${COLUMNS} FROM support_measure WHERE county = $1 AND id = $2`,
);

/** A measure of the case's own history is taken over once. */
export const insertMeasure = statement(
  'help.insertMeasure',
  `INSERT INTO support_measure (county, id, case_id, village, version, state, code, risk, owner, due_on, landed_on,
                                amount_fen, received, disputed, papers_due, key_id, sealed, case_index, plan_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
   ON CONFLICT DO NOTHING`,
);

/** The version is the guard. */
export const updateMeasure = statement(
  'help.updateMeasure',
  `UPDATE support_measure SET version = $4, state = $5, owner = $6, due_on = $7, landed_on = $8, amount_fen = $9,
          received = $10, disputed = $11, papers_due = $12, key_id = $13, sealed = $14,
          told_late = CASE WHEN due_on IS DISTINCT FROM $7 THEN NULL ELSE told_late END
    WHERE county = $1 AND id = $2 AND version = $3`,
);

export const insertMeasureEvent = statement(
  'help.insertMeasureEvent',
  `INSERT INTO support_measure_event (county, measure_id, seq, case_id, village, type, to_state, actor_person, actor_role,
                                      at, request_id, key_id, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

export const moveMeasures = statement(
  'help.moveMeasures',
  'UPDATE support_measure SET village = $3 WHERE county = $1 AND case_id = $2 AND village <> $3',
);
