/** Masked forms of personal data (domain.md 6.3). Masking happens on the server. */

/** Two-character surnames in use. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 ' +
    '太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 ' +
    '漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 ' +
    '公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 淳于 达奚'
  ).split(' '),
);

/**
 * A head's name for people of the village: 张* , 张*明, 欧阳*. One star whatever it hides, so a long name does not
 * tell its length. A name of one character is hidden whole.
 */
export function maskName(name: string): string {
  const chars = Array.from(name.trim());
  const surname = chars.slice(0, 2).join('');
  if (chars.length < 2) return '*';
  if (chars.length > 2 && COMPOUND_SURNAMES.has(surname)) return `${surname}*`;
  if (chars.length === 2) return `${chars[0]}*`;
  return `${chars[0]}*${chars[chars.length - 1]}`;
}

/**
 * First 6 and last 4 of the ID number. Ten stars whatever the length, and the tail of a disability card is cut, so
 * the masked form does not tell a card's category and grade.
 */
export function maskId(id: string): string {
  return `${id.slice(0, 6)}**********${id.slice(14, 18)}`;
}

/** 138****5678 */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
