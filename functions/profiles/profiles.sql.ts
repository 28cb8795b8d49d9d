import type { Story } from '@shared/rehearsal';
import { statement } from '../adapters';

export interface VersionRow {
  code: string;
  version: number;
  name: string;
  from_day: string;
  note: string;
  open_cases: number;
  proposed_by: string | null;
  proposer: string | null;
  proposed_at: string | null;
  closed_by: string | null;
  publisher: string | null;
  closed_at: string | null;
}

/** All versions that a county has put in force or will, newest first, with who made them and the cases that keep them. */
export const findVersions = statement<VersionRow>(
  'profiles.versions',
  `SELECT f.code, f.version, p.doc->>'name' AS name, f.from_day, coalesce(w.note, '') AS note,
          (SELECT count(*)::int FROM case_row c
            WHERE c.county = f.county AND c.open AND c.profile_code = f.code AND c.profile_version = f.version)
            AS open_cases,
          w.proposed_by, a.name AS proposer, w.proposed_at, w.closed_by, b.name AS publisher, w.closed_at
     FROM profile_in_force f JOIN profile p USING (county, code, version)
     LEFT JOIN profile_proposal w ON w.county = p.county AND w.id = p.proposal
     LEFT JOIN person a ON a.id = w.proposed_by
     LEFT JOIN person b ON b.id = w.closed_by
    WHERE f.county = $1 ORDER BY f.from_day DESC`,
);

export interface BaseRow {
  code: string;
  version: number;
  from_day: string;
  doc: object;
}

/** The newest version that was published, in force or not yet: what a proposal changes. */
export const findBase = statement<BaseRow>(
  'profiles.base',
  `SELECT f.code, f.version, f.from_day, p.doc FROM profile_in_force f JOIN profile p USING (county, code, version)
    WHERE f.county = $1 ORDER BY f.from_day DESC LIMIT 1`,
);

export const findNextVersion = statement<{ next: number }>(
  'profiles.nextVersion',
  'SELECT max(version) + 1 AS next FROM profile WHERE county = $1 AND code = $2',
);

export interface ProposalRow {
  id: string;
  code: string;
  base_version: number;
  version: number;
  from_day: string;
  doc: object;
  note: string;
  state: 'OPEN' | 'REPLACED' | 'DISCARDED' | 'PUBLISHED';
  proposed_by: string;
  proposer: string;
  proposed_at: string;
}

const PROPOSAL = `SELECT w.id, w.code, w.base_version, w.version, w.from_day, w.doc, w.note, w.state, w.proposed_by,
                         a.name AS proposer, w.proposed_at
                    FROM profile_proposal w JOIN person a ON a.id = w.proposed_by`;

export const findProposal = statement<ProposalRow>(
  'profiles.proposal',
  `${PROPOSAL} WHERE w.county = $1 AND w.id = $2`,
);

export const findOpenProposal = statement<ProposalRow>(
  'profiles.openProposal',
  `${PROPOSAL} WHERE w.county = $1 AND w.state = 'OPEN'`,
);

export const insertProposal = statement(
  'profiles.insertProposal',
  `INSERT INTO profile_proposal (county, id, code, base_version, version, from_day, doc, note, proposed_by, proposed_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Whoever comes second closes nothing. */
export const closeProposal = statement(
  'profiles.closeProposal',
  `UPDATE profile_proposal SET state = $3, closed_by = $4, closed_at = $5
    WHERE county = $1 AND id = $2 AND state = 'OPEN'`,
);

export const insertVersion = statement(
  'profiles.insertVersion',
  `INSERT INTO profile (county, code, version, doc, effective_from, proposal)
   SELECT county, code, version, doc, from_day, id FROM profile_proposal WHERE county = $1 AND id = $2`,
);

export const putInForce = statement(
  'profiles.putInForce',
  `INSERT INTO profile_in_force (county, from_day, code, version)
   SELECT county, from_day, code, version FROM profile_proposal WHERE county = $1 AND id = $2`,
);

export const countOpenCases = statement<{ code: string; version: number; count: number }>(
  'profiles.openCases',
  `SELECT profile_code AS code, profile_version AS version, count(*)::int AS count FROM case_row
    WHERE county = $1 AND open GROUP BY 1, 2 ORDER BY 1, 2`,
);

export const findStories = statement<{ id: string; title: string; doc: Omit<Story, 'key' | 'title'> }>(
  'profiles.stories',
  'SELECT id, title, doc FROM profile_story WHERE county = $1 ORDER BY kept_at DESC, id LIMIT 50',
);

export const insertStory = statement(
  'profiles.insertStory',
  'INSERT INTO profile_story (county, id, title, doc, kept_by, kept_at) VALUES ($1, $2, $3, $4, $5, $6)',
);

export const deleteStory = statement(
  'profiles.deleteStory',
  'DELETE FROM profile_story WHERE county = $1 AND id = $2',
);

export const findCaseId = statement<{ id: string }>(
  'profiles.caseId',
  'SELECT id FROM case_row WHERE county = $1 AND case_no = $2',
);
