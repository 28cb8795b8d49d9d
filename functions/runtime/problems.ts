import type { Ctx } from './context';

/** What is sealed of a problem: what was found, what was done, what was said of that. */
export interface ProblemSaid {
  words: string;
  mended?: string;
  looked?: string;
}

interface Sealed {
  county: string;
  id: string;
  key_id: string;
  sealed: Buffer;
}

const at = (county: string, id: string) => `problem/${county}/${id}`;

export const sealProblem = (ctx: Ctx, county: string, id: string, said: ProblemSaid) =>
  ctx.keys.seal(JSON.stringify(said), at(county, id));

export const openProblem = (ctx: Ctx, { county, id, key_id: keyId, sealed: bytes }: Sealed): ProblemSaid =>
  JSON.parse(ctx.keys.open({ keyId, bytes }, at(county, id))) as ProblemSaid;
