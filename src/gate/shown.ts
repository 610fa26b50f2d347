// Changes as somebody may see them: cut to granted fields, redacted where they stand, in few words. Knows no kind.
import { standingOf } from './changes.ts';
import { eachText, spell, strip } from './clean.ts';
import { type FieldTree, project } from './path.ts';
import type { Change } from './ports.ts';
import type { Redactor } from './redact/redactor.ts';

/** One change as an observation holds it. `hidden`: the values are not for this reader. */
export type ShownChange = {
  readonly path: string;
  readonly op: Change['op'];
  readonly from: unknown;
  readonly to: unknown;
  readonly hidden: boolean;
};

export type Shown = {
  readonly changes: readonly ShownChange[];
  readonly redactions: number;
  /** How many of them stand in what would come, so that nobody is told all of it. */
  readonly unseen: number;
};

/** The objects before and after, as the changes were found between them. */
export type Sides = { readonly from: unknown; readonly to: unknown };

/**
 * The changes with only what all trees let pass; without trees, everything. Values are redacted where they stand in the
 * whole object, for what is beside a value tells what it is. `step` makes text harmless to look at: for a caller what is
 * hidden in it is taken out, for a person who decides it is written out.
 */
export function shownChanges(
  changes: readonly Change[],
  sides: Sides,
  trees: readonly FieldTree[],
  redactor: Redactor,
  step: (text: string) => string = strip,
): Shown {
  const plain = { from: eachText(sides.from, step), to: eachText(sides.to, step) };
  const clean = { from: redactor.value(plain.from).value, to: redactor.value(plain.to).value };
  let redactions = 0;
  let unseen = 0;
  const cut = (change: Change, side: 'from' | 'to'): unknown => {
    if (change[side] === null) return null;
    const way = standingOf(change)?.[side].map((key) => (typeof key === 'string' ? step(key) : key));
    const raw = way ? follow(plain[side], way) : eachText(change[side], step);
    const value = way ? follow(clean[side], way) : atPath(redactor.value(placed(change.path, raw)).value, change.path);
    if (JSON.stringify(raw) !== JSON.stringify(value)) {
      redactions += 1;
      if (side === 'to') unseen += 1;
    }
    return eachText(seen(change.path, value, trees), spell);
  };
  const shown = changes.map((change) => {
    const [before, after] = [cut(change, 'from'), cut(change, 'to')];
    const hidden = before === undefined || after === undefined;
    const spelt = step(spelled(change.path));
    const { text, count } = redactor.text(spelt);
    // A key that is a secret hides where the value goes.
    if (count > 0) unseen += 1;
    return { path: oneLine(text), op: change.op, from: hidden ? null : before, to: hidden ? null : after, hidden };
  });
  return { changes: shown, redactions, unseen };
}

/** What of a value all trees let pass at its path; undefined for nothing. */
function seen(path: Change['path'], value: unknown, trees: readonly FieldTree[]): unknown {
  if (trees.length === 0 || value === undefined) return value;
  let whole = placed(path, value);
  for (const tree of trees) whole = whole === undefined ? undefined : project(whole, tree);
  return whole === undefined ? undefined : atPath(whole, path);
}

function follow(object: unknown, way: readonly (string | number)[]): unknown {
  return way.reduce<unknown>(
    (here, key) =>
      typeof here === 'object' && here !== null && Object.hasOwn(here, key)
        ? (here as Record<string | number, unknown>)[key]
        : undefined,
    object,
  );
}

/** `spec.template.spec.containers[name=web].image`: a path as people write it; '' is the object itself. */
export function spelled(path: Change['path']): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number' || isItem(step)) return `${text}[${step}]`;
    if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** Whether a line of this change tells all of it. */
export function isWhole({ hidden, from, to }: ShownChange): boolean {
  return !hidden && [from, to].every((part) => worded(part).length <= valueMost);
}

/** `spec.replicas: 3 → 5`, `+ spec.paused: true`, `- …`; values on one line, bounded. */
export function line({ path, op, from, to, hidden }: ShownChange): string {
  const where = path === '' ? 'the object' : path;
  if (hidden) return `${sign[op]}${where}: ${happened[op]} (its value is not shown to you)`;
  if (path === '' && op === 'remove') return `${sign[op]}${where} is deleted`;
  if (op === 'add') return `${sign[op]}${where}: ${value(to)}`;
  if (op === 'remove') return `${sign[op]}${where}: ${value(from)}`;
  return `${sign[op]}${where}: ${value(from)} → ${value(to)}`;
}

const sign: Readonly<Record<Change['op'], string>> = { add: '+ ', remove: '- ', replace: '~ ' };
const happened: Readonly<Record<Change['op'], string>> = { add: 'added', remove: 'removed', replace: 'changed' };
/** Characters of one value in a line; the whole of it is in what is shown beside the lines. */
const valueMost = 240;

/** Nothing looks like something else: texts are quoted where they could be read as another type, and spaces are kept. */
function worded(part: unknown): string {
  const isPlain = typeof part === 'string' && /^[\w./:@+-]+$/.test(part) && !isJson(part);
  return oneLine(isPlain ? part : (JSON.stringify(part) ?? 'null'));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function value(part: unknown): string {
  const words = worded(part);
  return words.length > valueMost ? `${words.slice(0, valueMost).toWellFormed()}…` : words;
}

/** Every space but the plain one is written out, one for one. */
function oneLine(text: string): string {
  return text.replace(/[^\S ]/gu, (space) => `\\u${(space.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** `name=web` in a keyed list, `"text"` in a set. */
function isItem(step: string): boolean {
  return step.includes('=') || step.startsWith('"');
}

/** The value at its place in an otherwise empty object, so that what stands around it tells what it is. */
function placed(path: Change['path'], part: unknown): unknown {
  return [...path].reverse().reduce<unknown>((inner, step) => {
    if (typeof step === 'number') return [inner];
    if (!isItem(step)) return isScalarItem(step, inner) ? [inner] : { [step]: inner };
    const keys: Record<string, unknown> = Object.fromEntries(
      step.split(',').map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]),
    );
    return [
      typeof inner === 'object' && inner !== null
        ? Object.fromEntries([...Object.entries(keys), ...Object.entries(inner)])
        : inner,
    ];
  }, part);
}

/** An item of a set is labelled by its own JSON. */
function isScalarItem(step: string, inner: unknown): boolean {
  return typeof inner !== 'object' && step === JSON.stringify(inner);
}

function atPath(whole: unknown, path: Change['path']): unknown {
  return path.reduce<unknown>((here, step) => {
    // A map of which only the keys may be seen is the list of them: no value stands there.
    if (Array.isArray(here))
      return typeof step === 'number' || isItem(step) || step.startsWith('"') ? here[0] : undefined;
    return typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined;
  }, whole);
}
