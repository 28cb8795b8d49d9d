import { addDays } from '@shared/calendar';
import { contract } from '@shared/contract';
import {
  CERTIFICATE_DAYS,
  CERTIFICATE_KINDS,
  type CertificateFacts,
  certificateFacts,
  certificatePaper,
  certificateText,
  type Places,
} from '@shared/papers';
import { countyOfId, newId, sha256 } from '../adapters';
import type { LoadedCase } from '../runtime/cases/case-store';
import { getOwnCase } from '../runtime/cases/own-case';
import type { Ctx } from '../runtime/context';
import { Failure } from '../runtime/failure';
import { fileOf, placesOf } from '../runtime/papers';
import { handle } from '../runtime/use-case';
import * as sql from './certificates.sql';

/** Where a printed code leads: the page that says whether the paper is true. */
const CHECK_PAGE = '/#/packages/family/pages/check';

export type Verdict = 'VALID' | 'CHANGED' | 'EXPIRED' | 'REVOKED';

export const certificates = handle(contract.households.certificates, async (ctx, { caseId }) => {
  const loaded = await getOwnCase(ctx, caseId);
  const places = await placesOf(ctx, loaded.case.village);
  const rows = await ctx.db.rows(sql.findCertificates, [loaded.county, caseId]);
  return {
    kinds: CERTIFICATE_KINDS.filter((kind) => certificateFacts(loaded.case, kind, places) !== null),
    certificates: rows.map((row) => view(ctx, row, loaded, places)),
  };
});

/** Makes a certificate of what is true today. */
export const issueCertificate = handle(
  contract.households.issueCertificate,
  async (ctx, { caseId, kind }) => {
    const loaded = await getOwnCase(ctx, caseId);
    const places = await placesOf(ctx, loaded.case.village);
    const facts = certificateFacts(loaded.case, kind, places);
    if (facts === null) throw new Failure('conflict', 'NOT_ON_LIST');
    const id = newId(loaded.county, ctx.now);
    const row: sql.CertificateRow = {
      id,
      case_id: caseId,
      kind,
      digest: digestOf(facts),
      issued_on: ctx.today,
      expires_on: addDays(ctx.today, CERTIFICATE_DAYS),
      revoked_at: null,
    };
    await ctx.db.write(sql.insertCertificate, [
      loaded.county,
      id,
      caseId,
      loaded.case.village,
      ctx.caller.personId,
      kind,
      row.digest,
      row.issued_on,
      row.expires_on,
      ctx.now,
    ]);
    return { certificate: view(ctx, row, loaded, places) };
  },
);

/** The paper itself, as long as it is true: what no longer holds is not printed again. */
export const certificateFile = handle(contract.households.certificateFile, async (ctx, { certificateId }) => {
  const { row, loaded } = await findOwn(ctx, certificateId);
  const places = await placesOf(ctx, loaded.case.village);
  const facts = certificateFacts(loaded.case, row.kind, places);
  if (facts === null || verdictOf(ctx, row, facts) !== 'VALID')
    throw new Failure('conflict', 'CERTIFICATE_OVER');
  const token = ctx.keys.paperToken(row.id);
  const paper = certificatePaper(
    facts,
    {
      issuedOn: row.issued_on,
      expiresOn: row.expires_on,
      code: ctx.site === '' ? token : `${ctx.site}${CHECK_PAGE}?t=${token}`,
    },
    places,
  );
  return { file: await fileOf(ctx, loaded.case.id, paper) };
});

export const revokeCertificate = handle(
  contract.households.revokeCertificate,
  async (ctx, { certificateId }) => {
    const { county, row, loaded } = await findOwn(ctx, certificateId);
    await ctx.db.write(sql.revokeCertificate, [county, row.id, ctx.now]);
    const places = await placesOf(ctx, loaded.case.village);
    return { certificate: view(ctx, { ...row, revoked_at: row.revoked_at ?? ctx.now }, loaded, places) };
  },
);

async function findOwn(
  ctx: Ctx,
  certificateId: string,
): Promise<{ county: string; row: sql.CertificateRow; loaded: LoadedCase }> {
  const county = countyOfId(certificateId);
  const row =
    county === undefined ? undefined : await ctx.db.first(sql.findCertificate, [county, certificateId]);
  if (county === undefined || row === undefined) throw new Failure('not_found', 'NOT_FOUND');
  return { county, row, loaded: await getOwnCase(ctx, row.case_id) };
}

function view(ctx: Ctx, row: sql.CertificateRow, loaded: LoadedCase, places: Places) {
  const facts = certificateFacts(loaded.case, row.kind, places);
  return {
    id: row.id,
    kind: row.kind,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    verdict: verdictOf(ctx, row, facts),
  };
}

/** What a certificate is worth today. Taken back counts before too old, and that before no longer true. */
export function verdictOf(
  ctx: Pick<Ctx, 'today'>,
  row: Pick<sql.CertificateRow, 'digest' | 'expires_on' | 'revoked_at'>,
  facts: CertificateFacts | null,
): Verdict {
  if (row.revoked_at !== null) return 'REVOKED';
  if (row.expires_on < ctx.today) return 'EXPIRED';
  return facts !== null && digestOf(facts).equals(row.digest) ? 'VALID' : 'CHANGED';
}

function digestOf(facts: CertificateFacts): Buffer {
  return sha256(certificateText(facts));
}
