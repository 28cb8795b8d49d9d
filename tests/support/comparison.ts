import type { ImportKindName } from '@shared/contract';
import { composeIdNumber } from '@shared/people';
import { VERIFICATION, walk } from './f01';
import type { Office } from './office';

export interface Compared {
  caseId: string;
  /** ID numbers of the family, in the order of its members. */
  ids: string[];
}

/** A family whose four adults signed and have ID numbers, waiting for its comparison. */
export async function waitingFamily(office: Office, headName: string, series: number): Promise<Compared> {
  const ids = VERIFICATION.members.map(({ birthDate }, index) =>
    composeIdNumber({ area: '990101', birthDate, sequence: series * 10 + index }),
  );
  const { caseId } = await walk(office, 'accepted', { headName, idNo: ids[0] ?? null });
  const version = async () => (await office.must('li-chunmei', 'reviews.case', { caseId })).case.version;
  office.at('2026-03-04 10:00');
  const members = VERIFICATION.members.map((member, index) => ({
    ...member,
    name: index === 0 ? headName : member.name,
    idNo: ids[index] ?? null,
  }));
  await office.must('li-chunmei', 'reviews.recordVerification', {
    caseId,
    version: await version(),
    ...VERIFICATION,
    members,
  } as never);
  for (const person of ['li-chunmei', 'wang-jianjun'])
    await office.must(person, 'reviews.signVerification', {
      caseId,
      version: await version(),
      opinion: '属实',
    });
  for (const memberKey of ['head', 'wife', 'son', 'daughter'])
    await office.must('li-chunmei', 'reviews.recordAuthorization', {
      caseId,
      version: await version(),
      memberKey,
      method: 'PAPER',
    });
  return { caseId, ids };
}

/** Sends a table in and stays until it is done; gives the job and how often there was something to tell. */
export async function sendIn(
  office: Office,
  person: string,
  targetId: string,
  bytes: Uint8Array,
  kind: ImportKindName = 'COMPARISON_ANSWERS',
) {
  const { job, upload } = await office.must(person, 'imports.start', {
    kind,
    targetId,
    fileName: '答复.xlsx',
    size: bytes.length,
  });
  office.store.objects.set(upload.fields.key ?? '', {
    content: bytes,
    contentType: 'application/octet-stream',
  });
  const seen = [job];
  for (let turns = 0; turns < 500; turns += 1) {
    const next = await office.must(person, 'imports.advance', { jobId: job.id });
    seen.push(next.job);
    if (next.job.state === 'DONE' || next.job.state === 'REFUSED') break;
  }
  const last = seen.at(-1) ?? job;
  return { job: last, seen };
}

/** What a store's address leads to. */
export function fetched(office: Office, url: string): Uint8Array {
  return office.store.objects.get(url.replace('memory:', ''))?.content ?? new Uint8Array();
}
