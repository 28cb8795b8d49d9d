import { fullDay, money } from '@shared/messages';
import {
  type Announced,
  audienceView,
  countsOf,
  loudspeakerText,
  type NoticeContent,
  rulesOf,
} from '@shared/publicity';
import { titleLines } from '@shared/publicity/title-lines';
import type { Block, Paper, Table } from './paper';

/** By what the paper is known again: the code to compare by eye and the one that a camera reads. */
export interface Proof {
  /** 「1a2b 3c4d」 */
  checkCode: string;
  /** The address of the check, or its token where the site has no address. */
  code: string;
}

/**
 * The sheet for the village board (domain.md 6.5, ux.md 8), of any kind: built from the frozen content alone, never from
 * a case.
 * @param hangs whether the row at that place still hangs: one that came down keeps its number and says no name
 */
export function noticePaper(content: NoticeContent, proof: Proof, hangs: (row: number) => boolean): Paper {
  const rules = rulesOf(content.kind);
  const list = content.entries.length > 0;
  const blocks: Block[] = [
    { kind: 'TITLE', lines: titleLines(content.title), ...(list && { under: `（${countsText(content)}）` }) },
    ...rules.opening(content).map((text): Block => ({ kind: 'TEXT', indent: true, text })),
    ...(list ? [tableOf(content, hangs)] : []),
    ...(rules.objections === 'NONE' ? [] : [timeOf(content)]),
    ...askingOf(content),
    { kind: 'ISSUER', issuer: content.issuer, on: fullDay(content.postedOn) },
    {
      kind: 'CODE',
      text: proof.code,
      beside: [
        `扫码看这张纸是不是原来贴的那张。校验码 ${proof.checkCode}`,
        `贴到 ${fullDay(content.to)}。到期请揭下并拍照。`,
        '本公示不含敏感信息，请勿传播。',
      ],
    },
  ];
  return { name: content.title, foot: `${content.villageName} · 校验码 ${proof.checkCode}`, blocks };
}

/** 「共 3 户」; a list of payments counts people and says what is paid in all. */
function countsText(content: NoticeContent): string {
  const { households } = countsOf(content, content.entries);
  return content.kind === 'SUBSIDY_PAYMENTS'
    ? `共 ${households} 人，合计 ${money(content.totalFen)}`
    : `共 ${households} 户`;
}

const timeOf = ({ from, to, days }: NoticeContent): Block => ({
  kind: 'TEXT',
  strong: true,
  text: `公示时间：${fullDay(from)}至${fullDay(to)}，共 ${days} 天。`,
});

/** Whom to call, and what else one can do. */
function askingOf({ kind, villageName, phones }: NoticeContent): Block[] {
  const { objections } = rulesOf(kind);
  const near = [
    { office: `${villageName}村委会`, phone: phones.village },
    { office: '镇里', phone: phones.town },
  ];
  const far = [
    { office: '县里', phone: phones.county },
    { office: '防返贫热线', phone: phones.hotline },
  ];
  if (kind === 'VILLAGE_NOTICE')
    return [
      { kind: 'TEXT', text: '有不明白的，可以打电话问。' },
      { kind: 'CALLS', calls: near },
    ];
  if (objections === 'NONE')
    return [
      { kind: 'TEXT', text: '对结果有意见，可以打下面的电话。' },
      { kind: 'CALLS', calls: far },
    ];
  const also = objections === 'ONLINE' ? '，或者扫下面的码，在手机上提' : '';
  return [
    { kind: 'TEXT', text: '有意见可以打下面的电话，写不写名字都可以，替您保密。' },
    { kind: 'CALLS', calls: [...near, ...far] },
    { kind: 'TEXT', text: `也可以投村委会的意见箱${also}。请如实反映情况。` },
  ];
}

const DOWN = '已撤下';

/** How the sheet heads what a phone says shorter. */
const HEADS: Readonly<Record<string, string>> = {
  户主: '户主姓名',
  人口: '家庭人口',
  小组: '村民小组',
};
/** With more columns than these there is room for the short words alone. */
const ROOMY = 4;

function tableOf(content: NoticeContent, hangs: (row: number) => boolean): Table {
  const { columns, rows } = audienceView(content, 'BOARD', { nameOnline: 'FULL' });
  const head = (title: string) => (columns.length < ROOMY ? (HEADS[title] ?? title) : title);
  return {
    kind: 'TABLE',
    columns: [
      { title: '序号', share: 0.6 },
      ...columns.map(({ key, title }) => ({
        title: head(title),
        ...(key === 'name' && { name: true, share: columns.length < ROOMY ? 1 : 1.3 }),
      })),
    ],
    rows: (rows ?? []).map(({ row, cells }) => {
      const shown = hangs(row) ? cells : columns.map(({ key }) => (key === 'name' ? DOWN : ''));
      return [String(row + 1), ...shown];
    }),
  };
}

/** The text for the loudspeaker on paper: whoever reads it out may be no friend of phones. */
export function loudspeakerPaper(told: Announced): Paper {
  return {
    name: '广播稿',
    foot: `${told.villageName} · 广播稿`,
    blocks: [
      { kind: 'TITLE', lines: ['广播稿'], under: `${told.villageName} · ${fullDay(told.firstDay)}起` },
      { kind: 'ALOUD', lines: loudspeakerText(told) },
      { kind: 'TEXT', text: '念的时候不要加名字。每天念两遍，念到公示结束那天。' },
    ],
  };
}
