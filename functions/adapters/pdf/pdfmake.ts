import { findFonts } from './fonts';
import { layoutOf } from './layout';
import type { Printer } from './printer';

const FONT = 'NotoSansHans';

/** Loading takes a fifth of a second and 17 MB of fonts: only a call that prints pays for it. */
const load = () => require('pdfmake') as typeof import('pdfmake');

let ready: ReturnType<typeof load> | undefined;

function pdfmake(): ReturnType<typeof load> {
  if (ready !== undefined) return ready;
  const made = load();
  const files = findFonts();
  made.setFonts({ [FONT]: files });
  // A sheet names no address and no file: whatever it asks for is refused, but for the fonts.
  made.setUrlAccessPolicy(() => false);
  made.setLocalAccessPolicy((path) => path === files.normal || path === files.bold);
  ready = made;
  return made;
}

/** Prints with pdfmake and Noto Sans; the glyphs that a sheet uses are embedded in it. */
export const pdfPrinter: Printer = {
  async print(paper) {
    return pdfmake().createPdf(layoutOf(paper, FONT)).getBuffer();
  },
};
