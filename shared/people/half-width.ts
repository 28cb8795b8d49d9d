const WIDE = /[\uff01-\uff5e\u3000]/;

/** Full-width digits, letters, signs and the wide space as their plain twins, one character for one. */
export function halfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text.replace(/[\uff01-\uff5e\u3000]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}
