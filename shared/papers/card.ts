import type { LocalDate } from '@shared/calendar';
import type { CardContent, CardLine } from '@shared/cards';
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
}

/** 帮扶明白卡 on A4 in big type (ux.md 8, picture 31): the same lines as on the phone, of one frozen version. */
export function cardPaper(content: CardContent, { version, madeOn, code }: CardPrint, places: Places): Paper {
  const { caseNo, headName, memberCount, includedOn, helper, year, lines, sumFen } = content;
  const { village, county } = places.offices;
  const afterwards = afterwardsSentences(content.afterwards);
  const tails = [...new Set(lines.map(({ cardTail }) => cardTail).filter(Boolean))];
  const blocks: Block[] = [
    { kind: 'TITLE', lines: ['帮扶明白卡'], under: `${year} 年 · 第 ${version} 版 · ${day(madeOn)}` },
    {
      kind: 'FACTS',
      facts: [
        { key: '户主', value: headName },
        { key: '家庭人口', value: memberCount === null ? '' : `${memberCount} 人` },
        { key: '村组', value: addressOf(content, places) },
        { key: '开始帮扶', value: fullDay(includedOn) },
        {
          key: '联系人',
          value: helper === undefined ? '' : `${helper.name}（${helper.unit}） ${helper.phone}`,
        },
        { key: '村里电话', value: village.phone },
      ].filter(({ value }) => value !== ''),
    },
    {
      kind: 'TABLE',
      columns: [
        { title: '序号', share: 0.7 },
        { title: '帮了什么', share: 2.2, align: 'left' },
        { title: '多少', share: 1.5 },
        { title: '什么时候', share: 1.3 },
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
        ...(sumFen === 0 ? [] : [['', '打到卡上的钱合计', money(sumFen), '', '']]),
      ],
    },
    ...(tails.length === 0 ? [] : [{ kind: 'TEXT' as const, text: `卡尾号 ${tails.join('、')}` }]),
    {
      kind: 'TEXT',
      strong: true,
      text: '没收到、钱数不对、有新的难处：打上面的电话，或扫下面的码。不收一分钱。',
    },
    ...(afterwards.length === 0
      ? []
      : [{ kind: 'TEXT' as const, text: `名单退出以后：${afterwards.join('')}` }]),
    { kind: 'SIGNATURES', of: ['户主签字（按手印）', '帮扶责任人签字'] },
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

const amountOf = ({ fen, words, doing }: CardLine): string =>
  doing ? '在办' : fen === null ? words || '已办' : money(fen);
