/** What WeChat's plugin takes at a time: 1,000 bytes of UTF-8, so 333 Chinese characters; a sentence is shorter. */
const LONGEST = 300;

const SENTENCE = /[^。？！；\n]*[。？！；\n]?/gu;

/**
 * A text in parts that can be spoken one after the other, none longer than 300 characters: whole sentences where they
 * fit, since a voice stops for breath between two parts. Nothing is lost but spaces at the ends.
 */
export function spokenParts(text: string): string[] {
  const parts: string[] = [];
  for (const sentence of text.match(SENTENCE) ?? []) {
    for (const piece of inPieces(sentence.trim())) {
      const last = parts.at(-1);
      if (last !== undefined && last.length + piece.length <= LONGEST) parts[parts.length - 1] = last + piece;
      else parts.push(piece);
    }
  }
  return parts;
}

/** A sentence without an end is cut where it must be. */
function inPieces(sentence: string): string[] {
  const letters = Array.from(sentence);
  const pieces: string[] = [];
  // Half the limit: a letter beyond the first plane counts twice.
  const step = Math.min(letters.length, LONGEST / 2);
  for (let from = 0; from < letters.length; from += step)
    pieces.push(letters.slice(from, from + step).join(''));
  return pieces;
}
