// YAML read strictly: no duplicate keys, no alias bombs, no prototype keys. It must not know what the text is for.
import { type Document, isScalar, LineCounter, parseAllDocuments, type ScalarTag, visit } from 'yaml';

/** Why a text is not taken, and where. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
  readonly row: number;
  readonly col: number;

  constructor(message: string, row: number, col: number) {
    super(message);
    this.row = row;
    this.col = col;
  }
}

/** One document: its value, and where a path in it stands. */
export type YamlDocument = {
  readonly value: unknown;
  readonly locate: (path: readonly (string | number)[]) => { readonly row: number; readonly col: number };
};

/** How deep a document may nest, and how many nodes its aliases may stand for. */
const limits = { depth: 64, aliases: 64 } as const;
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

// kubectl reads whole numbers as Go does: a leading zero is octal. `yes` and `no` stay texts.
const octal: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: /^[-+]?0[0-7]+$/,
  resolve: (text) => Number.parseInt(text, 8),
};

/** Every document of a text, as kubectl reads manifests. Empty documents are left out. Throws a {@link YamlError}. */
export function readManifests(text: string): unknown[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    merge: true,
    customTags: (tags) => [octal, ...tags],
  });
  return (Array.isArray(documents) ? documents : [])
    .map((document) => checked(document as Document.Parsed, lines).value)
    .filter((value) => value !== null);
}

/**
 * The one document of a configuration file. What OPA's own reader would understand differently (`yes`, `010`) is
 * refused, so that a test of the policy and this server cannot see two different values. Throws a {@link YamlError}.
 */
export function readConfiguration(text: string): YamlDocument {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines });
  const [first, second] = (Array.isArray(documents) ? documents : []) as Document.Parsed[];
  if (second) throw errorAt(lines, second.range[0], 'A second document begins here; only one is read.');
  if (!first) return { value: {}, locate: () => ({ row: 1, col: 1 }) };
  refuseAmbiguous(first, lines);
  return checked(first, lines);
}

function checked(document: Document.Parsed, lines: LineCounter): YamlDocument {
  const [error] = document.errors;
  if (error) throw errorAt(lines, error.pos[0], error.message.split('\n')[0] ?? 'This is not YAML.');
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: limits.aliases });
  } catch {
    throw errorAt(lines, 0, 'Its aliases stand for too much.');
  }
  const problem = unusual(value, 0);
  if (problem) throw errorAt(lines, 0, problem);
  return { value, locate: (path) => place(document, lines, path) };
}

/** What plain JSON could not say or a prototype could be reached with. */
function unusual(value: unknown, depth: number): string | undefined {
  if (depth > limits.depth) return 'It nests too deep.';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'It holds a number JSON does not have.';
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return 'It holds a whole number too large to be exact.';
  }
  if (typeof value === 'string' && !value.isWellFormed()) return 'It holds a text that is not Unicode.';
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, held] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) return `It has the key ${key}.`;
    const problem = unusual(held, depth + 1);
    if (problem) return problem;
  }
  return undefined;
}

function refuseAmbiguous(document: Document.Parsed, lines: LineCounter): void {
  visit(document, {
    Scalar: (_, node) => {
      const source = node.type === 'PLAIN' ? (node.source ?? '') : '';
      if (/^(y|n|yes|no|on|off|[-+]?0\d+)$/i.test(source)) {
        throw errorAt(lines, node.range?.[0] ?? 0, `${source} means different things to different readers: quote it.`);
      }
    },
  });
}

function place(document: Document.Parsed, lines: LineCounter, path: readonly (string | number)[]) {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as number[]) : undefined;
    if (range) return position(lines, range[0] ?? 0);
    if (isScalar(node)) break;
  }
  return { row: 1, col: 1 };
}

function errorAt(lines: LineCounter, offset: number, message: string): YamlError {
  const { row, col } = position(lines, offset);
  return new YamlError(message, row, col);
}

function position(lines: LineCounter, offset: number): { row: number; col: number } {
  const { line, col } = lines.linePos(offset);
  return { row: Math.max(line, 1), col: Math.max(col, 1) };
}
