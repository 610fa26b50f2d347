// Obligations: what must be done with an allowed request. Looked up before anything is sent; one we cannot honour
// refuses the request (XACML 3.0 §7.18). Several of one type bind together, the narrower one wins.
import { Fault } from './fault.ts';
import { fits } from './glob.ts';
import { type FieldTree, fieldTree } from './path.ts';
import type { Obligation } from './ports.ts';
import type { Where } from './where.ts';

export type Scope = { readonly by: 'namespace' | 'name'; readonly sees: (namespace: string) => boolean };

export type Limit = {
  readonly items: number;
  readonly lines: number;
  readonly lineBytes: number;
  readonly bytes: number;
};

/** Everything a request's obligations ask for, ready to be done. */
export type Binding = {
  readonly trees: readonly FieldTree[];
  /** What the caller chose of it; narrows, never widens. */
  readonly chosen: FieldTree | undefined;
  /** Which items of a list the plan wants; all of them without it. */
  readonly where: Where | undefined;
  readonly columns: readonly string[] | null;
  readonly scopes: readonly Scope[];
  readonly limits: readonly Limit[];
  readonly limit: Limit;
  readonly strict: boolean;
  readonly words: readonly string[];
  readonly classification: string;
  /** The request is made as a dry run, whatever was asked. */
  readonly dryRun: boolean;
  /** Server-side apply takes fields over from their managers. */
  readonly force: boolean;
  readonly preconditions: readonly string[];
};

/** What holds when a policy binds no limit. */
const unlimited: Limit = { items: 500, lines: 1000, lineBytes: 4096, bytes: 24 * 1024 };

/** What holds when a policy binds nothing: bounded and redacted all the same. */
const unbound: Binding = {
  trees: [],
  chosen: undefined,
  where: undefined,
  columns: null,
  scopes: [],
  limits: [],
  limit: unlimited,
  strict: false,
  words: [],
  classification: '',
  dryRun: false,
  force: false,
  preconditions: [],
};

const levels = ['', 'public', 'internal', 'confidential', 'restricted'];

type Bind = (obligation: Obligation, binding: Binding) => Partial<Binding> | undefined;

/** The closed set of what this server can do. Each gives undefined for a shape it does not know. */
const table: Readonly<Record<string, Bind>> = {
  fields: ({ paths, columns, ...rest }, binding) => {
    if (!isTexts(paths) || !isTexts(columns) || !only(rest)) return undefined;
    const tree = fieldTree(paths);
    if (!tree) return undefined;
    const both = binding.columns?.filter((column) => columns.includes(column)) ?? columns;
    return { trees: [...binding.trees, tree], columns: both };
  },
  scope: ({ by, allow, deny, ...rest }, binding) => {
    if ((by !== 'namespace' && by !== 'name') || !isTexts(allow) || !isTexts(deny) || !only(rest)) return undefined;
    const sees = (namespace: string) =>
      allow.some((pattern) => fits(pattern, namespace)) && !deny.some((pattern) => fits(pattern, namespace));
    return { scopes: [...binding.scopes, { by, sees }] };
  },
  limit: ({ items, lines, lineBytes, bytes, ...rest }, binding) => {
    if (!isCount(items) || !isCount(lines) || !isCount(lineBytes) || !isCount(bytes) || !only(rest)) return undefined;
    return { limits: [...binding.limits, { items, lines, lineBytes, bytes }] };
  },
  redact: ({ profile, words, ...rest }, binding) => {
    if ((profile !== 'standard' && profile !== 'strict') || !isTexts(words) || !only(rest)) return undefined;
    return { strict: binding.strict || profile === 'strict', words: [...binding.words, ...words] };
  },
  classify: ({ level, ...rest }, binding) => {
    if (typeof level !== 'string' || !levels.includes(level) || !only(rest)) return undefined;
    return { classification: higher(binding.classification, level) };
  },
  dryRun: (rest) => (only(rest) ? { dryRun: true } : undefined),
  force: (rest) => (only(rest) ? { force: true } : undefined),
  precondition: ({ on, ...rest }, binding) => {
    if ((on !== 'uid' && on !== 'resourceVersion') || !only(rest)) return undefined;
    return { preconditions: [...binding.preconditions, on] };
  },
};

/** Names of the obligations this server honours, for the input document. */
export const obligationsSupported: readonly string[] = Object.keys(table).sort();

/** What these obligations ask for together. Throws OBLIGATION_UNKNOWN when one cannot be honoured. */
export function bind(obligations: readonly Obligation[]): Binding {
  let binding = unbound;
  for (const obligation of obligations) {
    const { type, ...rest } = obligation;
    const part = Object.hasOwn(table, type) ? table[type]?.(rest as Obligation, binding) : undefined;
    if (!part) throw new Fault('OBLIGATION_UNKNOWN', type.slice(0, 64));
    binding = { ...binding, ...part };
  }
  return { ...binding, limit: narrowest(binding.limits), classification: binding.classification || 'internal' };
}

function narrowest(limits: readonly Limit[]): Limit {
  if (limits.length === 0) return unlimited;
  const least = (part: keyof Limit) => Math.min(...limits.map((limit) => limit[part]));
  return { items: least('items'), lines: least('lines'), lineBytes: least('lineBytes'), bytes: least('bytes') };
}

/** The higher of two classifications. */
export function higher(one: string, other: string): string {
  return levels.indexOf(one) > levels.indexOf(other) ? one : other;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function only(rest: object): boolean {
  return Object.keys(rest).length === 0;
}
