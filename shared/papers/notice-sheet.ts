import { fullDay } from '@shared/messages';
import type { SheetPart } from '@shared/messages/notice-sheet';
import type { Block, Paper } from './paper';
import type { Places } from './places';

/**
 * 申报政策明白纸 on A4, for every household of a village: the same sentences as on the phone.
 * @param code address of the page with the same sheet; '' where the site has none
 */
export function noticeSheetPaper(
  parts: readonly SheetPart[],
  { villageName, offices }: Pick<Places, 'villageName' | 'offices'>,
  { on, hotline, code }: { on: string; hotline: string; code: string },
): Paper {
  const { village, town, county } = offices;
  const [end] = parts.slice(-1);
  // The last word stands beside the code: the sheet is one page.
  const last = end && { part: { title: end.title, text: end.lines.join('') } };
  return {
    name: '申报政策明白纸',
    foot: `${villageName} · ${fullDay(on)}`,
    close: true,
    blocks: [
      { kind: 'TITLE', lines: ['防返贫申报明白纸'], under: '家家都能看，家家都能报，不收钱' },
      // Whom to call stands near the top: whoever reads no further can ask.
      ...blocksOf(parts.slice(0, BEFORE_CALLS)),
      { kind: 'HEADING', text: '打电话找谁' },
      { kind: 'CALLS', calls: [village, town, county, { office: '热线', phone: hotline }] },
      ...blocksOf(parts.slice(BEFORE_CALLS, code === '' ? undefined : -1)),
      ...(code === ''
        ? []
        : [{ kind: 'CODE' as const, text: code, beside: ['扫码在手机上看，点“念给我听”就能听。'], ...last }]),
    ],
  };
}

/** Who may report, and how. */
const BEFORE_CALLS = 2;

const blocksOf = (parts: readonly SheetPart[]): Block[] =>
  parts.flatMap(({ title, lines }): Block[] => [
    { kind: 'HEADING', text: title },
    { kind: 'TEXT', text: lines.join('') },
  ]);
