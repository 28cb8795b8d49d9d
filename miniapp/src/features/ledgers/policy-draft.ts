import type { AmountLine, PolicyOverride } from '@shared/policies';
import type { Policy } from './county-policies';

/** How the county says it: an amount, words, nothing about the amount, or that there is none here. */
export type How = 'MONEY' | 'WORDS' | 'SAME' | 'OFF';

/** A county's word as it is being written; amounts in fen, null while nothing stands there. */
export interface Draft {
  how: How;
  lines: (Omit<AmountLine, 'fen'> & { fen: number | null })[];
  words: string;
  payer: string;
  apply: string;
  from: string;
  to: string;
}

/** Begins with what holds now. */
export function draftOf({ terms, payer, how }: Policy, today: string): Draft {
  return {
    how: 'MONEY',
    lines:
      terms.kind === 'MONEY' ? terms.lines : [{ label: '', fen: null, toFen: null, unit: 'PERSON_YEAR' }],
    words: terms.kind === 'WORDS' || terms.kind === 'SERVICE' ? terms.words : '',
    payer,
    apply: how,
    from: today,
    to: '',
  };
}

/** What is handed in: only what is said otherwise. */
export function overrideOf(
  draft: Draft,
  { code, payer, how }: Policy,
): Pick<PolicyOverride, 'code' | 'validFrom' | 'validTo' | 'off' | 'change'> {
  const said = { code, validFrom: draft.from, validTo: draft.to === '' ? null : draft.to };
  if (draft.how === 'OFF') return { ...said, off: true, change: {} };
  const lines = draft.lines.flatMap(({ fen, ...line }) => (fen === null ? [] : [{ ...line, fen }]));
  const words = draft.words.trim();
  return {
    ...said,
    off: false,
    change: {
      ...(draft.how === 'MONEY' &&
        lines.length > 0 && { amount: { kind: 'MONEY' as const, lines, example: null } }),
      ...(draft.how === 'WORDS' && words !== '' && { amount: { kind: 'WORDS' as const, words } }),
      ...(draft.payer.trim() !== '' && draft.payer.trim() !== payer && { payer: draft.payer.trim() }),
      ...(draft.apply.trim() !== '' && draft.apply.trim() !== how && { how: draft.apply.trim() }),
    },
  };
}

/** What has to be put right before it can be handed in, in a sentence; null when nothing has. */
export function faultOf(draft: Draft, policy: Policy, today: string): string | null {
  if (draft.how === 'MONEY') {
    if (draft.lines.some(({ fen }) => fen === null || fen === 0))
      return '钱数还没有写全。没有的写一句话也行。';
    if (draft.lines.some(({ fen, toFen }) => toFen !== null && toFen <= (fen ?? 0)))
      return '最多的数要比前面的大。只有一个数，后面就不填。';
  }
  if (draft.how === 'WORDS' && draft.words.trim() === '') return '还没有写怎么定的。';
  if (draft.how !== 'OFF' && (draft.payer.trim() === '' || draft.apply.trim() === ''))
    return '谁发、怎么办，都要写。';
  if (draft.from === '') return '从哪天起，还没有选。';
  if (draft.to !== '' && draft.to < draft.from) return '结束的日子不能比开始早。改一下。';
  if (draft.to !== '' && draft.to < today) return '到期的日子已经过了。改一下日期。';
  const { off, change } = overrideOf(draft, policy);
  return !off && Object.keys(change).length === 0 ? '还没有改什么。' : null;
}
