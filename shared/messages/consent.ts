/**
 * What an adult agrees to before departments are asked about her (domain.md 4.10, ux.md 06). A version that somebody
 * signed is never changed: another text is another version, so that years later the text under a signature is shown.
 */

export interface ConsentText {
  version: string;
  title: string;
  /** The five rows of the page. */
  terms: readonly { key: string; value: string }[];
  /** The whole text, one idea a paragraph. */
  full: readonly string[];
  bank: { question: string; yes: string; no: string };
}

const TEXTS: readonly ConsentText[] = [
  {
    version: '2026-1',
    title: '同意部门查这几样，签个名',
    terms: [
      { key: '查什么', value: '户口、房子、车、参保、上学' },
      { key: '谁去查', value: '县里把名单交给公安、住建、医保、教育等部门' },
      { key: '查来做什么', value: '只看能不能帮您家，不做别的用' },
      { key: '查多久', value: '这件事办完就停' },
      { key: '反悔', value: '随时可以撤回，查对就停下来' },
    ],
    full: [
      '我知道家里报了困难，村里、镇里、县里正在办。',
      '我家说的都是实话。人口、收入、房子、车、活计变了，我会告诉村里。',
      '说了假话，会从名单上去掉，领的钱要退。',
      '我同意县里请这些部门查对我一个人的信息。',
      '公安查户口和车。不动产登记查房子。市场监管查开店办厂。',
      '税务、人社、公积金查工钱和参保。医保查看病报销。',
      '民政、残联查享受的补助。教育查上学。',
      '不满 18 岁的孩子不查。银行存款单独问，不同意就不查。',
      '查来只看能不能帮我家、怎么帮、难处解决了没有，不做别的用。',
      '这件事办完就不再查。办事的记录按国家规定保存。',
      '要公示时，只写户主名字、几口人和小组。不写病情、收入、身份证号。',
      '我可以看、可以改、可以反映不对，也可以随时撤回这份同意。',
      '撤回以后查对就停。我家的事可能因此办不下去，村里会先说清楚。',
    ],
    bank: { question: '存款单独问您一句', yes: '同意查银行存款', no: '不同意查存款' },
  },
];

/** The text in force: what is shown to whoever signs now. */
export const CONSENT: ConsentText = TEXTS[TEXTS.length - 1] as ConsentText;

/** The text of a version, or undefined when there never was one. */
export const consentText = (version: string): ConsentText | undefined =>
  TEXTS.find((text) => text.version === version);

/** What stands under one signature: the text and what fills it in. */
export interface SignedFacts {
  version: string;
  caseNo: string;
  name: string;
  /** Null where the county makes the bank a part of the whole, so nobody was asked apart. */
  bank: boolean | null;
}

/**
 * The text that was signed, line by line, filled in. Its digest is kept with the signature, so it is made from
 * nothing else: the same facts give the same lines for ever. Undefined when there is no such version.
 */
export function signedLines({ version, caseNo, name, bank }: SignedFacts): string[] | undefined {
  const text = consentText(version);
  if (text === undefined) return undefined;
  return [
    text.title,
    ...text.terms.map(({ key, value }) => `${key}：${value}`),
    ...text.full,
    bank === null ? '银行存款：和上面几样一起查' : bank ? text.bank.yes : text.bank.no,
    `编号：${caseNo}`,
    `签名人：${name}`,
  ];
}

/** What the loudspeaker says before anybody signs. */
export const consentReadAloud = ({ title, terms, bank }: ConsentText, asksBank: boolean): string =>
  [
    `${title}。`,
    ...terms.map(({ key, value }) => `${key}，${value}。`),
    asksBank ? `${bank.question}，${bank.yes}，还是${bank.no}。不同意也可以，改由干部上门问。` : '',
    '不签也能申报，但不签不能查。',
  ].join('');
