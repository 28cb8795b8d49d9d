import { type LocalDate, localDate } from '@shared/calendar';
import { type Case, type FamilyStanding, standingOf } from '@shared/casework';
import { fullDay } from '@shared/messages';
import { formatCaseNo, maskName } from '@shared/people';
import type { Block, Paper } from './paper';
import { footOf, type Places } from './places';

/** What a family can have on paper: that it is on the list, or that it reported and how that stands. */
export const CERTIFICATE_KINDS = ['ON_LIST', 'REPORTED'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export const CERTIFICATE_NAMES: Record<CertificateKind, string> = {
  ON_LIST: '在列证明',
  REPORTED: '申报证明',
};

/** All that a certificate states of a family; its digest is what a later check compares. No cause, no sum, no ID number. */
export interface CertificateFacts {
  kind: CertificateKind;
  caseNo: string;
  headName: string;
  memberCount: number | null;
  place: string;
  group: string;
  reportedOn: LocalDate;
  standing: FamilyStanding;
  /** Day of the standing; null while the report is being dealt with. */
  since: LocalDate | null;
}

/** A certificate lies for three months; then the family makes a new one in a minute. */
export const CERTIFICATE_DAYS = 90;

/** What a certificate of that kind would state today; null when there is nothing of the kind to state. */
export function certificateFacts(c: Case, kind: CertificateKind, places: Places): CertificateFacts | null {
  const standing = standingOf(c);
  if (kind === 'ON_LIST' && standing !== 'ON_LIST') return null;
  return {
    kind,
    caseNo: c.caseNo,
    headName: c.headName,
    memberCount: c.memberCount,
    place: `${places.countyName}${places.townName}${places.villageName}`,
    group: c.group,
    reportedOn: localDate(c.cluedAt),
    standing,
    since: standing === 'OPEN' || c.closedAt === null ? null : localDate(c.closedAt),
  };
}

/** One text for one set of facts: what the digest is made of. */
export function certificateText(facts: CertificateFacts): string {
  const { kind, caseNo, headName, memberCount, place, group, reportedOn, standing, since } = facts;
  return JSON.stringify([kind, caseNo, headName, memberCount, place, group, reportedOn, standing, since]);
}

/** What the paper states, in one sentence; with `masked`, as a stranger who scans the code may read it. */
export function certificateSentence(facts: CertificateFacts, masked: boolean): string {
  const { kind, headName, memberCount, place, group, reportedOn, since } = facts;
  const name = masked ? maskName(headName) : headName;
  const people = memberCount === null ? '' : `，一共 ${memberCount} 口人`;
  const family = `${place}${group}${name}一家${people}`;
  if (kind === 'ON_LIST') return `${family}，从 ${fullDay(since ?? reportedOn)}起在防返贫帮扶名单上。`;
  return `${family}，${fullDay(reportedOn)}申报了家庭困难。${standingSentence(facts)}`;
}

function standingSentence({ standing, since }: CertificateFacts): string {
  const on = since === null ? '' : `${fullDay(since)}`;
  switch (standing) {
    case 'OPEN':
      return '现在正在办。';
    case 'ON_LIST':
      return `${on}列入了防返贫帮扶名单。`;
    case 'NOT_LISTED':
      return `${on}办完，没有列入防返贫帮扶名单。`;
    case 'WITHDRAWN':
      return `${on}自己撤回了申报。`;
    case 'ENDED':
      return `${on}办完。`;
  }
}

export interface Issued {
  issuedOn: LocalDate;
  /** Last day on which it counts. */
  expiresOn: LocalDate;
  /** What the code carries: the address of the check, or its token where the site has no address. */
  code: string;
}

/** 申报证明 / 在列证明: what the family asked for, and a code by which anybody finds out whether it is true today. */
export function certificatePaper(facts: CertificateFacts, issued: Issued, places: Places): Paper {
  const until = fullDay(issued.expiresOn);
  const blocks: Block[] = [
    { kind: 'TITLE', lines: [CERTIFICATE_NAMES[facts.kind]], under: '防返贫监测帮扶' },
    { kind: 'TEXT', indent: true, text: certificateSentence(facts, false) },
    {
      kind: 'FACTS',
      facts: [
        { key: '编号', value: formatCaseNo(facts.caseNo) },
        { key: '户主', value: facts.headName },
        { key: '哪天开的', value: fullDay(issued.issuedOn) },
        { key: '用到哪天', value: `${until}（含当天）` },
      ],
    },
    { kind: 'TEXT', text: '这张证明不写困难原因，不写钱数。情况有变化，以扫码看到的为准。' },
    { kind: 'ISSUER', issuer: places.offices.village.office, on: fullDay(issued.issuedOn) },
    {
      kind: 'CODE',
      text: issued.code,
      beside: [
        '扫码看这张证明是不是真的',
        '扫出来的户主、村子和日期，要和纸上一样。',
        `${until}以后作废，可以在手机上再开。`,
        `不放心，打 ${places.offices.village.office} ${places.offices.village.phone}`.trim(),
      ],
    },
  ];
  return { name: CERTIFICATE_NAMES[facts.kind], foot: footOf(facts, places), blocks };
}
