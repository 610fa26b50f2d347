// The documents' schemas, as functions that were compiled when the sources were written; Ajv for schemas that come with
// a policy. It must not know where a document comes from.
import { createRequire } from 'node:module';
import type { Ajv as AjvClass, ErrorObject, Options, ValidateFunction } from 'ajv';
import type { Answer, Catalog, Decision, Plan } from '../gate/documents.ts';
import { answer, catalog, config, decision, plan } from './validators.ts';

export type { ErrorObject, ValidateFunction };

type Documents = { plan: Plan; decision: Decision; answer: Answer; catalog: Catalog; config: Record<string, unknown> };

const compiled: Readonly<Record<keyof Documents, unknown>> = { answer, catalog, config, decision, plan };

/** An Ajv that reports every problem and changes nothing. Loaded late: it costs more than the rest of the start. */
export function newAjv(options: Options = {}): AjvClass {
  const { Ajv } = createRequire(import.meta.url)('ajv') as typeof import('ajv');
  const ours: Options = { allErrors: true, verbose: true, strict: false, validateFormats: false, ownProperties: true };
  return new Ajv({ ...ours, addUsedSchema: false, ...options });
}

/** The validator of one of our own documents. */
export function validator<Name extends keyof Documents>(name: Name): ValidateFunction<Documents[Name]> {
  return compiled[name] as ValidateFunction<Documents[Name]>;
}
