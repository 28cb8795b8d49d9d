import { spokenParts } from '@miniapp/platform/spoken-parts';
import fc from 'fast-check';

/** WeChat's plugin takes 1,000 bytes of UTF-8 at a time. */
const MOST_BYTES = 1000;

test('a short text is one part, and nothing is none', () => {
  expect(spokenParts('青禾村。家里有难处，点绿色的大按钮。')).toEqual([
    '青禾村。家里有难处，点绿色的大按钮。',
  ]);
  expect(spokenParts(' \n ')).toEqual([]);
});

test('a long text is cut between sentences', () => {
  const sentence = `${'村'.repeat(199)}。`;
  expect(spokenParts(sentence.repeat(3))).toEqual([sentence, sentence, sentence]);
});

test('whatever the text, no part is too long for the plugin and no word is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('村', 'a', '。', '？', '\n', '𠮷', ' ', '户主叫什么名字，')),
      (pieces) => {
        const text = pieces.join('').repeat(40);
        const parts = spokenParts(text);
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(MOST_BYTES);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(parts).not.toContain('');
      },
    ),
  );
});
