import { type Block, callsOf, type FramedFact, type Paper, type Table } from '@shared/papers';
import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { squareCode } from './square-code';

/** ux.md 8: px at 96 dpi of the picture, in points. */
const SIZE = { title: 25, under: 16, heading: 16, text: 14, table: 15, name: 18, small: 12 };
const EDGE = 57;
const WIDTH = 595 - 2 * EDGE;
/** Of a sheet that is set closer: the room above and below, a line's height, above a heading. */
const CLOSE = { edge: 40, line: 1.2, heading: 4 };
const HEADING = 10;
const BLACK = '#000000';
const SEAL = 96;
const CODE = 92;
/** Between two lines to sign on. */
const GAP = 30;
/** A poster is read from three steps away. */
const POSTER = { title: 44, step: 24, last: 20, code: 270 };
const ALOUD = 22;

/** The sheet as pdfmake wants it. */
export function layoutOf(paper: Paper, font: string): TDocumentDefinitions {
  return {
    info: { title: paper.name, creator: '守望', producer: '守望' },
    pageSize: 'A4',
    pageMargins: paper.close ? [EDGE, CLOSE.edge, EDGE, CLOSE.edge + 6] : [EDGE, EDGE, EDGE, EDGE + 6],
    defaultStyle: { font, fontSize: SIZE.text, lineHeight: paper.close ? CLOSE.line : 1.35, color: BLACK },
    content: withoutTail(together(paper.blocks, paper.close ? CLOSE.heading : HEADING)),
    footer: (page, pages) => ({
      margin: [EDGE, 16, EDGE, 0],
      fontSize: SIZE.small,
      columns: [
        { text: paper.foot ?? '', width: '*' },
        { text: `第 ${page} 页，共 ${pages} 页`, width: 'auto', alignment: 'right' },
      ],
    }),
    // A heading at the end of a page goes over to what it heads.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
      node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
  };
}

/** A code stays with the places to sign above it: neither is alone on a page. */
function together(blocks: readonly Block[], aboveHeading: number): (Content & object)[] {
  const done: (Content & object)[] = [];
  for (const [at, block] of blocks.entries()) {
    const above = block.kind === 'CODE' && blocks[at - 1]?.kind === 'SIGNATURES' ? done.pop() : undefined;
    const own = contentOf(block, aboveHeading);
    done.push(above === undefined ? own : { stack: [above, own], unbreakable: true });
  }
  return done;
}

/** The room below the last block may not open a page of its own. */
function withoutTail(blocks: (Content & object)[]): Content[] {
  return blocks.map((block, at) => (at < blocks.length - 1 ? block : { ...block, marginBottom: 0 }));
}

function contentOf(block: Block, aboveHeading: number): Content & object {
  switch (block.kind) {
    case 'TITLE':
      return {
        stack: [
          ...block.lines.map((text) => ({ text, fontSize: SIZE.title, bold: true })),
          ...(block.under ? [{ text: block.under, fontSize: SIZE.under, marginTop: 4 }] : []),
        ],
        alignment: 'center',
        lineHeight: 1.3,
        margin: [0, 0, 0, 16],
      };
    case 'TEXT':
      return {
        text: [{ text: block.lead ?? '', bold: true }, block.text],
        bold: block.strong ?? false,
        leadingIndent: block.indent ? 2 * SIZE.text : 0,
        margin: [0, 0, 0, 6],
      };
    case 'HEADING':
      return {
        text: block.text,
        fontSize: SIZE.heading,
        bold: true,
        headlineLevel: 1,
        margin: [0, aboveHeading, 0, 4],
      };
    case 'FACTS':
      return {
        stack: block.facts.map(({ key, value }) => ({
          columns: [
            { text: key, width: 88, bold: true },
            { text: value, width: '*' },
          ],
          columnGap: 8,
          unbreakable: true,
        })),
        margin: [0, 0, 0, 6],
      };
    case 'FRAME':
      return frameOf(block.rows);
    case 'LIST':
      return { ol: [...block.items], margin: [0, 0, 0, 6] };
    case 'TABLE':
      return tableOf(block);
    case 'ISSUER':
      return issuerOf(block.issuer, block.on);
    case 'SIGNATURES':
      return signaturesOf(block);
    case 'CODE':
      return codeOf(block);
    case 'CALLS':
      return callsIn(callsOf(block.calls).map(({ office, phone }) => `${office}  ${phone}`));
    case 'POSTER':
      return posterOf(block);
    case 'ALOUD':
      return {
        stack: block.lines.map((text) => ({ text, fontSize: ALOUD, margin: [0, 0, 0, 10] })),
        margin: [0, 0, 0, 12],
      };
  }
}

