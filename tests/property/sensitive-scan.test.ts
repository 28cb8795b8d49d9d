import { composeIdNumber } from '@shared/people';
import { scanSensitive } from '@shared/publicity';
import fc from 'fast-check';

/** Secrets in disguise must be found, rows of an honest list must pass (domain.md 6.2): both made here, both counted. */

const COUNT = 5_000;
const SEED = 20260302;

const year = fc.integer({ min: 1930, max: 2024 });
const two = (max: number) => fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'));
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const idNumber = fc
  .tuple(year, two(12), two(28), fc.integer({ min: 1, max: 999 }))
  .map(([y, m, d, sequence]) => composeIdNumber({ area: '990101', birthDate: `${y}-${m}-${d}`, sequence }));
const phone = fc
  .tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9))
  .map((parts) => parts.join(''));
const card = fc
  .tuple(fc.constantFrom('6222', '6217', '6228', '9558', '4213'), digits(12))
  .map((p) => p.join(''));
const number = fc.oneof(idNumber, phone, card);

/** Ten digits of another form each, and a way to write all of them so. */
const FORMS = [
  '０１２３４５６７８９',
  '⓪①②③④⑤⑥⑦⑧⑨',
  '⁰¹²³⁴⁵⁶⁷⁸⁹',
  '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
  '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿',
  '٠١٢٣٤٥٦٧٨٩',
  '०१२३४५६७८९',
  '〇一二三四五六七八九',
  '零壹贰叁肆伍陆柒捌玖',
].map((form) => [...form]);
const reformed = (text: string, form: readonly string[]) =>
  [...text].map((char) => form[Number(char)] ?? char).join('');
const cut = (text: string, every: number, by: string) =>
  [...text].map((char, at) => (at > 0 && at % every === 0 ? by + char : char)).join('');
const starred = (text: string, sign: string) => {
  const signs = [...text];
  return [...signs.slice(0, 4), ...signs.slice(8).map(() => sign), ...signs.slice(-4)].join('');
};

const numberDisguise = fc.oneof(
  fc.constant((text: string) => text),
  fc.constantFrom(...FORMS).map((form) => (text: string) => reformed(text, form)),
  fc
    .tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom(' ', '\u3000', '-', '—', '·', '/', '_', '\u00a0', '\u2009', ' - '),
    )
    .map(
      ([every, by]) =>
        (text: string) =>
          cut(text, every, by),
    ),
  fc.constantFrom('\u200b', '\u200d', '\ufeff', '\u2060').map((by) => (text: string) => cut(text, 1, by)),
  fc.constantFrom('*', '＊', 'x', '●', '×').map((sign) => (text: string) => starred(text, sign)),
);
const disguisedNumber = fc
  .tuple(number, numberDisguise, fc.constantFrom(...FORMS), fc.boolean())
  .map(([secret, disguise, form, twice]) => disguise(twice ? reformed(secret, form) : secret));

const WORDS = [
  ...[
    '因病',
    '因残',
    '残疾',
    '瘫痪',
    '聋哑',
    '尿毒症',
    '肿瘤',
    '白血病',
    '糖尿病',
    '住院',
    '手术',
    '透析',
    '精神病',
  ],
  ...['肝硬化', '脑梗', '癫痫', '骨折', '丧失劳动力', '孤儿', '留守儿童', '患有', '确诊', '因伤'],
];
const TRADITIONAL: Readonly<Record<string, string>> = {
  残: '殘',
  瘫: '癱',
  痪: '瘓',
  聋: '聾',
  哑: '啞',
  症: '癥',
  肿: '腫',
  术: '術',
  脑: '腦',
  癫: '癲',
  痫: '癇',
  丧: '喪',
  劳: '勞',
  动: '動',
  儿: '兒',
  确: '確',
  诊: '診',
  伤: '傷',
};
const disguisedWord = fc
  .tuple(
    fc.constantFrom(...WORDS),
    fc.constantFrom('', ' ', '\u3000', '·', '-', '/', '*', '\u200b', '、', '（'),
    fc.boolean(),
  )
  .map(([word, by, traditional]) =>
    cut(traditional ? [...word].map((char) => TRADITIONAL[char] ?? char).join('') : word, 1, by),
  );
