/**
 * What a person could read in a row or an answer: without sealed bytes, digests and the random tails of ids, in whose
 * digits any short number comes up by chance.
 */
export const readable = (text: string): string =>
  text.replace(/\\x[0-9a-f]+|\b(?:\d{6}-)?(?:[0-9a-f]{64}|[0-9a-f]{32})\b/g, '');
