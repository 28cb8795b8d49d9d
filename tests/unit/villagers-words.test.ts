/**
 * Every Chinese literal of villagers' pages, read from the source: what a person who left school at twelve understands.
 * Sentences that come from shared/messages are read in messages.test.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import { LONGEST, NEVER, OFFICE_WORDS, sentences } from '@tests/support/plain-words';
import ts from 'typescript';

const SOURCE = path.resolve(__dirname, '../../miniapp/src');
/** Everything but what staff alone see. */
const FOR_STAFF =
  /^(features\/(checks|department|desk|followups|handed|help|ledgers|problems|publicity|register|review|service|staff|supervision|tickets)|packages\/(desk|followups|gallery|help|ledgers|publicity|register|review|supervision|tickets)|ui\/desk)\//;

interface Words {
  text: string;
  where: string;
}

const files = fs
  .readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !FOR_STAFF.test(file))
  .sort();

/** A figure of two digits stands for whatever is put in. */
const HOLE = '12';

function literalOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join('');
  return undefined;
}

function wordsOf(file: string): Words[] {
  const source = ts.createSourceFile(
    file,
    fs.readFileSync(path.join(SOURCE, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: Words[] = [];
  const visit = (node: ts.Node) => {
    const text = literalOf(node)?.replace(/\s+/g, ' ').trim();
    if (text && /\p{Script=Han}/u.test(text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ text, where: `${file}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const all = files.flatMap(wordsOf);
const complaints = (wrong: (text: string) => boolean) =>
  all.filter(({ text }) => wrong(text)).map(({ text, where }) => `${where} ${text}`);

test('they are found', () => {
  expect(all.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['户主叫什么名字？', '念给我听', '打哪个电话找您？']),
  );
  expect(all.length).toBeGreaterThan(300);
});

test(`no sentence is longer than ${LONGEST} characters`, () => {
  expect(complaints((text) => sentences(text).some((one) => [...one.trim()].length > LONGEST))).toEqual([]);
});

test('no word of the office, no order, no 你', () => {
  expect(complaints((text) => OFFICE_WORDS.test(text) || NEVER.test(text))).toEqual([]);
});