/** Hairlines, and a heavier one below the head where there is one. */
const lines = (head: number): CustomTableLayout => ({
  hLineWidth: (line) => (line === head ? 1.5 : 0.75),
  vLineWidth: () => 0.75,
  hLineColor: () => BLACK,
  vLineColor: () => BLACK,
  paddingTop: () => 5,
  paddingBottom: () => 4,
  paddingLeft: () => 6,
  paddingRight: () => 6,
});

/** Widths by share of what a cell's padding and lines leave. */
function widthsOf(shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const room = WIDTH - shares.length * 12 - (shares.length + 1) * 0.75;
  return shares.map((share) => (room * share) / whole);
}

const centred = { alignment: 'center', verticalAlignment: 'middle' } as const;

function tableOf({ columns, rows, sum }: Table): Content & object {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: widthsOf(columns.map(({ share }) => share ?? 1)),
      body: [
        columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center' as const })),
        ...rows.map((row) =>
          columns.map(({ align, name }, at) => ({
            text: row[at] ?? '',
            ...centred,
            ...(align && { alignment: align }),
            ...(name && { fontSize: SIZE.name }),
          })),
        ),
        ...(sum === undefined ? [] : [sumRow(columns.length, sum)]),
      ],
    },
    layout: lines(1),
    fontSize: SIZE.table,
    lineHeight: 1.15,
    margin: [0, 6, 0, 12],
  };
}

/** pdfmake wants an empty cell for each that another one covers. */
function sumRow(columns: number, { title, at, value, rest }: NonNullable<Table['sum']>): TableCell[] {
  const covered = (count: number) => Array.from({ length: count - 1 }, () => ({}));
  const after = columns - at - 1;
  return [
    { text: title, bold: true, colSpan: at, ...centred },
    ...covered(at),
    { text: value, bold: true, ...centred },
    { text: rest, colSpan: after, verticalAlignment: 'middle' },
    ...covered(after),
  ];
}

function frameOf(rows: readonly (readonly [FramedFact, FramedFact])[]): Content & object {
  return {
    table: {
      dontBreakRows: true,
      widths: widthsOf([1.3, 2.15, 1.1, 2.25]),
      body: rows.map((row) =>
        row.flatMap(({ key, lines: said, name }) => [
          { text: key, bold: true, ...centred },
          { text: said.join('\n'), ...centred, ...(name && { fontSize: SIZE.name }) },
        ]),
      ),
    },
    layout: lines(-1),
    fontSize: SIZE.table,
    lineHeight: 1.15,
    margin: [0, 6, 0, 12],
  };
}

function issuerOf(issuer: string, on: string): Content & object {
  const half = SEAL / 2;
  return {
    unbreakable: true,
    margin: [0, 18, 0, 12],
    columns: [
      {
        width: '*',
        alignment: 'right',
        stack: [
          {
            canvas: [
              { type: 'ellipse', x: half, y: half, r1: half, r2: half, lineWidth: 0.75, dash: { length: 3 } },
            ],
          },
          { text: '盖章处', fontSize: SIZE.small, relativePosition: { x: -(half - 18), y: -(half + 8) } },
        ],
      },
      {
        width: 240,
        alignment: 'center',
        stack: [{ text: issuer, marginTop: 28 }, { text: on }],
      },
    ],
  };
}

