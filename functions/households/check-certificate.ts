import { contract } from '@shared/contract';
import { certificateFacts, certificateSentence } from '@shared/papers';
import { formatCaseNo } from '@shared/people';
import { countyOfId } from '../adapters';
import { findCase } from '../runtime/cases/case-store';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';
import { verdictOf } from './certificates';
import * as sql from './certificates.sql';

const TAIL_DIGITS = 5;

/**
 * Anybody who holds a paper asks whether it is ours and true today. Without a seal of ours nothing is looked up, so a
 * made-up or changed code learns nothing; with one, no more is said than the paper says, the name masked, and nothing
 * of it any more once it is over.
 */
export const checkCertificate = handle(contract.households.checkCertificate, async (ctx, { token }) => {
  const id = ctx.keys.readPaperToken(token);
  const county = id === null ? undefined : countyOfId(id);
  if (id === null || county === undefined) throw new Failure('not_found', 'CERTIFICATE_UNKNOWN');
  // Read for a stranger in the county's scope, whoever asks and wherever that person serves.
  return ctx.db.within(county, async () => {
    const row = await ctx.db.first(sql.findCertificate, [county, id]);
    const loaded = row === undefined ? null : await findCase(asNobody(ctx), row.case_id);
    if (row === undefined || loaded === null) throw new Failure('not_found', 'CERTIFICATE_UNKNOWN');
    const places = await placesOf(ctx, loaded.case.village);
    const facts = certificateFacts(loaded.case, row.kind, places);
    const verdict = verdictOf(ctx, row, facts);
    const holds = verdict === 'VALID' && facts !== null;
    const { office, phone } = places.offices.village;
    return {
      verdict,
      kind: row.kind,
      issuedOn: row.issued_on,
      expiresOn: row.expires_on,
      sentence: holds ? certificateSentence(facts, true) : '',
      caseNoTail: holds ? formatCaseNo(facts.caseNo).replace(/ /g, '').slice(-TAIL_DIGITS) : '',
      phone: { office, number: phone },
    };
  });
});

/** Without regions of its own the search for a case stays in the scope that it was begun in. */
const asNobody = (ctx: Ctx): Ctx => ({ ...ctx, scopes: [] });
