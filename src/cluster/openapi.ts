// A cluster's own descriptions of its kinds (OpenAPI v3), fetched by group and version and kept. Words them nowhere.
import { Fault } from '../gate/fault.ts';
import type { ReadPath } from './discovery.ts';
import { type Schemas, schemaOf } from './explain.ts';
import { type Fields, fieldsOf, textOf } from './json.ts';
import type { Kind } from './kinds.ts';

export type OpenApi = (kind: Named, signal?: AbortSignal) => Promise<{ schemas: Schemas; root: Fields }>;

/** What names a kind. */
export type Named = Pick<Kind, 'group' | 'version' | 'kind'>;

const maxKept = 8;

/** The server's index names a document with its hash, so a document of a known address never changes. */
export const openOpenApi = (read: ReadPath): OpenApi => {
  const kept = new Map<string, Schemas>();
  const load = async (address: string, signal: AbortSignal | undefined): Promise<Schemas> => {
    const known = kept.get(address);
    if (known) return known;
    const schemas = fieldsOf(fieldsOf(parse(await read(address, 'application/json', signal)).components).schemas);
    const oldest = kept.keys().next();
    if (kept.size >= maxKept && !oldest.done) kept.delete(oldest.value);
    kept.set(address, schemas);
    return schemas;
  };
  return async (kind, signal) => {
    const index = fieldsOf(parse(await read('/openapi/v3', 'application/json', signal)).paths);
    const path = kind.group === '' ? `api/${kind.version}` : `apis/${kind.group}/${kind.version}`;
    const address = textOf(fieldsOf(index[path]).serverRelativeURL);
    // The address comes from the server; it must stay on it, and in this place.
    if (!/^\/openapi\/v3\/[\w./-]+(\?hash=\w+)?$/.test(address) || address.includes('..'))
      throw new Fault('NOT_FOUND', 'The cluster does not describe this kind.');
    const schemas = await load(address, signal);
    const root = schemaOf(schemas, kind);
    if (!root) throw new Fault('NOT_FOUND', 'The cluster does not describe this kind.');
    return { schemas, root };
  };
};

const parse = (text: string): Fields => {
  try {
    return fieldsOf(JSON.parse(text));
  } catch (error) {
    throw new Fault('CLUSTER_BROKEN', 'The answer is not JSON.', (error as Error).name);
  }
};
