import { statement } from '../adapters';
import type { Link } from '../runtime/notice-chain';

export interface WalkRow {
  round_on: string;
  at_seq: number;
  at_digest: Buffer;
  key_id: string | null;
  top: Buffer | null;
}

export const takeWalk = statement<WalkRow>(
  'chain.walk',
  'SELECT round_on, at_seq, at_digest, key_id, top FROM chain_walk WHERE county = $1 FOR UPDATE',
);

export interface LinkRow extends Link {
  id: string;
  village: string;
}

export const findLinks = statement<LinkRow>(
  'chain.links',
  `SELECT id, village, seq, digest, prev_digest, content FROM notice WHERE county = $1 AND seq > $2
    ORDER BY seq LIMIT $3`,
);

export const keepWalk = statement(
  'chain.keepWalk',
  `INSERT INTO chain_walk AS w (county, round_on, at_seq, at_digest, key_id, top, finished_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (county) DO UPDATE SET round_on = excluded.round_on, at_seq = excluded.at_seq,
     at_digest = excluded.at_digest, key_id = excluded.key_id, top = excluded.top,
     finished_at = coalesce(excluded.finished_at, w.finished_at)`,
);

export const addFault = statement(
  'chain.addFault',
  `INSERT INTO chain_fault (county, seq, kind, notice_id, village, found_at, seen_on)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
);

export const faultStands = statement(
  'chain.faultStands',
  'UPDATE chain_fault SET seen_on = $4 WHERE county = $1 AND seq = $2 AND kind = $3',
);
