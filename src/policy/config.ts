// What an operator may change, out of up to three layers: the policy's own data, a preset, the operator's file. It must
// not know what any key means: the schema does.
import type { ErrorObject, ValidateFunction } from 'ajv';
import { readConfiguration, YamlError } from '../yaml/strict.ts';
import { nearest, PolicyError, type Problem } from './problems.ts';
import { validator } from './schemas.ts';

export type Config = Readonly<Record<string, unknown>>;

/** One layer: where it was read from, what it says, and where a path in it stands. */
export type Layer = {
  readonly file: string;
  readonly value: Config;
  readonly locate: (path: readonly (string | number)[]) => { readonly row: number; readonly col: number };
};

/** Bytes of one file with data. */
const largestFile = 4 * 1024 * 1024;

/** Reads one YAML or JSON file of data. Throws a {@link PolicyError} that names the row. */
export function readLayer(file: string, text: string): Layer {
  if (text.length > largestFile) throw new PolicyError([{ file, row: 0, col: 0, message: 'The file is too large.' }]);
  try {
    const { value, locate } = readConfiguration(text);
    const whole = value ?? {};
    if (isObject(whole)) return { file, value: whole, locate };
  } catch (cause) {
    if (!(cause instanceof YamlError)) throw cause;
    throw new PolicyError([{ file, row: cause.row, col: cause.col, message: cause.message }], cause);
  }
  throw new PolicyError([{ file, row: 1, col: 1, message: 'The file must be a map of keys and values.' }]);
}

/** A layer that came out of a bundle, whose rows nobody knows. */
export function layerOf(file: string, value: Config): Layer {
  return { file, value, locate: () => ({ row: 0, col: 0 }) };
}

/** The layers laid over each other: objects deep, lists and values replaced. */
export function mergeLayers(layers: readonly Layer[]): Config {
  return layers.reduce<Config>((below, layer) => mergeConfig(below, layer.value), {});
}

/** One object laid over another: objects deep, lists and values replaced. */
export function mergeConfig(below: Config, above: Config): Config {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = isObject(under) && isObject(value) ? mergeConfig(under, value) : value;
  }
  return merged;
}

/**
 * The configuration of the layers, checked against its schema. Throws a {@link PolicyError} with the file, the row, the
 * path and the allowed values of every mistake.
 */
export function checkedConfig(layers: readonly Layer[], isValid: ValidateFunction = validator('config')): Config {
  const merged = mergeLayers(layers);
  if (isValid(merged)) return merged;
  const errors = (isValid.errors ?? []).filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'if');
  const problems = errors.map((error) => problemOf(error, merged, layers));
  throw new PolicyError(problems.length > 0 ? problems : [{ file: '', row: 0, col: 0, message: 'is not valid.' }]);
}

function problemOf(error: ErrorObject, merged: Config, layers: readonly Layer[]): Problem {
  const parents = error.instancePath.split('/').slice(1).map(unescapePointer);
  const [path, message, allowed] = explain(error, parents, merged);
  const { file, at } = blame(path, layers);
  return { file, ...at, path: path.join('.'), message, ...(allowed.length > 0 ? { allowed } : {}) };
}

function explain(error: ErrorObject, path: string[], merged: Config): [string[], string, string[]] {
  const { keyword, params, parentSchema } = error;
  const known = Object.keys((parentSchema?.properties as object | undefined) ?? {});
  if (keyword === 'additionalProperties' || keyword === 'propertyNames') {
    const key = String(params.additionalProperty ?? params.propertyName);
    const meant = nearest(key, known);
    return [[...path, key], `There is no such key${meant ? `; did you mean ${meant}?` : '.'}`, meant ? [] : known];
  }
  if (keyword === 'required') return [[...path, String(params.missingProperty)], 'This key is missing.', []];
  if (keyword === 'enum') return [path, 'This value is not allowed.', (params.allowedValues as unknown[]).map(String)];
  if (keyword === 'const') return [path, 'This value is not allowed.', [String(params.allowedValue)]];
  if (keyword === 'pattern') return [path, `${shown(valueAt(merged, path))} must fit ${params.pattern}.`, []];
  return [path, `This ${error.message ?? 'is not valid'}.`, []];
}

/** The uppermost layer that says anything at the path, or at what stands above it. */
function blame(path: string[], layers: readonly Layer[]): { file: string; at: { row: number; col: number } } {
  for (let length = path.length; length >= 0; length--) {
    const part = path.slice(0, length);
    const found = layers.findLast((layer) => valueAt(layer.value, part) !== undefined);
    if (found)
      return { file: found.file, at: found.locate(part.map((key) => (/^\d+$/.test(key) ? Number(key) : key))) };
  }
  return { file: '', at: { row: 0, col: 0 } };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (held, key) =>
      typeof held === 'object' && held !== null && Object.hasOwn(held, key) ? held[key as never] : undefined,
    value,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function unescapePointer(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isObject(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
