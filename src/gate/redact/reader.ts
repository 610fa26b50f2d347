// Finds the secrets of a text: stops at every anchor, lets the scanner that belongs to it look, and goes on. Replaces nothing.
import { findAnchors } from './anchors.ts';
import { blob, encodedWords } from './blob.ts';
import { FLAGS, passSource, shortFlag } from './command.ts';
import { COMMANDS, PIPES, piped, placedSecret } from './commands.ts';
import { type Leaf, type Node, readJson, spelling } from './json.ts';
import { webToken } from './jwt.ts';
import type { Judge } from './key.ts';
import { secretManifests } from './manifest.ts';
import { puttyLines, tail, webKey } from './material.ts';
import { pairs, tells } from './pair.ts';
import { block } from './pem.ts';
import { authCommand, code, loginCommand, PROMPTS, prompted } from './protocol.ts';
import { discord, hash, inner, marked, scheme } from './provider.ts';
import { DISCORD_STARTS, HASHES, PROVIDERS } from './providers.ts';
import { lineAt, openScene, opens, type Scene, skipBlanks } from './scene.ts';
import { placeholderEnd, type Span } from './span.ts';
import { identifiedBy } from './sql.ts';
import { type Hit, walk } from './tree.ts';
import { capability, driver, login, oracle, passFile, userinfo } from './url.ts';
import { STEMS } from './words.ts';

export type Reader = (text: string) => readonly Span[];
type Scan = (scene: Scene, start: number, end: number) => Span[] | undefined;
type Entry = { readonly length: number; readonly scan: Scan; readonly names: boolean };

