/** Money is a whole number of fen everywhere; only here does a person see or type yuan. */

const YUAN = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** Fen of what was typed, such as 「28,800.5」; undefined when it is no amount. Empty is undefined too. */
export function parseYuan(text: string): number | undefined {
  const match = YUAN.exec(text.replace(/[,，\s]/g, ''));
  if (!match) return undefined;
  const [, whole = '', part = ''] = match;
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

/** 「28,800」 or 「6,283.75」: two decimals only when there are fen. */
export function formatYuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const rest = Math.abs(fen) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${grouped}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`;
}