const disguisedAddress = fc
  .tuple(
    fc.constantFrom('2组', '幸福路', '东街', '水磨巷', '王家庄'),
    fc.integer({ min: 1, max: 400 }),
    fc.constantFrom('号', ' 号', '号院', '号3单元'),
  )
  .map((parts) => parts.join(''));

const NAMES = [...'王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗'].flatMap((family) =>
  ['德胜', '春生', '桂兰', '有福', '秀英', '建国', '玉梅', '海燕', '福', '明'].map((given) => family + given),
);
const name = fc.constantFrom(...NAMES);
/** Where a secret stands: in a row of a list, glued to what is before and after it. */
const secret = fc
  .tuple(
    name,
    fc.oneof(disguisedNumber, disguisedNumber, disguisedWord, disguisedAddress),
    fc.constantFrom('', '，', ' 4人', '。', '元'),
  )
  .map(([who, hidden, after]) => ({ text: `${who}${hidden}${after}`, hidden }));

const day = fc.tuple(
  fc.integer({ min: 2023, max: 2027 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
);
const amount = fc.integer({ min: 1, max: 99_999_99 }).map((fen) => (fen / 100).toFixed(2));
const group = fc.integer({ min: 1, max: 19 }).map((n) => `${n}组`);
const innocent = fc.oneof(
  fc
    .tuple(name, fc.integer({ min: 1, max: 9 }), group)
    .map(([who, people, where]) => `${who} ${people}人 ${where}`),
  fc.tuple(name, amount, amount, amount).map(([who, ...all]) => `${who} ${all.join(' ')}`),
  fc.tuple(name, amount, group).map(([who, sum, where]) => `${where} ${who}，耕地 ${sum} 亩，补贴 ${sum} 元`),
  fc.tuple(day, day).map(([a, b]) => `公示时间：${a.join('.')}-${b.join('.')}`),
  fc.tuple(day, day).map(([a, b]) => `自${a[0]}年${a[1]}月${a[2]}日至${b[0]}年${b[1]}月${b[2]}日，共 7 天`),
  fc.tuple(day, day).map(([a, b]) => `${a.join('/')}—${b.join('/')}`),
  fc
    .tuple(fc.constantFrom('0990', '010', '0471'), digits(3), digits(4))
    .map(([area, a, b]) => `村委会 ${area}-${a} ${b}，热线 12317`),
  fc.integer({ min: 1, max: 99 }).map((n) => `按照乡振发〔2026〕${n}号文件，发放春耕补贴`),
  fc
    .array(fc.integer({ min: 1, max: 19 }), { minLength: 3, maxLength: 15 })
    .map((all) => `${all.join('、')}组`),
  fc.tuple(name, name, name).map((all) => `到会的有${all.join('、')}`),
  fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 900 }))
    .map(([a, b]) => `共 ${a} 户 ${b} 人，交通补助每人 200 元`),
  fc
    .tuple(fc.constantFrom('一', '二', '三', '十一'), group)
    .map(([n, where]) => `第${n}批到户产业奖补，${where}，牛 3 头、羊 12 只`),
);

test('five thousand secrets in disguise are found, each where it stands', () => {
  const missed = fc
    .sample(secret, { numRuns: COUNT, seed: SEED })
    .filter(({ text, hidden }) => {
      const at = text.indexOf(hidden);
      return !scanSensitive(text).some(({ from, to }) => from < at + hidden.length && to > at);
    })
    .map(({ text }) => text);
  const rate = ((COUNT - missed.length) / COUNT) * 100;
  process.stdout.write(`secrets found: ${rate.toFixed(2)} % of ${COUNT}\n`);
  expect(missed).toEqual([]);
});

test('five thousand honest rows pass', () => {
  const accused = fc
    .sample(innocent, { numRuns: COUNT, seed: SEED })
    .filter((text) => scanSensitive(text).length > 0)
    .map((text) => `${text} ← ${scanSensitive(text)[0]?.text}`);
  const rate = (accused.length / COUNT) * 100;
  process.stdout.write(`false alarms: ${rate.toFixed(2)} % of ${COUNT}\n`);
  expect(accused).toEqual([]);
});
