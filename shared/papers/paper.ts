/**
 * A printed sheet as data: what stands on it, block by block, from top to bottom. Builders beside this file write one
 * from a case; functions/adapters/pdf turns it into a PDF. Nothing here knows sizes or fonts, and nothing there knows
 * what a case is, so that a new sheet is a new builder and nothing else.
 *
 * A sheet is black on white A4 for a village printer and old eyes (ux.md 8): title 25 pt, text 14, tables 15, names 18.
 */
export interface Paper {
  /** What the sheet is, in the file's own title and where a phone lists it: 「受理回执」. */
  name: string;
  blocks: readonly Block[];
  /** Said at the foot of every page before 「第 1 页，共 N 页」: whose sheet it is when pages come apart. */
  foot?: string;
  /** Set closer, in the same type: a sheet for every door that would otherwise spill over onto a second page. */
  close?: boolean;
}

export type Block =
  /** The heading; each line of it stands alone. */
  | { kind: 'TITLE'; lines: readonly string[]; under?: string }
  /** A paragraph: `indent` as Chinese letters begin one, `strong` for the sentence that must be seen, `lead` strong before it. */
  | { kind: 'TEXT'; text: string; indent?: boolean; strong?: boolean; lead?: string }
  /** A heading inside the sheet; never left alone at the end of a page. */
  | { kind: 'HEADING'; text: string }
  /** Short facts, one a line: 「编号  2603 0217 6」. */
  | { kind: 'FACTS'; facts: readonly { key: string; value: string }[] }
  /** Facts in a frame, two a row; lines of one stand below each other. */
  | { kind: 'FRAME'; rows: readonly (readonly [FramedFact, FramedFact])[] }
  | { kind: 'LIST'; items: readonly string[] }
  | Table
  /** Who issued it and when, with a place for the seal on its left. */
  | { kind: 'ISSUER'; issuer: string; on: string }
  /** Empty places to sign, two in a row: 「户主（签字）：」; `ruled` draws a line to write on, `written` is on it already. */
  | { kind: 'SIGNATURES'; of: readonly string[]; ruled?: boolean; written?: readonly string[] }
  /** A square code with what it is for beside it, below a part of the sheet if one is to stand there; `text` is what a camera reads. */
  | { kind: 'CODE'; text: string; beside: readonly string[]; part?: { title: string; text: string } }
  /** Whom to call, two in a row where they fit; one without a number left out. */
  | { kind: 'CALLS'; calls: readonly { office: string; phone: string }[] }
  /** A poster on a wall, read from three steps away: heading, a square code, what to do step by step, the last word. */
  | { kind: 'POSTER'; title: string; text: string; steps: readonly string[]; last: readonly string[] }
  /** Sentences to read out, one a line, in big type. */
  | { kind: 'ALOUD'; lines: readonly string[] };

/** A table whose head repeats on each page and whose rows never break across two. */
export interface Table {
  kind: 'TABLE';
  columns: readonly {
    title: string;
    /** Share of the width; 1 when not given. */
    share?: number;
    align?: 'left' | 'center' | 'right';
    /** Names of people are set larger: they are what everybody looks for. */
    name?: boolean;
  }[];
  rows: readonly (readonly string[])[];
  /** The last row: its words over the first columns, its number under the column `at`, what else is to be said over the rest. */
  sum?: { title: string; at: number; value: string; rest: string };
}

/** A fact of a FRAME; the name of a person is set larger. */
export interface FramedFact {
  key: string;
  lines: readonly string[];
  name?: boolean;
}

/** Everything a reader of the sheet sees, block by block: for tests and for the scan of what must not stand there. */
export function textOf(paper: Paper): string {
  return [...paper.blocks.map(textOfBlock), paper.foot ?? ''].join('\n');
}

function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'TITLE':
      return [...block.lines, block.under ?? ''].join('\n');
    case 'TEXT':
      return `${block.lead ?? ''}${block.text}`;
    case 'HEADING':
      return block.text;
    case 'FRAME':
      return block.rows
        .flat()
        .map(({ key, lines }) => [key, ...lines].join(' '))
        .join('\n');
    case 'FACTS':
      return block.facts.map(({ key, value }) => `${key} ${value}`).join('\n');
    case 'LIST':
      return block.items.join('\n');
    case 'TABLE':
      return [
        block.columns.map(({ title }) => title),
        ...block.rows,
        ...(block.sum === undefined ? [] : [[block.sum.title, block.sum.value, block.sum.rest]]),
      ]
        .map((row) => row.join(' '))
        .join('\n');
    case 'ISSUER':
      return `${block.issuer}\n${block.on}`;
    case 'SIGNATURES':
      return [...block.of, ...(block.written ?? [])].join('\n');
    case 'CODE':
      return [...(block.part === undefined ? [] : [block.part.title, block.part.text]), ...block.beside].join(
        '\n',
      );
    case 'CALLS':
      return callsOf(block.calls)
        .map(({ office, phone }) => `${office} ${phone}`)
        .join('\n');
    case 'POSTER':
      return [block.title, ...block.steps, ...block.last].join('\n');
    case 'ALOUD':
      return block.lines.join('\n');
  }
}

/** Those that can be called. */
export function callsOf<T extends { phone: string }>(calls: readonly T[]): T[] {
  return calls.filter(({ phone }) => phone !== '');
}
