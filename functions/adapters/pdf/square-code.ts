import type { ContentCanvas } from 'pdfmake/interfaces';

/** A dark stretch of one row of a code, in modules from its top left corner. */
interface Dark {
  x: number;
  y: number;
  length: number;
}

/** Rows overlap by this much, or a printer leaves white hairs between them, which cameras stumble over. */
const OVERLAP = 0.12;

/** A QR code for pdfmake, whose own draws each module apart. @param room points a side; the sheet around it is white */
export function squareCode(text: string, room: number): ContentCanvas {
  const { create } = require('qrcode') as typeof import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = room / modules.size;
  return {
    canvas: darkOf(modules).map(({ x, y, length }) => ({
      type: 'rect',
      x: x * size,
      y: y * size,
      w: length * size + OVERLAP,
      h: size + OVERLAP,
      color: '#000000',
      lineWidth: 0,
    })),
  };
}

function darkOf(modules: { size: number; get(row: number, column: number): number }): Dark[] {
  const dark: Dark[] = [];
  for (let y = 0; y < modules.size; y += 1)
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      const before = dark.at(-1);
      if (before?.y === y && before.x + before.length === x) before.length += 1;
      else dark.push({ x, y, length: 1 });
    }
  return dark;
}
