import { pdfPrinter } from '@functions/adapters/pdf/pdfmake';
import type { CardContent, CardLine } from '@shared/cards';
import { cardPaper, type Places, textOf } from '@shared/papers';
import { readPdf } from '@tests/support/pdf';
import { keepPage } from '@tests/support/pictures';

const PLACES: Places = {
  villageName: '青禾村',
  townName: '云岭镇',
  countyName: '示例县',
  offices: {
    village: { office: '青禾村村民委员会', name: '李春梅', phone: '0990-0000101' },
    town: { office: '云岭镇农业农村办', name: '何敏', phone: '0990-0000110' },
    county: { office: '县农业农村局', name: '吴海燕', phone: '0990-0000120' },
  },
};
const CODE = 'https://shouwang.example/#/packages/card/pages/card?case=990101-1';

const line = (over: Partial<CardLine>): CardLine => ({
  kind: 'PAYMENT',
  id: '1',
  title: '雨露计划',
  fen: 150_000,
  words: '',
  on: '2026-04-10',
  payer: '农业农村局',
  member: '',
  cardTail: '3307',
  doing: false,
  ...over,
});

const card = (over: Partial<CardContent>): CardContent => ({
  caseNo: '260302176',
  headName: '田有福',
  memberCount: 4,
  village: '990101101201',
  group: '2组',
  includedOn: '2026-03-16',
  helper: { name: '赵志远', unit: '县农业农村局', phone: '0990-0000123' },
  year: 2026,
  lines: [
    line({ title: '医疗救助', fen: 580_000, on: '2026-03-20', payer: '医保局', cardTail: '8816' }),
    line({
      title: '慢病签约服务',
      fen: null,
      words: '每季 1 次',
      payer: '镇卫生院',
      cardTail: '',
      kind: 'MEASURE',
    }),
    line({ member: '田晓雨' }),
    line({ title: '国家助学金', fen: null, payer: '学校', doing: true, cardTail: '' }),
  ],
  sumFen: 730_000,
  afterwards: { stop: ['雨露计划', '参保资助'], finish: [], stay: [] },
  ...over,
});

const print = { version: 1, madeOn: '2026-04-20', code: CODE, signed: null };
const plain = (text: string) => text.replace(/\s/g, '');

/** The sheet, and what another program finds on its pages. */
async function printed(name: string, content: CardContent, over: Partial<typeof print> = {}) {
  const paper = cardPaper(content, { ...print, ...over }, PLACES);
  const { pages } = readPdf(await pdfPrinter.print(paper));
  for (const [at, { png }] of pages.entries()) keepPage('card-paper', `${name}-${at + 1}`, png);
  const all = plain(pages.map(({ text }) => text).join(''));
  for (const said of textOf(paper).split('\n'))
    for (const word of said.split(' ')) expect(all).toContain(plain(word));
  return pages;
}

describe('明白卡 on A4, opened by another program', () => {
  test('is one page with frame, lines, sum with card tails, places to sign and a code that a camera reads', async () => {
    const [page, ...more] = await printed('usual', card({}));
    expect(more).toEqual([]);
    expect(page?.code).toBe(CODE);
    const text = plain(page?.text ?? '');
    expect(text).toContain('打到卡上的钱合计7,300元卡尾号8816、3307');
    expect(text).toContain('帮扶责任人赵志远');
  });

  test('a card of thirty lines and long names breaks between rows, and the places to sign stay whole', async () => {
    const payer = '科尔沁左翼中旗人力资源和社会保障局';
    const lines = Array.from({ length: 30 }, (_, at) =>
      line({
        id: `${at}`,
        title: `第${at}样农村低收入人口外出务工一次性交通补助`,
        member: at % 3 === 0 ? '阿依古丽·买买提江·吐尔逊' : '',
        fen: 1_234_567_800 + at,
        payer,
      }),
    );
    const headName = '阿依古丽·买买提江·吐尔逊';
    const helper = { name: '欧阳娜仁格日乐图雅', unit: payer, phone: '13900000000' };
    const pages = await printed('long', card({ lines, headName, helper, sumFen: 37_037_034_435 }));
    expect(pages.length).toBeGreaterThan(1);
    for (const { text } of pages.slice(0, -1))
      expect(plain(text)).toContain('序号帮了什么多少什么时候谁给的');
    const where = (words: string) => pages.findIndex(({ text }) => plain(text).includes(words));
    for (let at = 0; at < 30; at += 1) expect(where(`${at + 1}第${at}样`)).toBeGreaterThanOrEqual(0);
    expect(where('户主签字（按手印）')).toBe(where('帮扶责任人签字'));
    expect(pages.map(({ code }) => code).filter(Boolean)).toEqual([CODE]);
  });

  test('an empty card says so, names no code where there is none, and who signed on a phone', async () => {
    const bare = card({
      lines: [],
      sumFen: 0,
      memberCount: null,
      afterwards: { stop: [], finish: [], stay: [] },
    });
    const { helper: _, ...nobody } = bare;
    const [page] = await printed('empty', nobody, { code: '' });
    expect(plain(page?.text ?? '')).not.toContain('扫下面的码');
    expect(plain(page?.text ?? '')).toContain('还没有定');
    const signed = { by: '田有福', on: '2026-04-22' };
    const paper = cardPaper(bare, { ...print, signed }, PLACES);
    expect(textOf(paper)).toContain('田有福，4月22日在手机上签');
  });
});
