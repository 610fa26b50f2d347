// Field paths: what may leave an object, as a tree. Knows no kind and no policy.
//
//   spec.containers[*].image        items of a list by [*]
//   metadata.labels.*               keys of a map by *
//   metadata.annotations["a.b/c"]   a key with dots, quoted
//   subsets[5..29]                  some items of a list, by place
//   data.~                          the keys of a map, never its values
//   spec.{replicas,paused}          both; braces may stand inside each other
// A path lets everything below it pass.

export type Slice = { readonly from: number; readonly to: number };
export type Step = { readonly key: string } | Slice | 'items' | 'any' | 'keys';

export type FieldTree = {
  all: boolean;
  keys: boolean;
  readonly named: Map<string, FieldTree>;
  any: FieldTree | undefined;
  items: FieldTree | undefined;
  /** Which items; undefined for all. */
  slice: Slice | undefined;
};

/** The steps of a path; undefined when it is not one. At most 32 steps. The same path gives the same steps. */
export function parsePath(path: string): readonly Step[] | undefined {
  return remembered(path, parsed, stepsOf);
}

const stepsOf = new Map<string, readonly Step[] | undefined>();

/** What was made of a text before, of the last few hundred texts. */
function remembered<T>(text: string, make: (text: string) => T, known: Map<string, T>): T {
  if (known.has(text)) return known.get(text) as T;
  const made = make(text);
  if (known.size >= knownMost) known.clear();
  known.set(text, made);
  return made;
}

const knownMost = 512;

