import type { z } from '@shared/zod';
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** Thrown when a file cannot be read as what it should be; each problem is `FILE:LINE: reason`. */
export class BadFile extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'BadFile';
  }
}

export type Path = readonly PropertyKey[];

/** A YAML file that remembers on which line everything stands. */
export interface Source {
  file: string;
  data: unknown;
  /** Line of what stands at a path, or of the nearest thing around it. */
  lineOf(path: Path): number;
  /** `FILE:LINE: reason` */
  say(path: Path, reason: string): string;
}

/**
 * Reads YAML text. `file` is only for messages.
 * @throws BadFile when it is not YAML, or a key stands twice
 */
export function readSource(text: string, file: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0)
    throw new BadFile(
      document.errors.map(
        (error) => `${file}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`,
      ),
    );
  const lineOf = (path: Path) => {
    const offset = nodeAt(document, path)?.range?.[0];
    return offset === undefined ? 1 : Math.max(1, lines.linePos(offset).line);
  };
  return {
    file,
    data: document.toJS(),
    lineOf,
    say: (path, reason) => `${file}:${lineOf(path)}: ${reason}`,
  };
}

/** The key of the last step of a path where there is one, so that a fault points at the word that was written. */
function nodeAt(document: Document, path: Path): Node | null {
  let node: unknown = document.contents;
  let found = isNode(node) ? node : null;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) return found;
      found = isNode(pair.key) ? pair.key : found;
      node = pair.value;
    } else {
      node = isSeq(node) && typeof key === 'number' ? node.items[key] : null;
      if (!isNode(node)) return found;
      found = node;
    }
  }
  return found;
}

/** What a schema found wrong, each with its line. */
export function schemaProblems(source: Source, error: z.ZodError): string[] {
  return error.issues.flatMap((issue) => issueProblems(source, issue));
}

function issueProblems(source: Source, issue: z.core.$ZodIssue): string[] {
  const { path } = issue;
  const name = path.length === 0 ? 'the file' : path.map(String).join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => source.say([...path, key], `unknown key "${key}"`));
    case 'invalid_key':
      return issue.issues.map((inner) => source.say(path, `${name}: ${inner.message}`));
    case 'invalid_type':
    case 'invalid_union':
      return [
        source.say(
          path,
          isMissing(source.data, path) ? `${name} is missing` : `${name}: ${typeReason(issue)}`,
        ),
      ];
    default:
      return [source.say(path, `${name}: ${issue.message}`)];
  }
}

function typeReason(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be ${NAMES[issue.expected] ?? issue.expected}`;
  return 'must be a text or a number';
}

const NAMES: Record<string, string> = {
  object: 'a group of keys',
  record: 'a group of keys',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function isMissing(data: unknown, path: Path): boolean {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined;
}
