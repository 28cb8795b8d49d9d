import type { LocalDate } from '@shared/calendar';
import type { CardContent, CardHelper, CardLine } from '@shared/cards';
import { day, fullDay, money } from '@shared/messages';
import { afterwardsSentences } from '@shared/messages/cards';
import { formatCaseNo } from '@shared/people';
import type { Block, Paper } from './paper';
import { addressOf, footOf, type Places } from './places';

export interface CardPrint {
  version: number;
  madeOn: LocalDate;
  /** Leads to the card behind the family's own sign-in; '' where the site has no address. */
  code: string;
  /** Who of the family signed it on a phone, and when; null while nobody did. */
  signed: { by: string; on: LocalDate } | null;
}

/** 帮扶明白卡 on A4 in big type (ux.md 8, picture 31): the same lines as on the phone, of one frozen version. */
export function cardPaper(
  content: CardContent,
  { version, madeOn, code, signed }: CardPrint,
  places: Places,
): Paper {
  const { caseNo, headName, memberCount, includedOn, helper, year, lines, sumFen } = content;
  const { village, county } = places.offices;
  const afterwards = afterwardsSentences(content.afterwards);
  const tails = [...new Set(lines.map(({ cardTail }) => cardTail).filter(Boolean))];
  const written = signed === null ? [] : [`${signed.by}，${day(signed.on)}在手机上签`];
  const blocks: Block[] = [
    { kind: 'TITLE', lines: ['帮扶明白卡'], under: `${year} 年 · 第 ${version} 版 · ${day(madeOn)}` },
    {
      kind: 'FRAME',
      rows: [
        [
          { key: '户主', lines: [headName], name: true },
          { key: '家庭人口', lines: memberCount === null ? [] : [`${memberCount} 人`] },
        ],
        [
          { key: '村组', lines: [addressOf(content, places)] },
          { key: '开始帮扶', lines: [fullDay(includedOn)] },
        ],
        [
          { key: '帮扶责任人', lines: helper === undefined ? ['还没有定'] : [helper.name, helper.unit] },
          { key: '联系电话', lines: phonesOf(helper, village.phone) },
        ],
      ],
    },
    {
      kind: 'TABLE',
      columns: [
        { title: '序号', share: 0.6 },
        { title: '帮了什么', share: 2.5, align: 'left' },
        { title: '多少', share: 1.5 },
        { title: '什么时候', share: 1.2 },
        { title: '谁给的', share: 1.6 },
      ],
      rows: [
        ...lines.map((line, at) => [
          String(at + 1),
          line.member === '' ? line.title : `${line.title}（${line.member}）`,
          amountOf(line),
          day(line.on),
          line.payer,
        ]),
        ...(lines.length === 0 ? [['', '今年还没有记下来的帮扶', '', '', '']] : []),
      ],
      ...(sumFen !== 0 && {
        sum: {
          title: '打到卡上的钱合计',
          at: 2,
          value: money(sumFen),
          rest: tails.length === 0 ? '' : `卡尾号 ${tails.join('、')}`,
        },
      }),
    },
    {
      kind: 'TEXT',
      lead: '没收到、钱数不对、有新的难处：',
      text: `打上面的电话${code === '' ? '' : '，或扫下面的码'}。不收钱。`,
    },
    ...(afterwards.length === 0
      ? []
      : [{ kind: 'TEXT' as const, lead: '名单退出以后：', text: afterwards.join('') }]),
    { kind: 'SIGNATURES', of: ['户主签字（按手印）', '帮扶责任人签字'], ruled: true, written },
    ...(code === ''
      ? []
      : [
          {
            kind: 'CODE' as const,
            text: code,
            beside: [
              '这个码要用您自己的微信登录才能看，别人扫了看不到。',
              `编号 ${formatCaseNo(caseNo)} · 卡上的数和系统、一卡通一致`,
              `${county.office}监制`,
            ],
          },
        ]),
  ];
  return { name: '帮扶明白卡', foot: footOf(content, places), blocks };
}

/** The helper's own number first, then the village's, which is said to be it. */
const phonesOf = (helper: CardHelper | undefined, village: string): string[] =>
  [helper?.phone ?? '', village && `${village} 村里`].filter(Boolean);

const amountOf = ({ fen, words, doing }: CardLine): string =>
  doing ? '在办' : fen === null ? words || '已办' : money(fen);
