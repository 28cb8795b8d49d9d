import { statement } from '../adapters/postgres/statement';

export const insertProfile = statement(
  'demo.profile',
  `INSERT INTO profile (county, code, version, doc, effective_from) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
);

export const putInForce = statement(
  'demo.inForce',
  `INSERT INTO profile_in_force (county, from_day, code, version) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
);

export const insertOffice = statement(
  'demo.office',
  `INSERT INTO office (county, region, office_name, contact_name, phone)
   SELECT $1, code, name || $3, $4, $5 FROM region WHERE code = $2 ON CONFLICT DO NOTHING`,
);

export const insertPerson = statement(
  'demo.person',
  `INSERT INTO person (id, name, demo, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
);

export const insertGrant = statement(
  'demo.grant',
  `INSERT INTO person_grant (county, person_id, role, region, from_day, department)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT DO NOTHING`,
);

export const bindVillage = statement(
  'demo.bind',
  `INSERT INTO person_village (county, person_id, village, bound, chosen_at) VALUES ($1, $2, $3, true, $4)
   ON CONFLICT DO NOTHING`,
);

/** A new data key makes new tokens: the old links end with it. */
export const insertLink = statement(
  'demo.link',
  `INSERT INTO signin_link (token_hash, person_id, expires_at, reusable) VALUES ($1, $2, '9999-12-31', true)
   ON CONFLICT DO NOTHING`,
);
