/** Looks at a PDF as its reader does: the words of each page, and a picture of it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';

const ROOT = resolve(__dirname, '../..');

export interface PdfPage {
  /** Lines from top to bottom, as another program finds them. */
  text: string;
  png: Buffer;
  /** What a camera reads from the square code on the page; null when there is none. */
  readonly code: string | null;
}

/** Runs apart: pdf.js is an ES module. Pixels go through a file, four bytes each. */
const LOOK = `
import { readFileSync, writeFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const [folder, scale] = process.argv.slice(1);
const task = getDocument({
  data: new Uint8Array(readFileSync(folder + '/paper.pdf')),
  verbosity: 0,
  cMapUrl: 'node_modules/pdfjs-dist/cmaps/',
  standardFontDataUrl: 'node_modules/pdfjs-dist/standard_fonts/',
});
const document = await task.promise;
const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map(({ str, hasEOL }) => str + (hasEOL ? '\\n' : '')).join('');
  if (scale === '0') {
    pages.push({ text });
    continue;
  }
  const viewport = page.getViewport({ scale: Number(scale) });
  const { canvas, context } = document.canvasFactory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  writeFileSync(folder + '/' + number + '.rgba', data);
  writeFileSync(folder + '/' + number + '.png', canvas.toBuffer('image/png'));
  pages.push({ text, width, height });
}
const { info } = await document.getMetadata();
writeFileSync(folder + '/pages.json', JSON.stringify({ pages, title: info.Title }));
await task.destroy();
`;

/** The words of all pages, without the spaces and line ends that layout puts between them. */
export function wordsOf(pdf: Uint8Array): string {
  return wordsOfPages(pdf).join('');
}

/** The words of each page, without spaces and line ends. */
export function wordsOfPages(pdf: Uint8Array): string[] {
  return look(pdf, 0, (_folder, { pages }) => pages.map(({ text }) => text.replace(/\s/g, '')));
}

/** Opens a PDF with pdf.js, a program that had no part in making it. */
export function readPdf(pdf: Uint8Array): { title: string; pages: PdfPage[] } {
  return look(pdf, 2, (folder, { title, pages }) => ({
    title,
    pages: pages.map(({ text, width, height }, at) => {
      const pixels = new Uint8ClampedArray(readFileSync(join(folder, `${at + 1}.rgba`)));
      let code: string | null | undefined;
      return {
        text,
        png: readFileSync(join(folder, `${at + 1}.png`)),
        // Looking for a code takes longer than drawing the page: done for whoever asks, once.
        get code() {
          if (code === undefined)
            code = jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
          return code;
        },
      };
    }),
  }));
}

interface Looked {
  title: string;
  pages: { text: string; width: number; height: number }[];
}

/** @param scale dots a point of the pictures; 0 makes none, which is much faster */
function look<T>(pdf: Uint8Array, scale: number, take: (folder: string, looked: Looked) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    execFileSync(process.execPath, ['--input-type=module', '--eval', LOOK, folder, String(scale)], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return take(folder, JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as Looked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that pdf.js finds in each file: words, links, properties, outline, attachments, scripts. */
const SEARCH = `
import { readFileSync, writeFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
const [folder, files] = process.argv.slice(1);
const found = [];
for (let file = 0; file < Number(files); file += 1) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(folder + '/' + file + '.pdf')),
    verbosity: 0,
    cMapUrl: 'node_modules/pdfjs-dist/cmaps/',
    standardFontDataUrl: 'node_modules/pdfjs-dist/standard_fonts/',
  });
  const document = await task.promise;
  const words = [];
  const links = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    words.push((await page.getTextContent()).items.map(({ str }) => str).join(''));
    links.push(await page.getAnnotations());
  }
  const { info, metadata } = await document.getMetadata();
  const rest = [info, metadata?.getRaw(), links, await document.getOutline(), await document.getAttachments()];
  rest.push(await document.getJSActions(), await document.getFieldObjects(), await document.getPageLabels());
  found.push({ words: words.join(''), rest: JSON.stringify(rest) });
  await task.destroy();
}
writeFileSync(folder + '/found.json', JSON.stringify(found));
`;

/** What a PDF holds beside its pictures of words. */
export interface PdfInside {
  /** The words of all pages, without spaces. */
  words: string;
  /** Properties and XMP, links, outline, attachments, scripts, as pdf.js tells them. */
  rest: string;
  /** The file itself, and what lies packed in it. */
  bytes: Buffer;
}

/** Takes many PDFs apart at once, for whoever looks for what should not be in them. */
export function insidesOf(pdfs: readonly Uint8Array[]): PdfInside[] {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  try {
    for (const [at, pdf] of pdfs.entries()) writeFileSync(join(folder, `${at}.pdf`), pdf);
    execFileSync(process.execPath, ['--input-type=module', '--eval', SEARCH, folder, String(pdfs.length)], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const found: { words: string; rest: string }[] = JSON.parse(
      readFileSync(join(folder, 'found.json'), 'utf8'),
    );
    return found.map(({ words, rest }, at) => ({
      words: words.replace(/\s/g, ''),
      rest,
      bytes: unpacked(Buffer.from(pdfs[at] ?? [])),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bytes of a PDF with each of its packed streams laid open behind them. */
function unpacked(pdf: Buffer): Buffer {
  const parts = [pdf];
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 1)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    const start = pdf.indexOf('\n', at) + 1;
    try {
      parts.push(inflateSync(pdf.subarray(start, pdf.indexOf('endstream', start))));
    } catch {
      // Not packed: it is read as it lies there.
    }
  }
  return Buffer.concat(parts);
}
