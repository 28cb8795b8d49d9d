/** One sign of a text in its plain form, and where it stands there: `text.slice(from, to)`. */
export interface Sign {
  char: string;
  /** The digit that it stands for, also as a Chinese numeral. */
  digit?: string;
  from: number;
  to: number;
}

const NUMERALS = new Map(
  ['〇零', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (forms, digit) => [...forms].map((form) => [form, String(digit)] as const),
  ),
);

/** Traditional characters of the words that the scan knows, each before its simple form. */
const SIMPLE = new Map(
  (
    '殘残 癥症 腫肿 術术 診诊 斷断 聾聋 啞哑 癱瘫 瘓痪 喪丧 勞劳 動动 傷伤 災灾 學学 癲癫 癇痫 腦脑 臟脏 壓压 衝冲 艱艰 難难 兒儿 ' +
    '養养 撫抚 棄弃 嬰婴 歷历 礙碍 視视 聽听 語语 閉闭 緒绪 風风 濕湿 傳传 職职 發发 續续 後后 膚肤 燒烧 僑侨 確确 複复 復复'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/** Signs that take no room: they are not there. */
const INVISIBLE = /^[\p{Cf}\p{Mn}\p{Me}\u115f\u1160]$/u;

/**
 * A text in plain signs: full-width, circled, raised and other forms of letters and digits as their plain twins (Unicode
 * NFKC), traditional characters as simple ones, digits of any script as 0 to 9, invisible signs left out.
 */
export function inPlainSigns(text: string): Sign[] {
  const signs: Sign[] = [];
  let from = 0;
  for (const point of text) {
    const to = from + point.length;
    if (!INVISIBLE.test(point))
      for (const char of point.normalize('NFKC')) {
        const digit = digitOf(char);
        signs.push({ char: SIMPLE.get(char) ?? char, ...(digit !== undefined && { digit }), from, to });
      }
    from = to;
  }
  return signs;
}

function digitOf(char: string): string | undefined {
  if (/^[0-9]$/.test(char)) return char;
  return NUMERALS.get(char) ?? (/^\p{Nd}$/u.test(char) ? decimal(char) : undefined);
}

/** Digits of a script stand in a row of ten, its zero at a multiple of ten from the script's first. */
function decimal(char: string): string {
  let zero = char.codePointAt(0) ?? 0;
  const value = zero;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)) && value - zero < 9) zero -= 1;
  return String(value - zero);
}