const WRAPPINGS = 6;
/** How JSON begins in the middle of a line. */
const BRACE = /\{["\\]?"|\[[{"]/;

/** A reader of texts. Its result is sorted, and no span touches another. */
export function reader(judge: Judge, words: readonly string[]): Reader {
  const hides = (depth: number) => (text: string) => spansOf(text, depth + 1).length > 0;
  const table: [string, Scan][] = [
    ['[redacted:', () => undefined],
    ['-----begin', block],
    ['://', userinfo],
    ['eyJ', webToken],
    ['bearer ', scheme],
    ['basic ', scheme],
    ['pass:', passSource],
    ['identified', identifiedBy],
    ['-----end', tail],
    ['private-lines:', puttyLines],
    ['"kty', webKey],
    ['auth', authCommand],
    [' login ', loginCommand],
    ['?code=', code],
    ['&code=', code],
    ...['webhook', 'hooks.', 'hook/', 'password/', '/invite/', '/magic/', '/activate/', 'api.telegram.org/bot'].map(
      (mark): [string, Scan] => [mark, capability],
    ),
    ...[':5432:', ':5433:', ':6432:', ':5439:', ':*:'].map((mark): [string, Scan] => [mark, passFile]),
    ...PROMPTS.map((mark): [string, Scan] => [mark, (scene, start, end) => prompted(scene, start, end, mark)]),
    ...COMMANDS.map((mark): [string, Scan] => [mark, (scene, _start, end) => placedSecret(scene, end, mark)]),
    ...PIPES.map((mark): [string, Scan] => [mark, (scene, start) => piped(scene, start, mark)]),
    ['oracle:thin:', oracle],
    ['@', login],
    ['@tcp(', driver],
    ['@unix(', driver],
    ...[...STEMS, ...words.map((word) => word.toLowerCase()).filter((word) => word !== '')].map(
      (word): [string, Scan] => [word, pairs],
    ),
    ...PROVIDERS.map((provider): [string, Scan] => [provider.prefix, (scene, start) => marked(scene, start, provider)]),
    ...HASHES.map((mark): [string, Scan] => [mark, (scene, start) => hash(scene, start, mark)]),
    ...DISCORD_STARTS.map((mark): [string, Scan] => [mark, (scene, start) => discord(scene, start, mark)]),
    ...[':AA', 'Q~', '.atlasv1.', '::server:', '-us'].map((mark): [string, Scan] => [
      mark,
      (scene, start) => inner(scene, start, mark),
    ]),
    ...FLAGS.map((flag): [string, Scan] => [flag, (scene, start) => shortFlag(scene, start, flag)]),
    ...encodedWords().map((mark): [string, Scan] => [
      mark,
      (scene, start, end) => (scene.depth < 4 ? blob(scene, start, end, mark, hides(scene.depth)) : undefined),
    ]),
  ];
  const next = findAnchors<Entry>(
    table.map(([pattern, scan]) => [pattern, { length: pattern.length, scan, names: scan === pairs }]),
  );

  const spansOf = (text: string, depth: number): Span[] => {
    let anchor = next(text, 0);
    if (anchor === undefined) return [];
    const scene = openScene(text, judge, depth);
    const found: Span[] = [];
    const known = secretManifests(text, judge);
    let at = 0;
    for (; anchor !== undefined; anchor = next(text, at, at === anchor.end ? anchor.row : 0)) {
      at = anchor.end;
      if (anchor.start < scene.cursor) continue;
      const past = placeholderEnd(text, anchor.start);
      if (past > 0) {
        at = scene.cursor = past;
        continue;
      }
      for (const { scan, length, names } of anchor.found) {
        const start = anchor.end - length;
        // Structure is read where a name tells, or where a secret was found; a line that only mentions things is not parsed.
        if (names && !tells(scene, start, anchor.end)) continue;
        const spans = names ? undefined : scan(scene, start, anchor.end);
        if (!names && (spans === undefined || spans.length === 0)) continue;
        const json = depth < WRAPPINGS ? structure(scene, anchor.start, depth) : undefined;
        const took = json?.spans ?? spans ?? scan(scene, start, anchor.end);
        if (took === undefined || (took.length === 0 && json === undefined)) continue;
        for (const span of took) found.push(span);
        at = scene.cursor = scene.taken = Math.max(at, json?.end ?? took[took.length - 1]?.end ?? 0);
        break;
      }
    }
    const apart = [...known, ...scene.cells].sort((a, b) => a.start - b.start);
    return apart.length === 0 ? found : merged(apart, found);
  };

  /** JSON at the beginning of the anchor's line (or behind a log prefix): read as structure, kept as JSON. */
  const structure = (scene: Scene, position: number, depth: number): { spans: Span[]; end: number } | undefined => {
    const { text } = scene;
    lineAt(scene, position);
    const above = openedAbove(scene, position, depth);
    if (above !== undefined) return above;
    if (scene.linesDone === scene.lineStart) return undefined;
    if (scene.braceLine !== scene.lineStart) {
      scene.braceLine = scene.lineStart;
      const first = skipBlanks(text, scene.lineStart, scene.lineEnd);
      const code = text.charCodeAt(first);
      const offset =
        code === 123 || code === 91 ? 0 : text.slice(first, Math.min(scene.lineEnd, first + 256)).search(BRACE);
      scene.braceAt = offset < 0 ? -1 : first + offset;
    }
    const start = scene.braceAt;
    if (start < 0 || start > position || start < scene.taken) return undefined;
    const whole = start >= scene.jsonDone && start === skipBlanks(text, scene.lineStart, scene.lineEnd);
    const { node, end } = readJson(text, start, whole ? text.length : scene.lineEnd);
    if (node === undefined) {
      scene.linesDone = scene.lineStart;
      if (whole) scene.jsonDone = end;
      return undefined;
    }
    // A list that ended before, or one that is itself a name (`["password"]=>`): what we look at stands outside of it.
    if (end <= position || /^\s{0,4}(?:=|:)/.test(text.slice(end, end + 8))) {
      const offset = text.slice(end, Math.min(scene.lineEnd, end + 256)).search(BRACE);
      scene.braceAt = offset < 0 ? -1 : end + offset;
      return end <= position && offset >= 0 ? structure(scene, position, depth) : undefined;
    }
    return { spans: within(text, node, depth), end };
  };

  const within = (text: string, node: Node, depth: number): Span[] =>
    walk(node, judge, (inside) => spansOf(inside, depth + 1))
      .flatMap((hit) => placed(text, hit))
      .sort((a, b) => a.start - b.start);

  /** JSON over several lines that began on a line without an anchor. Each opening is tried once, and never inside a failed one. */
  const openedAbove = (scene: Scene, position: number, depth: number): { spans: Span[]; end: number } | undefined => {
    const { text } = scene;
    while (scene.openLine >= 0 && scene.openLine < scene.lineStart) {
      const start = skipBlanks(text, scene.openLine);
      scene.openLine = -1;
      if (start < scene.taken || start < scene.jsonDone) return undefined;
      const { node, end } = readJson(text, start, text.length);
      if (node !== undefined && end > position) return { spans: within(text, node, depth), end };
      scene.jsonDone = Math.max(end, start + 1);
      for (let at = text.indexOf('\n', scene.jsonDone) + 1; at > 0 && at < scene.lineStart; ) {
        const found = text.indexOf('\n', at);
        if (opens(text, at, found)) {
          scene.openLine = at;
          break;
        }
        at = found + 1;
      }
    }
    return undefined;
  };

  return (text) => spansOf(text, 0);
}

/** A hit in a JSON leaf, as spans of the text that holds the leaf. */
function placed(text: string, hit: Hit): Span[] {
  const { leaf, whole, spans } = hit;
  if (whole !== undefined)
    return [
      {
        start: leaf.start,
        end: leaf.end,
        class: whole,
        secret: String(leaf.value),
        ...(typeof leaf.value === 'string' ? {} : { bare: true }),
      },
    ];
  const raw = text.slice(leaf.start, leaf.end);
  const value = (leaf as Leaf).value as string;
  const map = raw.includes('\\') ? spelling(raw) : undefined;
  return spans.map((span) => ({
    class: span.class,
    secret: span.secret ?? value.slice(span.start, span.end),
    start: leaf.start + (map?.[span.start] ?? span.start),
    end: leaf.start + (map?.[span.end] ?? span.end),
  }));
}

/** Both lists in order; where two overlap, the first list wins. */
function merged(first: readonly Span[], second: readonly Span[]): Span[] {
  const out: Span[] = [];
  let i = 0;
  for (const span of second) {
    while (i < first.length && (first[i] as Span).end <= span.start) out.push(first[i++] as Span);
    const rival = first[i];
    if (rival === undefined || rival.start >= span.end) out.push(span);
  }
  while (i < first.length) out.push(first[i++] as Span);
  return out.sort((a, b) => a.start - b.start);
}
