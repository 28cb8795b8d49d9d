import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILES = { normal: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const;

/** Beside a bundle (functions/runtime/build.cjs puts them there), and where npm puts them. */
const FOLDERS = ['fonts', join('node_modules', '@embedpdf', 'fonts-sc', 'fonts')];

/**
 * Where the two weights of Noto Sans (Simplified Chinese, 30,888 glyphs, rare characters of names among them) lie: in
 * a folder above this file.
 * @throws Error when a deployment was made without them
 */
export function findFonts(from: string = __dirname): { normal: string; bold: string } {
  for (let folder = from; ; folder = dirname(folder)) {
    for (const below of FOLDERS) {
      const found = join(folder, below);
      if (existsSync(join(found, FILES.normal)))
        return { normal: join(found, FILES.normal), bold: join(found, FILES.bold) };
    }
    if (folder === dirname(folder))
      throw new Error('The fonts of printed sheets are not beside this function');
  }
}
