// The documents' schemas, read once and compiled when first needed. It must not know where a document comes from.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv as AjvClass, ErrorObject, Options, ValidateFunction } from 'ajv';
import type { Answer, Catalog, Decision, Plan } from '../gate/documents.ts';

export type { ErrorObject, ValidateFunction };

type Documents = { plan: Plan; decision: Decision; answer: Answer; catalog: Catalog; config: Record<string, unknown> };

const folder = new URL('../../schemas/', import.meta.url);
const kept = new Map<string, ValidateFunction>();
let ajv: AjvClass | undefined;

/** An Ajv that reports every problem and changes nothing. Loaded late: it costs more than the rest of the start. */
export function newAjv(options: Options = {}): AjvClass {
  const { Ajv } = createRequire(import.meta.url)('ajv') as typeof import('ajv');
  const ours: Options = { allErrors: true, verbose: true, strict: false, validateFormats: false, ownProperties: true };
  return new Ajv({ ...ours, addUsedSchema: false, ...options });
}

/** The validator of one of our own documents. */
export function validator<Name extends keyof Documents>(name: Name): ValidateFunction<Documents[Name]> {
  const known = kept.get(name) as ValidateFunction<Documents[Name]> | undefined;
  if (known) return known;
  ajv ??= newAjv();
  const compiled = ajv.compile<Documents[Name]>(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
  kept.set(name, compiled);
  return compiled;
}
