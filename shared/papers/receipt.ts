import { localDate } from '@shared/calendar';
import type { Case } from '@shared/casework';
import { fullDay } from '@shared/messages';
import { formatCaseNo } from '@shared/people';
import type { Paper } from './paper';
import { addressOf, footOf, type Places, phonesOf } from './places';

/**
 * 受理回执 (domain.md 3.1, state 2): that the village took the report in, under which number, who comes, and by when
 * the family hears. Null before it was taken in.
 * @param resultDueOn last day of the cap, as the family reads it on its phone
 */
export function receiptPaper(c: Case, places: Places, resultDueOn: string): Paper | null {
  if (c.acceptedBy === null) return null;
  const verifiers = c.verifiers.map(({ name, office }) => `${name}（${office}）`).join('、');
  return {
    name: '受理回执',
    foot: footOf(c, places),
    blocks: [
      { kind: 'TITLE', lines: ['受理回执'] },
      { kind: 'TEXT', text: `${c.headName}家：` },
      { kind: 'TEXT', indent: true, text: '您家的申报，村里收下了，正在办。不收钱。' },
      {
        kind: 'FACTS',
        facts: [
          { key: '编号', value: formatCaseNo(c.caseNo) },
          { key: '家在哪里', value: addressOf(c, places) },
          { key: '哪天申报', value: fullDay(localDate(c.cluedAt)) },
          { key: '哪天收下', value: `${fullDay(localDate(c.acceptedBy.at))}，${c.acceptedBy.actor.name}` },
          ...(verifiers === '' ? [] : [{ key: '谁到家里', value: verifiers }]),
          { key: '最晚哪天', value: `${fullDay(resultDueOn)}，不管行不行都告诉您` },
        ],
      },
      { kind: 'HEADING', text: '接下来' },
      {
        kind: 'LIST',
        items: [
          '两位干部到家里看情况。',
          '全家大人签名以后，部门查对信息。',
          '村里开会商量，再把名单贴出来。不写病情，不写钱数。',
          '镇里审核，县里来定。',
        ],
      },
      { kind: 'TEXT', text: '收好这张纸。打电话问的时候，报上面的编号。' },
      phonesOf(places),
      { kind: 'ISSUER', issuer: places.offices.village.office, on: fullDay(localDate(c.acceptedBy.at)) },
    ],
  };
}
