// Checks what a caller sent against a card's schema and says in sentences what is wrong. It must not know any tool.
import { Fault } from '../gate/fault.ts';
import type { Card, Policy } from '../gate/ports.ts';
import { readManifests, YamlError } from '../yaml/strict.ts';
import { nearest } from './problems.ts';
import { type ErrorObject, newAjv, type ValidateFunction } from './schemas.ts';

type Schema = Readonly<Record<string, unknown>>;
type Arguments = Record<string, unknown>;

const limits = { problems: 5, depth: 32, values: 20_000, cards: 512 } as const;
/** Keys that would reach a prototype where somebody is careless. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A `Policy.accept` with a memory of its own for compiled schemas. */
export function createAccept(): Policy['accept'] {
  const byCard = new WeakMap<object, ValidateFunction>();
  const byText = new Map<string, ValidateFunction>();
  let ajv: ReturnType<typeof newAjv> | undefined;

  const validatorOf = (card: Card): ValidateFunction => {
    const known = byCard.get(card.arguments) ?? byText.get(JSON.stringify(card.arguments));
    if (known) return known;
    ajv ??= newAjv({ strictSchema: true });
    const compiled = compile(ajv, card);
    if (byText.size >= limits.cards) byText.clear();
    byText.set(JSON.stringify(card.arguments), compiled);
    byCard.set(card.arguments, compiled);
    return compiled;
  };

  return (card, args) => {
    const given = args ?? {};
    if (!isObject(given)) return { problems: ['The arguments must be an object.'] };
    const unusual = unusualIn(given);
    if (unusual) return { problems: [unusual] };
    const isValid = validatorOf(card);
    if (!isValid(given)) return { problems: sentences(isValid.errors ?? []) };
    return parseTexts(card.arguments, given);
  };
}

function compile(ajv: ReturnType<typeof newAjv>, card: Card): ValidateFunction {
  try {
    return ajv.compile(card.arguments);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'unknown';
    throw new Fault(
      'POLICY_INVALID',
      '',
      new Error(`The card of ${card.name} has arguments that are no schema: ${why}`),
    );
  }
}

/** Depth, number and keys, before anything else looks at the arguments. */
function unusualIn(args: Arguments): string | undefined {
  let left: number = limits.values;
  const look = (value: unknown, depth: number): string | undefined => {
    if (--left < 0) return 'The arguments hold too many values.';
    if (typeof value === 'string' && !value.isWellFormed()) return 'The arguments hold a text that is not Unicode.';
    if (typeof value !== 'object' || value === null) return undefined;
    if (depth > limits.depth) return 'The arguments nest too deep.';
    for (const key of Object.keys(value)) {
      if (forbiddenKeys.has(key)) return `The arguments may not have the key ${key}.`;
      const found = look((value as Arguments)[key], depth + 1);
      if (found) return found;
    }
    return undefined;
  };
  return look(args, 0);
}

/** One sentence for each argument that is wrong. What was sent is not repeated, but for a short misspelt name. */
function sentences(errors: readonly ErrorObject[]): string[] {
  const said = new Map<string, string>();
  for (const error of errors) {
    const name = nameOf(error);
    if (!said.has(name)) said.set(name, sentence(error, name));
  }
  const all = [...said.values()];
  const more = all.length - limits.problems;
  return more > 0 ? [...all.slice(0, limits.problems), `There are ${more} more problems.`] : all;
}

function nameOf({ keyword, instancePath, params }: ErrorObject): string {
  const parts = instancePath.split('/').slice(1);
  if (keyword === 'required') parts.push(String(params.missingProperty));
  if (keyword === 'additionalProperties') parts.push(String(params.additionalProperty));
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

function sentence({ keyword, params, parentSchema = {} }: ErrorObject, name: string): string {
  const known = (parentSchema as Schema).properties;
  const properties = isObject(known) ? (known as Record<string, Schema>) : {};
  if (keyword === 'additionalProperties') return unknownArgument(name, Object.keys(properties));
  if (keyword === 'required') {
    return `${shown(name)} is missing: it must be ${form(properties[String(params.missingProperty)] ?? {})}.`;
  }
  if (name === '') return 'The arguments do not fit together: see what the tool says of itself.';
  if (keyword === 'dependentRequired' || keyword === 'dependencies') {
    return `${String(params.property)} needs ${String(params.deps)} beside it.`;
  }
  return `${shown(name)} must be ${form(parentSchema as Schema)}.`;
}

function unknownArgument(name: string, known: readonly string[]): string {
  const meant = nearest(name.split('.').at(-1) ?? '', known);
  const hint = meant
    ? `did you mean ${meant}?`
    : known.length > 0
      ? `there are ${known.toSorted().join(', ')}.`
      : 'there are none.';
  return /^[\w.-]{1,48}$/.test(name) ? `There is no argument ${name}; ${hint}` : `One argument is not known; ${hint}`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

/** What a schema allows, in a few words. */
function form(schema: Schema): string {
  const { type, enum: choices, const: only, pattern, minimum, maximum, minLength, maxLength, maxItems, items } = schema;
  if (Array.isArray(choices)) return `one of ${choices.join(', ')}`;
  if (only !== undefined) return String(only);
  const names = [type].flat().map((one) => typeNames[String(one)] ?? 'of another form');
  const bounds = [
    minimum !== undefined && maximum !== undefined ? `from ${minimum} to ${maximum}` : '',
    minimum !== undefined && maximum === undefined ? `of at least ${minimum}` : '',
    minimum === undefined && maximum !== undefined ? `of at most ${maximum}` : '',
    minLength !== undefined && minLength !== 0 && maxLength === undefined ? `of at least ${minLength} characters` : '',
    maxLength !== undefined
      ? `of ${minLength !== undefined ? `${minLength} to ` : 'at most '}${maxLength} characters`
      : '',
    maxItems !== undefined ? `of at most ${maxItems} items` : '',
    isObject(items) ? `of which each is ${form(items)}` : '',
    typeof pattern === 'string' ? `that fits ${pattern}` : '',
  ];
  return [names.join(' or '), ...bounds.filter((bound) => bound !== '')].join(' ');
}

/** Texts that are declared as YAML become what they say: a list of documents. Rego never parses text. */
function parseTexts(schema: Schema, args: Arguments): ReturnType<Policy['accept']> {
  const problems: string[] = [];
  const parse = (within: Schema, value: unknown, name: string): unknown => {
    if (typeof value === 'string' && within.contentMediaType === 'application/yaml') return manifests(value, name);
    const properties = within.properties;
    if (!isObject(value) || !isObject(properties)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) => {
        const inner = Object.hasOwn(properties, key) ? properties[key] : undefined;
        return [key, isObject(inner) ? parse(inner, held, name === '' ? key : `${name}.${key}`) : held];
      }),
    );
  };
  const manifests = (text: string, name: string): unknown => {
    try {
      return readManifests(text);
    } catch (thrown) {
      if (!(thrown instanceof YamlError)) throw thrown;
      const { row, col, message } = thrown;
      problems.push(`${name} must be YAML: row ${row}, column ${col}: ${message.slice(0, 120)}`);
      return null;
    }
  };
  const parsed = parse(schema, args, '') as Arguments;
  return problems.length > 0 ? { problems } : { args: parsed };
}

function shown(name: string): string {
  return name.length > 48 ? `${name.slice(0, 48)}…` : name;
}

function isObject(value: unknown): value is Arguments {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
