// Takes secrets out of everything that leaves: texts of any kind and JSON values. Knows no policy, no cluster and no cryptography.

import type { Leaf, Node } from './json.ts';
import { judgeOfKeys } from './key.ts';
import { reader } from './reader.ts';
import { type Fingerprint, placeholder, replaced, type Span } from './span.ts';
import { walk } from './tree.ts';

export type Redacted<T> = T & {
  /** Secrets replaced. */ readonly count: number /** Their classes, sorted, each once. */;
  readonly classes: readonly string[];
};
export type Redactor = {
  /** Any free text: log lines, messages, cells, error texts, YAML. Lines that belong together must come together. */
  text(value: string): Redacted<{ readonly text: string }>;
  /** A JSON value; `name` is what it is called where it hangs. What holds no secret is returned as it is, not copied. */
  value(value: unknown, name?: string): Redacted<{ readonly value: unknown }>;
};
export type RedactorOptions = {
  readonly fingerprint: Fingerprint;
  /** Names that announce a secret besides those we know. */
  readonly words?: readonly string[];
  /** `strict` redacts every value of a telling name that is not plainly harmless. */
  readonly profile?: 'standard' | 'strict';
};

const DEEP = 200;
const LAPS = 6;
/** Texts above 256K characters are read once, so for them twice may be more than once: what a second reading finds in them is one in many thousands of made-up lines. */
const AGAIN = 262144;
const TOO_DEEP = '[omitted: nested too deeply to be read]';

/** Builds a redactor. Linear in what it reads; redacting twice changes nothing (up to 256K characters, above that as good as nothing); throws only if `fingerprint` does. */
export function createRedactor(options: RedactorOptions): Redactor {
  const { fingerprint, words = [], profile = 'standard' } = options;
  const judge = judgeOfKeys(words, profile === 'strict');
  const read = reader(judge, words);
  const classesOf = (spans: readonly { readonly class: string }[]) =>
    [...new Set(spans.map((span) => span.class))].sort();
  /** Replaces, and reads again until nothing more is found: a placeholder can bring into view what stood behind a secret. */
  const settled = (text: string, spans: readonly Span[]) => {
    const found = [...spans];
    let now = replaced(text, spans, fingerprint);
    let more = spans;
    for (let lap = 0; lap < LAPS && more.length > 0 && now.length <= AGAIN; lap++) {
      more = read(now);
      now = replaced(now, more, fingerprint);
      for (const span of more) found.push(span);
    }
    return { text: now, found };
  };
  return {
    text(value) {
      const { text, found } = settled(value, read(value));
      return { text, count: found.length, classes: classesOf(found) };
    },
    value(value, name = '') {
      let unread = 0;
      const wrapped = treeOf(name === '' ? value : { [name]: value }, 0, () => unread++);
      const hits = walk(wrapped, judge, read);
      if (hits.length === 0 && unread === 0) return { value, count: 0, classes: [] };
      const changed = new Map<Leaf, string>();
      const found: { class: string }[] = Array.from({ length: unread }, () => ({ class: 'unread' }));
      for (const hit of hits) {
        if (changed.has(hit.leaf)) continue;
        const text = String(hit.leaf.value);
        const leaf =
          hit.whole === undefined
            ? settled(text, hit.spans)
            : { text: placeholder(hit.whole, text, fingerprint), found: [{ class: hit.whole }] };
        for (const one of leaf.found) found.push(one);
        changed.set(hit.leaf, leaf.text);
      }
      const rebuilt = rebuild(wrapped, changed);
      return {
        value: name === '' ? rebuilt : Object.values(rebuilt as object)[0],
        count: found.length,
        classes: classesOf(found),
      };
    },
  };
}

/** What lies deeper than we walk is withheld, never passed on unread; `note` hears of each. */
function treeOf(value: unknown, depth: number, note: () => void): Node {
  if (depth > DEEP && typeof value === 'object' && value !== null) {
    note();
    return { kind: 'leaf', value: TOO_DEEP, start: 0, end: 0 };
  }
  if (Array.isArray(value))
    return { kind: 'array', items: value.map((item: unknown) => treeOf(item, depth + 1, note)) };
  if (typeof value === 'object' && value !== null)
    return {
      kind: 'object',
      entries: Object.entries(value).map(
        ([key, item]) => [key, treeOf(item, depth + 1, note), { kind: 'leaf', value: key, start: 0, end: 0 }] as const,
      ),
    };
  return { kind: 'leaf', value, start: 0, end: 0 };
}

function rebuild(node: Node, changed: ReadonlyMap<Leaf, string>): unknown {
  if (node.kind === 'leaf') return changed.get(node) ?? node.value;
  if (node.kind === 'array') return node.items.map((item) => rebuild(item, changed));
  return Object.fromEntries(
    node.entries.map(([key, item, keyNode]) => [changed.get(keyNode) ?? key, rebuild(item, changed)]),
  );
}

export { isNaming } from './tree.ts';
export type { Fingerprint, Span };