const CALLS = { left: 2 * SIZE.text, gap: 12 };

/** Two in a row, or each in its own where the halves are too narrow for one: a number is not broken. */
function callsIn(calls: readonly string[]): Content & object {
  const half = (WIDTH - CALLS.left - CALLS.gap) / 2;
  const inRow = calls.every((call) => lengthOf(call) <= half) ? 2 : 1;
  const rows = calls
    .filter((_, at) => at % inRow === 0)
    .map((_, at) => calls.slice(at * inRow, (at + 1) * inRow));
  return {
    stack: rows.map((row) => ({
      columns: Array.from({ length: inRow }, (_, at) => ({ text: row[at] ?? '', width: '*' })),
      columnGap: CALLS.gap,
      unbreakable: true,
    })),
    margin: [CALLS.left, 0, 0, 6],
  };
}

/** How long a line is in points, taken rather too long: a Chinese letter is a square, others are six tenths of one. */
const lengthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.6) * SIZE.text, 0);

function posterOf({ title, text, steps, last }: Extract<Block, { kind: 'POSTER' }>): Content & object {
  return {
    unbreakable: true,
    lineHeight: 1.25,
    stack: [
      { text: title, fontSize: POSTER.title, bold: true, alignment: 'center', margin: [0, 0, 0, 20] },
      { ...squareCode(text, POSTER.code), margin: [(WIDTH - POSTER.code) / 2, 0, 0, 22] },
      ...steps.map((step, at) => ({
        columns: [
          { text: `${at + 1}`, width: 34, bold: true, fontSize: POSTER.step },
          { text: step, width: '*', fontSize: POSTER.step },
        ],
        margin: [0, 0, 0, 6] as [number, number, number, number],
      })),
      ...last.map((line) => ({
        text: line,
        fontSize: POSTER.last,
        bold: true,
        alignment: 'center' as const,
        margin: [0, 10, 0, 0] as [number, number, number, number],
      })),
    ],
  };
}

function signaturesOf({ of, ruled, written = [] }: Extract<Block, { kind: 'SIGNATURES' }>): Content & object {
  const places = of.map((words, at) =>
    ruled ? onLine(words, written[at] ?? '') : { text: `${words}：`, width: '*' },
  );
  const two = places.filter((_, at) => at % 2 === 0).map((_, at) => places.slice(at * 2, at * 2 + 2));
  return {
    stack: two.map((pair) => ({
      columns: [0, 1].map((at) => pair[at] ?? { text: '', width: '*' }),
      ...(ruled && { columnGap: GAP }),
      unbreakable: true,
      margin: [0, 10, 0, 14],
    })),
  };
}

/** A line to sign on, as high above it as a hand needs, and what was signed elsewhere. */
function onLine(words: string, written: string): Content & { width: '*' } {
  const x2 = (WIDTH - GAP) / 2;
  return {
    width: '*',
    stack: [
      `${words}：`,
      { text: written || ' ', fontSize: SIZE.table, marginTop: 6 },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2, y2: 0, lineWidth: 0.75 }], marginTop: 2 },
    ],
  };
}

function codeOf({ text, beside, part }: Extract<Block, { kind: 'CODE' }>): Content & object {
  return {
    unbreakable: true,
    margin: [0, 8, 0, 0],
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.75 }], marginBottom: 12 },
      {
        columns: [
          { ...squareCode(text, CODE), width: CODE + 16 },
          {
            width: '*',
            fontSize: SIZE.small,
            marginTop: part === undefined ? 6 : 0,
            stack: [
              ...(part === undefined
                ? []
                : [
                    { text: part.title, fontSize: SIZE.heading, bold: true, marginBottom: 2 },
                    { text: part.text, fontSize: SIZE.text, marginBottom: 4 },
                  ]),
              ...beside.map((line, at) => ({ text: line, bold: at === 0 })),
            ],
          },
        ],
      },
    ],
  };
}