function parsed(path: string): readonly Step[] | undefined {
  const token = /\.?([^.[\]"{},]+)|\["((?:[^"\\])*)"\]|\[(\*|(\d{1,6})\.\.(\d{1,6}))\]/gy;
  const steps: Step[] = [];
  while (token.lastIndex < path.length) {
    const start = token.lastIndex;
    const match = token.exec(path);
    if (!match || (start === 0 && match[0].startsWith('.'))) return undefined;
    if (start > 0 && match[1] !== undefined && !match[0].startsWith('.')) return undefined;
    if (match[2] !== undefined) steps.push({ key: match[2] });
    else if (match[4] !== undefined) steps.push({ from: Number(match[4]), to: Number(match[5]) });
    else if (match[1] === undefined) steps.push('items');
    else if (match[1] === '*') steps.push('any');
    else if (match[1] === '~') steps.push('keys');
    else steps.push({ key: match[1] });
  }
  const early = steps.indexOf('keys');
  if (steps.length === 0 || steps.length > 32 || (early >= 0 && early < steps.length - 1)) return undefined;
  return steps;
}

const trees = new Map<string, FieldTree | undefined>();

/** One tree of many paths; undefined when one of them is not a path. The same paths give the same tree, not to be changed. */
export function fieldTree(paths: readonly string[]): FieldTree | undefined {
  return remembered(paths.join('\n'), () => grown(paths), trees);
}

function grown(paths: readonly string[]): FieldTree | undefined {
  const root = branch();
  for (const path of paths.flatMap(spellOut)) {
    const steps = parsePath(path);
    if (!steps) return undefined;
    let node = root;
    for (const step of steps) {
      if (step === 'keys') node.keys = true;
      else node = descend(node, step);
    }
    if (steps.at(-1) !== 'keys') node.all = true;
  }
  return root;
}

/** Each path that one with braces stands for. Braces that do not close, or stand for too many, stay, and are then no path. */
export function spellOut(path: string): readonly string[] {
  let ways = [path];
  // One pair of braces of every way at a time, so that too many are noticed before they are made.
  for (let open = true; open && ways.length <= mostWays; ) {
    const next = ways.flatMap((way) => spellOne(way) ?? [way]);
    open = next.length > ways.length || next.some((way, at) => way !== ways[at]);
    ways = next;
  }
  return ways.length > mostWays ? [path] : ways;
}

/** The ways of the first pair of braces; undefined when there is none. */
function spellOne(path: string): readonly string[] | undefined {
  const open = path.indexOf('{');
  if (open < 0) return undefined;
  const commas = [open];
  let depth = 0;
  for (let at = open; at < path.length; at += 1) {
    if (path[at] === '{') depth += 1;
    else if (path[at] === ',' && depth === 1) commas.push(at);
    else if (path[at] === '}') depth -= 1;
    if (depth > 0) continue;
    const parts = [...commas, at].slice(1).map((end, index) => path.slice((commas[index] ?? open) + 1, end));
    return parts.map((part) => `${path.slice(0, open)}${part}${path.slice(at + 1)}`);
  }
  return undefined;
}

const mostWays = 512;

function branch(): FieldTree {
  return { all: false, keys: false, named: new Map(), any: undefined, items: undefined, slice: undefined };
}

function descend(node: FieldTree, step: Exclude<Step, 'keys'>): FieldTree {
  if (step === 'items' || (typeof step === 'object' && 'from' in step)) {
    node.slice = step === 'items' ? undefined : wider(node, step);
    node.items ??= branch();
    return node.items;
  }
  if (step === 'any') {
    node.any ??= branch();
    return node.any;
  }
  const known = node.named.get(step.key);
  if (known) return known;
  const fresh = branch();
  node.named.set(step.key, fresh);
  return fresh;
}

/** Two slices of one list let through what lies between them, too. */
function wider({ items, slice }: FieldTree, step: Slice): Slice | undefined {
  if (!items) return step;
  return slice && { from: Math.min(slice.from, step.from), to: Math.max(slice.to, step.to) };
}

/** Stands for a value where only its key may be seen, but a neighbour whole. */
export const hiddenValue = '[withheld]';

/** The way to a part of a value, spelt only when it is asked for. */
type Trail = { readonly up: Trail; readonly key: string | undefined } | undefined;

function spelt(trail: Trail): string {
  if (!trail) return '';
  return trail.key === undefined ? `${spelt(trail.up)}[*]` : join(spelt(trail.up), trail.key);
}

/**
 * What of a value the tree lets pass; undefined when nothing does. `withheld` is told the path of each part that is
 * left out, list items as [*].
 */
export function project(value: unknown, tree: FieldTree, withheld?: (path: string) => void, trail?: Trail): unknown {
  if (tree.all) return value;
  if (Array.isArray(value)) {
    if (!tree.items) return leaveOut(trail, withheld);
    const { items } = tree;
    const on = { up: trail, key: undefined };
    return within(value, tree)
      .map((item) => project(item, items, withheld, on))
      .filter((item) => item !== undefined);
  }
  if (value === null || typeof value !== 'object') return leaveOut(trail, withheld);
  if (tree.keys) {
    withheld?.(`${spelt(trail)}.*`);
    const named = Object.entries(value).filter(([key]) => tree.named.has(key));
    if (named.length === 0) return Object.keys(value).sort();
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => {
        const next = tree.named.get(key);
        return [key, next ? project(part, next, withheld, { up: trail, key }) : hiddenValue];
      }),
    );
  }
  const kept: [string, unknown][] = [];
  for (const [key, part] of Object.entries(value)) {
    const next = tree.named.get(key) ?? tree.any;
    const on = { up: trail, key };
    const left = next ? project(part, next, withheld, on) : leaveOut(on, withheld);
    if (left !== undefined) kept.push([key, left]);
  }
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function within(list: readonly unknown[], { slice }: FieldTree): readonly unknown[] {
  return slice ? list.slice(slice.from, slice.to + 1) : list;
}

/**
 * Of what grants have let pass, the part that somebody chose; undefined when there is none. It tells nobody what it
 * leaves out, and grants nothing: a map that was cut to its keys is the list of them here, and passes as such.
 */
export function choose(value: unknown, tree: FieldTree): unknown {
  if (tree.all || (tree.keys && Array.isArray(value))) return value;
  if (Array.isArray(value)) {
    const { items } = tree;
    return (
      items &&
      within(value, tree)
        .map((item) => choose(item, items))
        .filter((item) => item !== undefined)
    );
  }
  if (value === null || typeof value !== 'object') return undefined;
  if (tree.keys) return project(value, tree);
  const kept: [string, unknown][] = [];
  for (const [key, part] of Object.entries(value)) {
    const next = tree.named.get(key) ?? tree.any;
    const left = next && choose(part, next);
    if (left !== undefined) kept.push([key, left]);
  }
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/**
 * All that must be seen to judge what a tree would choose: that itself, with lists and maps of keys whole, so that every
 * place stays what it was; and of each object on the way the texts whose key `tells` what stands beside it.
 */
export function around(value: unknown, tree: FieldTree, tells: (key: string) => boolean): unknown {
  if (tree.all || tree.keys) return value;
  if (Array.isArray(value)) {
    const { items } = tree;
    return items && value.map((item) => around(item, items, tells) ?? null);
  }
  if (value === null || typeof value !== 'object') return undefined;
  const kept: [string, unknown][] = [];
  let isEmpty = true;
  for (const [key, part] of Object.entries(value)) {
    const next = tree.named.get(key) ?? tree.any;
    const left = next && around(part, next, tells);
    if (left !== undefined) isEmpty = false;
    if (left !== undefined) kept.push([key, left]);
    else if (typeof part === 'string' && tells(key)) kept.push([key, part]);
  }
  return isEmpty ? undefined : Object.fromEntries(kept);
}

function leaveOut(trail: Trail, withheld: ((path: string) => void) | undefined): undefined {
  withheld?.(spelt(trail));
}

/** A key put behind a path, quoted where it must be. */
export function join(at: string, key: string): string {
  if (/^[^.[\]"*~]+$/.test(key)) return at === '' ? key : `${at}.${key}`;
  return `${at}["${key.replaceAll('"', '')}"]`;
}

/** true when the tree lets everything below the path pass. */
export function covers(tree: FieldTree, path: string): boolean {
  const steps = parsePath(path);
  if (!steps) return false;
  let node: FieldTree | undefined = tree;
  for (const step of steps) {
    if (node?.all) return true;
    if (!node || step === 'keys') return node?.keys ?? false;
    node = under(node, step);
  }
  return node?.all ?? false;
}

function under(node: FieldTree, step: Exclude<Step, 'keys'>): FieldTree | undefined {
  if (step === 'any') return node.any;
  if (step === 'items' || 'from' in step) return node.items;
  return node.named.get(step.key) ?? node.any;
}

/** true when the tree names the path, something above it, or something below it. */
export function touches(tree: FieldTree, path: string): boolean {
  let node: FieldTree | undefined = tree;
  for (const step of parsePath(path) ?? []) {
    if (node?.all) return true;
    if (!node || step === 'keys') return node !== undefined;
    node = under(node, step);
  }
  return node !== undefined;
}

/** The first value at a path, lists taken at their first item; undefined when there is none. */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  for (const step of parsePath(path) ?? ['keys' as const]) {
    if (step === 'keys' || step === 'any' || here === null || typeof here !== 'object') return undefined;
    if (step === 'items' || (typeof step === 'object' && 'from' in step))
      here = Array.isArray(here) ? here[0] : undefined;
    else here = Object.hasOwn(here, step.key) ? (here as Record<string, unknown>)[step.key] : undefined;
  }
  return here;
}

/** Every value at a path, in order: a list's items and a map's values one by one, so that none stands for all. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  const steps = parsePath(path);
  return steps
    ? steps.reduce<readonly unknown[]>((here, step) => here.flatMap((one) => below(one, step)), [value])
    : [];
}

function below(value: unknown, step: Step): readonly unknown[] {
  if (value === null || typeof value !== 'object') return [];
  // Projected, a map of which only the keys may be seen is the list of them.
  if (step === 'keys') return Array.isArray(value) ? value : Object.keys(value);
  if (step === 'items' || (typeof step === 'object' && 'from' in step)) return Array.isArray(value) ? value : [];
  if (step === 'any') return Array.isArray(value) ? [] : Object.values(value);
  return Object.hasOwn(value, step.key) ? [(value as Record<string, unknown>)[step.key]] : [];
}
