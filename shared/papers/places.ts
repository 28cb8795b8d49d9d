import type { Case, Offices } from '@shared/casework';
import { formatCaseNo } from '@shared/people';
import type { Block } from './paper';

/** Names and offices of a case's places: what a sheet says of where it comes from. */
export interface Places {
  villageName: string;
  townName: string;
  countyName: string;
  offices: Offices;
}

/** 「保康镇保西村2组」 */
export function addressOf({ group }: Pick<Case, 'group'>, { townName, villageName }: Places): string {
  return `${townName}${villageName}${group}`;
}

/** At the foot of each page: whose sheet it is when pages come apart. */
export function footOf({ caseNo }: Pick<Case, 'caseNo'>, { villageName }: Places): string {
  return `${villageName} · 编号 ${formatCaseNo(caseNo)}`;
}

/** The offices to call, village first; one without a number is left out. */
export function phonesOf({ offices: { village, town, county } }: Places): Block {
  return {
    kind: 'FACTS',
    facts: [village, town, county]
      .filter(({ phone }) => phone !== '')
      .map(({ office, phone }) => ({ key: '电话', value: `${office}  ${phone}` })),
  };
}
